import { describe, expect, it } from 'vitest';
import { clockedLevelsOf, regulationOf, regulations, versions } from '../../../shared/regulations/index.ts';
import {
  citations,
  clauseName,
  clockedLevels,
  dutyOf,
  levelOf,
  rankOf,
  roleName,
  settingsOf,
  shortClause,
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
      {
        clause: '办法 第二十一条(二)红 ③',
        name: '《舆情监测及处置管理办法》第二十一条(二)',
        short: '办法第21条(二)',
        quote: '24小时内举行新闻发布会,',
      },
      {
        clause: '办法 第十九条 蓝',
        name: '《舆情监测及处置管理办法》第十九条',
        short: '办法第19条',
        quote: '一般舆情(蓝色)的处置以相关股室为主;',
      },
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

describe('a clause in words that people read', () => {
  it.each([
    ['nanning', 'B 三(二)1 办公室', '《南宁市工商局突发事件舆情应对预案》三(二)1'],
    ['nanning', 'B 五(二) ⑧ 10wd', '《南宁市工商局突发事件舆情应对预案》五(二)'],
    ['yinzhou', 'E 四(二)3 口头15min', '《宁波市鄞州区民政局舆情应急处置预案》四(二)3'],
    ['yinzhou', 'E 五1 ①', '《宁波市鄞州区民政局舆情应急处置预案》五1'],
    ['petition', 'D 第四条(三) 一般 24h', '《舆情突发事件应急处置制度》第四条(三)'],
    ['hohhot', 'C 后期4 解除/反复', '《网络舆情(突发事件)应对处置应急预案》“后期”部分4'],
    ['leizhou', '办法 第二十七条(一)', '《舆情监测及处置管理办法》第二十七条(一)'],
    ['leizhou', '办法 第二十二条(二)橙+ 电话', '《舆情监测及处置管理办法》第二十二条(二)'],
    ['leizhou', '办法 第三十三条 ②', '《舆情监测及处置管理办法》第三十三条'],
    ['leizhou', '预案 4.5', '《舆情突发事件应急预案》4.5'],
  ])('%s: %s is %s', (bureau, key, name) => {
    expect(regulations[bureau]!.clauses).toHaveProperty([key]);
    expect(clauseName(regulations[bureau]!, key)).toBe(name);
  });

  it.each([
    ['nanning', 'B 三(二)1 办公室', '预案三(二)1'],
    ['nanning', 'B 五(二) ⑧ 10wd', '预案五(二)'],
    ['yinzhou', 'E 四(二)3 口头15min', '预案四(二)3'],
    ['petition', 'D 第四条(三) 一般 24h', '制度第4条(三)'],
    ['petition', 'D 第十条', '制度第10条'],
    ['petition', 'D 第十一条', '制度第11条'],
    ['hohhot', 'C 反馈 12–24h', '预案“反馈”部分'],
    ['leizhou', 'A-通知', '办法通知'],
    ['leizhou', '办法 第二十条', '办法第20条'],
    ['leizhou', '办法 第二十二条(二)橙+ 电话', '办法第22条(二)'],
    ['leizhou', '办法 第三十五、三十六条', '办法第35、36条'],
    ['leizhou', '附件2 五(三)红 5h', '附件2五(三)'],
    ['leizhou', '附件4', '附件4'],
    ['leizhou', '预案 4.5', '预案4.5'],
  ])('%s: %s is %s where there is little room', (bureau, key, name) => {
    expect(regulations[bureau]!.clauses).toHaveProperty([key]);
    expect(shortClause(regulations[bureau]!, key)).toBe(name);
  });

  it('names an article for every clause that there is, without our letters and marks', () => {
    for (const regulation of Object.values(regulations))
      for (const key of Object.keys(regulation.clauses))
        for (const name of [clauseName(regulation, key), shortClause(regulation, key)])
          expect(name, key).not.toMatch(/[①-⑩A-Za-z+/]|[)条][^(\d》]+$/);
  });
});
