import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../../shared/case/events.ts';
import type { PersonCommand } from '../../../../shared/rules/decide.ts';
import { confirm } from '../../../support/approvals.ts';
import { at, chief, head, leader, liaison, officer, system } from '../../../support/case-file.ts';
import { concluding } from '../../../support/conclude.ts';
import { codeOf, openedAt, openedIn, outcomeOf, person, toldBy, unitHead } from './people.ts';

type File = ReturnType<typeof openedAt>;
const word = (of: Actor, when: string) => ({ person: of.id, channel: '电话', at: at(when) });
type Report = Extract<PersonCommand, { type: 'FileReport' }>;
const report = (of: Actor, when: string, more: Partial<Report> = {}): Report => ({
  type: 'FileReport',
  kind: 'first',
  form: 'telephone',
  to: ['chiefLeader'],
  onBehalf: word(of, when),
  ...more,
});
/** What became of the daily report that is due on the morning of 3 March. */
const daily = (file: File) =>
  file.duty('dailyReport')!.history.find(({ due }) => due === at('03-03 08:00'))?.outcome ??
  file.duty('dailyReport')!.current.outcome;

describe('leizhou: the office enters for the unit what the unit reported (代录)', () => {
  it('办法 第十六条 ②: it stands as 已办·待确认 and asks the unit’s person at once; his word makes it 按时', () => {
    const file = openedAt('red');
    file.release('03-02 09:05');
    expect(codeOf(file.give('03-02 09:20', officer, report(liaison, '03-02 09:10')))).toBe('done');
    const act = file.state.version;
    expect(toldBy(file)).toEqual([['confirm', liaison.id]]);
    expect(file.state.reports[0]).toMatchObject({ madeAt: at('03-02 09:10'), by: { id: officer.id } });
    expect(outcomeOf(file, 'unitResponse')).toBe('unconfirmed');
    // The unit is no longer chased for it.
    expect(file.runTo('03-02 20:00').filter((step) => step.includes('unitResponse'))).toEqual([]);
    for (const giver of [officer, head, unitHead])
      expect(codeOf(file.give('03-02 20:10', giver, confirm(act)))).toBe('NOT_YOURS_TO_CONFIRM');
    expect(codeOf(file.give('03-02 20:11', liaison, confirm(act)))).toBe('done');
    expect(outcomeOf(file, 'unitResponse')).toBe('fulfilled');
  });

  it('the same report in the office’s own name is not the unit’s', () => {
    const file = openedAt('red');
    file.release('03-02 09:05');
    const { onBehalf: _, ...own } = report(liaison, '03-02 09:10');
    file.give('03-02 09:20', officer, own);
    expect(outcomeOf(file, 'unitResponse')).toBe('open');
  });

  it('a denial revives what it met, and is told to the head of the office, the chief and who entered it', () => {
    const file = openedAt('red');
    file.release('03-02 09:05');
    file.give('03-02 09:20', officer, report(liaison, '03-02 09:10'));
    const act = file.state.version;
    expect(codeOf(file.give('03-02 09:30', liaison, confirm(act, false, '没有报告过')))).toBe('done');
    expect(toldBy(file)).toEqual([
      ['denied', 'officeHead'],
      ['denied', 'chiefLeader'],
      ['denied', officer.id],
    ]);
    expect(outcomeOf(file, 'unitResponse')).toBe('open');
    expect(file.state.reports).toEqual([]);
  });

  it.each([
    ['03-03 07:59:59', 'fulfilled'],
    ['03-03 08:00:00', 'fulfilled'],
    ['03-03 08:00:01', 'fulfilledLate'],
  ])('办法 第二十三条(二)②: the daily report that it gave at %s is %s once confirmed', (when, outcome) => {
    const file = openedAt('orange');
    const given = report(unitHead, when, { kind: 'progress', form: 'written', to: ['officeHead'] });
    expect(codeOf(file.give('03-03 08:00:02', officer, given))).toBe('done');
    const act = file.state.version;
    expect(codeOf(file.give('03-03 09:00', unitHead, confirm(act)))).toBe('done');
    // Entered after the limit as made before it, it also needs the word of somebody who did not owe it.
    if (outcome === 'fulfilled')
      expect(codeOf(file.give('03-03 09:01', head, { ...confirm(act), reference: '收文1号' }))).toBe('done');
    expect(daily(file)).toBe(outcome);
  });

  it('is asked again at 08:00, and told up at noon of the next working day', () => {
    const file = openedAt('red');
    file.give('03-06 22:00', officer, report(liaison, '03-06 21:50'));
    const ask = (when: string) => {
      const before = file.log.length;
      file.give(when, system, { type: 'AskAgain' });
      return file.log.length === before ? [] : toldBy(file).filter(([template]) => template !== 'lateEntry');
    };
    expect(ask('03-07 07:59:59')).toEqual([]);
    expect(ask('03-07 08:00')).toEqual([['confirm', liaison.id]]);
    expect(ask('03-09 11:59:59')).toEqual([['confirm', liaison.id]]);
    expect(ask('03-09 12:00').map(([template]) => template)).toEqual(['unconfirmed', 'unconfirmed']);
  });

  it('bars the conclusion until it is confirmed', () => {
    const file = openedAt('blue');
    file.give('03-02 09:20', officer, report(liaison, '03-02 09:10'));
    const act = file.state.version;
    const end = concluding(file.schedule().duties);
    expect(codeOf(file.give('03-02 10:00', head, end))).toBe('ACTS_UNCONFIRMED');
    file.give('03-02 10:01', liaison, confirm(act));
    expect(codeOf(file.give('03-02 10:02', head, end))).toBe('done');
  });

  it.each([
    ['without person', { onBehalf: { ...word(liaison, '03-02 09:10'), person: undefined } }, '本人'],
    ['without way', { onBehalf: { ...word(liaison, '03-02 09:10'), channel: undefined } }, '方式'],
    ['without time', { onBehalf: { ...word(liaison, '03-02 09:10'), at: undefined } }, '时间'],
    ['without its words', { summary: '。', text: ' ' }, '报告的要点、正文或文号'],
  ])('is refused %s', (_, more, says) => {
    const file = openedAt('red');
    const given = { ...report(liaison, '03-02 09:10'), ...more } as Report;
    const { refusal } = file.giveBare('03-02 09:20', officer, given);
    expect(refusal).toMatchObject({ code: 'ON_BEHALF_INCOMPLETE' });
    expect(refusal?.message).toContain(says);
  });

  it.each([
    ['by the unit itself for its head', unitHead, report(liaison, '03-02 09:10'), 'ROLE_NOT_ALLOWED'],
    ['for the office’s own people', officer, report(head, '03-02 09:10'), 'ROLE_NOT_ALLOWED'],
    ['for himself', officer, report(officer, '03-02 09:10'), 'SECOND_PERSON_REQUIRED'],
    ['for who may not report', officer, report(leader, '03-02 09:10'), 'ROLE_NOT_ALLOWED'],
    ['of the future', officer, report(liaison, '03-02 09:25:01'), 'INSTANT_IN_FUTURE'],
    [
      'to whom the unit may not report',
      officer,
      report(liaison, '03-02 09:10', { to: ['zhanjiang'] }),
      'CONTACT_NOT_ALLOWED',
    ],
  ])('never %s', (_, giver, command, code) => {
    expect(codeOf(openedAt('red').give('03-02 09:20', giver, command))).toBe(code);
  });

  it('办法 第二十四条: the unit’s meeting and its request for the plan likewise', () => {
    const file = openedAt('orange');
    const meeting = { type: 'RecordMeeting', onBehalf: word(unitHead, '03-02 09:10') } as const;
    const request = {
      type: 'RequestPlan',
      reason: '达到橙色',
      onBehalf: word(unitHead, '03-02 09:12'),
    } as const;
    expect(file.giveBare('03-02 09:20', officer, meeting).refusal?.message).toContain('会议结论');
    expect(codeOf(file.give('03-02 09:20', officer, meeting))).toBe('done');
    expect(codeOf(file.give('03-02 09:21', officer, request))).toBe('done');
    const asked = file.state.version;
    expect(file.state.planRequests[0]?.madeAt).toBe(at('03-02 09:12'));
    for (const duty of ['emergencyMeeting', 'emergencyPlan'])
      expect(outcomeOf(file, duty)).toBe('unconfirmed');
    file.give('03-02 09:30', unitHead, confirm(asked, false, '没有报请'));
    expect(outcomeOf(file, 'emergencyPlan')).toBe('open');
    expect(file.state.planRequests).toEqual([]);
  });

  it('a unit’s person who heads the office too does not vouch for the time of his own report', () => {
    const file = openedAt('orange');
    const given = report(unitHead, '03-03 07:00', { kind: 'progress', form: 'written', to: ['officeHead'] });
    file.give('03-03 09:00', officer, given);
    const act = file.state.version;
    const elsewhere = { ...unitHead, role: 'officeHead' };
    expect(codeOf(file.give('03-03 09:10', elsewhere, confirm(act)))).toBe('done');
    expect(daily(file)).toBe('lateEntry');
    expect(codeOf(file.give('03-03 09:20', elsewhere, confirm(act)))).toBe('SECOND_PERSON_REQUIRED');
    expect(codeOf(file.give('03-03 09:30', head, confirm(act)))).toBe('done');
    expect(daily(file)).toBe('fulfilled');
  });
});

describe('yinzhou E 四(二)3 口头15min: within 15 minutes the unit tells the leaders, and the office enters it', () => {
  const office = person('dutyOfficer');
  const unit = person('unitLiaison', 'welfareHome');

  it.each([
    ['03-02 09:14:59', 'fulfilled'],
    ['03-02 09:15:00', 'fulfilled'],
    ['03-02 09:15:01', 'fulfilledLate'],
  ])('told at %s: 已办·待确认, and %s by the word of who told it', (when, outcome) => {
    const file = openedIn('yinzhou', {
      level: 'major',
      by: office,
      unit: 'welfareHome',
      people: [unit, chief],
    });
    // The level is the unit's own: what it has signed for is law without 定级.
    file.give('03-02 09:00', unit, { type: 'Acknowledge' });
    const oral: PersonCommand = {
      type: 'FileReport',
      kind: 'first',
      form: 'oral',
      to: ['deputyLeader', 'chiefLeader'],
      onBehalf: word(unit, when),
    };
    expect(codeOf(file.give(when, office, oral))).toBe('done');
    const act = file.state.version;
    expect(file.state.confirmations[act]).toMatchObject({ person: unit.id, unit: 'welfareHome' });
    if (outcome === 'fulfilled') expect(outcomeOf(file, 'oralReport')).toBe('unconfirmed');
    expect(codeOf(file.give('03-02 09:20', unit, confirm(act)))).toBe('done');
    expect(outcomeOf(file, 'oralReport')).toBe(outcome);
  });
});
