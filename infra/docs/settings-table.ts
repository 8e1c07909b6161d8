import { inChinese } from '../../shared/deadlines/instants.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';
import { markdownTable } from './markers.ts';

type Value = Regulation['settings'][number]['value'];

/** A setting's value in plain words. */
export const valueText = (value: Value): string => {
  if (value === null) return '未设';
  if (typeof value === 'boolean') return value ? '开' : '关';
  return typeof value === 'string' && value.startsWith('P') ? inChinese(value) : String(value);
};

/** The bureau's choices where the text is silent or unclear, with their defaults. `office`: not in the regulation at all. */
export const settingsTable = ({ settings }: Regulation): string =>
  markdownTable(
    ['登记号', '设置', '含义', '默认值', '说明', '条款'],
    settings.map(({ id, name, register, value, note, cite }) => [
      register === 'office' ? '本局' : register,
      `\`${id}\``,
      name,
      valueText(value),
      note,
      cite.join('、'),
    ]),
  );
