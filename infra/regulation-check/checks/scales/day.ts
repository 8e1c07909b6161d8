import { dayPlanFaults } from '../../../../shared/regulations/day.ts';
import {
  DIGEST_SETTING,
  DIGEST_UNTIL_SETTING,
  NIGHT_TOLD_SETTING,
  QUIET_HOURS_SETTING,
  ROUTINE_PUSH_SETTING,
  SAME_MATTER_SETTING,
  TEXTS_PER_HOUR_SETTING,
} from '../../../../shared/regulations/reserved.ts';
import type { Regulation, Setting } from '../../../../shared/regulations/schema.ts';
import { settingFault } from '../../../../shared/regulations/settings.ts';
import { isZone } from '../form/ids.ts';
import type { Problem } from '../problem.ts';

/** What says in every bureau when people are told what can wait; of each its format and an example. */
const DAY_SETTINGS: readonly (readonly [id: string, format: Setting['format'], example: string])[] = [
  [QUIET_HOURS_SETTING, 'dayHours', '22:00-07:00'],
  [NIGHT_TOLD_SETTING, 'clock', '07:30'],
  [DIGEST_SETTING, 'clock', '08:00'],
  [DIGEST_UNTIL_SETTING, 'clock', '20:00'],
  [ROUTINE_PUSH_SETTING, 'duration', 'PT1H'],
  [TEXTS_PER_HOUR_SETTING, 'count', '10'],
  [SAME_MATTER_SETTING, 'count', '5'],
];

const missing = ({ settings }: Regulation): Problem[] =>
  DAY_SETTINGS.flatMap(([id, format, example]) => {
    const setting = settings.find((each) => each.id === id);
    // Without an interval there is one digest a day; all others need a value.
    const isSaid = setting !== undefined && (setting.value !== null || id === ROUTINE_PUSH_SETTING);
    const own = '制度没有规定的,由本局自定';
    if (!isSaid) {
      const fault = `没有写明设置“${id}”的值,不知可以等待的事项何时告知`;
      return [{ path: 'settings', clauses: [], fault, mend: `请增加设置 ${id},如 ${example};${own}` }];
    }
    if (setting.format === format) return [];
    const fault = `设置“${id}”没有写明格式,填错了看不出来`;
    return [{ path: `settings[${id}]`, clauses: setting.cite, fault, mend: `请写 "format": "${format}"` }];
  });

const isReadable = ({ zone, settings }: Regulation): boolean =>
  isZone(zone) &&
  settings.every((setting) => setting.value === null || settingFault(setting, setting.value) === undefined);

/** When people are told what can wait: each of these settings is there, and they fit together. */
export const dayProblems = (regulation: Regulation): Problem[] => {
  const problems = missing(regulation);
  if (problems.length > 0 || !isReadable(regulation)) return problems;
  return dayPlanFaults(regulation).map((said) => {
    const id = /^\w+/.exec(said)![0];
    return {
      path: `settings[${id}].value`,
      clauses: regulation.settings.find((each) => each.id === id)!.cite,
      fault: said.slice(id.length + 1),
      mend: '请与其他几项时间一并核对',
    };
  });
};
