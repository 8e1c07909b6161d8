import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../shared/case/events.ts';
import { Roster } from '../../../shared/contracts/roster.ts';
import type { CaseCommand } from '../../../shared/rules/decide.ts';
import {
  at,
  caseFile,
  chief,
  head,
  leader,
  liaison,
  officer,
  opening,
  suggestion,
  system,
} from '../../support/case-file.ts';
import { assigned, give, open } from '../given.ts';

const flags = (change: { add?: string[]; remove?: string[] }): CaseCommand => ({
  type: 'SetFlags',
  add: [],
  remove: [],
  reason: '经核实',
  ...change,
});

describe('one person stays one, whatever the roster says later', () => {
  const clerk: Actor = { id: 'p-b', name: '甲', role: 'dutyOfficer' };
  const post: Actor = { id: 'p-a', name: '甲', role: 'officeHead' };
  const shared = '+8613800000001';
  const other = '+8613800000009';
  const rosterWith = (one: string, two: string): Roster =>
    Roster.parse({
      roles: {
        dutyOfficer: [{ id: clerk.id, name: '甲', mobile: one }],
        officeHead: [{ id: post.id, name: '甲', mobile: two }],
      },
    });

  it.each([
    ['clerk', clerk, post],
    ['post', post, clerk],
  ])('leizhou: who acted as the %s confirms nothing under a number that he got later', (_, first, second) => {
    let roster = rosterWith(shared, shared);
    const file = caseFile(undefined, () => roster);
    file.give(
      '03-02 08:10',
      first,
      opening({ level: 'red', unit: undefined, sources: [assigned('03-02 08:00', '1号')] }),
    );
    const madeAt = at('03-02 10:00');
    file.give('03-02 13:00', first, {
      type: 'FileReport',
      kind: 'first',
      form: 'telephone',
      to: ['zhanjiang'],
      madeAt,
    });
    expect(file.log.at(-1)!.actor.ids).toEqual(['p-a', 'p-b']);
    const confirm: CaseCommand = { type: 'ConfirmAct', act: 2, agree: true, reference: '值班室收' };
    roster = rosterWith(shared, other);
    expect(give(file, '03-02 13:02', second, confirm)).toBe('SECOND_PERSON_REQUIRED');
  });

  it('leizhou: ids are kept only where there is more than one', () => {
    const file = open({ level: 'blue' });
    expect(file.log[0]!.actor).not.toHaveProperty('ids');
  });
});

describe('what one has set oneself', () => {
  const netizen = (by: Actor) =>
    open({
      bureau: 'nanning',
      level: 'general',
      when: '03-02 09:00',
      by,
      instants: { detectedAt: '03-02 09:00' },
      facts: { flags: ['netizenPost'] },
    });

  it('nanning 五: a flag is taken off by who may grant time and did not set it, overdue or not', () => {
    for (const when of ['03-02 11:00', '03-02 15:00']) {
      const lift = flags({ remove: ['netizenPost'] });
      expect(give(netizen(head), when, head, lift)).toBe('SECOND_PERSON_REQUIRED');
      expect(give(netizen(head), when, officer, lift)).toBe('ROLE_NOT_ALLOWED');
      expect(give(netizen(officer), when, head, lift)).toBe('done');
    }
  });

  it('nanning: of a flag that was set later it is who set it that counts', () => {
    const file = open({
      bureau: 'nanning',
      level: 'general',
      when: '03-02 09:00',
      by: officer,
      instants: { detectedAt: '03-02 09:00' },
    });
    give(file, '03-02 09:01', head, flags({ add: ['netizenPost'] }));
    expect(give(file, '03-02 15:00', head, flags({ remove: ['netizenPost'] }))).toBe(
      'SECOND_PERSON_REQUIRED',
    );
    expect(give(file, '03-02 15:01', leader, flags({ remove: ['netizenPost'] }))).toBe('done');
  });

  it('nanning 四(四): a rating is lowered by another leader than who gave it, where a limit goes with it', () => {
    const rated = (by: Actor) => {
      const file = open({
        bureau: 'nanning',
        level: 'major',
        when: '03-02 09:00',
        instants: { detectedAt: '03-02 09:00' },
      });
      expect(give(file, '03-02 09:05', by, rate('grave'))).toBe('done');
      return file;
    };
    const rate = (level: string): CaseCommand => ({
      type: 'RateCase',
      scale: 'sensitivity',
      level,
      reason: '敏感',
    });
    expect(give(rated(leader), '03-02 10:00', leader, rate('important'))).toBe('SECOND_PERSON_REQUIRED');
    expect(give(rated(leader), '03-02 10:00', chief, rate('important'))).toBe('done');
  });

  it('a feed’s flag is nobody’s', () => {
    const file = caseFile();
    file.give('03-02 09:00', system, {
      ...opening({ grade: suggestion('orange'), flags: ['specialPeriod'], how: 'feed' }),
    });
    expect(file.state.flaggedBy.specialPeriod?.role).toBe('system');
  });
});

describe('leizhou 办法 第二十三条(一)②: no growth by one’s own word', () => {
  const yellow = () =>
    open({ level: 'yellow', when: '03-02 08:10', sources: [assigned('03-02 08:00', '1号')] });
  const raise = (newFact: number): CaseCommand => ({
    type: 'ChangeLevel',
    level: 'red',
    reason: '扩散',
    authority: 'change',
    newFact,
  });
  const instruction: CaseCommand = { type: 'RecordInstruction', from: 'bureau', text: '速办' };

  it.each<[string, Actor, CaseCommand, string]>([
    [
      'a bare source of monitoring',
      officer,
      { type: 'AddSource', source: { kind: 'monitored' } },
      'NEW_FACT_UNKNOWN',
    ],
    ['an instruction that he entered himself', officer, instruction, 'NEW_FACT_UNKNOWN'],
    [
      'an instruction that is entered as a source',
      officer,
      { type: 'AddSource', source: { kind: 'bureau-instruction' } },
      'NEW_FACT_UNKNOWN',
    ],
    ['an instruction that somebody else entered', head, instruction, 'done'],
    ['an instruction by its leader’s own token', leader, instruction, 'done'],
    [
      'a source with a number',
      officer,
      { type: 'AddSource', source: { kind: 'monitored', reference: '监测专报3号' } },
      'done',
    ],
    ['a source from outside', officer, { type: 'AddSource', source: { kind: 'city-prompted' } }, 'done'],
  ])('%s', (_, by, fact, code) => {
    const file = yellow();
    expect(give(file, '03-02 19:00', by, fact)).toBe('done');
    expect(give(file, '03-02 19:01', officer, raise(2))).toBe(code);
  });

  it('the refusal says what is needed', () => {
    const file = yellow();
    give(file, '03-02 19:00', officer, { type: 'AddSource', source: { kind: 'monitored' } });
    expect(file.give('03-02 19:01', officer, raise(2)).refusal?.message).toContain('局外来源或有文号的来源');
  });
});

describe('leizhou 办法 第三十三条 ①: a missed limit keeps its 督办通知', () => {
  const late = (trick: boolean) => {
    const file = open({ level: 'orange', when: '03-02 09:00' });
    give(file, '03-02 09:05', liaison, { type: 'Acknowledge' });
    file.runTo('03-03 08:57');
    if (trick)
      for (const unit of ['drugs', 'food'])
        expect(give(file, '03-03 08:58', officer, { type: 'AssignUnit', unit })).toBe('done');
    file.runTo('03-03 12:00');
    return file;
  };
  const dailies = (file: ReturnType<typeof late>) =>
    file.state.orders.filter(({ duty }) => duty === 'dailyReport');

  it('handing the case away and back two minutes before does not make the unit forget', () => {
    expect(dailies(late(false))).toHaveLength(1);
    expect(dailies(late(true))).toHaveLength(1);
  });

  it('a draft is voided by who would sign it, with a reason that the log keeps', () => {
    const file = late(false);
    const order = dailies(file)[0]!.entry;
    const voiding: CaseCommand = { type: 'VoidOrder', order, reason: '经核实不属该股职责' };
    for (const who of [officer, leader])
      expect(give(file, '03-03 12:00', who, voiding)).toBe('ROLE_NOT_ALLOWED');
    expect(give(file, '03-03 12:01', head, voiding)).toBe('done');
    expect(file.log.at(-1)!.events[0]).toMatchObject({
      type: 'SupervisionOrderVoided',
      reason: '经核实不属该股职责',
    });
  });
});
