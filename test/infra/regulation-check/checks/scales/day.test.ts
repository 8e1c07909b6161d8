import { describe } from 'vitest';
import type { Regulation } from '../../../../../shared/regulations/schema.ts';
import { byId, type Fault, itFinds, itTakes } from '../../../../support/data-faults.ts';

type Setting = Regulation['settings'][number];
const set = (it: Regulation, id: string, value: Setting['value']): void => {
  byId(it.settings, id).value = value;
};
const EXAMPLES = {
  quietHours: '22:00-07:00',
  nightToldAt: '07:30',
  digestAt: '08:00',
  digestUntil: '20:00',
  routinePushEvery: 'PT1H',
  textsPerHour: '10',
  sameMatterAlerts: '5',
};
const unsaid = (id: string, example: string) =>
  [
    'settings',
    '"settings": [',
    `没有写明设置“${id}”的值,不知可以等待的事项何时告知`,
    `请增加设置 ${id},如 ${example};制度没有规定的,由本局自定`,
  ] as const;
/** A value that does not fit its own format, as it stands in the file. */
const wrong = (id: string, value: string | number, mend: string): Fault => [
  `${id} of ${value}`,
  (it) => set(it, id, value),
  `settings[${id}].value(办法 第二条 办公室)`,
  `"value": ${JSON.stringify(value)}`,
  `“${value}”不对`,
  mend,
];
/** Values that may each stand, and not together. */
const clash = (id: string, value: string, fault: string): Fault => [
  `${id} of ${value} beside the others`,
  (it) => set(it, id, value),
  `settings[${id}].value(办法 第二条 办公室)`,
  `"value": "${value}"`,
  fault,
  '请与其他几项时间一并核对',
];
const NIGHT = (text: string): string => `时段“${text}”不对;请按“22:00-07:00”填写开始和结束时间,不能全天`;

describe('when people are told what can wait', () => {
  itFinds([
    ...Object.entries(EXAMPLES).map(
      ([id, example]): Fault => [
        `no ${id}`,
        (it) => {
          it.settings = it.settings.filter((each) => each.id !== id);
        },
        ...unsaid(id, example),
      ],
    ),
    ...Object.entries(EXAMPLES)
      .filter(([id]) => id !== 'routinePushEvery')
      .map(([id, example]): Fault => [`an empty ${id}`, (it) => set(it, id, null), ...unsaid(id, example)]),
    [
      'a time whose format is not said',
      (it) => {
        delete byId(it.settings, 'digestAt').format;
      },
      'settings[digestAt](办法 第二条 办公室)',
      '{',
      '设置“digestAt”没有写明格式,填错了看不出来',
      '请写 "format": "clock"',
    ],
    wrong('digestAt', '25:00', '应为一天之内的时间,如 08:00'),
    wrong('digestUntil', '24:00', '应为一天之内的时间,如 08:00'),
    wrong('quietHours', '22:00-22:00', NIGHT('22:00-22:00')),
    wrong('quietHours', '00:00-24:00', NIGHT('00:00-24:00')),
    wrong('textsPerHour', 0, '应为1以上的整数'),
    wrong('sameMatterAlerts', 2.5, '应为1以上的整数'),
    clash('nightToldAt', '06:30', '06:30在夜间时段之内,请改在夜间结束以后'),
    clash('digestAt', '23:00', '23:00在夜间时段之内,请改在夜间结束以后'),
    clash('digestUntil', '08:00', '应晚于每日汇总的时间08:00'),
  ]);
  itTakes([
    ['one digest a day', (it) => set(it, 'routinePushEvery', null)],
    ['a night that ends when its texts go out', (it) => set(it, 'nightToldAt', '07:00')],
  ]);
});
