import { describe, expect, it } from 'vitest';
import { isOverdue } from '../../shared/deadlines/breach.ts';
import type { CaseCommand } from '../../shared/rules/decide.ts';
import { at, group, head, leader, officer, system } from '../support/case-file.ts';
import { assigned, confirm, correct, type File, give, item, open, owed, person, pushed } from './given.ts';

const flags = (add: string[], remove: string[] = []): CaseCommand => ({
  type: 'SetFlags',
  add,
  remove,
  reason: '研判',
});
const rate = (level: string): CaseCommand => ({
  type: 'RateCase',
  scale: 'sensitivity',
  level,
  reason: '研判',
});
const report = (to: string, madeAt?: string, kind = 'first'): CaseCommand => ({
  type: 'FileReport',
  kind,
  form: 'telephone',
  to: [to],
  ...(madeAt === undefined ? {} : { madeAt: at(madeAt) }),
});
const source = (kind: string, receivedAt: string, reference: string): CaseCommand => ({
  type: 'AddSource',
  source: { kind, receivedAt: at(receivedAt), reference },
});
const passedIn = (file: File, how: 'passed' | 'revoked'): string[] =>
  file.log.flatMap(({ events }) =>
    events.flatMap((event) => (event.type === 'LimitsPassed' ? event[how].map(({ duty }) => duty) : [])),
  );

describe('leizhou 办法 第二十二条(二)橙+ 电话: a receipt that is entered late', () => {
  const red = () => open({ when: '03-02 08:00' });
  it('makes nothing timely that was done after its limit, and is no discovery', () => {
    const file = red();
    give(file, '03-02 12:30', officer, source('zhanjiang-assigned', '03-02 08:00', '湛1号'));
    expect(owed(file, 'zhanjiangTelephone')).toEqual([[at('03-02 11:00'), 'open']]);
    expect(file.duty('zhanjiangTelephone')?.foundLate).toBeNull();
    give(file, '03-02 12:31', officer, report('zhanjiang'));
    expect(owed(file, 'zhanjiangTelephone')[0]?.[1]).toBe('fulfilledLate');
  });

  it.each([
    ['03-02 10:59:59', 'done'],
    ['03-02 11:00:01', 'ROLE_NOT_ALLOWED'],
  ])('its source is taken back by its maker at %s after an answer: %s', (when, outcome) => {
    const file = open({ when: '03-02 08:00' });
    give(file, '03-02 08:05', officer, source('zhanjiang-assigned', '03-02 08:00', '湛1号'));
    const entry = file.log.length;
    give(file, when, officer, report('zhanjiang'));
    give(file, when, officer, { type: 'FileReport', kind: 'first', form: 'written', to: ['zhanjiang'] });
    expect(give(file, when, officer, { type: 'WithdrawAct', act: entry, reason: '误录' })).toBe(outcome);
  });
});

describe('leizhou 办法 第二十二条(二)橙+ 电话: a paper that is dated back while the level is only 初判', () => {
  const proposed = () =>
    pushed({ proposed: 'red', when: '03-02 08:00', sources: [assigned('03-02 08:00', '湛1号')] });
  it.each([
    ['03-02 10:59:59', 'fulfilled'],
    ['03-02 11:00:00', 'fulfilled'],
    ['03-02 11:00:01', 'lateEntry'],
  ])('entered at %s, it stands as %s once the level is determined', (when, outcome) => {
    const file = proposed();
    give(file, when, officer, report('zhanjiang', '03-02 10:30'));
    give(file, '03-02 15:05', officer, confirm('red'));
    expect(owed(file, 'zhanjiangTelephone')).toEqual([[at('03-02 11:00'), outcome]]);
  });
});

describe('leizhou 办法 第二十一条(二)红 ②: an earlier beginning that is stated after the limit had passed', () => {
  it.each([
    ['03-02 14:00:00', '03-02 11:00', 'before it passed the earlier limit counts'],
    ['03-02 14:00:01', '03-02 14:00', 'after it the limit that was known stands'],
  ])('stated at %s, due %s: %s; plainly overdue either way', (when, due) => {
    const file = open({ when: '03-02 09:00' });
    give(file, when, officer, correct('occurredAt', '03-02 06:00'));
    expect(owed(file, 'publicResponse')).toEqual([[at(due), 'open']]);
    expect(file.duty('publicResponse')).toMatchObject({ foundLate: null, breachable: true });
  });

  it('by the feed before the limit passed was known to nobody: found so', () => {
    const file = open({ when: '03-02 09:00' });
    give(file, '03-02 11:30', system, item('b', 'red', { publishedAt: '03-02 06:00' }));
    expect(file.duty('publicResponse')?.foundLate?.how).toBe('discovery');
  });

  it('a later one, from who may grant time, revokes it and says so', () => {
    const file = open({ when: '03-02 09:00', instants: { occurredAt: '03-02 08:00' } });
    file.runTo('03-02 13:30');
    expect(passedIn(file, 'passed')).toEqual(['publicResponse']);
    const later = correct('occurredAt', '03-02 10:00');
    expect(give(file, '03-02 13:40', head, later)).toBe('SECOND_PERSON_REQUIRED');
    expect(give(file, '03-02 13:40', leader, later)).toBe('done');
    expect(passedIn(file, 'revoked')).toEqual(['publicResponse']);
    expect(owed(file, 'publicResponse')).toEqual([[at('03-02 15:00'), 'open']]);
  });
});

describe('leizhou 办法 第十三条: a lowering after the limit had passed', () => {
  it('lets the 24 hours of 红 stand as missed, with their reason', () => {
    const file = open({ when: '03-02 09:00' });
    file.runTo('03-03 09:30');
    give(file, '03-03 10:00', officer, {
      type: 'ChangeLevel',
      level: 'orange',
      reason: '趋缓',
      authority: 'change',
    });
    expect(give(file, '03-03 10:05', head, { type: 'ApproveLevelChange' })).toBe('done');
    expect(file.duty('pressConference')).toMatchObject({
      status: 'ended',
      reason: expect.stringMatching(/^逾期未办;级别由红调整为橙/u),
      current: { outcome: 'missed', due: at('03-03 09:00') },
    });
  });
});

describe('leizhou 办法 第二十三条(二)②: a day whose report was missed, and a lowering to a level that owes none', () => {
  const lowered = () => {
    const file = open({ when: '03-02 09:00' });
    file.runTo('03-03 09:30');
    const to: CaseCommand = { type: 'ChangeLevel', level: 'yellow', reason: '趋缓', authority: 'change' };
    give(file, '03-03 10:00', officer, to);
    expect(give(file, '03-03 10:05', head, { type: 'ApproveLevelChange' })).toBe('done');
    return file;
  };
  const missed = {
    status: 'ended',
    current: { occurrence: '1.1', outcome: 'missed', due: at('03-03 09:00') },
  };

  it.each(['03-04 08:59:59', '03-04 09:00:00', '03-04 09:00:01', '03-09 09:00:01'])(
    'stays missed when it is calm from %s: the days since were never owed',
    (when) => {
      const file = lowered();
      expect(give(file, when, group, { type: 'DeclareCalm', reason: '平息' })).toBe('done');
      expect(file.duty('dailyReport')).toMatchObject(missed);
      expect(owed(file, 'dailyReport')).toEqual([[at('03-03 09:00'), 'missed']]);
    },
  );

  it('stays missed whatever is reported on a later day', () => {
    const file = lowered();
    const daily: CaseCommand = { type: 'FileReport', kind: 'progress', form: 'written', to: ['officeHead'] };
    const liaison = { ...person('unitLiaison'), unit: file.state.unit! };
    expect(give(file, '03-05 09:00', liaison, daily)).toBe('done');
    expect(file.duty('dailyReport')).toMatchObject(missed);
    expect(owed(file, 'dailyReport')).toEqual([[at('03-03 09:00'), 'missed']]);
  });
});

describe('nanning B 五(二) ② 4h: a rating that hides what was missed', () => {
  const major = () =>
    open({ bureau: 'nanning', level: 'major', when: '03-02 09:00', instants: { detectedAt: '03-02 09:00' } });
  const late = (file: File) =>
    give(file, '03-02 14:00', officer, {
      type: 'FileReport',
      kind: 'report',
      form: 'written',
      to: ['superior'],
    });

  it('graver: the four hours stay late beside the two', () => {
    const file = major();
    late(file);
    give(file, '03-02 14:05', head, rate('grave'));
    expect(owed(file, 'reportImportant')).toEqual([[at('03-02 13:00'), 'fulfilledLate']]);
  });

  it('graver while it is open: it stays missed', () => {
    const file = major();
    give(file, '03-02 13:40', head, rate('grave'));
    expect(owed(file, 'reportImportant')).toEqual([[at('03-02 13:00'), 'missed']]);
  });

  it('lighter, given before the case was raised: what 重大 brings by itself is owed', () => {
    const file = open({
      bureau: 'nanning',
      level: 'general',
      when: '03-02 09:00',
      instants: { detectedAt: '03-02 09:00' },
    });
    give(file, '03-02 09:10', head, rate('ordinary'));
    give(file, '03-02 09:20', officer, {
      type: 'ChangeLevel',
      level: 'major',
      reason: '扩散',
      authority: 'change',
    });
    expect(owed(file, 'reportImportant')).toEqual([[at('03-02 13:00'), 'open']]);
  });

  it.each([
    ['03-02 09:30:00', false],
    ['03-02 12:59:59', false],
    ['03-02 13:00:00', false],
    ['03-02 13:00:01', true],
  ])('the first, given at %s, finds nothing late: overdue %s', (when, isLate) => {
    const file = open({
      bureau: 'nanning',
      level: 'general',
      when: '03-02 09:00',
      instants: { detectedAt: '03-02 09:00' },
    });
    give(file, when, head, rate('important'));
    expect(owed(file, 'reportImportant')).toEqual([[at('03-02 13:00'), 'open']]);
    expect(file.duty('reportImportant')?.foundLate).toBeNull();
    expect(isOverdue(file.duty('reportImportant')!, at(when))).toBe(isLate);
  });
});

describe('petition D 第四条(三) 重大 30min: 不涉及直属二级单位, said after the limit', () => {
  const circular = (...to: string[]): CaseCommand => ({
    type: 'FileReport',
    kind: 'circular',
    form: 'telephone',
    to,
  });
  const half = () => {
    const file = open({
      bureau: 'petition',
      level: 'major',
      when: '03-02 09:00',
      by: leader,
      instants: { detectedAt: '03-02 09:00' },
    });
    give(file, '03-02 09:10', officer, circular('sections'));
    return file;
  };
  it.each([
    ['03-02 09:29:59', officer, 'done', 'fulfilled'],
    ['03-02 09:30:01', officer, 'ROLE_NOT_ALLOWED', 'open'],
    ['03-02 09:30:01', leader, 'done', 'lateEntry'],
  ] as const)('at %s by %o: %s, %s', (when, who, answer, outcome) => {
    const file = half();
    expect(give(file, when, who, flags(['noAffiliate']))).toBe(answer);
    expect(owed(file, 'notifyUnits')[0]?.[1]).toBe(outcome);
  });

  it('by a feed after the limit it makes nothing timely', () => {
    const file = half();
    give(file, '03-02 12:00', system, item('b', 'major', { flags: ['noAffiliate'] }));
    expect(owed(file, 'notifyUnits')).toEqual([[at('03-02 09:30'), 'lateEntry']]);
  });
});

describe('hohhot C 反馈 12–24h: a prompt that was known and is entered late', () => {
  it('is plainly overdue from its own receipt', () => {
    const file = open({ bureau: 'hohhot', level: 'medium', when: '03-02 09:00', by: person('commandGroup') });
    give(file, '03-03 12:00', officer, source('cac-prompted', '03-02 09:30', '网信1号'));
    expect(owed(file, 'feedback').at(-1)).toEqual([at('03-03 09:30'), 'open']);
    expect(file.duty('feedback')).toMatchObject({ foundLate: null });
    expect(give(file, '03-03 12:05', group, flags([], []))).not.toBe('done');
  });
});
