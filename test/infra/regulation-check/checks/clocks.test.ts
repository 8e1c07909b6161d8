import { describe } from 'vitest';
import type { Limit, Regulation } from '../../../../shared/regulations/schema.ts';
import { dutyOf, type Fault, forbid, itFinds, itTakes, termOf } from '../../../support/data-faults.ts';

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
const ORAL = 'duties[oralReport].terms[0].limit';
const CITE = '(办法 第五条 口头)';

describe('limits', () => {
  const TOO_LONG = '请填写较短的一般时限,或删去 soft';
  const FROM_START = '请填写自同一起点起的总时长,没有上限的写 null';
  const deferred =
    (more: object, ...settings: Regulation['settings']) =>
    (it: Regulation) => {
      it.settings.push(...settings);
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
    ['a soft limit before working days', within({ within: '5WD', soft: 'P4D' })],
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
        it.settings.push(setting('period', { format: 'duration', value: 'P1W', required: true }));
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
        it.settings[0] = setting('routinePushEvery', { value: 30 });
      },
      'settings[routinePushEvery].value(办法 第四条)',
      '"value": 30',
      '“30”不是时长',
      '应为 ISO 8601 时长,如 PT30M',
    ],
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

describe('clocks', () => {
  const nameless = (id: string, name: string): Fault => [
    `an instant that every case file tells of and that has no name: ${id}`,
    (it) => {
      it.instants = it.instants.filter((each) => each.id !== id);
    },
    'instants',
    '"instants": [',
    `没有写明时点“${id}”(${name})在本局的名称`,
    `请增加 id 为 ${id} 的时点,案卷中以此称呼`,
  ];
  itFinds([nameless('detectedAt', '发现'), nameless('calmedAt', '平息'), nameless('concludedAt', '结报')]);

  const authorise = '请在 authorities 中写明由谁作出,或改正起算时点';
  const from = (id: string, instant: Regulation['instants'][number]['id']) => (it: Regulation) => {
    if (!it.instants.some((each) => each.id === instant))
      it.instants.push({ id: instant, name: instant, fallback: [], cite: ['办法 第四条'] });
    termOf(it, id).start = [{ instant }];
  };
  const unsupplied = (
    instant: Regulation['instants'][number]['id'],
    command: string,
    also: string[] = [],
  ): Fault => [
    `a clock from ${instant}, which nobody supplies`,
    (it) => {
      from('oralReport', instant)(it);
      forbid(it, command, ...also);
    },
    `duties[oralReport].terms[0].start[0]${CITE}`,
    '{',
    `不会从这里起算:无人有权作出 ${[command, ...also].join('、')},“${instant}”不会出现`,
    authorise,
  ];
  itFinds([
    [
      'duties that wait for each other',
      (it) => termOf(it, 'warnUnit').start.push({ after: 'oralReport' }),
      'duties[warnUnit].terms(办法 第四条)',
      '"terms": [',
      '起算互相等待(warnUnit → oralReport → warnUnit)',
      '请让其中一项从时点起算',
    ],
    [
      'the same when one counts from the due instant of the other',
      (it) => termOf(it, 'warnUnit').start.push({ after: 'oralReport', orDue: true }),
      'duties[oralReport].terms(办法 第五条 口头)',
      '"terms": [',
      '起算互相等待(oralReport → warnUnit → oralReport)',
      '请让其中一项从时点起算',
    ],
    [
      'a repetition from the instant that ends it',
      from('dailyReport', 'calmedAt'),
      'duties[dailyReport].terms[0].limit(办法 第六条)',
      '"limit": {',
      '重复从“calmedAt”起算,又到“calmedAt”为止',
      '请改正起算时点或 until',
    ],
    [
      'a repetition that nobody may end',
      (it) => forbid(it, 'DeclareCalm'),
      'duties[dailyReport].terms[0].limit(办法 第六条)',
      '"limit": {',
      '级别“major”上无人有权作出 DeclareCalm,重复不会结束',
      '请在 authorities 中写明由谁作出',
    ],
    [
      'the same until the conclusion',
      (it) => {
        termOf(it, 'dailyReport').limit = { kind: 'every', every: 'P1W', until: 'concludedAt', from: 'due' };
        it.authorities.find(({ command }) => command === 'Conclude')!.levels = ['pending', 'general'];
      },
      'duties[dailyReport].terms[0].limit(办法 第六条)',
      '"limit": {',
      '级别“major”上无人有权作出 Conclude,重复不会结束',
      '请在 authorities 中写明由谁作出',
    ],
    unsupplied('acknowledgedAt', 'Acknowledge'),
    unsupplied('planStartedAt', 'StartPlan'),
    unsupplied('calmedAt', 'DeclareCalm'),
    unsupplied('knownAt', 'OpenCase', ['CorrectInstant']),
    [
      'a clock from an instant that cannot come at one of the levels',
      (it) => {
        from('oralReport', 'calmedAt')(it);
        it.authorities.find(({ command }) => command === 'DeclareCalm')!.levels = ['major'];
      },
      `duties[oralReport].terms[0].start${CITE}`,
      '"start": [',
      '在级别“general”(一般舆情)上不会起算',
      `无人有权作出 DeclareCalm,“calmedAt”不会出现;${authorise}`,
    ],
    [
      'a receipt of what nobody sends',
      (it) => {
        termOf(it, 'assignedReport').start = [{ instant: 'receivedAt', of: ['monitored'] }];
      },
      'duties[assignedReport].terms[0].start[0](办法 第八条)',
      '{',
      '不会从这里起算:来源“monitored”(监测发现)没有发送方(from),不会有“收到”的时间',
      '请改正 of,或在 sources 中写明由谁发来',
    ],
    [
      'a receipt where no source has a sender',
      (it) => {
        it.sources = it.sources.slice(0, 1);
        termOf(it, 'assignedReport').start = [{ instant: 'receivedAt' }];
      },
      'duties[assignedReport].terms[0].start[0](办法 第八条)',
      '{',
      '不会从这里起算:来源没有发送方(from),不会有“收到”的时间',
      '请改正 of,或在 sources 中写明由谁发来',
    ],
    [
      'a duty after one that its levels do not have',
      (it) => {
        termOf(it, 'writtenReport', 1).start = [{ after: 'dailyReport' }];
      },
      'duties[writtenReport].terms[1].start[0](办法 第五条 一般)',
      '{',
      '不会从这里起算:“每24小时续报”在这些级别上没有,不会完成',
      '请改正 after,或为该职责增加级别',
    ],
    [
      'a duty after one that one of its levels does not have',
      (it) => {
        termOf(it, 'oralReport').start = [{ after: 'dailyReport', orDue: true }];
      },
      `duties[oralReport].terms[0].start${CITE}`,
      '"start": [',
      '在级别“general”(一般舆情)上不会起算',
      '“每24小时续报”在这些级别上没有,不会完成;请改正 after,或为该职责增加级别',
    ],
    [
      'a clock from the conclusion, which ends the duty',
      from('oralReport', 'concludedAt'),
      `duties[oralReport].terms[0].start[0]${CITE}`,
      '{',
      '“口头报告核实情况”从结报起算,而结报后职责即告终止',
      '请在该职责中写 "survivesConclusion": true',
    ],
    [
      'two duties of one name at one level',
      (it) => {
        dutyOf(it, 'dailyReport').name = '口头报告核实情况';
      },
      'duties[dailyReport].terms[0].name(办法 第六条)',
      '{',
      '与 duties[oralReport].terms[0] 在同一级别上同名“口头报告核实情况”,状态名会重复',
      '请改名',
    ],
    [
      'a name too long for a state',
      (it) => {
        dutyOf(it, 'dailyReport').name = '报'.repeat(70);
      },
      'duties[dailyReport].terms[0].name(办法 第六条)',
      '{',
      '名称太长,状态名将有 81 个字,上限 80',
      '请缩短名称',
    ],
  ]);
  itTakes([
    [
      'an instant with a fallback that somebody supplies',
      (it) => {
        it.instants.push({ id: 'knownAt', name: '知晓', fallback: ['detectedAt'], cite: ['办法 第四条'] });
        termOf(it, 'oralReport').start = [{ instant: 'knownAt' }];
      },
    ],
    [
      'an anchor that only one of the levels has, with another for the rest',
      (it) => termOf(it, 'oralReport').start.unshift({ after: 'dailyReport' }),
    ],
    [
      'a receipt from anybody, while somebody sends',
      (it) => {
        termOf(it, 'assignedReport').start = [{ instant: 'receivedAt' }];
      },
    ],
    [
      'a clock from the conclusion of a duty that survives it',
      (it) => {
        from('oralReport', 'concludedAt')(it);
        dutyOf(it, 'oralReport').survivesConclusion = true;
      },
    ],
    [
      'a duty that counts from another’s completion or due instant',
      (it) => {
        termOf(it, 'writtenReport', 1).start = [{ after: 'oralReport', orDue: true }];
      },
    ],
    [
      'a name of just the length that a state takes',
      (it) => {
        dutyOf(it, 'dailyReport').name = '报'.repeat(69);
      },
    ],
  ]);
});
