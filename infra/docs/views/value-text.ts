import type { Setting } from '../../../shared/regulations/schema.ts';
import {
  growthRuleInChinese,
  postsRuleInChinese,
  readGrowthRules,
  readPostsRule,
} from '../../../shared/regulations/spread.ts';
import { Duration } from '../../../shared/time/durations.ts';
import { inChinese } from '../../../shared/time/instants.ts';

/** A setting's value in plain words; of one with options the option's own. */
export const valueText = (
  { options = [], format }: Pick<Setting, 'options' | 'format'>,
  value: Setting['value'],
): string => {
  if (value === null) return '未设';
  if (typeof value === 'boolean') return value ? '开' : '关';
  if (format === 'spread') return postsRuleInChinese(readPostsRule(String(value)));
  if (format === 'growth') return readGrowthRules(String(value)).map(growthRuleInChinese).join('或');
  const option = options.find((each) => each.value === value);
  if (option !== undefined) return option.name;
  return typeof value === 'string' && Duration.test(value) ? inChinese(value) : String(value);
};
