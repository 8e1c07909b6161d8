import { describe, expect, it } from 'vitest';
import { regulations } from '../../../shared/regulations/index.ts';
import { settingsOf } from '../../../shared/regulations/lookup.ts';
import { SPREAD_GROWTH_SETTING, SPREAD_POSTS_SETTING } from '../../../shared/regulations/reserved.ts';
import { settingFaults, withSettings } from '../../../shared/regulations/settings.ts';
import {
  growthRuleInChinese,
  postsRuleInChinese,
  readGrowthRules,
  readPostsRule,
} from '../../../shared/regulations/spread.ts';

describe('when a story spreads', () => {
  it.each(Object.keys(regulations))(
    '%s has no number of its own: the office sets it, or there is none',
    (id) => {
      const settings = settingsOf(regulations[id]!);
      expect([settings[SPREAD_POSTS_SETTING], settings[SPREAD_GROWTH_SETTING]]).toEqual([null, null]);
      const chosen = { spreadPosts: '5/PT1H', spreadGrowth: '+1000/PT1H 100x3/PT30M' };
      expect(settingFaults(regulations[id]!, chosen)).toEqual([]);
      expect(settingsOf(withSettings(regulations[id]!, chosen))).toMatchObject(chosen);
    },
  );

  it.each([
    ['2/PT1M', '1分钟内2条不同信息'],
    ['5/PT1H', '1小时内5条不同信息'],
    ['30/P1D', '1日内30条不同信息'],
  ])('%s is read as %s', (text, said) => {
    expect(postsRuleInChinese(readPostsRule(text))).toBe(said);
  });
  it.each([
    '',
    '5',
    '1/PT1H',
    '0/PT1H',
    '5/',
    '5/PT0S',
    '5/P1DT1S',
    '5/P2D',
    '五/PT1H',
    '5/PT1H 6/PT2H',
    '-5/PT1H',
  ])('“%s” is no number of posts', (spreadPosts) => {
    expect(settingFaults(regulations.leizhou!, { spreadPosts }).join()).toContain('应写作 条数/时长,至少2条');
  });

  it.each([
    ['+1000/PT1H', ['1小时内增加1000']],
    ['100x3/PT30M', ['30分钟内达到100以上且为3倍']],
    ['+1/PT1S 1x1.5/P1D', ['1秒内增加1', '1日内达到1以上且为1.5倍']],
  ])('%s is read as %s', (text, said) => {
    expect(readGrowthRules(text).map(growthRuleInChinese)).toEqual(said);
  });
  it.each([
    '',
    '1000/PT1H',
    '+0/PT1H',
    '+1000',
    '0x3/PT1H',
    '100x1/PT1H',
    '100x0.5/PT1H',
    '+5/P2D',
    '+5/PT1H  +6/PT1H',
  ])('“%s” is no growth', (spreadGrowth) => {
    expect(settingFaults(regulations.yinzhou!, { spreadGrowth }).join()).toContain('应写作 +增加数/时长 或');
  });
});
