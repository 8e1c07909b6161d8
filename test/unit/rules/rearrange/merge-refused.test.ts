import { describe, expect, it } from 'vitest';
import type { CaseState } from '../../../../shared/case/state.ts';
import type { CaseCommand } from '../../../../shared/rules/decide.ts';
import { caseFile, chief, head, officer, opening, system } from '../../../support/case-file.ts';
import { concludeCase } from '../../../support/conclude.ts';
import { A, B, type File, merge, openedAs, proposing } from './two-cases.ts';

describe('a merge is refused', () => {
  const two = (): [File, File] => [openedAs(B, 'yellow'), openedAs(A, 'yellow')];
  const codeOf = (from: File, other: CaseState | null, into = A) =>
    from.give('03-02 11:00', officer, proposing(other, into)).refusal?.code;

  it('into itself, into what is not there, into another bureau’s', () => {
    const [from, into] = two();
    expect(codeOf(from, from.state, B)).toBe('MERGE_INTO_ITSELF');
    expect(codeOf(from, null, 'LZ2026-0099')).toBe('OTHER_CASE_UNKNOWN');
    const foreign = { ...into.state, regulation: { ...into.state.regulation, id: 'nanning' } };
    expect(codeOf(from, foreign)).toBe('OTHER_CASE_UNKNOWN');
  });

  it('into a concluded one, into one that went on elsewhere, and of a concluded one', () => {
    const [from, into] = two();
    const merged = {
      ...into.state,
      status: 'merged' as const,
      mergedInto: { case: 'LZ2026-0003', at: '', entry: 1 },
    };
    expect(codeOf(from, merged)).toBe('CASE_MERGED');
    const other = openedAs(A, 'blue');
    concludeCase(other, '03-02 10:20', head);
    expect(codeOf(from, other.state)).toBe('CASE_CONCLUDED');
    const ended = openedAs(B, 'blue');
    concludeCase(ended, '03-02 10:20', head);
    expect(codeOf(ended, into.state)).toBe('CASE_CONCLUDED');
  });

  it('of and into a 涉密 one', () => {
    const [from, into] = two();
    const mark: CaseCommand = { type: 'SetFlags', add: ['secret'], remove: [], reason: '见纸质件' };
    into.give('03-02 10:30', head, mark);
    expect(codeOf(from, into.state)).toBe('CASE_SECRET');
    const [secret, plain] = two();
    secret.give('03-02 10:30', head, mark);
    const neutral = { ...proposing(plain.state), reason: '见纸质件' };
    expect(secret.give('03-02 11:00', officer, neutral).refusal?.code).toBe('CASE_SECRET');
  });

  it('while something of it would be answered to nobody any more', () => {
    const [from, into] = two();
    from.give('03-02 10:30', head, {
      type: 'RecordInstruction',
      from: 'superior',
      text: '请查明情况',
      task: '查明情况',
    });
    const refused = from.give('03-02 11:00', officer, proposing(into.state)).refusal;
    expect(refused?.code).toBe('MERGE_BARRED');
    expect(refused?.message).toContain('落实批示');
  });

  it('into one that is to end in another itself, be it in a ring of three that nobody saw being proposed', () => {
    const C = 'LZ2026-0003';
    const ring = [A, B, C].map((caseId) => openedAs(caseId, 'yellow')) as [File, File, File];
    const before = ring.map(({ state }) => state);
    for (const [index, file] of ring.entries()) {
      const other = before[(index + 1) % 3]!;
      const proposal = proposing(other, other.caseId);
      expect(file.give('03-02 11:00', officer, proposal).refusal).toBeNull();
    }
    for (const [index, file] of ring.entries()) {
      const into = ring[(index + 1) % 3]!;
      const agreed = file.give('03-02 11:05', chief, { type: 'ApproveMerge', other: into.state });
      expect(agreed.refusal?.code).toBe('MERGE_BARRED');
      const taking = into.give('03-02 11:05', chief, { type: 'TakeOver', from: file.state });
      expect(taking.refusal?.code).toBe('MERGE_BARRED');
    }
    // Once one is called off the others go, one by one: the last of the chain is left.
    const [first, second, third] = ring;
    const off: CaseCommand = { type: 'RejectMerge', reason: '请由另一方向合并' };
    expect(third.give('03-02 11:10', chief, off).refusal).toBeNull();
    const finish = (from: File, into: File) => {
      expect(into.give('03-02 11:15', chief, { type: 'TakeOver', from: from.state }).refusal).toBeNull();
      expect(from.give('03-02 11:15', chief, { type: 'CloseMerged', other: into.state }).refusal).toBeNull();
      expect(from.state.mergedInto?.case).toBe(into.state.caseId);
    };
    finish(second, third);
    expect(first.give('03-02 11:20', system, { type: 'LapseMerge', other: second.state }).events).toEqual([
      { type: 'MergeRejected', into: B, reason: `案卷${B}已并入案卷${C}`, lapsed: true },
    ]);
    expect(first.give('03-02 11:20', system, { type: 'LapseMerge', other: second.state }).events).toEqual([]);
    expect(first.give('03-02 11:25', officer, proposing(third.state, C)).refusal).toBeNull();
    finish(first, third);
  });

  it('into a calm one while it is not calm, and the other way round it goes', () => {
    const [from, into] = [openedAs(B, 'blue'), openedAs(A, 'blue')];
    into.give('03-02 10:30', chief, { type: 'DeclareCalm', reason: '平息' });
    expect(codeOf(from, into.state)).toBe('MERGE_BARRED');
    const back = into.give('03-02 11:10', officer, proposing(from.state, B));
    expect(back.refusal).toBeNull();
  });

  it('while only one of the two is graded, and the other’s proposal would get lost', () => {
    const proposed = (caseId: string, level: string) => {
      const file = caseFile();
      const { level: _, ...facts } = opening({ level, caseId });
      file.give('03-02 10:00', system, { ...facts, how: 'feed' });
      return file;
    };
    expect(codeOf(proposed(B, 'red'), openedAs(A, 'yellow').state)).toBe('MERGE_NEEDS_GRADE');
    expect(codeOf(openedAs(B, 'yellow'), proposed(A, 'yellow').state)).toBe('MERGE_NEEDS_GRADE');
    expect(codeOf(proposed(B, 'blue'), openedAs(A, 'yellow').state)).toBeUndefined();
    const [lower, higher] = [proposed(A, 'yellow'), proposed(B, 'red')];
    expect(merge(higher, lower, '03-02 11:30')).toBeUndefined();
    expect(lower.state).toMatchObject({ provisional: true, handlingLevel: 'red' });
  });
});
