import { describe, expect, it } from 'vitest';
import { regulations } from '../../../../shared/regulations/index.ts';
import { giversOf } from '../../../../shared/regulations/lookup.ts';
import type { CaseCommand } from '../../../../shared/rules/decide.ts';
import { type File, open, person } from '../../../readings/given.ts';
import { at, head, leader } from '../../../support/case-file.ts';
import { A, B, openedAs, proposing } from './two-cases.ts';

const approve: CaseCommand = { type: 'RecordAction', action: 'statementApproved', text: '情况通报' };
const publish: CaseCommand = { type: 'RecordPublication', form: 'authoritative', title: '情况通报' };
const publishIn = (file: File, minute: string): void => {
  const before = new Date(Date.parse(at(`03-02 ${minute}`)) - 60_000).toISOString();
  expect(file.give(before, leader, approve).refusal).toBeNull();
  expect(file.give(`03-02 ${minute}`, head, publish).refusal).toBeNull();
};
const stands = (file: File, duty: string) => {
  const { current, foundLate } = file.schedule().duties.find((each) => each.duty === duty)!;
  const { outcome, due, completedAt } = current;
  return { outcome, due, completedAt, foundLate };
};
/** Both ways round: into the first, and into the second. */
const WAYS = [
  ['the earlier into the later', true],
  ['the later into the earlier', false],
] as const;
const mergeBoth = (earlier: File, later: File, isInto: boolean, when: string): File => {
  const [from, into] = isInto ? [earlier, later] : [later, earlier];
  const { state } = into;
  expect(from.give(when, head, proposing(state, state.caseId)).refusal).toBeNull();
  expect(into.give(when, leader, { type: 'TakeOver', from: from.state }).refusal).toBeNull();
  return into;
};

describe('what is owed once, and was done in one of two cases that become one', () => {
  const early = () => openedAs(A, 'red', { instants: { occurredAt: at('03-02 09:00') } }, '03-02 09:00');
  const later = (when = '15:00') =>
    openedAs(B, 'red', { instants: { occurredAt: at(`03-02 ${when}`) } }, `03-02 ${when}`);
  const DUE = at('03-02 14:00');

  it.each(WAYS)('in time for both: is done by the stricter limit (%s)', (_, isInto) => {
    const [one, other] = [early(), later('11:00')];
    publishIn(one, '12:00');
    const into = mergeBoth(one, other, isInto, '03-02 12:30');
    expect(stands(into, 'publicResponse')).toEqual({
      outcome: 'fulfilled',
      due: DUE,
      completedAt: at('03-02 12:00'),
      foundLate: null,
    });
    expect(stands(into, 'prepareStatement').outcome).toBe('fulfilled');
  });

  it.each(WAYS)('before the other was there at all: is done (%s)', (_, isInto) => {
    const one = early();
    publishIn(one, '10:00');
    const into = mergeBoth(one, later(), isInto, '03-02 15:20');
    expect(stands(into, 'publicResponse')).toMatchObject({ outcome: 'fulfilled', due: DUE });
  });

  it.each([
    ['13:59:59', '14:00:00', 'fulfilled'],
    ['14:00:00', '14:00:00', 'fulfilled'],
    ['14:00:01', '14:00:01', 'fulfilledLate'],
    // The log of the earlier one has said by then that it was missed.
    ['13:59:59', '14:00:01', 'fulfilledLate'],
  ])(
    'at %s in the later one alone, whose own limit had not come, and merged at %s: %s, both ways round',
    (minute, when, outcome) => {
      for (const [, isInto] of WAYS) {
        const [one, other] = [early(), later('11:00')];
        publishIn(other, minute);
        const into = mergeBoth(one, other, isInto, `03-02 ${when}`);
        expect(stands(into, 'publicResponse')).toEqual({
          outcome,
          due: DUE,
          completedAt: at(`03-02 ${minute}`),
          foundLate: null,
        });
        expect(into.state.passed['publicResponse#1'] !== undefined).toBe(outcome === 'fulfilledLate');
      }
    },
  );

  it.each(WAYS)('late in the one, in time in the other: is late (%s)', (_, isInto) => {
    const [one, other] = [early(), later()];
    publishIn(one, '14:30');
    publishIn(other, '15:10');
    const into = mergeBoth(one, other, isInto, '03-02 15:20');
    expect(stands(into, 'publicResponse')).toMatchObject({ outcome: 'fulfilledLate', due: DUE });
  });

  it.each(WAYS)('for one paper that both had: is late by its first receipt (%s)', (_, isInto) => {
    const received = (caseId: string, when: string) =>
      openedAs(
        caseId,
        'orange',
        {
          sources: [{ kind: 'zhanjiang-assigned', receivedAt: at(when), reference: '湛市监舆〔2026〕3号' }],
        },
        when,
      );
    const [one, other] = [received(A, '03-02 09:00'), received(B, '03-02 15:00')];
    const report: CaseCommand = {
      type: 'FileReport',
      kind: 'first',
      form: 'telephone',
      to: ['zhanjiang'],
    };
    expect(other.give('03-02 15:30', head, report).refusal).toBeNull();
    const into = mergeBoth(one, other, isInto, '03-02 16:00');
    expect(stands(into, 'zhanjiangTelephone')).toMatchObject({
      outcome: 'fulfilledLate',
      due: at('03-02 12:00'),
    });
  });

  it('says in the file what was done where, and the limit that it was late by', () => {
    const [one, other] = [early(), later()];
    publishIn(other, '15:20');
    const into = mergeBoth(one, other, true, '03-02 16:00');
    const events = into.log.flatMap((entry) => entry.events);
    const late = { duty: 'publicResponse', outcome: 'fulfilledLate', due: DUE };
    expect(events).toContainEqual(
      expect.objectContaining({
        type: 'DutiesSettled',
        settled: expect.arrayContaining([expect.objectContaining(late)]),
      }),
    );
  });
});

describe('the same in 南宁', () => {
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
  const report: CaseCommand = { type: 'FileReport', kind: 'report', form: 'telephone', to: ['superior'] };
  const agree = (one: File, other: File, isInto: boolean, when: string): File => {
    const [from, into] = isInto ? [one, other] : [other, one];
    const proposal = proposing(into.state, into.state.caseId);
    expect(from.give(when, person('officeHead'), proposal).refusal).toBeNull();
    const taking = { type: 'TakeOver', from: from.state } as const;
    expect(into.give(when, person('deputyLeader'), taking).refusal).toBeNull();
    return into;
  };

  it.each(WAYS)('what one case had missed is late, though the other reported in time (%s)', (_, isInto) => {
    const [one, other] = [opened('NN2026-0001', '03-02 09:00'), opened('NN2026-0002', '03-02 15:00')];
    expect(other.give('03-02 15:10', person('officeHead'), report).refusal).toBeNull();
    const into = agree(one, other, isInto, '03-02 15:30');
    expect(stands(into, 'reportImportant')).toMatchObject({
      outcome: 'fulfilledLate',
      due: at('03-02 13:00'),
    });
  });

  it.each(WAYS)('what one case had reported in time needs no second report (%s)', (_, isInto) => {
    const [one, other] = [opened('NN2026-0001', '03-02 09:00'), opened('NN2026-0002', '03-02 10:00')];
    expect(one.give('03-02 09:30', person('officeHead'), report).refusal).toBeNull();
    const into = agree(one, other, isInto, '03-02 10:30');
    expect(stands(into, 'reportImportant')).toMatchObject({ outcome: 'fulfilled', due: at('03-02 13:00') });
  });
});
