import { Duration } from '../time/durations.ts';
import { inChinese, lengthInDays } from '../time/instants.ts';

// When a story spreads so much that whoever determines its level is asked again: the office's own numbers, none unless it sets them.

/** So many different posts of one story within so long. */
export interface PostsRule {
  posts: number;
  within: string;
}
/** A counter that grows within so long: by so much, or to so many times as much and at least `from`. */
export type GrowthRule = { by: number; within: string } | { from: number; times: number; within: string };

const POSTS = /^(\d{1,4})\/(P.+)$/;
const STEP = /^\+(\d{1,9})\/(P.+)$/;
const FACTOR = /^(\d{1,9})x(\d{1,3}(?:\.\d)?)\/(P.+)$/;
const FEWEST_POSTS = 2;
const LONGEST_DAYS = 1;

const POSTS_SAID = '应写作 条数/时长,至少2条,时长不超过一日,如 5/PT1H';
const GROWTH_SAID =
  '应写作 +增加数/时长 或 起算数x倍数/时长,倍数大于1,时长不超过一日,可写几项,以空格分开,如 +1000/PT1H 100x3/PT1H';

const isWithin = (text: string | undefined): text is string =>
  text !== undefined && Duration.test(text) && lengthInDays(text) > 0 && lengthInDays(text) <= LONGEST_DAYS;

/** Reads `5/PT1H`. Throws a RangeError in Chinese. */
export const readPostsRule = (text: string): PostsRule => {
  const [, posts, within] = POSTS.exec(text) ?? [];
  if (!isWithin(within) || Number(posts) < FEWEST_POSTS) throw new RangeError(POSTS_SAID);
  return { posts: Number(posts), within };
};

const readGrowthRule = (text: string): GrowthRule => {
  const [, by, step] = STEP.exec(text) ?? [];
  if (isWithin(step) && Number(by) > 0) return { by: Number(by), within: step };
  const [, from, times, within] = FACTOR.exec(text) ?? [];
  if (isWithin(within) && Number(from) > 0 && Number(times) > 1)
    return { from: Number(from), times: Number(times), within };
  throw new RangeError(GROWTH_SAID);
};
/** Reads `+1000/PT1H 100x3/PT1H`. Throws a RangeError in Chinese. */
export const readGrowthRules = (text: string): GrowthRule[] => text.split(' ').map(readGrowthRule);

/** 1小时内5条不同信息. */
export const postsRuleInChinese = ({ posts, within }: PostsRule): string =>
  `${inChinese(within)}内${posts}条不同信息`;
/** 1小时内增加1000, 1小时内达到100以上且为3倍. */
export const growthRuleInChinese = (rule: GrowthRule): string =>
  `${inChinese(rule.within)}内${'by' in rule ? `增加${rule.by}` : `达到${rule.from}以上且为${rule.times}倍`}`;
