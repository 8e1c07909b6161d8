import { describe, expect, it } from 'vitest';
import { regulations } from '../../../../shared/regulations/index.ts';
import { giversOf } from '../../../../shared/regulations/lookup.ts';
import type { CaseCommand } from '../../../../shared/rules/decide.ts';
import { type File, open, person } from '../../../readings/given.ts';
import { at, head, leader, officer } from '../../../support/case-file.ts';
import { A, B, merge, openedAs, proposing } from './two-cases.ts';

const SECOND = 1000;
const moved = (instant: string, milliseconds: number): string =>
  new Date(Date.parse(instant) + milliseconds).toISOString();

describe('a limit that has been broken, and that nothing in the merged case would keep', () => {
  /** 续报处置进展 every 15 days in 蓝, instead of which 黄 knows 随时 alone: which is never late. */
  const duty = 'blueProgress';
  const blue = (caseId: string) => openedAs(caseId, 'blue');
  const yellow = (caseId: string) => openedAs(caseId, 'yellow', { instants: {} });
  const dueIn = (file: File): string => file.duty(duty)!.current.due!;

  it.each([
    ['a second before it', -SECOND, undefined],
    ['at it', 0, undefined],
    ['a second after it', SECOND, 'MERGE_LOSES_LIMIT'],
  ])('%s: a merge into what only goes on', (_, milliseconds, code) => {
    const from = blue(B);
    const due = dueIn(from);
    expect(merge(from, yellow(A), moved(due, milliseconds))).toBe(code);
  });

  it.each([
    ['a second before it', -SECOND, undefined],
    ['at it', 0, undefined],
    ['a second after it', SECOND, 'MERGE_LOSES_LIMIT'],
  ])('%s: the other way round', (_, milliseconds, code) => {
    const into = blue(A);
    const due = dueIn(into);
    expect(merge(yellow(B), into, moved(due, milliseconds))).toBe(code);
  });

  it('while it runs it is replaced, as when a level is raised: what goes on has no instant', () => {
    const [from, into] = [blue(B), yellow(A)];
    expect(merge(from, into, moved(dueIn(from), -SECOND))).toBeUndefined();
    expect(into.duty('phoneProgress')).toMatchObject({ status: 'listed', current: { due: null } });
  });

  it('is done first: then the merge goes, and what was late stands in both', () => {
    const [from, into] = [blue(B), yellow(A)];
    const due = dueIn(from);
    const now = moved(due, SECOND);
    const report: CaseCommand = {
      type: 'FileReport',
      kind: 'progress',
      form: 'written',
      to: ['officeHead', 'deputyLeader'],
    };
    expect(from.give(now, head, report).refusal).toBeNull();
    expect(merge(from, into, moved(due, 2 * SECOND))).toBeUndefined();
    const [taken] = into.log
      .flatMap(({ events }) => events)
      .filter((event) => event.type === 'CaseTakenOver');
    expect(taken?.became).toContainEqual(expect.objectContaining({ duty, due, outcome: 'late', at: now }));
  });
});

describe('a limit that has passed while it is held, and a case whose earlier start would make it 发现时已逾期', () => {
  const DUE = at('03-02 15:00');
  const two = (): [from: File, into: File] => {
    const into = openedAs(A, 'red');
    expect(into.due('publicResponse')).toBe(DUE);
    const hold: CaseCommand = { type: 'HoldDuty', duty: 'publicResponse', reason: '经请示暂缓对外发布' };
    expect(into.give('03-02 10:10', leader, hold).refusal).toBeNull();
    return [openedAs(B, 'red', { instants: { publishedAt: at('03-02 01:00') } }, '03-02 10:20'), into];
  };

  it.each([
    ['a second before', -SECOND],
    ['at', 0],
    ['a second after', SECOND],
  ])('%s: the limit that ran stays beside it, and is missed at its own instant', (_, milliseconds) => {
    const [from, into] = two();
    expect(merge(from, into, moved(DUE, milliseconds))).toBeUndefined();
    expect(into.duty('publicResponse')?.keptDue).toBe(DUE);
    into.runTo(moved(DUE, 3600 * SECOND));
    expect(into.state.passed['publicResponse#1']?.due).toBe(DUE);
    expect(into.duty('publicResponse')?.foundLate).toBeNull();
  });

  it('is resumed first: then it has passed, and goes on as missed into the other', () => {
    const [from, into] = two();
    const resume: CaseCommand = { type: 'ResumeDuty', duty: 'publicResponse', reason: '可以对外发布' };
    expect(into.give(moved(DUE, SECOND), leader, resume).refusal).toBeNull();
    expect(into.state.passed['publicResponse#1']).toMatchObject({ due: DUE });
    const now = moved(DUE, 2 * SECOND);
    expect(into.give(now, officer, { ...proposing(from.state), into: B }).refusal).toBeNull();
    expect(from.give(now, leader, { type: 'TakeOver', from: into.state }).refusal).toBeNull();
    const [taken] = from.log
      .flatMap(({ events }) => events)
      .filter((event) => event.type === 'CaseTakenOver');
    const missed = { duty: 'publicResponse', due: DUE, outcome: 'overdue' };
    expect(taken?.became).toContainEqual(expect.objectContaining(missed));
  });
});

describe('the same in 南宁, where a graver rating asks for another report', () => {
  const regulation = regulations.nanning!;
  const rated = (caseId: string, level: 'important' | 'grave'): File => {
    const file = open({
      bureau: 'nanning',
      level: 'general',
      facts: { caseId, instants: { detectedAt: at('03-02 10:00') } },
    });
    const by = person(giversOf(regulation, 'RateCase')[0]!);
    const rate: CaseCommand = { type: 'RateCase', scale: 'sensitivity', level, reason: '经研判' };
    expect(file.give('03-02 10:01', by, rate).refusal).toBeNull();
    return file;
  };
  /** 4小时, of the one that is 重要 alone. */
  const DUE = at('03-02 14:00');
  const [first, second] = ['MergeCase', 'ApproveMerge'].map((command) =>
    person(giversOf(regulation, command).at(command === 'MergeCase' ? 0 : -1)!),
  );
  const mergeInto = (from: File, into: File, now: string): string | undefined => {
    const proposal = {
      type: 'MergeCase',
      into: into.state.caseId,
      reason: '同一件事,合并办理',
      other: into.state,
    } as const;
    const { refusal } = from.give(now, first!, proposal);
    if (refusal !== null) return refusal.code;
    expect(into.give(now, second!, { type: 'TakeOver', from: from.state }).refusal).toBeNull();
    return undefined;
  };

  it.each([
    ['before it', -SECOND],
    ['at it', 0],
    ['after it', SECOND],
  ])('%s: neither way round, since no duty of the merged case is it', (_, milliseconds) => {
    const now = moved(DUE, milliseconds);
    expect(rated(B, 'important').due('reportImportant')).toBe(DUE);
    expect(mergeInto(rated(B, 'important'), rated(A, 'grave'), now)).toBe('MERGE_LOSES_LIMIT');
    expect(mergeInto(rated(B, 'grave'), rated(A, 'important'), now)).toBe('MERGE_LOSES_LIMIT');
  });

  it('the report is made first, or the one is rated as the other is: then it goes', () => {
    const from = rated(B, 'important');
    const report: CaseCommand = { type: 'FileReport', kind: 'report', form: 'telephone', to: ['superior'] };
    expect(from.give('03-02 13:00', person('officeHead'), report).refusal).toBeNull();
    expect(mergeInto(from, rated(A, 'grave'), '03-02 13:10')).toBeUndefined();
    const alike = rated(B, 'important');
    expect(mergeInto(alike, rated(A, 'important'), moved(DUE, SECOND))).toBeUndefined();
  });
});
