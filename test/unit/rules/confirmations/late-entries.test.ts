import { describe, expect, it } from 'vitest';
import type { CaseCommand } from '../../../../shared/rules/decide.ts';
import { labelOf } from '../../../../shared/rules/labels/labels.ts';
import { approval, confirm } from '../../../support/approvals.ts';
import { leizhou } from '../../../support/bureaus.ts';
import { at, chief, head, leader, liaison, officer, system } from '../../../support/case-file.ts';
import { codeOf, officerElsewhere, openedAt, openedIn, outcomeOf, person, toldBy } from './people.ts';

const assigned = () =>
  openedAt('red', { sources: [{ kind: 'zhanjiang-assigned', receivedAt: at('03-02 09:00') }] });
const telephoned = (madeAt: string): CaseCommand => ({
  type: 'FileReport',
  kind: 'first',
  form: 'telephone',
  to: ['zhanjiang'],
  madeAt: at(madeAt),
});
const met = (madeAt: string) => ({ ...telephoned(madeAt), to: ['deputyLeader'] }) as CaseCommand;

describe('补录', () => {
  it.each([
    ['03-02 10:30:00', false],
    ['03-02 10:30:01', true],
  ])('what is entered at %s as made at 10:00 is one: %s', (when, isLate) => {
    const file = assigned();
    file.give(when, officer, telephoned('03-02 10:00'));
    const event = file.log.at(-1)!.events[0]!;
    expect('enteredAt' in event).toBe(isLate);
    if (isLate) expect(event).toMatchObject({ madeAt: at('03-02 10:00'), enteredAt: at(when) });
    expect(outcomeOf(file, 'zhanjiangTelephone')).toBe('fulfilled');
  });

  it('made before anything is known of the case, it is recorded and asked about', () => {
    const file = assigned();
    file.give('03-02 10:00', officer, telephoned('03-02 07:59:59'));
    expect(file.log.at(-1)!.events[0]).toMatchObject({ beforeCase: true });
    expect(outcomeOf(file, 'zhanjiangTelephone')).toBe('open');
  });
});

describe('what is entered after its limit', () => {
  const late = () => {
    const file = assigned();
    file.runTo('03-02 13:00');
    file.give('03-02 13:10', officer, telephoned('03-02 11:00'));
    return { file, act: file.state.version };
  };

  it('stops the ladder at once and wakes nobody', () => {
    const { file } = late();
    expect(outcomeOf(file, 'zhanjiangTelephone')).toBe('lateEntry');
    expect(toldBy(file)).toEqual([]);
    expect(file.runTo('03-03 08:00').filter((step) => step.includes('zhanjiangTelephone'))).toEqual([]);
  });

  const askedAt = (file: ReturnType<typeof assigned>, when: string) => {
    file.give(when, system, { type: 'AskAgain' });
    return toldBy(file).flatMap(([template, who]) => (template === 'lateEntry' ? who : []));
  };

  it('is asked about by day, to a superior of the head of the office', () => {
    const { file } = late();
    expect(askedAt(file, '03-02 20:00')).toEqual([]);
    expect(askedAt(file, '03-03 08:00')).toEqual(['officeHead']);
  });

  it('is asked of the leaders where the head of the office made it', () => {
    const file = assigned();
    file.runTo('03-02 13:00');
    file.give('03-02 13:10', head, telephoned('03-02 11:00'));
    expect(askedAt(file, '03-03 08:00')).toEqual(['deputyLeader', 'chiefLeader']);
  });

  it('to a superior is in time by the receiver’s number, entered by another than its maker', () => {
    const { file, act } = late();
    const numbered = { ...confirm(act), reference: '湛江市局值班室收文17号' };
    expect(codeOf(file.give('03-02 14:00', officer, numbered))).toBe('SECOND_PERSON_REQUIRED');
    expect(codeOf(file.give('03-02 14:00', officerElsewhere, numbered))).toBe('SECOND_PERSON_REQUIRED');
    expect(codeOf(file.give('03-02 14:00', liaison, numbered))).toBe('ROLE_NOT_ALLOWED');
    expect(codeOf(file.give('03-02 14:00', head, confirm(act)))).toBe('REFERENCE_REQUIRED');
    expect(codeOf(file.give('03-02 14:01', head, numbered))).toBe('done');
    expect(outcomeOf(file, 'zhanjiangTelephone')).toBe('fulfilled');
    expect(file.give('03-02 14:02', head, numbered)).toMatchObject({ events: [], refusal: null });
  });

  it('petition D 第四条(三) 重大 30min: of the office is confirmed by a leader, not by its head', () => {
    const [clerk, boss, deputy] = [person('dutyOfficer'), person('officeHead'), person('deputyLeader')];
    const file = openedIn('petition', { level: 'major', by: deputy, unit: 'visits', people: [clerk, boss] });
    file.give('03-02 10:00', clerk, {
      type: 'FileReport',
      kind: 'circular',
      form: 'telephone',
      to: ['sections', 'affiliates'],
      madeAt: at('03-02 09:20'),
    });
    const act = file.state.version;
    expect(outcomeOf(file, 'notifyUnits')).toBe('lateEntry');
    file.give('03-02 10:05', system, { type: 'AskAgain' });
    expect(toldBy(file)).toEqual([
      ['lateEntry', 'deputyLeader'],
      ['lateEntry', 'chiefLeader'],
    ]);
    expect(codeOf(file.give('03-02 10:10', boss, confirm(act)))).toBe('ROLE_NOT_ALLOWED');
    expect(codeOf(file.give('03-02 10:11', deputy, confirm(act)))).toBe('done');
    expect(outcomeOf(file, 'notifyUnits')).toBe('fulfilled');
  });

  it('yinzhou E 四(二)3 口头15min: of a unit is confirmed by the head of the office, not by the unit', () => {
    const [unit, unitBoss] = [person('unitLiaison', 'welfareHome'), person('unitHead', 'welfareHome')];
    const boss = person('officeHead');
    const file = openedIn('yinzhou', {
      level: 'major',
      by: boss,
      unit: 'welfareHome',
      people: [unit, unitBoss],
    });
    expect(codeOf(file.give('03-02 09:01', unit, { type: 'Acknowledge' }))).toBe('done');
    file.give('03-02 10:00', unit, {
      type: 'FileReport',
      kind: 'first',
      form: 'oral',
      to: ['deputyLeader', 'chiefLeader'],
      madeAt: at('03-02 09:10'),
    });
    const act = file.state.version;
    expect(outcomeOf(file, 'oralReport')).toBe('lateEntry');
    expect(codeOf(file.give('03-02 10:10', unitBoss, confirm(act)))).toBe('ROLE_NOT_ALLOWED');
    expect(codeOf(file.give('03-02 10:11', boss, confirm(act)))).toBe('done');
    expect(outcomeOf(file, 'oralReport')).toBe('fulfilled');
  });

  it('not believed counts not at all: the duty is owed from its own limit, chased on, and its maker told', () => {
    const { file, act } = late();
    expect(codeOf(file.give('03-02 14:00', chief, confirm(act, false)))).toBe('REASON_REQUIRED');
    const denied = confirm(act, false, '对方没有接到');
    expect(codeOf(file.give('03-02 14:01', chief, denied))).toBe('done');
    expect(file.duty('zhanjiangTelephone')).toMatchObject({
      status: 'open',
      foundLate: null,
      current: { outcome: 'open', due: at('03-02 12:00'), completedAt: null, entry: null },
    });
    expect(file.state.reports).toEqual([]);
    expect(toldBy(file)).toEqual([
      ['denied', 'officeHead'],
      ['denied', 'chiefLeader'],
      ['denied', officer.id],
    ]);
    const events = file.log.at(-1)!.events;
    expect(events.map((event) => labelOf(leizhou, event))).toContain(
      `不认可补录(案卷日志第${act}条,原记录不算):对方没有接到`,
    );
    expect(events.map((event) => labelOf(leizhou, event)).join()).toContain(
      `重新列为未办(时限3月2日12时):案卷日志第${act}条被否认`,
    );
    // The same denial again is a repeat; nobody can believe it any more.
    expect(file.give('03-02 14:02', chief, denied)).toMatchObject({ events: [], refusal: null });
    expect(codeOf(file.give('03-02 14:02', head, confirm(act)))).toBe('NOTHING_TO_CONFIRM');
    expect(file.runTo('03-02 18:00').some((step) => step.includes('zhanjiangTelephone'))).toBe(true);
  });

  it('not believed and entered anew as it was is late, and needs nobody’s word', () => {
    const { file, act } = late();
    file.give('03-02 14:01', chief, confirm(act, false, '是13时以后才打的'));
    file.give('03-02 14:10', officer, telephoned('03-02 13:05'));
    expect(file.duty('zhanjiangTelephone')?.current).toMatchObject({
      outcome: 'fulfilledLate',
      completedAt: at('03-02 13:05'),
    });
  });

  it('what went out under an approval that is not believed stands as 未经审定, and the leaders are told', () => {
    const file = openedAt('red');
    file.give('03-02 09:10', leader, { ...approval('statementApproved'), madeAt: at('03-02 07:30') });
    const act = file.state.version;
    file.give('03-02 09:20', officer, { type: 'RecordPublication', form: 'authoritative' });
    expect(codeOf(file.give('03-02 09:30', chief, confirm(act, false, '当时没有文稿')))).toBe('done');
    expect(file.state.actions).toEqual([]);
    expect(outcomeOf(file, 'publicResponse')).toBe('unapproved');
    expect(toldBy(file)).toContainEqual(['unapproved', 'chiefLeader']);
  });

  it('is nothing to confirm of what was in time', () => {
    const file = openedAt('orange');
    const decided = { type: 'RecordDecision', decision: 'reportUp', outcome: '上报' } as const;
    expect(codeOf(file.give('03-02 09:40', leader, decided))).toBe('done');
    expect(codeOf(file.give('03-02 09:41', chief, confirm(file.state.version)))).toBe('NOTHING_TO_CONFIRM');
  });

  it('is refused when it is made more than five minutes from now', () => {
    expect(codeOf(assigned().give('03-02 10:00', officer, met('03-02 10:05:01')))).toBe('INSTANT_IN_FUTURE');
    const file = assigned();
    expect(codeOf(file.give('03-02 10:00', officer, met('03-02 10:05')))).toBe('done');
    expect(file.state.reports[0]).toMatchObject({ madeAt: at('03-02 10:00') });
  });
});
