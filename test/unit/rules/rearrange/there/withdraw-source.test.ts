import { describe, expect, it } from 'vitest';
import type { CaseCommand } from '../../../../../shared/rules/decide.ts';
import { labelOf } from '../../../../../shared/rules/labels/labels.ts';
import { type File, give, open, person } from '../../../../readings/given.ts';
import { leizhou } from '../../../../support/bureaus.ts';
import { at, chief, head, leader, officer } from '../../../../support/case-file.ts';
import { A, B, merge, openedAs, proposing } from '../two-cases.ts';

const REASON = '该件不是给本局的';
const withdrawn = (act: number, mergedCase?: string): CaseCommand => ({
  ...{ type: 'WithdrawAct', act, reason: REASON },
  ...(mergedCase === undefined ? {} : { mergedCase }),
});
/** Another head of the office: who takes back what others entered, and may grant time. */
const second = person('officeHead', 'p-second');
const source = (kind: string, received: string, reference: string): CaseCommand => ({
  type: 'AddSource',
  source: { kind, receivedAt: at(received), reference },
});
/** What is owed for receipts, each with its limit. */
const owed = (file: File, duty: string) =>
  file
    .schedule()
    .duties.filter((each) => each.duty === duty && each.start !== null)
    .map(({ current }) => [current.due, current.outcome]);

describe('a source of a case that was merged (雷州)', () => {
  const seventh = 'zhanjiang-assigned';
  /** 7号 of the officer, and 8号 of the head of the office, 3 hours from 08:00. */
  const merged = (when = '03-02 11:30') => {
    const [from, into] = [openedAs(A, 'orange'), openedAs(B, 'orange')];
    expect(give(from, '03-02 10:05', officer, source(seventh, '03-02 09:30', '〔2026〕7号'))).toBe('done');
    expect(give(from, '03-02 10:06', head, source(seventh, '03-02 08:00', '〔2026〕8号'))).toBe('done');
    const act = from.log.length;
    expect(from.give(when, officer, proposing(into.state, B)).refusal).toBeNull();
    expect(into.give(when, leader, { type: 'TakeOver', from: from.state }).refusal).toBeNull();
    expect(from.give(when, leader, { type: 'CloseMerged', other: into.state }).refusal).toBeNull();
    return { from, into, act, entry: into.state.takenOver[0]!.entry };
  };
  const both = [
    [at('03-02 12:30'), 'open'],
    [at('03-02 11:00'), 'open'],
  ];

  it('does not go by the entry of the merge, which is no act', () => {
    const { into, entry } = merged();
    for (const by of [officer, head, leader, chief])
      expect(give(into, '03-02 11:40', by, withdrawn(entry))).toBe('ACT_UNKNOWN');
    expect(owed(into, 'zhanjiangTelephone')).toEqual(both);
    expect(into.state.sources).toHaveLength(3);
    expect(Object.values(into.state.passed).map(({ due }) => due)).toContain(at('03-02 11:00'));
  });

  it.each([
    ['a second before its limit', '03-02 10:59:59', false],
    ['at it', '03-02 11:00', false],
    ['a second after it', '03-02 11:00:01', true],
  ])('is taken back alone by its own entry, by another than who entered it there (%s)', (_, when, isLate) => {
    const { into, act } = merged('03-02 10:30');
    into.runTo(when);
    // The limit that it gives would be gone: who may grant time does it, and not for himself.
    expect(give(into, when, officer, withdrawn(act, A))).toBe('ROLE_NOT_ALLOWED');
    expect(give(into, when, head, withdrawn(act, A))).toBe('SECOND_PERSON_REQUIRED');
    const { events, refusal } = into.give(when, second, withdrawn(act, A));
    expect(refusal).toBeNull();
    const revoked = events.flatMap((event) => (event.type === 'LimitsPassed' ? event.revoked : []));
    expect(revoked.some(({ due }) => due === at('03-02 11:00'))).toBe(isLate);
    expect(owed(into, 'zhanjiangTelephone')).toEqual([[at('03-02 12:30'), 'open']]);
    expect(into.state.sources.map(({ reference }) => reference)).not.toContain('〔2026〕8号');
    expect(Object.values(into.state.passed).some(({ due }) => due === at('03-02 11:00'))).toBe(false);
    const labels = into.log.flatMap(({ events }) => events.map((event) => labelOf(leizhou, event)));
    expect(labels).toContain(`撤回案卷${A}日志第${act}条:${REASON}`);
    // A repeat is a success.
    expect(into.give(when, second, withdrawn(act, A))).toMatchObject({ events: [], refusal: null });
  });

  it('of the opening is the case itself, there and here', () => {
    const { into } = merged();
    expect(give(into, '03-02 11:40', chief, withdrawn(1, A))).toBe('ACT_UNKNOWN');
  });

  it('also once the other has been merged itself', () => {
    const { into, act } = merged();
    const third = openedAs('LZ2026-0003', 'orange');
    const moment = '03-02 11:45';
    expect(into.give(moment, officer, proposing(third.state, 'LZ2026-0003')).refusal).toBeNull();
    expect(third.give(moment, leader, { type: 'TakeOver', from: into.state }).refusal).toBeNull();
    expect(give(third, moment, officer, withdrawn(third.state.takenOver[0]!.entry))).toBe('ACT_UNKNOWN');
    expect(owed(third, 'zhanjiangTelephone')).toEqual(both);
    expect(give(third, moment, second, withdrawn(act, A))).toBe('done');
    expect(owed(third, 'zhanjiangTelephone')).toEqual([[at('03-02 12:30'), 'open']]);
  });

  it('that had been taken back before the merge of that one does not come up again', () => {
    const { into, act } = merged('03-02 10:30');
    expect(give(into, '03-02 10:40', second, withdrawn(act, A))).toBe('done');
    const third = openedAs('LZ2026-0003', 'orange');
    expect(into.give('03-02 10:45', officer, proposing(third.state, 'LZ2026-0003')).refusal).toBeNull();
    expect(third.give('03-02 10:45', leader, { type: 'TakeOver', from: into.state }).refusal).toBeNull();
    expect(owed(third, 'zhanjiangTelephone')).toEqual([[at('03-02 12:30'), 'open']]);
    expect(third.state.sources.map(({ reference }) => reference)).not.toContain('〔2026〕8号');
  });

  it('leaves the same paper owed where this case has it too', () => {
    const [from, into] = [openedAs(A, 'orange'), openedAs(B, 'orange')];
    for (const file of [from, into])
      expect(give(file, '03-02 10:05', officer, source(seventh, '03-02 09:30', '〔2026〕7号'))).toBe('done');
    const act = from.log.length;
    expect(from.give('03-02 10:30', head, proposing(into.state, B)).refusal).toBeNull();
    expect(into.give('03-02 10:30', leader, { type: 'TakeOver', from: from.state }).refusal).toBeNull();
    expect(give(into, '03-02 10:40', officer, withdrawn(act, A))).toBe('done');
    expect(owed(into, 'zhanjiangTelephone')).toEqual([[at('03-02 12:30'), 'open']]);
  });

  it('counts with what was done for it there (提示关注, published before the merge)', () => {
    const prompted = { kind: 'city-prompted', receivedAt: at('03-02 09:00'), reference: '〔2026〕8号' };
    const [from, into] = [openedAs(B, 'orange', { sources: [prompted] }), openedAs(A, 'orange')];
    const approved: CaseCommand = {
      type: 'RecordAction',
      action: 'statementApproved',
      text: '情况说明',
    };
    expect(give(from, '03-02 10:30', leader, approved)).toBe('done');
    const published: CaseCommand = { type: 'RecordPublication', form: 'authoritative', title: '情况说明' };
    expect(give(from, '03-02 11:00', officer, published)).toBe('done');
    expect(merge(from, into, '03-02 11:00')).toBeUndefined();
    expect(give(into, '03-02 11:10', officer, withdrawn(into.state.takenOver[0]!.entry))).toBe('ACT_UNKNOWN');
    expect(into.duty('publicResponse')?.current).toMatchObject({
      outcome: 'fulfilled',
      completedAt: at('03-02 11:00'),
    });
    expect(into.duty('verifySource')?.status).toBe('open');
  });
});

describe('the same in 呼和浩特', () => {
  it('the prompt of the superior is taken back by its own entry there, and its 24 hours with it', () => {
    const opened = (caseId: string) => open({ bureau: 'hohhot', level: 'major', facts: { caseId } });
    const [from, into] = [opened('HH2026-0001'), opened('HH2026-0002')];
    const [office, deputy] = [person('officeHead'), person('deputyLeader')];
    const prompt = source('cac-prompted', '03-02 09:00', '提示单〔2026〕8号');
    expect(give(from, '03-02 10:05', office, prompt)).toBe('done');
    const act = from.log.length;
    expect(from.give('03-02 10:30', office, proposing(into.state, 'HH2026-0002')).refusal).toBeNull();
    expect(into.give('03-02 10:30', deputy, { type: 'TakeOver', from: from.state }).refusal).toBeNull();
    const { entry } = into.state.takenOver[0]!;
    expect(owed(into, 'feedback')).toContainEqual([at('03-03 09:00'), 'open']);
    expect(give(into, '03-02 10:40', office, withdrawn(entry))).toBe('ACT_UNKNOWN');
    expect(give(into, '03-02 10:40', office, withdrawn(act, 'HH2026-0001'))).toBe('SECOND_PERSON_REQUIRED');
    expect(give(into, '03-02 10:40', second, withdrawn(act, 'HH2026-0001'))).toBe('done');
    expect(owed(into, 'feedback')).not.toContainEqual([at('03-03 09:00'), 'open']);
  });
});
