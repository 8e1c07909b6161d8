import { describe, expect, it } from 'vitest';
import { regulations } from '../../shared/regulations/index.ts';
import type { CaseCommand } from '../../shared/rules/decide.ts';
import { labelOf } from '../../shared/rules/labels/labels.ts';
import { at, chief, group, head, leader, liaison, officer } from '../support/case-file.ts';
import { correct, type Found, give, open, person } from './given.ts';

const day = (instant: string, local: string): CaseCommand => correct(instant, local, { dateOnly: true });
const rekindle = (local: string): CaseCommand => ({
  type: 'Rekindle',
  reason: '又起',
  outbreakAt: at(local),
});
const calm = (local: string): CaseCommand => ({ type: 'DeclareCalm', reason: '平息', calmedAt: at(local) });

const daily: CaseCommand = {
  type: 'FileReport',
  kind: 'progress',
  form: 'written',
  to: ['chiefLeader', 'deputyLeader', 'officeHead'],
};

/** An instant of each bureau, what counts from it, and what is proposed for it first and then. */
const CASES: [string, string, Found][] = [
  ['leizhou', 'occurredAt', {}],
  ['yinzhou', 'eventAt', { level: 'major' }],
  ['nanning', 'knownAt', { level: 'general', facts: { flags: ['netizenPost'] } }],
  ['hohhot', 'occurredAt', { level: 'medium', by: person('commandGroup') }],
  ['petition', 'detectedAt', { level: 'major', facts: { unit: undefined } }],
];
describe.each(CASES)(
  '%s: %s is put off once by a person, and never beyond his own word',
  (bureau, id, found) => {
    const file = () =>
      open({
        bureau,
        when: '03-02 10:00',
        ...found,
        instants: { detectedAt: '03-02 08:00', ...found.instants },
      });

    it('an earlier one that a clerk enters in between makes no second time', () => {
      const one = file();
      expect(give(one, '03-02 10:01', head, correct(id, '03-02 09:00'))).toBe('done');
      expect(give(one, '03-02 10:02', officer, correct(id, '03-02 08:59'))).toBe('done');
      expect(give(one, '03-02 10:03', head, correct(id, '03-02 09:30'))).toBe('SECOND_PERSON_REQUIRED');
      expect(give(one, '03-02 10:04', { ...head, role: 'deputyLeader' }, correct(id, '03-02 09:30'))).toBe(
        'SECOND_PERSON_REQUIRED',
      );
      expect(give(one, '03-02 10:05', leader, correct(id, '03-02 09:30'))).toBe('done');
      expect(give(one, '03-02 10:06', leader, correct(id, '03-02 09:40'))).toBe('SECOND_PERSON_REQUIRED');
    });

    it('who stated it himself does not put it off, be it a second, whoever stated an earlier one since', () => {
      const one = file();
      expect(give(one, '03-02 10:01', head, correct(id, '03-02 07:50'))).toBe('done');
      expect(give(one, '03-02 10:02', officer, correct(id, '03-02 07:49'))).toBe('done');
      expect(give(one, '03-02 10:03', head, correct(id, '03-02 07:49:01'))).toBe('SECOND_PERSON_REQUIRED');
      expect(give(one, '03-02 10:04', head, correct(id, '03-02 07:49'))).toBe('INSTANT_UNCHANGED');
      expect(give(one, '03-02 10:05', head, correct(id, '03-02 07:48:59'))).toBe('done');
    });

    it('nobody does whom the roster does not know, and the refusal says who may', () => {
      const one = file();
      give(one, '03-02 10:01', head, correct(id, '03-02 09:00'));
      const { refusal } = one.give('03-02 10:02', head, correct(id, '03-02 09:30'));
      expect(refusal?.message).toMatch(/每人只能办理一次;可由.*办公室.*中的其他人办理/);
    });
  },
);

describe('leizhou 办法 第二十三条(二)②: a later 爆发', () => {
  const orange = () =>
    open({ level: 'orange', when: '03-02 09:00', instants: { detectedAt: '03-02 09:00' } });

  it('is another person’s than who named the outbreak that flared up again', () => {
    const file = orange();
    expect(give(file, '03-03 08:00', chief, calm('03-03 08:00'))).toBe('done');
    expect(give(file, '03-03 12:00', head, rekindle('03-03 11:00'))).toBe('done');
    expect(file.due('dailyReport')).toBe(at('03-04 11:00'));
    expect(give(file, '03-03 12:01', head, correct('outbreakAt', '03-03 11:30'))).toBe(
      'SECOND_PERSON_REQUIRED',
    );
    expect(give(file, '03-03 12:01', officer, correct('outbreakAt', '03-03 11:30'))).toBe('ROLE_NOT_ALLOWED');
    expect(give(file, '03-03 12:02', leader, correct('outbreakAt', '03-03 11:30'))).toBe('done');
    expect(file.duty('dailyReport')?.current.occurrence).toBe('2.1');
  });

  it.each([
    ['03-05 11:59:59', '1.1', '03-06 11:59:59'],
    ['03-05 12:00:00', '1.1', '03-06 12:00:00'],
    ['03-02 09:00:01', '1.4', '03-06 09:00:01'],
  ])('at %s counts from there, whatever was met by the grid before: %s is owed by %s', (when, name, due) => {
    const file = orange();
    for (const day of ['03', '04', '05']) file.give(`03-${day} 08:30`, liaison, daily);
    expect(give(file, '03-05 15:10', head, correct('outbreakAt', when))).toBe('done');
    expect(file.duty('dailyReport')?.current).toMatchObject({ occurrence: name, due: at(due) });
  });

  it.each([
    ['03-03 07:59:59', 'INSTANT_BEFORE_CALM'],
    ['03-03 08:00:00', 'done'],
    ['03-03 08:00:01', 'done'],
  ])('at %s, the calm before it at 08:00: %s', (when, outcome) => {
    const file = orange();
    give(file, '03-03 08:00', chief, calm('03-03 08:00'));
    give(file, '03-03 12:00', officer, rekindle('03-03 11:00'));
    expect(give(file, '03-03 12:01', leader, correct('outbreakAt', when))).toBe(outcome);
  });

  it.each([
    ['03-03 07:59:59', 'done'],
    ['03-03 08:00:00', 'done'],
    ['03-03 08:00:01', 'INSTANT_BEFORE_OUTBREAK'],
  ])('of an outbreak that is over, at %s: %s', (when, outcome) => {
    const file = orange();
    give(file, '03-03 08:00', group, calm('03-03 08:00'));
    expect(give(file, '03-03 12:01', leader, correct('outbreakAt', when))).toBe(outcome);
  });
});

describe('a day without a time is a bound at its end, and never later than when the bureau knew', () => {
  it('leizhou 爆发: said before the raise it puts off no daily report', () => {
    const file = open({ level: 'yellow', when: '03-02 09:00', instants: { detectedAt: '03-02 09:00' } });
    expect(give(file, '03-02 09:30', officer, day('outbreakAt', '03-02 12:00'))).toBe('done');
    const raise: CaseCommand = { type: 'ChangeLevel', level: 'orange', reason: '发酵', authority: 'change' };
    expect(give(file, '03-02 09:40', officer, raise)).toBe('done');
    expect(file.due('dailyReport')).toBe(at('03-03 09:00'));
  });

  it('leizhou 爆发: needs who may grant time where an earlier publication counts', () => {
    const file = open({
      level: 'orange',
      when: '03-02 09:00',
      instants: { publishedAt: '03-02 08:00', detectedAt: '03-02 09:00' },
    });
    expect(give(file, '03-02 09:30', officer, day('outbreakAt', '03-02 12:00'))).toBe('ROLE_NOT_ALLOWED');
    expect(give(file, '03-02 09:31', head, day('outbreakAt', '03-02 12:00'))).toBe('done');
    expect(file.due('dailyReport')).toBe(at('03-03 09:00'));
  });

  it.each([
    ['03-01 12:00', '03-02 00:00'],
    ['03-02 00:00', '03-02 09:00'],
    ['03-02 23:59:59', '03-02 09:00'],
  ])('nanning B 五(二) ⑥ 3h: the day of %s, 发现 at 09:00, counts from %s', (said, from) => {
    const file = open({
      bureau: 'nanning',
      level: 'general',
      when: '03-02 09:00',
      instants: { detectedAt: '03-02 09:00' },
      facts: { flags: ['netizenPost'] },
    });
    expect(give(file, '03-02 09:10', officer, day('knownAt', said))).toBe('done');
    expect(file.duty('firstReply')?.start?.at).toBe(at(from));
    expect(file.state.dateOnly).toEqual(['knownAt']);
  });

  it('is told as the day that was said', () => {
    const file = open({ bureau: 'nanning', level: 'general', instants: { detectedAt: '03-02 09:00' } });
    give(file, '03-02 10:10', officer, day('knownAt', '03-02 00:00'));
    const [corrected] = file.log.at(-1)!.events;
    expect(corrected).toMatchObject({ day: '2026-03-02', at: at('03-02 09:00') });
    expect(labelOf(regulations.nanning!, corrected!)).toBe('填写知晓发帖内容时间:3月2日(仅知日期);核实');
  });
});
