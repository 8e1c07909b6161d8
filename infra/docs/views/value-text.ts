import type { Setting } from '../../../shared/regulations/schema.ts';
import { Duration } from '../../../shared/time/durations.ts';
import { inChinese } from '../../../shared/time/instants.ts';

/** A setting's value in plain words; of one with options the option's own. */
export const valueText = ({ options = [] }: Pick<Setting, 'options'>, value: Setting['value']): string => {
  if (value === null) return '未设';
  if (typeof value === 'boolean') return value ? '开' : '关';
  const option = options.find((each) => each.value === value);
  if (option !== undefined) return option.name;
  return typeof value === 'string' && Duration.test(value) ? inChinese(value) : String(value);
};
