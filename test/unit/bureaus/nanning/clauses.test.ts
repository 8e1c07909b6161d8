import { describe, expect, it } from 'vitest';
import { walk } from '../../../../infra/regulation-check/checks/walk.ts';
import { clockedDuties } from '../../../../shared/deadlines/clocks.ts';
import { type Evidence, grade } from '../../../../shared/grading/grade.ts';
import { clockedLevels } from '../../../../shared/regulations/lookup.ts';
import type { Regulation } from '../../../../shared/regulations/schema.ts';
import { withSettings } from '../../../../shared/regulations/settings.ts';
import { at } from '../../../support/case-file.ts';
import { nanning } from './nanning-file.ts';

describe('every clause of 南宁预案 is accounted for', () => {
  const clauses = Object.keys(nanning.clauses);
  const carried = new Set(
    [...walk({ ...nanning, informs: [] })].flatMap(({ key, value }) =>
      key === 'cite' && typeof value === 'string' ? [value] : [],
    ),
  );
  const informed = nanning.informs.map(({ clause }) => clause);

  it('has all 36 rows of the digest', () => expect(clauses).toHaveLength(36));

  it.each(clauses)('%s is carried by a rule or informs, not both', (clause) => {
    expect(carried.has(clause)).toBe(!informed.includes(clause));
  });

  it('leaves no clause with a number to a mere notice, and every number stands in its quote', () => {
    const numbers = Object.entries({
      'B 五(二) ② 4h': '4小时内',
      'B 五(二) ③ 2h': '2小时内',
      'B 五(二) ④ 24h': '24小时内',
      'B 五(二) ⑥ 3h': '3小时内(非工作时间顺延)',
      'B 五(二) ⑦ 5wd': '5个工作日内',
      'B 五(二) ⑧ 10wd': '不得超过10个工作日',
      'B 四(三) ③ 重大': '微博转发达20条以上',
    });
    for (const [clause, words] of numbers) {
      expect(nanning.clauses[clause]).toContain(words);
      expect(informed).not.toContain(clause);
    }
  });

  it('gives a reason, in words, for each clause that only informs', () => {
    for (const { reason } of nanning.informs) expect(reason).toMatch(/^\p{Script=Han}.{4,}。$/u);
  });

  it('answers each entry of the register that names it: a choice is a setting, the rest is read', () => {
    const answered = new Set([
      ...nanning.settings.map(({ register }) => register),
      ...nanning.readings.map(({ id }) => id),
    ]);
    for (const entry of ['X30', 'X31', 'X32', 'X33', 'X34', 'X35']) expect(answered).toContain(entry);
  });

  it('carries no other number as law than those of 五(二)', () => {
    const within = nanning.duties.flatMap(({ id, basis, terms }) =>
      terms.flatMap(({ limit }) =>
        basis === 'law' && limit.kind === 'within' ? [`${id} ${limit.within}`] : [],
      ),
    );
    expect(within).toEqual([
      'reportImportant PT4H',
      'reportImportant PT4H',
      'reportGrave PT2H',
      'publishOnline PT24H',
      'publishOnline PT24H',
      'publishOnline PT24H',
      'firstReply PT3H',
      'settledReply 5WD',
    ]);
  });
});

describe('the levels', () => {
  it('are two with clocks, beside what waits for the office and periodic work', () => {
    expect(new Set(clockedLevels(nanning).map(({ id }) => id))).toEqual(
      new Set(['general', 'major', 'periodic']),
    );
    expect(nanning.scales[0]?.levels.map(({ id, basis }) => [id, basis])).toEqual([
      ['pending', 'bureau'],
      ['general', 'law'],
      ['major', 'law'],
    ]);
  });

  it('give no clock to 及时 but 定级, by the office’s own target, and the notice that the system sends by the office’s own target', () => {
    const clocked = clockedDuties(nanning, 'major').map(({ duty }) => duty.id);
    expect(clocked).toEqual([
      'confirmGrade',
      'reviewGrade',
      'informUnit',
      'informLeaders',
      'reportImportant',
      'reportGrave',
      'publishOnline',
      'firstReply',
      'settledReply',
    ]);
    const silent = withSettings(nanning, { targetInform: null });
    expect(clockedDuties(silent, 'major').map(({ duty }) => duty.id)).not.toContain('informUnit');
  });
});

describe('nanning B 四(三) ③ 重大: the rule for 重大 (X32) proposes', () => {
  const levelOf = (evidence: Partial<Evidence>): string =>
    grade(nanning, {
      text: '网友发帖反映收费问题',
      counters: {},
      observations: [],
      observedAt: at('03-02 09:00'),
      flags: [],
      ...evidence,
    }).level;

  it('nothing below 20 reposts on 微博, and 重大 at 20 and above', () => {
    expect(levelOf({ mediaType: 'weibo', counters: { reposts: 19 } })).toBe('pending');
    expect(levelOf({ mediaType: 'weibo', counters: { reposts: 20 } })).toBe('major');
    expect(levelOf({ mediaType: 'weibo', counters: { reposts: 21 } })).toBe('major');
  });

  it('nothing for reposts elsewhere, and 重大 where the feed does not say which medium it was', () => {
    expect(levelOf({ mediaType: 'forum', counters: { reposts: 500 } })).toBe('pending');
    expect(levelOf({ counters: { reposts: 20 } })).toBe('major');
  });

  it('重大 for 跨市区 only together with 较大影响', () => {
    expect(levelOf({ flags: ['crossRegion'] })).toBe('pending');
    expect(levelOf({ flags: ['greatImpact'] })).toBe('pending');
    expect(levelOf({ flags: ['crossRegion', 'greatImpact'] })).toBe('major');
    expect(levelOf({ text: '多个城区的经营户反映工商部门执法不公' })).toBe('major');
    expect(levelOf({ text: '多个城区的经营户反映停水' })).toBe('pending');
  });

  it('重大 for what a main medium or forum of the region or the city exposes, by name or by its tier', () => {
    expect(levelOf({ text: '南宁晚报刊文称某市场短斤缺两' })).toBe('major');
    expect(levelOf({ text: '此事未被南宁晚报报道' })).toBe('pending');
    expect(levelOf({ mediaTier: 'city' })).toBe('major');
    expect(levelOf({ mediaTier: 'province' })).toBe('major');
    expect(levelOf({ mediaTier: 'self' })).toBe('pending');
  });

  it('and leaves the decision to the office', () => {
    const { reasons } = grade(nanning, {
      text: '',
      mediaType: 'weibo',
      counters: { reposts: 20 },
      observations: [],
      observedAt: at('03-02 09:00'),
      flags: [],
    });
    expect(reasons.map(({ text }) => text)).toContainEqual(
      '微博转发达20条以上(转发量20,达到20):不低于重大舆情;候选,须由市局办公室确认',
    );
  });
});

describe('who acts for whom', () => {
  const roleOf = ({ roles }: Regulation, id: string) => roles.find((role) => role.id === id);
  it.each([
    ['dutyOfficer', '市局办公室舆情信息人员'],
    ['deputyLeader', '新闻宣传分管领导(领导小组副组长)'],
    ['chiefLeader', '局长(领导小组组长)'],
    ['unitHead', '单位主要负责人(股室主要负责人)'],
  ])('%s is %s', (id, name) => expect(roleOf(nanning, id)?.name).toBe(name));

  it('every limit in numbers climbs to the head of the bureau', () => {
    for (const ladder of ['officeUrgent', 'officeHours', 'unitHours', 'unitDays'])
      expect(nanning.ladders.find(({ id }) => id === ladder)?.rungs.at(-1)).toBe('chiefLeader');
  });
});
