import * as Duration from 'temporal-polyfill/fns/Duration';
import type { Limit, Regulation, Setting } from '../../../../shared/regulations/schema.ts';
import type { Problem } from '../problem.ts';
import { termsOf } from './terms.ts';

type Within = Extract<Limit, { kind: 'within' }>;
type Fault = [key: string, fault: string, mend: string];

const POLICIES = ['count', 'shiftEnd', 'shiftStart'];

/** Hours that the length takes at least: a working day is counted as a day, though a holiday may come between. */
const hours = (length: string): number => {
  if (length.endsWith('WD')) return Number(length.slice(0, -2)) * 24;
  const { weeks, days, hours: whole, minutes, seconds } = Duration.fromString(length);
  return (weeks * 7 + days) * 24 + whole + minutes / 60 + seconds / 3600;
};
const isInDays = (length: string): boolean => !length.endsWith('WD') && /[WD]/.test(length);

const softFaults = (
  { within, soft, notBeforeSoft }: Within,
  setting: (id: string) => Setting | undefined,
): Fault[] => {
  const faults: Fault[] = [];
  if (soft !== undefined && hours(soft) >= hours(within))
    faults.push(['soft', `一般时限“${soft}”不短于最迟时限“${within}”`, '请填写较短的一般时限,或删去 soft']);
  if (notBeforeSoft !== undefined && soft === undefined)
    faults.push(['notBeforeSoft', '没有一般时限(soft),谈不上早于它', '请填写 soft,或删去 notBeforeSoft']);
  const bar = notBeforeSoft === undefined ? undefined : setting(notBeforeSoft);
  if (bar !== undefined && typeof bar.value !== 'boolean')
    faults.push(['notBeforeSoft', `设置“${notBeforeSoft}”不是“是/否”`, '请改用是/否设置']);
  return faults;
};

const extensionFaults = ({ within, extension }: Within): Fault[] =>
  typeof extension?.upTo === 'string' && hours(extension.upTo) <= hours(within)
    ? [
        [
          'extension.upTo',
          `延长后“${extension.upTo}”不长于原时限“${within}”`,
          '请填写自同一起点起的总时长,没有上限的写 null',
        ],
      ]
    : [];

const deferralFaults = (
  { within, soft, extension, deferral }: Within,
  settings: readonly Setting[],
  setting: (id: string) => Setting | undefined,
): Fault[] => {
  if (deferral === undefined) return [];
  const faults: Fault[] = [];
  const policy = setting(deferral);
  const options = policy?.options?.map(({ value }) => value) ?? [];
  if (policy !== undefined && (options.length === 0 || options.some((value) => !POLICIES.includes(value))))
    faults.push([
      'deferral',
      `设置“${deferral}”不是顺延方式`,
      `其 options 的 value 须为 ${POLICIES.join('、')}`,
    ]);
  const office = settings.find(({ format }) => format === 'officeHours');
  if (office === undefined)
    faults.push(['deferral', '没有办公时间,无法顺延', '请在 settings 中增加 "format": "officeHours" 的设置']);
  else if (office.value === null && !office.required)
    faults.push(['deferral', `办公时间“${office.id}”为空,无法顺延`, '请填写其 value,或写 "required": true']);
  for (const [key, length] of [
    ['within', within],
    ['soft', soft],
    ['extension.upTo', extension?.upTo],
  ] as const)
    if (typeof length === 'string' && isInDays(length))
      faults.push([
        key,
        `“${length}”按日计,不能按办公时间顺延`,
        '请用小时和分钟,或用工作日(5WD)并删去 deferral',
      ]);
  return faults;
};

const periodFaults = (
  { every }: Extract<Limit, { kind: 'every' }>,
  setting: (id: string) => Setting | undefined,
): Fault[] => {
  const period = typeof every === 'string' ? undefined : setting(every.setting);
  return period === undefined || period.format === 'duration'
    ? []
    : [['every.setting', `设置“${period.id}”不是时长,不能作为周期`, '请在该设置中写 "format": "duration"']];
};

/** Limits whose numbers or settings do not go together. */
export const limitProblems = (regulation: Regulation): Problem[] => {
  const { settings } = regulation;
  const setting = (id: string) => settings.find((each) => each.id === id);
  const faults = (limit: Limit): Fault[] => {
    if (limit.kind === 'every') return periodFaults(limit, setting);
    if (limit.kind !== 'within') return [];
    return [
      ...softFaults(limit, setting),
      ...extensionFaults(limit),
      ...deferralFaults(limit, settings, setting),
    ];
  };
  return termsOf(regulation).flatMap(({ term, path }) =>
    faults(term.limit).map(([key, fault, mend]) => ({
      path: `${path}.limit.${key}`,
      clauses: term.cite,
      fault,
      mend,
    })),
  );
};
