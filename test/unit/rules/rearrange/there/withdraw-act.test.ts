import { describe, expect, it } from 'vitest';
import { regulations } from '../../../../../shared/regulations/index.ts';
import { giversOf } from '../../../../../shared/regulations/lookup.ts';
import type { CaseCommand } from '../../../../../shared/rules/decide.ts';
import { labelOf } from '../../../../../shared/rules/labels/labels.ts';
import { type File, open, person } from '../../../../readings/given.ts';
import { leizhou } from '../../../../support/bureaus.ts';
import { at, head, leader, officer } from '../../../../support/case-file.ts';
import { A, B, openedAs, proposing } from '../two-cases.ts';

const REASON = '经核实当时没有打电话';
const taken = (act: number, mergedCase: string): CaseCommand => ({
  ...{ type: 'WithdrawAct', act, mergedCase, reason: REASON },
});

describe('a report that proves false, of a case that was merged (雷州)', () => {
  const merged = (when = '03-02 11:25'): { from: File; into: File; act: number } => {
    const source = {
      kind: 'zhanjiang-assigned',
      receivedAt: at('03-02 09:00'),
      reference: '湛市监舆〔2026〕3号',
    };
    const from = openedAs(A, 'orange', { sources: [source] }, '03-02 09:00');
    const report: CaseCommand = { type: 'FileReport', kind: 'first', form: 'telephone', to: ['zhanjiang'] };
    expect(from.give('03-02 11:00', officer, report).refusal).toBeNull();
    const act = from.log.length;
    const into = openedAs(B, 'orange', {}, '03-02 10:00');
    expect(from.give(when, head, proposing(into.state, B)).refusal).toBeNull();
    expect(into.give(when, leader, { type: 'TakeOver', from: from.state }).refusal).toBeNull();
    expect(from.give(when, leader, { type: 'CloseMerged', other: into.state }).refusal).toBeNull();
    expect(into.duty('zhanjiangTelephone')?.current.outcome).toBe('fulfilled');
    return { from, into, act };
  };

  it.each([
    ['a second before the limit', '03-02 11:59:59', false],
    ['at it', '03-02 12:00', false],
    ['a second after it', '03-02 12:00:01', true],
  ])('is taken back in the one that goes on, and is owed again by its limit (%s)', (_, when, isLate) => {
    const { from, into, act } = merged();
    expect(from.give(when, head, { type: 'WithdrawAct', act, reason: REASON }).refusal?.code).toBe(
      'CASE_MERGED',
    );
    expect(into.give(when, head, taken(act, A)).refusal).toBeNull();
    expect(into.duty('zhanjiangTelephone')?.current).toMatchObject({
      outcome: 'open',
      due: at('03-02 12:00'),
    });
    expect(Object.values(into.state.passed).some(({ due }) => due === at('03-02 12:00'))).toBe(isLate);
    const labels = into.log.flatMap(({ events }) => events.map((event) => labelOf(leizhou, event)));
    expect(labels).toContain(`撤回案卷${A}日志第${act}条:${REASON}`);
    // A repeat is a success.
    expect(into.give(when, head, taken(act, A))).toMatchObject({ events: [], refusal: null });
  });

  it('is for who entered it, or who takes back what others entered; and only what was done there', () => {
    const { into, act } = merged();
    expect(into.give('03-02 11:30', person('dutyOfficer', 'p-other'), taken(act, A)).refusal?.code).toBe(
      'ROLE_NOT_ALLOWED',
    );
    expect(into.give('03-02 11:30', head, taken(1, A)).refusal?.code).toBe('ACT_UNKNOWN');
    expect(into.give('03-02 11:30', head, taken(act, 'LZ2026-0009')).refusal?.code).toBe('ACT_UNKNOWN');
    expect(into.give('03-02 11:31', officer, taken(act, A)).refusal).toBeNull();
  });

  it('also once the other has been merged itself', () => {
    const { into, act } = merged();
    const third = openedAs('LZ2026-0003', 'orange', {}, '03-02 10:30');
    expect(into.give('03-02 11:30', head, proposing(third.state, 'LZ2026-0003')).refusal).toBeNull();
    expect(third.give('03-02 11:31', leader, { type: 'TakeOver', from: into.state }).refusal).toBeNull();
    expect(third.duty('zhanjiangTelephone')?.current.outcome).toBe('fulfilled');
    expect(third.give('03-02 11:40', head, taken(act, A)).refusal).toBeNull();
    expect(third.duty('zhanjiangTelephone')?.current).toMatchObject({
      outcome: 'open',
      due: at('03-02 12:00'),
    });
  });
});

describe('the same in 南宁', () => {
  it('is owed again', () => {
    const opened = (caseId: string, when: string): File => {
      const facts = { caseId, instants: { detectedAt: at(when) } };
      const file = open({ bureau: 'nanning', level: 'general', when, facts });
      const rate: CaseCommand = {
        type: 'RateCase',
        scale: 'sensitivity',
        level: 'important',
        reason: '经研判',
      };
      const by = person(giversOf(regulations.nanning!, 'RateCase')[0]!);
      expect(file.give(when, by, rate).refusal).toBeNull();
      return file;
    };
    const [from, into] = [opened('NN2026-0001', '03-02 09:00'), opened('NN2026-0002', '03-02 10:00')];
    const report: CaseCommand = { type: 'FileReport', kind: 'report', form: 'telephone', to: ['superior'] };
    expect(from.give('03-02 10:10', person('officeHead'), report).refusal).toBeNull();
    const act = from.log.length;
    const proposal = proposing(into.state, 'NN2026-0002');
    expect(from.give('03-02 10:20', person('officeHead'), proposal).refusal).toBeNull();
    const taking = { type: 'TakeOver', from: from.state } as const;
    expect(into.give('03-02 10:21', person('deputyLeader'), taking).refusal).toBeNull();
    expect(into.duty('reportImportant')?.current.outcome).toBe('fulfilled');
    expect(into.give('03-02 10:30', person('officeHead'), taken(act, 'NN2026-0001')).refusal).toBeNull();
    expect(into.duty('reportImportant')?.current).toMatchObject({ outcome: 'open', due: at('03-02 13:00') });
  });
});
