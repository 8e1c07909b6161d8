import { describe } from 'vitest';
import type { Limit, Regulation } from '../../../../../shared/regulations/schema.ts';
import { byId, type Change, forbid, itFinds, itTakes, termOf } from '../../../../support/data-faults.ts';

const limit =
  (given: Limit): Change =>
  (it) => {
    termOf(it, 'oralReport').limit = given;
  };
const days = limit({ kind: 'within', within: 'P10D' });
const choice = (id: string, ...values: string[]): Regulation['settings'][number] => ({
  id,
  name: `${id}设置`,
  register: 'bureau',
  value: values[0]!,
  options: values.map((value) => ({ value, name: value })),
  required: false,
  note: '测试用',
  cite: ['办法 第四条'],
});
const dayEnd = choice('dayEnd', 'midnight', 'clock');
const restDay = choice('restDay', 'moves', 'stays');
const withSettings =
  (change: Change, ...settings: Regulation['settings']): Change =>
  (it) => {
    it.settings.push(...settings);
    change(it);
  };
const without =
  (...ids: string[]): Change =>
  (it) => {
    it.settings = it.settings.filter(({ id }) => !ids.includes(id));
  };
/** No limit of the bureau is in working days any more. */
const inHours: Change = (it) => {
  termOf(it, 'writtenReport', 1).limit = { kind: 'within', within: 'PT72H' };
};

describe('limits in days', () => {
  itFinds([
    [
      'days without a word on when they end',
      withSettings(days, restDay),
      'settings',
      '"settings": [',
      '有按日、按周计的时限,却没有设置“dayEnd”,不知最后一日何时届满',
      '请增加设置 dayEnd,value 填 midnight,options 为 midnight、clock,并写明条款',
    ],
    [
      'weeks without a word on days of rest',
      withSettings(limit({ kind: 'every', every: 'P1W', until: 'calmedAt', from: 'due' }), dayEnd),
      'settings',
      '"settings": [',
      '有按日、按周计的时限,却没有设置“restDay”,不知最后一日何时届满',
      '请增加设置 restDay,value 填 moves,options 为 moves、stays,并写明条款',
    ],
    [
      'working days without a word on when they end',
      without('workingDayEnd'),
      'settings',
      '"settings": [',
      '有按工作日计的时限,却没有设置“workingDayEnd”,不知最后一日何时届满',
      '请增加设置 workingDayEnd,value 填 closing,options 为 closing、midnight、clock,并写明条款',
    ],
    [
      'working days without office hours',
      without('officeHours'),
      'settings',
      '"settings": [',
      '有按工作日计的时限,却没有办公时间,不知何时下班',
      '请在 settings 中增加 "format": "officeHours" 的设置;制度没有写办公时间的,由本局自定,写 "register": "bureau"',
    ],
    [
      'a reading for days that there are none of',
      withSettings(() => undefined, dayEnd),
      'settings[dayEnd](办法 第四条)',
      '{',
      '没有按日、按周计的时限,设置“dayEnd”没有用处',
      '请删去',
    ],
    [
      'a reading for working days that there are none of',
      inHours,
      'settings[workingDayEnd](办法 第五条 一般)',
      '{',
      '没有按工作日计的时限,设置“workingDayEnd”没有用处',
      '请删去',
    ],
    [
      'office hours that nothing counts by',
      inHours,
      'settings[officeHours](办法 第五条 一般)',
      '{',
      '没有按工作日计或按办公时间顺延的时限,办公时间“officeHours”没有用处',
      '请删去',
    ],
    [
      'a reading that nobody knows',
      withSettings(days, choice('dayEnd', 'midnight', 'noon'), restDay),
      'settings[dayEnd].options(办法 第四条)',
      '"options": [',
      '设置“dayEnd”的选项不对',
      '其 options 的 value 须为 midnight、clock',
    ],
    [
      'closing hours that overlap',
      (it) => {
        byId(it.settings, 'officeHours').value = '09:00-12:00 11:30-17:00';
      },
      'settings[officeHours].value(办法 第五条 一般)',
      '"value": "09:00-12:00 11:30-17:00"',
      '“09:00-12:00 11:30-17:00”不对',
      '办公时间“09:00-12:00 11:30-17:00”中的“11:30-17:00”早于前一段的结束;请按“09:00-12:00 13:00-17:00”填写:先后排列、互不重叠、以空格隔开,最晚到24:00',
    ],
    [
      'closing hours that end after midnight',
      (it) => {
        byId(it.settings, 'officeHours').value = '18:00-25:00';
      },
      'settings[officeHours].value(办法 第五条 一般)',
      '"value": "18:00-25:00"',
      '“18:00-25:00”不对',
      '办公时间“18:00-25:00”中的“18:00-25:00”不对;请按“09:00-12:00 13:00-17:00”填写:先后排列、互不重叠、以空格隔开,最晚到24:00',
    ],
    [
      'nobody to settle what waits for a holiday list',
      (it) => forbid(it, 'SettleLimit'),
      'authorities',
      '"authorities": [',
      '有受放假安排影响的时限,却无人有权作出 SettleLimit',
      '请写明由办公室负责人作出',
    ],
    [
      'who may settle it and not enter it',
      (it) => forbid(it, 'SetDeadline'),
      'authorities(办法 第五条 一般)',
      '"authorities": [',
      'officeHead有权作出 SettleLimit,却无权作出录入时限的 SetDeadline',
      '请在 SetDeadline 中增加',
    ],
    [
      'nobody who is asked for a missing holiday list',
      (it) => {
        it.routing = it.routing.filter(({ id }) => id !== 'holidayList');
      },
      'routing',
      '"routing": [',
      '没有“holidayList”,缺少放假安排不知通知谁',
      '请写明通知哪些岗位;制度没有规定的,由本局自定,写 "basis": "bureau"',
    ],
    [
      'somebody asked for a list that moves nothing',
      (it) => {
        inHours(it);
        forbid(it, 'SettleLimit', 'SetDeadline');
        without('workingDayEnd', 'officeHours')(it);
      },
      'routing[holidayList](办法 第五条 一般)',
      '{',
      '本局没有涉及“缺少放假安排”的时限,通知不会发出',
      '请删去',
    ],
  ]);

  itTakes([
    ['days with both readings', withSettings(days, dayEnd, restDay)],
    [
      'closing at noon',
      (it) => {
        byId(it.settings, 'officeHours').value = '09:00-12:00';
      },
    ],
  ]);
});
