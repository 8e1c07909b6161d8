import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../../../shared/case/events.ts';
import { regulations } from '../../../../../shared/regulations/index.ts';
import { giversOf } from '../../../../../shared/regulations/lookup.ts';
import type { CaseCommand } from '../../../../../shared/rules/decide.ts';
import { type File, give, open, person } from '../../../../readings/given.ts';
import { at, head, leader, officer } from '../../../../support/case-file.ts';
import { A, B, openedAs, proposing } from '../two-cases.ts';

const withdrawn = (act: number, mergedCase?: string): CaseCommand => ({
  ...{ type: 'WithdrawAct', act, reason: '经核实当时没有打电话' },
  ...(mergedCase === undefined ? {} : { mergedCase }),
});
/** How one time of a duty stands: what became of it, when it was done, by when it was owed. */
const standingOf = (file: File, duty: string) => {
  const { outcome, completedAt, due } = file.duty(duty)!.current;
  return [outcome, completedAt, due];
};
const mergeInto = (into: File, from: File, when: string, by: Actor = head, second: Actor = leader): void => {
  expect(from.give(when, by, proposing(into.state, into.state.caseId)).refusal).toBeNull();
  expect(into.give(when, second, { type: 'TakeOver', from: from.state }).refusal).toBeNull();
  expect(from.give(when, second, { type: 'CloseMerged', other: into.state }).refusal).toBeNull();
};

describe('what was done in both of two cases, and proves false in one (雷州 第二十二条(二))', () => {
  const TELEPHONE = 'zhanjiangTelephone';
  const report: CaseCommand = { type: 'FileReport', kind: 'first', form: 'telephone', to: ['zhanjiang'] };
  /** Of one paper (3 hours from `received`), answered there at each of the instants; the last entry of each. */
  const answered = (caseId: string, times: string[], received = '03-02 10:00') => {
    const source = { kind: 'zhanjiang-assigned', receivedAt: at(received), reference: '〔2026〕7号' };
    const file = openedAs(caseId, 'orange', { sources: [source] });
    const acts = times.map((when) => {
      expect(give(file, when, officer, report)).toBe('done');
      return file.log.length;
    });
    return { file, acts };
  };
  const done = (when: string, outcome = 'fulfilled') => [outcome, at(when), at('03-02 13:00')];

  it.each([
    ['a second before the limit', '03-02 12:59:59'],
    ['at it', '03-02 13:00'],
    ['a second after it', '03-02 13:00:01'],
  ])('is done by what was done in the other (taken back %s)', (_, when) => {
    const [own, there] = [answered(A, ['03-02 11:00']), answered(B, ['03-02 12:00'])];
    mergeInto(own.file, there.file, '03-02 12:30');
    expect(standingOf(own.file, TELEPHONE)).toEqual(done('03-02 11:00'));
    expect(give(own.file, when, officer, withdrawn(own.acts[0]!))).toBe('done');
    expect(standingOf(own.file, TELEPHONE)).toEqual(done('03-02 12:00'));
    expect(own.file.state.passed).toEqual({});
    // That proves false too: it is owed by its limit.
    expect(give(own.file, when, officer, withdrawn(there.acts[0]!, B))).toBe('done');
    expect(standingOf(own.file, TELEPHONE)).toEqual(['open', null, at('03-02 13:00')]);
  });

  it('the same whichever goes on, and whichever proves false first', () => {
    const [own, there] = [answered(B, ['03-02 12:00']), answered(A, ['03-02 11:00'])];
    mergeInto(own.file, there.file, '03-02 12:30');
    expect(standingOf(own.file, TELEPHONE)).toEqual(done('03-02 11:00'));
    expect(give(own.file, '03-02 12:40', officer, withdrawn(there.acts[0]!, A))).toBe('done');
    expect(standingOf(own.file, TELEPHONE)).toEqual(done('03-02 12:00'));
    const [later, earlier] = [answered(B, ['03-02 12:00']), answered(A, ['03-02 11:00'])];
    mergeInto(later.file, earlier.file, '03-02 12:30');
    expect(give(later.file, '03-02 12:40', officer, withdrawn(later.acts[0]!))).toBe('done');
    expect(standingOf(later.file, TELEPHONE)).toEqual(done('03-02 11:00'));
    expect(give(later.file, '03-02 12:41', officer, withdrawn(earlier.acts[0]!, A))).toBe('done');
    expect(later.file.duty(TELEPHONE)?.status).toBe('open');
  });

  it('is done late by what was in time for the longer limit of the other only', () => {
    const own = answered(A, ['03-02 11:00'], '03-02 08:30');
    const there = answered(B, ['03-02 12:00']);
    mergeInto(own.file, there.file, '03-02 12:30');
    expect(standingOf(own.file, TELEPHONE)).toEqual(['fulfilled', at('03-02 11:00'), at('03-02 11:30')]);
    expect(give(own.file, '03-02 12:40', officer, withdrawn(own.acts[0]!))).toBe('done');
    expect(standingOf(own.file, TELEPHONE)).toEqual(['fulfilledLate', at('03-02 12:00'), at('03-02 11:30')]);
  });

  it('and was done twice in the case that ended is done by the second', () => {
    const own = answered(A, []);
    const there = answered(B, ['03-02 11:00', '03-02 12:00']);
    mergeInto(own.file, there.file, '03-02 12:30');
    expect(standingOf(own.file, TELEPHONE)).toEqual(done('03-02 11:00'));
    expect(give(own.file, '03-02 12:40', officer, withdrawn(there.acts[0]!, B))).toBe('done');
    expect(standingOf(own.file, TELEPHONE)).toEqual(done('03-02 12:00'));
  });

  it('stays so once the one that goes on is merged itself', () => {
    const [own, there] = [answered(A, ['03-02 11:00']), answered(B, ['03-02 12:00'])];
    mergeInto(own.file, there.file, '03-02 12:30');
    const third = openedAs('LZ2026-0003', 'orange');
    mergeInto(third, own.file, '03-02 12:40');
    expect(standingOf(third, TELEPHONE)).toEqual(done('03-02 11:00'));
    expect(give(third, '03-02 12:50', officer, withdrawn(own.acts[0]!, A))).toBe('done');
    expect(standingOf(third, TELEPHONE)).toEqual(done('03-02 12:00'));
    expect(give(third, '03-02 12:51', officer, withdrawn(there.acts[0]!, B))).toBe('done');
    expect(third.duty(TELEPHONE)?.status).toBe('open');
  });
});

describe('the same in 南宁', () => {
  it('counts what was done in the other', () => {
    const office = person('officeHead');
    const opened = (caseId: string, when: string): { file: File; act: number } => {
      const file = open({
        bureau: 'nanning',
        level: 'general',
        facts: { caseId, instants: { detectedAt: at('03-02 10:00') } },
      });
      const by = person(giversOf(regulations.nanning!, 'RateCase')[0]!);
      const rating = { scale: 'sensitivity', level: 'important', reason: '经研判' };
      expect(give(file, '03-02 10:00', by, { type: 'RateCase', ...rating })).toBe('done');
      const report = { kind: 'report', form: 'telephone', to: ['superior'] };
      expect(give(file, when, office, { type: 'FileReport', ...report })).toBe('done');
      return { file, act: file.log.length };
    };
    const [into, from] = [opened('NN2026-0001', '03-02 11:00'), opened('NN2026-0002', '03-02 12:00')];
    mergeInto(into.file, from.file, '03-02 12:30', office, person('deputyLeader'));
    const due = at('03-02 14:00');
    expect(standingOf(into.file, 'reportImportant')).toEqual(['fulfilled', at('03-02 11:00'), due]);
    expect(give(into.file, '03-02 12:40', office, withdrawn(into.act))).toBe('done');
    expect(standingOf(into.file, 'reportImportant')).toEqual(['fulfilled', at('03-02 12:00'), due]);
    expect(give(into.file, '03-02 12:45', office, withdrawn(from.act, 'NN2026-0002'))).toBe('done');
    expect(standingOf(into.file, 'reportImportant')).toEqual(['open', null, due]);
  });
});
