import { describe, expect, it } from 'vitest';
import { approval, consent } from '../../../support/approvals.ts';
import { head, leader, liaison, officer } from '../../../support/case-file.ts';
import { codeOf, openedAt, openedIn, outcomeOf, person, toldBy } from './people.ts';

const publish = (form: string, more: object = {}) => ({ type: 'RecordPublication' as const, form, ...more });
const happened = { happened: { reason: '值班领导电话不通,先行发布' } };

describe('what went out past a gate', () => {
  it('leizhou 办法 第二十七条(一): is refused, or recorded as 未经审定发布 and told to the leaders at once', () => {
    const file = openedAt('red');
    expect(codeOf(file.give('03-02 10:00', officer, publish('authoritative')))).toBe(
      'PUBLICATION_NOT_CLEARED',
    );
    expect(codeOf(file.give('03-02 10:01', officer, publish('authoritative', happened)))).toBe('done');
    expect(toldBy(file)).toEqual([
      ['unapproved', 'deputyLeader'],
      ['unapproved', 'chiefLeader'],
    ]);
    expect(outcomeOf(file, 'publicResponse')).toBe('unapproved');
    expect(file.runTo('03-02 20:00').filter((step) => step.includes('publicResponse'))).toEqual([]);
    file.give('03-02 20:01', leader, approval('statementApproved'));
    expect(outcomeOf(file, 'publicResponse')).toBe('unapproved');
  });

  it('is an ordinary publication when nothing was in the way', () => {
    const file = openedAt('yellow');
    file.give('03-02 10:01', officer, publish('reply', happened));
    expect(file.state.publications[0]).toMatchObject({ happened: false });
    expect(toldBy(file)).toEqual([]);
  });

  it('nanning B 四(四) ⑥: is recorded alike', () => {
    const [clerk, boss] = [person('dutyOfficer'), person('officeHead')];
    const file = openedIn('nanning', { level: 'major', by: boss, unit: 'business', people: [clerk] });
    file.give('03-02 10:00', clerk, publish('online', happened));
    expect(outcomeOf(file, 'publishOnline')).toBe('unapproved');
  });
});

describe('leizhou 办法 第二十九条 ②: the 处置结果', () => {
  it('crossRegion: the first statement goes out, the result waits for the peers', () => {
    const file = openedAt('red', { flags: ['crossRegion'] });
    file.give('03-02 10:00', leader, approval('statementApproved', '第一时间通报'));
    expect(codeOf(file.give('03-02 10:10', head, publish('authoritative', { title: '第一时间通报' })))).toBe(
      'done',
    );
    expect(outcomeOf(file, 'publicResponse')).toBe('fulfilled');
    expect(codeOf(file.give('03-02 10:20', head, publish('results', { title: '第一时间通报' })))).toBe(
      'PUBLICATION_NOT_CLEARED',
    );
  });

  it('is what its approver says it is, whatever its form', () => {
    const file = openedAt('red');
    file.give('03-02 10:00', leader, { ...approval('statementApproved', '查处情况'), result: true });
    const told = publish('authoritative', { title: '查处情况' });
    expect(codeOf(file.give('03-02 10:10', officer, told))).toBe('PUBLICATION_NOT_CLEARED');
    file.give('03-02 10:20', leader, consent('superiorConsent', 'zhanjiang', '03-02 10:15'));
    expect(codeOf(file.give('03-02 10:30', officer, told))).toBe('done');
  });
});

describe('flags', () => {
  const change = (add: string[], remove: string[] = []) =>
    ({ type: 'SetFlags', add, remove, reason: '研判' }) as const;

  it.each(['secret', 'political', 'majorSensitive', 'crossRegion', 'externalEmergency'])(
    'leizhou: %s is taken off by a leader alone',
    (flag) => {
      const file = openedAt('blue', { flags: [flag] });
      for (const giver of [officer, head])
        expect(codeOf(file.give('03-02 10:00', giver, change([], [flag])))).toBe('ROLE_NOT_ALLOWED');
      const lift = { ...change([], [flag]), ...(flag === 'secret' ? { reference: '保密〔2026〕3号' } : {}) };
      expect(codeOf(file.give('03-02 10:01', leader, lift))).toBe('done');
    },
  );

  it('a liaison sets those that the data give him, at the opening too', () => {
    const file = openedAt('blue');
    expect(codeOf(file.give('03-02 10:00', liaison, change(['specificFacts'])))).toBe('done');
    expect(codeOf(file.give('03-02 10:00', liaison, change(['majorSensitive'])))).toBe('ROLE_NOT_ALLOWED');
    expect(codeOf(file.give('03-02 10:01', liaison, change([], ['specificFacts'])))).toBe('ROLE_NOT_ALLOWED');
  });

  it('petition D 第六条 ③: 敏感 is taken off by a leader of the group', () => {
    const [clerk, deputy] = [person('dutyOfficer'), person('deputyLeader')];
    const file = openedIn('petition', { level: 'general', by: deputy, unit: 'visits', people: [clerk] });
    file.give('03-02 10:00', clerk, change(['sensitive']));
    expect(codeOf(file.give('03-02 10:01', clerk, change([], ['sensitive'])))).toBe('ROLE_NOT_ALLOWED');
    expect(codeOf(file.give('03-02 10:02', deputy, change([], ['sensitive'])))).toBe('done');
  });
});
