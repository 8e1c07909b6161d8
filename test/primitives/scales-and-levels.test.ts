import { describe, expect, it } from 'vitest';
import { hintsOf } from '../../infra/regulation-check/checks/hints.ts';
import { grade } from '../../shared/grading/grade.ts';
import { regulations } from '../../shared/regulations/index.ts';
import { levelOf, withoutLimit } from '../../shared/regulations/lookup.ts';
import { at } from '../support/case-file.ts';
import {
  act,
  BUREAUS,
  type Bureau,
  type Case,
  changeLevel,
  type Facts,
  grow,
  openCase,
  rate,
  report,
} from './bureau-case.ts';

const received = (kind: string): Facts => ({ opened: '03-02 10:30', sources: { [kind]: '03-02 10:00' } });

describe('P15 level sets as ordered data', () => {
  it.each<[Bureau, string[]]>([
    ['leizhou', ['常规', '蓝', '黄', '橙', '红']],
    ['nanning', ['待研判', '一般', '重大']],
    ['hohhot', ['小微', '中级', '重大']],
    ['petition', ['待研判', '一般', '较大', '重大']],
    ['yinzhou', ['待研判', '一般', '较大', '重大']],
  ])('%s handles by its own levels, each graver than the one before', (bureau, names) => {
    const { levels } = regulations[bureau]!.scales[0]!;
    expect([...levels].sort((one, other) => one.rank - other.rank).map(({ short }) => short)).toEqual(names);
    const rungs = levels.filter(({ clocked }) => clocked).map(({ id }) => id);
    for (const [index, level] of rungs.slice(1).entries()) {
      const raised = openCase(bureau, rungs[index]!);
      raised.give('03-02 09:00', 'officeHead', changeLevel(level));
      expect(raised.events()).toContainEqual(
        expect.objectContaining({ type: 'LevelChanged', direction: 'raised' }),
      );
      expect(raised.give('03-02 09:01', 'officeHead', changeLevel('ultraviolet'))).toBe('LEVEL_UNKNOWN');
    }
  });

  it('has further scales beside the first, with colours or without, that move no clock of their own', () => {
    const scales = Object.values(regulations).flatMap(({ id, scales: all }) =>
      all.slice(1).map((scale) => `${id} ${scale.id} ${scale.use}`),
    );
    expect(scales).toEqual([
      'hohhot warning rating',
      'hohhot veracity rating',
      'leizhou response response',
      'leizhou standing standing',
      'nanning sensitivity rating',
      'nanning standing standing',
      'petition standing standing',
    ]);
    const opened = openCase('hohhot', 'medium');
    const before = opened.due('feedback');
    opened.give('03-02 08:10', 'commandGroup', rate('warning', 'red'));
    opened.give('03-02 08:10', 'commandGroup', rate('veracity', 'falseNews'));
    expect(opened.file.state).toMatchObject({
      handlingLevel: 'medium',
      ratings: { warning: { level: 'red' } },
    });
    expect(opened.due('feedback')).toBe(before);
  });

  it('雷州: the response level stands apart from the warning level (预案 4.4)', () => {
    const opened = openCase('leizhou', 'orange', received('zhanjiang-assigned'));
    const schedule = JSON.stringify(opened.file.schedule().duties);
    const respond = (level: string) => ({ type: 'SetResponseLevel', level, reason: '事态' }) as const;
    expect(opened.give('03-02 11:00', 'officeHead', respond('response1'))).toBe('ROLE_NOT_ALLOWED');
    expect(opened.give('03-02 11:00', 'leadingGroup', respond('red'))).toBe('LEVEL_UNKNOWN');
    expect(opened.give('03-02 11:00', 'leadingGroup', respond('response1'))).toBe('done');
    expect(opened.file.state).toMatchObject({
      responseLevel: 'response1',
      warningLevel: 'orange',
      handlingLevel: 'orange',
    });
    expect(JSON.stringify(opened.file.schedule().duties)).toBe(schedule);
  });

  it.each<[Bureau, string, number, string]>([
    ['nanning', 'weibo', 19, 'pending'],
    ['nanning', 'weibo', 20, 'major'],
    ['nanning', 'weibo', 21, 'major'],
    ['nanning', 'forum', 21, 'pending'],
  ])('%s: an item of %s with %i reposts is suggested as %s', (bureau, mediaType, reposts, level) => {
    const { level: suggested } = grade(regulations[bureau]!, {
      text: '网友反映收费',
      mediaType,
      counters: { reposts },
      observations: [],
      observedAt: at('03-02 08:00'),
      flags: [],
    });
    expect(suggested).toBe(level);
  });
});

describe('P16 level change: re-scheduled, with reason and authority', () => {
  const assigned = (level: string): Case => openCase('leizhou', level, received('zhanjiang-assigned'));

  it('a raise keeps the earliest due instant, adds the new duties and cancels what is no more', () => {
    const opened = assigned('blue');
    grow(opened, '03-02 12:00', 'orange');
    expect(opened.due('zhanjiangTelephone')).toBe(at('03-02 15:00'));
    expect(opened.due('zhanjiangWritten')).toBe(at('03-03 00:00'));
    expect(opened.duty('emergencyMeeting')).toMatchObject({
      status: 'open',
      current: { due: at('03-02 12:00') },
    });
    expect(opened.file.schedule().cancelled).toContainEqual(
      expect.objectContaining({
        duty: 'blueProgress',
        reason: '级别由蓝调整为橙,由“随时电话报告进展”代替',
        cite: ['办法 第二十三条(一)①'],
      }),
    );
  });

  it('no change of level buys time: what 橙 gave stays when the case is lowered and raised again', () => {
    const opened = assigned('orange');
    opened.give('03-02 11:00', 'dutyOfficer', changeLevel('yellow'));
    expect(opened.give('03-02 11:01', 'dutyOfficer', { type: 'ApproveLevelChange' })).toBe(
      'ROLE_NOT_ALLOWED',
    );
    opened.give('03-02 11:01', 'officeHead', { type: 'ApproveLevelChange' });
    expect(opened.file.state.handlingLevel).toBe('yellow');
    expect(opened.due('zhanjiangTelephone')).toBe(at('03-02 13:00'));
    opened.give('03-02 12:00', 'dutyOfficer', changeLevel('red'));
    expect(opened.due('zhanjiangTelephone')).toBe(at('03-02 13:00'));
  });

  it('what was done in time at the lower level stays done', () => {
    const opened = openCase('petition', 'general');
    opened.give('03-02 09:00', 'officeHead', report('circular', 'telephone', 'sections', 'affiliates'));
    opened.give('03-02 10:00', 'officeHead', changeLevel('major'));
    expect(opened.outcome('notifyUnits')).toBe('fulfilled');
  });

  it.each<[Bureau, string, string]>([
    ['leizhou', 'orange', 'yellow'],
    ['nanning', 'major', 'general'],
    ['hohhot', 'major', 'medium'],
    ['petition', 'major', 'larger'],
    ['yinzhou', 'major', 'larger'],
  ])('%s: down from %s to %s takes a second person, who may refuse', (bureau, from, to) => {
    const opened = openCase(bureau, from);
    const down = (role: string) => opened.give('03-02 09:00', role, changeLevel(to));
    expect(down('unitLiaison')).toBe('ROLE_NOT_ALLOWED');
    expect(down('officeHead')).toBe('done');
    expect(opened.file.state.handlingLevel).toBe(from);
    expect(down('officeHead')).toBe('LOWERING_PENDING');
    expect(opened.give('03-02 09:01', 'officeHead', { type: 'ApproveLevelChange' })).toBe(
      'SECOND_PERSON_REQUIRED',
    );
    expect(
      opened.give('03-02 09:02', 'deputyLeader', { type: 'RejectLevelChange', reason: '仍在传播' }),
    ).toBe('done');
    expect([
      down('officeHead'),
      opened.give('03-02 09:03', 'deputyLeader', { type: 'ApproveLevelChange' }),
    ]).toEqual(['done', 'done']);
    expect(opened.file.state.handlingLevel).toBe(to);
  });
});

describe('P31 a level without a number is legal, listed, and hinted at', () => {
  it.each<[Bureau, string, string, string]>([
    ['petition', 'larger', 'notifyUnits', '制度未规定时限'],
    ['yinzhou', 'general', 'establishFacts', '预案未规定时限'],
    ['yinzhou', 'larger', 'establishFacts', '预案只写“及时”'],
  ])('%s at %s: %s is listed with the reason, and can still be met', (bureau, level, duty, reason) => {
    const opened = openCase(bureau, level);
    expect(levelOf(opened.regulation, level).unlimited).toMatch(/\p{Script=Han}+。$/u);
    expect(opened.duty(duty)).toMatchObject({ status: 'listed', next: null, current: { due: null }, reason });
    expect(opened.steps('04-02 08:00', duty)).toEqual([]);
    opened.give(
      '04-02 09:00',
      duty === 'notifyUnits' ? 'officeHead' : 'unitHead',
      duty === 'notifyUnits'
        ? report('circular', 'telephone', 'sections', 'affiliates')
        : act('factsEstablished'),
    );
    expect(opened.outcome(duty)).toBe('fulfilled');
  });

  it('呼和浩特: 小微 has no duty at all, and says so', () => {
    expect(openCase('hohhot', 'minor').file.schedule().duties).toEqual([]);
    expect(levelOf(regulations.hohhot!, 'minor').unlimited).toContain('关注即可');
  });

  it('信访 较大, 鄞州 一般 and 较大 have no number, and the check says so', () => {
    const silent = Object.values(regulations).flatMap((each) =>
      each.scales[0]!.levels.map(({ id, name }) => ({ name, said: withoutLimit(each, id) }))
        .filter(({ said }) => said !== null)
        .map(({ name, said }) => `${each.id} ${name} ${said}`),
    );
    expect(silent).toEqual([
      'petition 较大舆情 制度未规定时限',
      'yinzhou 一般舆情事件 预案未规定时限',
      'yinzhou 较大舆情事件 预案未规定时限',
    ]);
    for (const regulation of [regulations.petition!, regulations.yinzhou!])
      expect(hintsOf(regulation).map(({ fault }) => fault)).toContainEqual(
        expect.stringMatching(/^级别“larger”\(较大舆情(事件)?\):(制度|预案)未规定时限$/),
      );
  });

  it.each(BUREAUS)('%s: a level that falls silent is hinted at, never refused', (bureau) => {
    const copy = structuredClone(regulations[bureau]!);
    const level = copy.scales[0]!.levels.find(
      ({ id, clocked }) => clocked && withoutLimit(copy, id) === null,
    )!;
    const hints = () =>
      hintsOf(copy).filter(({ path }) => path === `scales[${copy.scales[0]!.id}].levels[${level.id}]`);
    expect(hints()).toEqual([]);
    copy.duties = copy.duties.map((duty) => ({
      ...duty,
      terms: duty.terms.map((term) =>
        term.levels.includes(level.id)
          ? { ...term, limit: { kind: 'ongoing' as const, word: '持续' } }
          : term,
      ),
    }));
    expect(hints()).toMatchObject([
      { clauses: level.cite, fault: expect.stringContaining(`${copy.called}未规定时限`) },
    ]);
  });
});
