import { countsOf, needsHolidayLists } from '../../../../shared/deadlines/days/reading.ts';
import { giversOf } from '../../../../shared/regulations/lookup.ts';
import {
  DAY_END_SETTING,
  REST_DAY_SETTING,
  WORKING_DAY_END_SETTING,
} from '../../../../shared/regulations/reserved.ts';
import type { Regulation } from '../../../../shared/regulations/schema.ts';
import type { Problem } from '../problem.ts';
import { termsOf } from './terms.ts';

/** The settings that say when a last day is over, the limits that they are for, and the readings that there are. */
const SETTINGS = [
  { id: DAY_END_SETTING, of: 'days', what: '按日、按周计', values: ['midnight', 'clock'] },
  { id: REST_DAY_SETTING, of: 'days', what: '按日、按周计', values: ['moves', 'stays'] },
  {
    id: WORKING_DAY_END_SETTING,
    of: 'workingDays',
    what: '按工作日计',
    values: ['closing', 'midnight', 'clock'],
  },
] as const;

/** A period that the bureau fills in may be one in days. */
const hasOpenPeriod = (regulation: Regulation): boolean =>
  termsOf(regulation).some(
    ({ term: { limit } }) => limit.kind === 'every' && typeof limit.every !== 'string',
  );

/** Whether holidays move a limit of the bureau, or may once it has filled in its periods. */
export const mayNeedHolidayLists = (regulation: Regulation): boolean =>
  needsHolidayLists(regulation) || hasOpenPeriod(regulation);

const readings = (regulation: Regulation): Problem[] => {
  const counts = countsOf(regulation);
  const has = { ...counts, days: counts.days || hasOpenPeriod(regulation) };
  return SETTINGS.flatMap(({ id, of, what, values }): Problem[] => {
    const setting = regulation.settings.find((each) => each.id === id);
    if (setting === undefined)
      return has[of]
        ? [
            {
              path: 'settings',
              clauses: [],
              fault: `有${what}的时限,却没有设置“${id}”,不知最后一日何时届满`,
              mend: `请增加设置 ${id},value 填 ${values[0]},options 为 ${values.join('、')},并写明条款`,
            },
          ]
        : [];
    const path = `settings[${id}]`;
    if (!has[of])
      return [
        {
          path,
          clauses: setting.cite,
          fault: `没有${what}的时限,设置“${id}”没有用处`,
          mend: '请删去',
        },
      ];
    const options = setting.options?.map(({ value }) => value) ?? [];
    return options.length === values.length && values.every((value) => options.includes(value))
      ? []
      : [
          {
            path: `${path}.options`,
            clauses: setting.cite,
            fault: `设置“${id}”的选项不对`,
            mend: `其 options 的 value 须为 ${values.join('、')}`,
          },
        ];
  });
};

/** Closing hours, which only working days and office hours need. */
const hours = (regulation: Regulation): Problem[] => {
  const { workingDays, officeHours } = countsOf(regulation);
  const setting = regulation.settings.find(({ format }) => format === 'officeHours');
  if (workingDays && setting === undefined)
    return [
      {
        path: 'settings',
        clauses: [],
        fault: '有按工作日计的时限,却没有办公时间,不知何时下班',
        mend: '请在 settings 中增加 "format": "officeHours" 的设置;制度没有写办公时间的,由本局自定,写 "register": "bureau"',
      },
    ];
  if (setting === undefined || workingDays || officeHours) return [];
  return [
    {
      path: `settings[${setting.id}]`,
      clauses: setting.cite,
      fault: `没有按工作日计或按办公时间顺延的时限,办公时间“${setting.id}”没有用处`,
      mend: '请删去',
    },
  ];
};

/** Who settles by hand what waits for a holiday list, with the command that it takes. */
const settling = (regulation: Regulation): Problem[] => {
  const may = regulation.authorities.find(({ command }) => command === 'SettleLimit');
  if (!mayNeedHolidayLists(regulation))
    return may === undefined
      ? []
      : [
          {
            path: 'authorities',
            clauses: may.cite,
            fault: '没有受放假安排影响的时限,SettleLimit 没有用处',
            mend: '请删去',
          },
        ];
  if (may === undefined)
    return [
      {
        path: 'authorities',
        clauses: [],
        fault: '有受放假安排影响的时限,却无人有权作出 SettleLimit',
        mend: '请写明由办公室负责人作出',
      },
    ];
  const without = may.roles.filter((role) => !giversOf(regulation, 'SetDeadline').includes(role));
  return without.length === 0
    ? []
    : [
        {
          path: 'authorities',
          clauses: may.cite,
          fault: `${without.join('、')}有权作出 SettleLimit,却无权作出录入时限的 SetDeadline`,
          mend: '请在 SetDeadline 中增加',
        },
      ];
};

/** What the readings of limits in days need, and what nothing would read. */
export const dayProblems = (regulation: Regulation): Problem[] =>
  [readings, hours, settling].flatMap((check) => check(regulation));
