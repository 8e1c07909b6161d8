import { describe, expect, it } from 'vitest';
import { regulations } from '../../../../shared/regulations/index.ts';
import { labelOf } from '../../../../shared/rules/labels/labels.ts';
import type { CommandOf } from '../../../../shared/rules/refusing.ts';
import { leizhou } from '../../../support/bureaus.ts';
import { at, caseFile, chief, head, leader, liaison, officer, opening } from '../../../support/case-file.ts';
import { noticesOf, open, otherUnit } from './given.ts';

const instruct = (more: Partial<CommandOf<'RecordInstruction'>> = {}): CommandOf<'RecordInstruction'> => ({
  type: 'RecordInstruction',
  from: 'bureau',
  text: '速办',
  ...more,
});
const report = (answers: string[]) => ({
  type: 'FileReport' as const,
  kind: 'progress',
  form: 'written',
  to: ['deputyLeader'],
  answers,
});
const idOf = (file: ReturnType<typeof open>): string =>
  `instruction-${file.state.instructions.at(-1)!.entry}`;

describe('a 批示 with a task or a deadline', () => {
  const deadline = at('03-03 12:00');

  it('without either is for the file alone', () => {
    const file = open();
    file.give('03-02 11:00', officer, instruct());
    expect(file.state.instructions).toEqual([]);
  });

  it('is a duty of whom it names, with its words, and no 规定', () => {
    const file = open();
    const { events } = file.give('03-02 11:00', leader, instruct({ task: '查清进货渠道', deadline }));
    expect(noticesOf(events)).toMatchObject([{ role: 'unitHead', unit: 'food', template: 'instructed' }]);
    expect(file.duty(idOf(file))).toMatchObject({
      name: '落实批示:查清进货渠道',
      responsible: 'unitHead',
      unit: 'food',
      basis: 'bureau',
      breachable: false,
      current: { due: deadline, outcome: 'open' },
    });
  });

  it('is reminded and chased up the ladder, never 逾期 and never 督办', () => {
    const file = open();
    file.give('03-02 11:00', leader, instruct({ deadline }));
    const id = idOf(file);
    const steps = file.runTo('03-03 13:10').filter((step) => step.includes(id));
    expect(steps.map((step) => step.replace(`${id}#1 `, ''))).toEqual([
      '03-03 05:45 remind0',
      '03-03 11:00 remind1',
      '03-03 11:45 remind2',
      '03-03 12:00 due0',
      '03-03 12:30 remind3',
      '03-03 13:00 remind4',
    ]);
    const said = file.log
      .flatMap(({ events }) => events)
      .filter((event) => 'duty' in event && event.duty === id);
    expect(said.map(({ type }) => type)).not.toContain('DutyOverdue');
    expect(said.map((event) => labelOf(leizhou, event)).join()).not.toContain(id);
    expect(Object.keys(file.state.reached[`${id}#1`] ?? {})).toEqual(
      expect.arrayContaining(['unitHead', 'officeHead', 'deputyLeader']),
    );
  });

  it('is answered by a report of its unit that names it, one made a second before it is none', () => {
    const file = open();
    file.give('03-02 11:00', leader, instruct({ deadline }));
    const id = idOf(file);
    const name = String(file.state.instructions[0]!.entry);
    const early = { ...report([name]), madeAt: at('03-02 10:59:59') };
    file.give('03-02 11:10', liaison, early);
    expect(file.duty(id)!.status).toBe('open');
    file.give('03-02 11:20', liaison, { ...report([name]), madeAt: at('03-02 11:00') });
    expect(file.duty(id)).toMatchObject({ status: 'fulfilled', next: null });
  });

  it('may name another unit, which may then report; who is not asked may not answer', () => {
    const file = open();
    file.give('03-02 11:00', leader, instruct({ deadline, to: { role: 'unitHead', unit: 'drugs' } }));
    const name = String(file.state.instructions[0]!.entry);
    expect(file.give('03-02 11:10', liaison, report([name])).refusal?.code).toBe('NOT_YOUR_UNIT');
    expect(file.give('03-02 11:20', otherUnit, report([name])).refusal).toBeNull();
    expect(file.duty(idOf(file))!.status).toBe('fulfilled');
  });

  it('a limit that had passed when it was given is refused', () => {
    const at11 = at('03-02 11:00');
    expect(open().give('03-02 11:00', chief, instruct({ deadline: at11 })).refusal?.code).toBe(
      'DEADLINE_PAST',
    );
    expect(
      open().give('03-02 11:00', chief, instruct({ deadline: at('03-02 11:00:01') })).refusal,
    ).toBeNull();
  });

  it.each([
    ['03-03 12:00:00', officer, officer, 'done'],
    ['03-03 12:00:01', officer, officer, 'ROLE_NOT_ALLOWED'],
    ['03-03 12:00:01', head, head, 'SECOND_PERSON_REQUIRED'],
    ['03-03 12:00:01', officer, head, 'done'],
  ])('entered by mistake it is taken back at %s, of %o by %o: %s', (when, maker, who, outcome) => {
    const file = open();
    file.give('03-02 11:00', maker, instruct({ task: '查清进货渠道', deadline }));
    const { entry: act } = file.state.instructions[0]!;
    const taken = file.give(when, who, { type: 'WithdrawAct', act, reason: '录错案卷' });
    expect(taken.refusal?.code ?? 'done').toBe(outcome);
    expect(file.state.instructions).toHaveLength(outcome === 'done' ? 0 : 1);
    expect(file.duty(`instruction-${act}`)?.status).toBe(outcome === 'done' ? undefined : 'open');
  });

  it('南宁: without a unit it is the office’s, and without a limit it is chased at the slow pace', () => {
    const file = caseFile(regulations.nanning!);
    const facts = { ...opening({ level: 'major' }), unit: undefined };
    expect(file.give('03-02 10:30', head, facts).refusal).toBeNull();
    file.give('03-02 11:00', chief, instruct({ task: '向上级说明情况' }));
    expect(file.duty(idOf(file))).toMatchObject({
      responsible: 'officeHead',
      current: { due: null },
      limitText: '批示未定时限',
      next: { at: at('03-03 11:00') },
    });
  });
});
