import { describe, expect, it } from 'vitest';
import { regulations } from '../../../../shared/regulations/index.ts';
import type { CaseCommand } from '../../../../shared/rules/decide.ts';
import { assigned, person } from '../../../readings/given.ts';
import { at, caseFile, group, head, leader, liaison, officer, opening } from '../../../support/case-file.ts';
import { A, B, type File, openedAs, proposing, REASON } from './two-cases.ts';

// What an inspector reads of limits that were missed, released or made good, whichever of two cases goes on.

const lower = (file: File, when: string, level: string): void => {
  file.give(when, officer, { type: 'ChangeLevel', level, reason: '研判趋势', authority: 'change' });
  expect(file.give(when, head, { type: 'ApproveLevelChange' }).refusal).toBeNull();
};
const report = (kind: string, form: string, to: string[]): CaseCommand => ({
  type: 'FileReport',
  kind,
  form,
  to,
});
const outcomes = (file: File, duty: string) =>
  file
    .schedule()
    .duties.filter((each) => each.duty === duty)
    .map(({ status, current }) => [status, current.outcome, current.due]);

describe('leizhou: 权威信息 that was published at a level that asks for none, where the other case had missed it', () => {
  const two = (): Record<'asked' | 'free', File> => {
    const asked = openedAs(A, 'orange', { instants: { occurredAt: at('03-02 09:00') } });
    const free = openedAs(B, 'yellow', { instants: { occurredAt: at('03-02 09:00') } });
    free.give('03-02 10:30', leader, {
      type: 'RecordAction',
      action: 'statementApproved',
      text: '情况通报',
    } as never);
    const published = { type: 'RecordPublication', form: 'authoritative', title: '情况通报' } as const;
    expect(free.give('03-02 11:00', head, published).refusal).toBeNull();
    return { asked, free };
  };
  const mergedInto = (from: File, into: File): File => {
    const merging = proposing(into.state, into.state.caseId);
    expect(from.give('03-04 12:00', officer, merging).refusal).toBeNull();
    expect(into.give('03-04 12:00', leader, { type: 'TakeOver', from: from.state }).refusal).toBeNull();
    return into;
  };

  it('is late in the one that had asked for none', () => {
    const { asked, free } = two();
    const [[status, outcome, due] = []] = outcomes(mergedInto(asked, free), 'publicResponse');
    expect([status, outcome, due]).toEqual(['fulfilled', 'fulfilledLate', at('03-04 09:00')]);
  });

  it('is not met in the one that had missed it', () => {
    const { asked, free } = two();
    const into = mergedInto(free, asked);
    expect(outcomes(into, 'publicResponse')[0]?.[1]).not.toBe('fulfilled');
    expect(Object.keys(into.state.passed)).toContain('publicResponse#1');
  });
});

describe('leizhou: what 湛江市局 has agreed to go without', () => {
  it('is not owed again by way of a merge: the case that has its word goes on', () => {
    const from = openedAs(B, 'yellow', { sources: [assigned('03-02 09:00', '湛1号')] });
    const into = openedAs(A, 'yellow');
    const release: CaseCommand = {
      type: 'ReleaseDuty',
      duty: 'zhanjiangTelephone',
      document: '湛〔2026〕9号',
      reason: '来文同意不再电话报告',
    };
    expect(from.give('03-02 12:10', officer, release).refusal).toBeNull();
    const act = from.log.length;
    expect(from.give('03-02 12:20', leader, { type: 'ConfirmRelease', act }).refusal).toBeNull();
    const { refusal } = from.give('03-02 13:00', officer, proposing(into.state));
    expect(refusal).toMatchObject({ code: 'MERGE_BARRED', message: expect.stringContaining('同意免报') });
    expect(into.give('03-02 13:00', officer, proposing(from.state, B)).refusal).toBeNull();
  });
});

it('leizhou: each of two cases has its own reasons for a series that was missed in both', () => {
  const into = openedAs('LZ2026-0003', 'blue', {}, '03-02 10:06');
  const first = report('first', 'telephone', ['chiefLeader', 'deputyLeader', 'officeHead']);
  into.give('03-02 10:30', liaison, first);
  for (const [caseId, when] of [
    [B, '03-02 10:00'],
    [A, '03-02 10:03'],
  ] as const) {
    const from = openedAs(caseId, 'red', {}, when);
    from.give('03-02 10:30', liaison, first);
    lower(from, '03-03 11:00', 'blue');
    const proposal = proposing(into.state, into.state.caseId);
    expect(from.give('03-03 12:00', officer, proposal).refusal).toBeNull();
    expect(into.give('03-03 12:00', leader, { type: 'TakeOver', from: from.state }).refusal).toBeNull();
    expect(from.give('03-03 12:00', leader, { type: 'CloseMerged', other: into.state }).refusal).toBeNull();
  }
  into.give('03-03 12:30', group, { type: 'DeclareCalm', reason: '平息' });
  const keys = into
    .schedule()
    .duties.filter(
      ({ history, status }) => status === 'open' || history.some((one) => one.outcome === 'missed'),
    )
    .map(({ duty, current }) => `${duty}#${current.occurrence}`);
  const unmet = Object.fromEntries(keys.map((key) => [key, `专为${key}`]));
  const conclude: CaseCommand = { type: 'Conclude', summary: '已经处置完毕', unmet };
  expect(into.give('03-03 13:00', head, conclude).refusal).toBeNull();
  expect(into.give('03-03 13:01', leader, { type: 'ApproveConclusion' }).refusal).toBeNull();
  const concluded = into.log
    .flatMap(({ events }) => events)
    .flatMap((event) => (event.type === 'CaseConcluded' ? event.unmet : []));
  const daily = concluded.filter(({ duty }) => duty === 'dailyReport');
  expect(daily.length).toBeGreaterThan(1);
  for (const { duty, occurrence, reason } of daily) expect(reason).toBe(`专为${duty}#${occurrence}`);
});

it('petition: a limit in numbers that was missed, over a duty without one, wants its reason at 结报', () => {
  const opened = (caseId: string, level: string, when: string): File => {
    const file = caseFile(regulations.petition!);
    const facts = { level, caseId, unit: 'visits', instants: { detectedAt: at(when) } };
    expect(file.give(when, person('deputyLeader'), opening(facts)).refusal).toBeNull();
    return file;
  };
  const [from, into] = [opened(B, 'general', '03-02 09:00'), opened(A, 'larger', '03-02 09:10')];
  const proposal = { type: 'MergeCase', into: A, reason: REASON, other: into.state } as const;
  const proposers = ['dutyOfficer', 'officeHead', 'deputyLeader'].map((role) => person(role));
  expect(proposers.some((by) => from.give('03-03 10:10', by, proposal).refusal === null)).toBe(true);
  const takeOver = { type: 'TakeOver', from: from.state } as const;
  expect(into.give('03-03 10:10', person('chiefLeader'), takeOver).refusal).toBeNull();
  expect(into.duty('notifyUnits')).toMatchObject({
    breachable: true,
    limit: { kind: 'prompt' },
    current: { due: at('03-03 09:00') },
  });
  const { refusal } = into.give('03-03 11:00', person('officeHead'), {
    type: 'Conclude',
    summary: '已经处置完毕',
  });
  expect(refusal?.code).toBe('DUTIES_UNMET');
});

describe('leizhou: after a lowering', () => {
  it('no day is missed that was never owed, whatever is reported later', () => {
    const file = openedAs(A, 'orange');
    const written = report('progress', 'written', ['officeHead', 'deputyLeader']);
    file.give('03-02 10:30', liaison, report('first', 'telephone', ['chiefLeader', 'deputyLeader']));
    expect(file.give('03-03 09:00', liaison, written).refusal).toBeNull();
    lower(file, '03-03 12:00', 'blue');
    expect(file.give('03-08 10:00', liaison, written).refusal).toBeNull();
    file.runTo('03-08 11:00');
    expect(Object.keys(file.state.passed).filter((key) => key.startsWith('dailyReport'))).toEqual([]);
    expect(file.duty('dailyReport')?.history.map(({ outcome }) => outcome)).toEqual(['fulfilled']);
  });

  it('蓝 is concluded without 平息, whatever a day of 橙 had asked for', () => {
    const file = openedAs(A, 'orange');
    file.give('03-02 10:30', liaison, report('first', 'telephone', ['chiefLeader', 'deputyLeader']));
    file.give('03-03 09:00', liaison, report('progress', 'written', ['officeHead', 'deputyLeader']));
    lower(file, '03-03 09:30', 'blue');
    const conclude: CaseCommand = { type: 'Conclude', summary: '已经处置完毕' };
    expect(file.give('03-03 13:00', head, conclude).refusal?.code).not.toBe('NOT_CALM');
  });

  it('what was missed is named by the limit that was missed', () => {
    const file = openedAs(A, 'red');
    lower(file, '03-02 14:00', 'orange');
    lower(file, '03-02 17:00', 'yellow');
    expect(file.duty('publicResponse')).toMatchObject({
      current: { outcome: 'missed', due: at('03-02 15:00') },
      limitText: expect.stringContaining('5小时'),
    });
  });
});

it('leizhou: what had passed is 逾期未办 once the case is concluded, and not only at its end', () => {
  const file = openedAs(A, 'red');
  file.runTo('03-02 15:30');
  const conclude: CaseCommand = {
    type: 'Conclude',
    summary: '查无此事',
    mistaken: '误立案卷',
  };
  expect(file.give('03-02 16:00', head, conclude).refusal).toBeNull();
  expect(file.give('03-02 16:10', leader, { type: 'ApproveConclusion' }).refusal).toBeNull();
  expect(file.duty('publicResponse')).toMatchObject({
    status: 'ended',
    current: { outcome: 'missed' },
    reason: expect.stringMatching(/^逾期未办;/u),
  });
});
