import { describe } from 'vitest';
import { act, type Case, type Facts, openCase, report } from '../../primitives/bureau-case.ts';
import { by, done, itIsOwedAtOnce, itIsReleasedAtOnce, itIsToldAtOnce } from '../clause-case.ts';

const at =
  (level: string, facts: Facts = {}) =>
  (): Case =>
    openCase('leizhou', level, facts);
const since = '03-02 08:00';
const then = '03-02 09:00';
const assigned: Facts = { sources: { 'zhanjiang-assigned': '03-02 07:45' } };

describe.each([
  'leizhou 办法 第十六条 ①',
  'leizhou 办法 第二十条',
  'leizhou 办法 第二十一条(二)序',
  'leizhou 办法 第二十一条(二)蓝',
  'leizhou 附件2 五(二)④',
])(
  '%s: the warning to 股室, 第一时间',
  itIsReleasedAtOnce({ open: at('blue'), duty: 'warnUnits', since, to: ['unitLiaison'] }),
);

describe.each(['leizhou 预案 3.3.1'])(
  '%s: the report to 领导小组, 第一时间',
  itIsToldAtOnce({ open: at('blue'), duty: 'reportGroup', since, to: ['leadingGroup'] }),
);

describe.each(['leizhou 办法 第十七条 ①', 'leizhou 附件2 五(三)黄+'])(
  '%s: 立即上报本局领导 from 黄 on',
  itIsToldAtOnce({
    open: at('yellow'),
    duty: 'reportLeaders',
    since,
    to: ['deputyLeader', 'chiefLeader'],
  }),
);

describe.each(['leizhou 办法 第五条 ①', 'leizhou 办法 第二十条'])(
  '%s: 立即进入处置程序, the case is handed to the 股室',
  itIsOwedAtOnce({
    open: at('blue', { unit: null }),
    duty: 'transferUnit',
    since,
    then,
    meet: by('dutyOfficer', { type: 'AssignUnit', unit: 'food' }),
    wrong: by('dutyOfficer', report('first', 'telephone', 'unitHead')),
  }),
);

/** Warned in the first second, from which the 股室 owes its answer. */
const warned = (): Case => {
  const opened = at('blue')();
  opened.file.release(since);
  return opened;
};
describe.each(['leizhou 办法 第十六条 ②', 'leizhou 附件2 五(二)⑤'])(
  '%s: the 股室 that is warned reports to 主要负责人, 立即',
  itIsOwedAtOnce({
    open: warned,
    duty: 'unitResponse',
    since,
    then,
    meet: by('unitLiaison', report('first', 'telephone', 'chiefLeader')),
    wrong: by('unitLiaison', report('first', 'telephone', 'deputyLeader')),
  }),
);

describe.each(['leizhou 办法 第二十五条(二)'])(
  '%s: 立即责成 the 股室 to verify what others prompt',
  itIsOwedAtOnce({
    open: at('yellow', { sources: { 'city-prompted': '03-02 07:45' } }),
    duty: 'verifySource',
    since: '03-02 07:45',
    then,
    meet: by('dutyOfficer', act('verificationOrdered')),
    wrong: by('dutyOfficer', report('first', 'telephone', 'unitHead')),
  }),
);

describe.each(['leizhou 办法 第二十五条(三)'])(
  '%s: 立即启动应急处置机制 for what 湛江市局 assigns from 黄 on',
  itIsOwedAtOnce({
    open: at('yellow', assigned),
    duty: 'startMechanism',
    since: '03-02 07:45',
    then,
    meet: by('officeHead', act('mechanismStarted')),
    wrong: by('officeHead', { type: 'RequestPlan', reason: '需要启动' }),
  }),
);

describe.each(['leizhou 办法 第二十四条 ②'])(
  '%s: 立即召开紧急会议 from 黄 on',
  itIsOwedAtOnce({
    open: at('yellow'),
    duty: 'emergencyMeeting',
    since,
    then,
    meet: by('unitHead', { type: 'RecordMeeting' }),
    wrong: by('unitHead', report('first', 'telephone', 'officeHead')),
  }),
);

describe.each(['leizhou 办法 第二十四条 ③', 'leizhou 预案 4.2 ①', 'leizhou 预案 2.1.3'])(
  '%s: the plan is asked for from 橙 on, by the 责任单位, 立即',
  itIsOwedAtOnce({
    open: at('orange'),
    duty: 'emergencyPlan',
    since,
    then,
    meet: by('unitHead', { type: 'RequestPlan', reason: '达到重大舆情' }),
    wrong: by('officeHead', { type: 'RequestPlan', reason: '达到重大舆情' }),
  }),
);

describe.each(['leizhou 预案 4.1'])(
  '%s: the plan starts 同时 with the bureau’s plan for the event itself, at 蓝 too',
  itIsOwedAtOnce({
    open: at('blue', { flags: ['externalEmergency'] }),
    duty: 'emergencyPlan',
    since,
    then,
    meet: by('leadingGroup', { type: 'StartPlan' }),
  }),
);

describe.each(['leizhou 办法 第二十一条(二)红 ①'])(
  '%s: 应急处置工作 is started at 红',
  itIsOwedAtOnce({
    open: at('red'),
    duty: 'emergencyHandling',
    since,
    then,
    meet: by('officeHead', act('emergencyHandlingStarted')),
    wrong: by('officeHead', act('mechanismStarted')),
  }),
);

const planned = (): Case => {
  const opened = at('orange')();
  done(opened, '03-02 08:30', 'leadingGroup', { type: 'StartPlan' });
  return opened;
};
describe.each(['leizhou 预案 4.2(2)'])(
  '%s: the 股室 verifies 第一时间 once the plan runs',
  itIsOwedAtOnce({
    open: planned,
    duty: 'planVerification',
    since: '03-02 08:30',
    then,
    meet: by('unitHead', act('verified')),
    wrong: by('officeHead', act('verificationOrdered')),
  }),
);

const [committee, government, zhanjiang] = ['cityCommittee', 'cityGovernment', 'zhanjiang'] as const;
describe.each(['leizhou 办法 第十七条 ③', 'leizhou 附件2 五(三)红 报告'])(
  '%s: 红 is reported 立即 to 市委, 市政府 and 湛江市局, to each of them',
  itIsOwedAtOnce({
    open: at('red'),
    duty: 'reportThreeSuperiors',
    since,
    then,
    meet: by('officeHead', report('first', 'telephone', committee, government, zhanjiang)),
    wrong: by('officeHead', report('first', 'telephone', committee, zhanjiang)),
  }),
);

const decided = (): Case => {
  const opened = at('orange')();
  const to = ['zhanjiang'];
  done(opened, since, 'chiefLeader', { type: 'RecordDecision', decision: 'reportUp', outcome: '上报', to });
  return opened;
};
describe.each(['leizhou 办法 第十七条 ②', 'leizhou 附件2 五(三)橙 决定'])(
  '%s: what is decided to be reported is reported to whom it was decided',
  itIsOwedAtOnce({
    open: decided,
    duty: 'reportUpDecided',
    since,
    then,
    meet: by('dutyOfficer', report('first', 'telephone', 'zhanjiang')),
    wrong: by('dutyOfficer', report('first', 'telephone', 'cityGovernment')),
  }),
);
