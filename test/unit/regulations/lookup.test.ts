import { describe, expect, it } from 'vitest';
import { clockedLevelsOf, regulationOf, regulations, versions } from '../../../shared/regulations/index.ts';
import {
  citations,
  clockedLevels,
  dutyOf,
  levelOf,
  rankOf,
  roleName,
  settingsOf,
} from '../../../shared/regulations/lookup.ts';

const leizhou = regulations.leizhou!;
const warning = ['blue', 'yellow', 'orange', 'red'];
/** Matters with clocks that are no 舆情 come after it. */
const standing = ['specialPeriod', 'monitoringRequest', 'periodic'];

describe('lookups', () => {
  it('find the regulation that a case was opened under', () => {
    expect(regulationOf('leizhou', '2024-05-30')).toBe(leizhou);
  });

  it.each([
    ['leizhou', '1999-01-01'],
    ['atlantis', '2024-05-30'],
  ])('refuse an unknown regulation %s %s and name those there are', (id, version) => {
    const known = versions.map((each) => `${each.id} ${each.version}`);
    expect(known).toContain('leizhou 2024-05-30');
    expect(() => regulationOf(id, version)).toThrow(
      `没有制度“${id}”的版本“${version}”;现有:${known.join('、')}`,
    );
  });

  it('list the levels with clocks from low to high', () => {
    expect(clockedLevels(leizhou).map(({ id }) => id)).toEqual([...warning, ...standing]);
    expect(rankOf(leizhou, 'orange')).toBeGreaterThan(rankOf(leizhou, 'yellow'));
  });

  it('list the levels of all versions: one that the newest has dropped still has its machine', () => {
    const withoutBlue = {
      ...leizhou,
      version: '2030-01-01',
      scales: leizhou.scales.map((scale) => ({
        ...scale,
        levels: scale.levels.filter(({ id }) => id !== 'blue'),
      })),
    };
    const found = clockedLevelsOf('leizhou', [leizhou, withoutBlue]);
    expect(found.map(({ level, regulation }) => [level.id, regulation.version])).toEqual([
      ['yellow', '2030-01-01'],
      ['orange', '2030-01-01'],
      ['red', '2030-01-01'],
      ...standing.map((id) => [id, '2030-01-01']),
      ['blue', '2024-05-30'],
    ]);
    expect(clockedLevelsOf('leizhou').map(({ level }) => level.id)).toEqual([...warning, ...standing]);
  });

  it('find things by id', () => {
    expect(levelOf(leizhou, 'red').short).toBe('红');
    expect(roleName(leizhou, 'chiefLeader')).toBe('局主要负责人');
    expect(dutyOf(leizhou, 'dailyReport').name).toBe('每日书面报告');
    expect(settingsOf(leizhou)).toMatchObject({ receiptLimitsForSelfFound: false, weeklyForYellow: true });
  });

  it('quote clauses in the order asked for', () => {
    expect(citations(leizhou, ['办法 第二十一条(二)红 ③', '办法 第十九条 蓝'])).toEqual([
      { clause: '办法 第二十一条(二)红 ③', quote: '24小时内举行新闻发布会,' },
      { clause: '办法 第十九条 蓝', quote: '一般舆情(蓝色)的处置以相关股室为主;' },
    ]);
  });

  it.each([
    ['a level', () => levelOf(leizhou, 'violet'), '制度中没有级别“violet”'],
    ['a role', () => roleName(leizhou, 'nobody'), '制度中没有角色“nobody”'],
    ['a duty', () => dutyOf(leizhou, 'lunch'), '制度中没有时限职责“lunch”'],
    ['a clause', () => citations(leizhou, ['办法 第零条']), '制度中没有条款“办法 第零条”'],
  ])('refuse %s that the regulation does not have', (_what, look, message) => {
    expect(look).toThrow(message);
  });
});
