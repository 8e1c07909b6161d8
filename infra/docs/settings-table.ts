import type { Regulation, Setting } from '../../shared/regulations/schema.ts';
import { Duration } from '../../shared/time/durations.ts';
import { inChinese } from '../../shared/time/instants.ts';
import { markdownTable } from './markers.ts';

/** A setting's value in plain words; of one with options the option's own. */
export const valueText = ({ options = [] }: Pick<Setting, 'options'>, value: Setting['value']): string => {
  if (value === null) return '未设';
  if (typeof value === 'boolean') return value ? '开' : '关';
  const option = options.find((each) => each.value === value);
  if (option !== undefined) return option.name;
  return typeof value === 'string' && Duration.test(value) ? inChinese(value) : String(value);
};

/** The bureau's choices where the text is silent or unclear, with their defaults. `office`: not in the regulation at all. */
export const settingsTable = ({ settings }: Regulation): string =>
  markdownTable(
    ['登记号', '设置', '含义', '默认值', '说明', '条款'],
    settings.map((setting) => [
      setting.register === 'bureau' ? '本局' : setting.register,
      `\`${setting.id}\``,
      setting.name,
      valueText(setting, setting.value),
      setting.note,
      setting.cite.join('、'),
    ]),
  );
