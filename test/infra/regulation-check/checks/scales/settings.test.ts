import { describe } from 'vitest';
import type { Regulation } from '../../../../../shared/regulations/schema.ts';
import { dutyOf, type Fault, itFinds, itTakes, termOf } from '../../../../support/data-faults.ts';

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

describe('settings', () => {
  const wrongValue = (
    more: Partial<Regulation['settings'][number]>,
    line: string,
    fault: string,
    mend: string,
  ): Fault => [
    `a value that does not fit: ${line}`,
    (it) => it.settings.push(setting('own', more)),
    'settings[own].value(办法 第四条)',
    line,
    fault,
    mend,
  ];
  itFinds([
    wrongValue(
      { format: 'duration', value: '一周' },
      '"value": "一周"',
      '“一周”不对',
      '应为 ISO 8601 时长,如 P1W、PT30M',
    ),
    wrongValue(
      { format: 'spread', value: '1/PT1H' },
      '"value": "1/PT1H"',
      '“1/PT1H”不对',
      '应写作 条数/时长,至少2条,时长不超过一日,如 5/PT1H',
    ),
    [
      'when a story spreads without its format',
      (it) => it.settings.push(setting('spreadPosts', {})),
      'settings[spreadPosts](办法 第四条)',
      '{',
      '设置“spreadPosts”没有写明格式,填错了看不出来',
      '请写 "format": "spread"',
    ],
    wrongValue(
      { format: 'officeHours', value: '9点到5点' },
      '"value": "9点到5点"',
      '“9点到5点”不对',
      '办公时间“9点到5点”中的“9点到5点”不对;请按“09:00-12:00 13:00-17:00”填写:先后排列、互不重叠、以空格隔开,最晚到24:00',
    ),
    wrongValue(
      {
        value: 'c',
        options: [
          { value: 'a', name: '甲' },
          { value: 'b', name: '乙' },
        ],
      },
      '"value": "c"',
      '“c”不对',
      '可填:a(甲)、b(乙)',
    ),
    [
      'an office target that is no length of time',
      (it) => {
        it.settings.push(setting('target', { value: '尽快' }));
        dutyOf(it, 'oralReport').ownTarget = 'target';
      },
      'settings[target].value(办法 第四条)',
      '"value": "尽快"',
      '“尽快”不是时长',
      '应为 ISO 8601 时长,如 PT30M',
    ],
    [
      'an interval of the grouped push that is no length of time',
      (it) => {
        it.settings = it.settings.filter(({ id }) => id !== 'routinePushEvery');
        it.settings.push(setting('routinePushEvery', { value: 30 }));
      },
      'settings[routinePushEvery].value(办法 第四条)',
      '"value": 30',
      '“30”不是时长',
      '应为 ISO 8601 时长,如 PT30M',
    ],
    ...['staleAfter', 'correctionWithin'].map(
      (id): Fault => [
        `${id} that is no length of time`,
        (it) => {
          const others = it.settings.filter((each) => each.id !== id);
          it.settings = [...others, setting(id, { value: '半小时' })];
        },
        `settings[${id}].value(办法 第四条)`,
        '"value": "半小时"',
        '“半小时”不是时长',
        '应为 ISO 8601 时长,如 PT30M',
      ],
    ),
    [
      'a condition on a setting that is no yes or no',
      (it) => {
        termOf(it, 'dailyReport').when = { setting: 'routinePushEvery' };
      },
      'duties[dailyReport].terms[0].when.setting(办法 第六条)',
      '"setting": "routinePushEvery"',
      '条件所用的设置“routinePushEvery”不是“是/否”',
      '请改用是/否设置',
    ],
    [
      'items without clocks that are pushed to nobody',
      (it) => {
        it.routing = it.routing.filter(({ id }) => id !== 'routine');
      },
      'routing',
      '"routing": [',
      '没有“routine”,不计时的舆情信息不知通知谁',
      '请写明通知哪些岗位;制度没有规定的,由本局自定,写 "basis": "bureau"',
    ],
  ]);
  itTakes([
    [
      'an office target that is not set',
      (it) => {
        it.settings.push(setting('target', { format: 'duration' }));
        dutyOf(it, 'oralReport').ownTarget = 'target';
      },
    ],
    [
      'a yes or no as a condition',
      (it) => {
        it.settings.push(setting('both', { value: true }));
        termOf(it, 'dailyReport').when = { setting: 'both' };
      },
    ],
  ]);
});
