import { describe } from 'vitest';
import type { Limit, Regulation } from '../../../../../shared/regulations/schema.ts';
import { type Fault, itFinds, itTakes, termOf } from '../../../../support/data-faults.ts';

const within = (more: Omit<Extract<Limit, { kind: 'within' }>, 'kind'>) => (it: Regulation) => {
  termOf(it, 'oralReport').limit = { kind: 'within', ...more };
};
const setting = (
  id: string,
  more: Partial<Regulation['settings'][number]>,
): Regulation['settings'][number] => ({
  id,
  name: `${id}设置`,
  register: 'bureau',
  value: null,
  required: false,
  note: '测试用',
  cite: ['办法 第四条'],
  ...more,
});
const policy = (...values: string[]) =>
  setting('policy', { value: values[0]!, options: values.map((value) => ({ value, name: value })) });
const officeHours = setting('hours', { format: 'officeHours', value: '09:00-12:00 14:00-18:00' });
const dayEnd = setting('dayEnd', {
  value: 'midnight',
  options: ['midnight', 'clock'].map((value) => ({ value, name: value })),
});
const restDay = setting('restDay', {
  value: 'moves',
  options: ['moves', 'stays'].map((value) => ({ value, name: value })),
});
const ORAL = 'duties[oralReport].terms[0].limit';
const CITE = '(办法 第五条 口头)';

describe('limits', () => {
  const TOO_LONG = '请填写较短的一般时限,或删去 soft';
  const FROM_START = '请填写自同一起点起的总时长,没有上限的写 null';
  const deferred =
    (more: object, ...settings: Regulation['settings']) =>
    (it: Regulation) => {
      it.settings = [...it.settings.filter(({ format }) => format !== 'officeHours'), ...settings];
      within({ within: 'PT3H', deferral: 'policy', ...more })(it);
    };
  const inDays = (key: string, length: string, more: object): Fault => [
    `days (${key}) that are counted in office hours`,
    deferred(more, policy('count'), officeHours),
    `${ORAL}.${key}${CITE}`,
    `"${length}"`,
    `“${length}”按日计,不能按办公时间顺延`,
    '请用小时和分钟,或用工作日(5WD)并删去 deferral',
  ];
  itFinds([
    [
      'a soft limit as long as the hard one',
      within({ within: 'PT24H', soft: 'P1D' }),
      `${ORAL}.soft${CITE}`,
      '"soft": "P1D"',
      '一般时限“P1D”不短于最迟时限“PT24H”',
      TOO_LONG,
    ],
    [
      'a soft limit as long as the working days at least are',
      within({ within: '5WD', soft: 'P5D' }),
      `${ORAL}.soft${CITE}`,
      '"soft": "P5D"',
      '一般时限“P5D”不短于最迟时限“5WD”',
      TOO_LONG,
    ],
    [
      'a bar before a soft limit that is not there',
      (it) => {
        it.settings.push(setting('bar', { value: false }));
        within({ within: 'PT24H', notBeforeSoft: 'bar' })(it);
      },
      `${ORAL}.notBeforeSoft${CITE}`,
      '"notBeforeSoft": "bar"',
      '没有一般时限(soft),谈不上早于它',
      '请填写 soft,或删去 notBeforeSoft',
    ],
    [
      'a bar that is no yes or no',
      within({ within: 'PT24H', soft: 'PT12H', notBeforeSoft: 'routinePushEvery' }),
      `${ORAL}.notBeforeSoft${CITE}`,
      '"notBeforeSoft": "routinePushEvery"',
      '设置“routinePushEvery”不是“是/否”',
      '请改用是/否设置',
    ],
    [
      'an extension to the same length',
      within({ within: 'PT24H', extension: { upTo: 'P1D', cite: ['办法 第四条'] } }),
      `${ORAL}.extension.upTo${CITE}`,
      '"upTo": "P1D"',
      '延长后“P1D”不长于原时限“PT24H”',
      FROM_START,
    ],
    [
      'an extension that only adds',
      within({ within: '5WD', extension: { upTo: '5WD', cite: ['办法 第四条'] } }),
      `${ORAL}.extension.upTo${CITE}`,
      '"upTo": "5WD"',
      '延长后“5WD”不长于原时限“5WD”',
      FROM_START,
    ],
    [
      'a deferral without its readings',
      deferred({}, setting('policy', { value: true }), officeHours),
      `${ORAL}.deferral${CITE}`,
      '"deferral": "policy"',
      '设置“policy”不是顺延方式',
      '其 options 的 value 须为 count、shiftEnd、shiftStart',
    ],
    [
      'a deferral by a reading that nobody knows',
      deferred({}, policy('count', 'later'), officeHours),
      `${ORAL}.deferral${CITE}`,
      '"deferral": "policy"',
      '设置“policy”不是顺延方式',
      '其 options 的 value 须为 count、shiftEnd、shiftStart',
    ],
    [
      'a deferral without office hours',
      deferred({}, policy('count')),
      `${ORAL}.deferral${CITE}`,
      '"deferral": "policy"',
      '没有办公时间,无法顺延',
      '请在 settings 中增加 "format": "officeHours" 的设置',
    ],
    [
      'a deferral to office hours that are empty and nobody is asked for',
      deferred({}, policy('count'), { ...officeHours, value: null }),
      `${ORAL}.deferral${CITE}`,
      '"deferral": "policy"',
      '办公时间“hours”为空,无法顺延',
      '请填写其 value,或写 "required": true',
    ],
    inDays('within', 'P1D', { within: 'P1D' }),
    inDays('soft', 'P1D', { within: 'PT30H', soft: 'P1D' }),
    inDays('extension.upTo', 'P1W', { extension: { upTo: 'P1W', cite: ['办法 第四条'] } }),
    [
      'a period in a setting that is no length of time',
      (it) => {
        it.settings.push(setting('period', { value: 'weekly' }));
        termOf(it, 'dailyReport').limit = {
          kind: 'every',
          every: { setting: 'period' },
          until: 'calmedAt',
          from: 'due',
        };
      },
      'duties[dailyReport].terms[0].limit.every.setting(办法 第六条)',
      '"setting": "period"',
      '设置“period”不是时长,不能作为周期',
      '请在该设置中写 "format": "duration"',
    ],
    [
      'a repetition every zero hours',
      (it) => {
        termOf(it, 'dailyReport').limit = { kind: 'every', every: 'PT0H', until: 'calmedAt', from: 'due' };
      },
      'duties[dailyReport].terms[0].limit.every(办法 第六条)',
      '"every": "PT0H"',
      '时长“PT0H”为零',
      '请填写大于零的时长',
    ],
    [
      'a ladder that never waits',
      (it) => {
        it.ladders[0]!.thenEvery = 'P0D';
      },
      'ladders[unit].thenEvery(办法 第十一条)',
      '"thenEvery": "P0D"',
      '时长“P0D”为零',
      '请填写大于零的时长',
    ],
  ]);
  itTakes([
    ['a soft limit a minute shorter', within({ within: 'PT24H', soft: 'PT23H59M' })],
    ['a soft limit before working days', within({ within: '5WD', soft: 'PT96H' })],
    [
      'an extension a minute longer',
      within({ within: 'PT24H', extension: { upTo: 'PT24H1M', cite: ['办法 第四条'] } }),
    ],
    [
      'an extension without a maximum',
      within({ within: '5WD', extension: { upTo: null, cite: ['办法 第四条'] } }),
    ],
    [
      'a deferral in hours',
      deferred({ soft: 'PT1H' }, policy('count', 'shiftEnd', 'shiftStart'), officeHours),
    ],
    ['working days that name a deferral too', deferred({ within: '5WD' }, policy('shiftEnd'), officeHours)],
    [
      'a bar that may be on or off',
      (it) => {
        it.settings.push(setting('bar', { value: false }));
        within({ within: 'PT24H', soft: 'PT12H', notBeforeSoft: 'bar' })(it);
      },
    ],
    [
      'a period that the bureau has given',
      (it) => {
        it.settings.push(
          setting('period', { format: 'duration', value: 'PT168H', required: true }),
          dayEnd,
          restDay,
        );
        termOf(it, 'dailyReport').limit = {
          kind: 'every',
          every: { setting: 'period' },
          until: 'calmedAt',
          from: 'completion',
        };
      },
    ],
  ]);
});
