import { describe } from 'vitest';
import {
  type Act,
  act,
  type Case,
  type Facts,
  issue,
  openCase,
  publish,
  report,
} from '../../primitives/bureau-case.ts';
import { consent } from '../../support/approvals.ts';
import { by, done, itRepeats, itRunsOut } from '../clause-case.ts';

const at =
  (level: string, facts: Facts = {}) =>
  (): Case =>
    openCase('leizhou', level, facts);

/** Assigned by 湛江市局 and received at 10:00. */
const assigned: Facts = { opened: '03-02 10:30', sources: { 'zhanjiang-assigned': '03-02 10:00' } };
const toZhanjiang = (form: string) => by('dutyOfficer', report('first', form, 'zhanjiang'));

describe.each(['leizhou 办法 第二十二条(二)黄 电话'])(
  '%s: 12 hours from 收到, by telephone',
  itRunsOut({
    open: at('yellow', assigned),
    duty: 'zhanjiangTelephone',
    due: '03-02 22:00',
    meet: toZhanjiang('telephone'),
    wrong: toZhanjiang('written'),
  }),
);
describe.each(['leizhou 办法 第二十二条(二)黄 书面'])(
  '%s: 24 hours from 收到, in writing',
  itRunsOut({
    open: at('yellow', assigned),
    duty: 'zhanjiangWritten',
    due: '03-03 10:00',
    meet: toZhanjiang('written'),
    wrong: toZhanjiang('telephone'),
  }),
);
describe.each(['leizhou 办法 第二十二条(二)橙+ 电话'])(
  '%s: 3 hours from 收到, by telephone',
  itRunsOut({
    open: at('orange', assigned),
    duty: 'zhanjiangTelephone',
    due: '03-02 13:00',
    meet: toZhanjiang('telephone'),
    wrong: toZhanjiang('written'),
  }),
);
describe.each(['leizhou 办法 第二十二条(二)橙+ 书面'])(
  '%s: 12 hours from 收到, in writing',
  itRunsOut({
    open: at('red', assigned),
    duty: 'zhanjiangWritten',
    due: '03-02 22:00',
    meet: toZhanjiang('written'),
    wrong: toZhanjiang('telephone'),
  }),
);
describe.each(['leizhou 办法 第二十二条(二)蓝/批办'])(
  '%s: ten days from 收到, in any form',
  itRunsOut({
    open: at('blue', assigned),
    duty: 'zhanjiangWritten',
    due: '03-13 00:00',
    meet: toZhanjiang('oa'),
    wrong: by('dutyOfficer', report('first', 'written', 'officeHead')),
  }),
);

/** 发生 at 08:20, known at 08:30. */
const occurred: Facts = { opened: '03-02 08:30', instants: { occurredAt: '03-02 08:20' } };
const publishing =
  (form: string): Act =>
  (opened, when) => {
    done(opened, '03-02 10:30', 'deputyLeader', act('statementApproved'));
    done(opened, '03-02 10:31', 'deputyLeader', consent('superiorConsent', 'zhanjiang', '03-02 10:20'));
    done(opened, when, 'officeHead', publish(form));
  };

describe.each(['leizhou 办法 第二十一条(二)橙 ②'])(
  '%s: a public response within 48 hours of 发生, in any of its forms',
  itRunsOut({
    open: at('orange', occurred),
    duty: 'publicResponse',
    due: '03-04 08:20',
    meet: publishing('briefing'),
    wrong: by('officeHead', report('first', 'telephone', 'deputyLeader')),
  }),
);
describe.each(['leizhou 附件2 五(三)橙 48h'])(
  '%s: in a special period 权威信息 alone, within 48 hours of 发生',
  itRunsOut({
    open: at('orange', { ...occurred, flags: ['specialPeriod'] }),
    duty: 'publicResponse',
    due: '03-04 08:20',
    meet: publishing('authoritative'),
    wrong: publishing('briefing'),
  }),
);
describe.each(['leizhou 办法 第二十一条(二)红 ②', 'leizhou 附件2 五(三)红 5h'])(
  '%s: 权威信息 within 5 hours of 发生',
  itRunsOut({
    open: at('red', occurred),
    duty: 'publicResponse',
    due: '03-02 13:20',
    meet: publishing('authoritative'),
    wrong: publishing('pressConference'),
  }),
);
describe.each(['leizhou 办法 第二十一条(二)红 ③', 'leizhou 附件2 五(三)红 24h'])(
  '%s: 新闻发布会 within 24 hours of 发生',
  itRunsOut({
    open: at('red', occurred),
    duty: 'pressConference',
    due: '03-03 08:20',
    meet: publishing('pressConference'),
    wrong: publishing('authoritative'),
  }),
);

describe.each(['leizhou 附件3 三'])(
  '%s: a week of monitoring from the request',
  itRunsOut({
    open: at('monitoringRequest'),
    duty: 'monitoringInterval',
    due: '03-10 00:00',
    meet: by('dutyOfficer', act('monitoringClosed')),
  }),
);

const progress = (form = 'written') => by('unitLiaison', report('progress', form, 'officeHead'));
const reported = (): Case => {
  const opened = at('blue', { sources: { 'zhanjiang-assigned': '03-02 08:00' } })();
  done(opened, '03-02 08:00', 'dutyOfficer', report('first', 'written', 'zhanjiang'));
  return opened;
};
describe.each(['leizhou 办法 第二十三条(一)①'])(
  '%s: at 蓝 a further report every 15 days, each from the last',
  itRepeats({
    open: reported,
    duty: 'blueProgress',
    // Each counts from the day of the report before it; 04-18 is a Saturday: with Monday 04-20.
    dues: ['03-18 00:00', '04-03 00:00', '04-21 00:00'],
    meet: by('dutyOfficer', report('progress', 'written', 'zhanjiang')),
    wrong: by('dutyOfficer', report('monitoring', 'written', 'zhanjiang')),
  }),
);
describe.each(['leizhou 办法 第二十三条(二)②', 'leizhou 附件2 六(二)②'])(
  '%s: from 橙 on a written report every 24 hours from 爆发',
  itRepeats({
    open: at('orange', { instants: { outbreakAt: '03-02 08:00', detectedAt: '03-02 08:00' } }),
    duty: 'dailyReport',
    dues: ['03-03 08:00', '03-04 08:00', '03-05 08:00'],
    meet: progress(),
    wrong: progress('telephone'),
  }),
);

/** Broken out at 08:00 and calm at 15:00. */
const calmed = (level: string) => (): Case => {
  const opened = at(level)();
  done(opened, '03-02 15:00', 'leadingGroup', { type: 'DeclareCalm', reason: '传播已得到控制' });
  return opened;
};
describe.each(['leizhou 办法 第二十三条(二)③', 'leizhou 附件2 六(二)③'])(
  '%s: a written report every week from 平息 until 结报',
  itRepeats({
    open: calmed('orange'),
    duty: 'weeklyReport',
    dues: ['03-10 00:00', '03-17 00:00', '03-24 00:00'],
    meet: progress(),
    wrong: progress('telephone'),
    wrongAt: '03-03 09:00',
  }),
);

/** The text says 定期 and 定时: the bureau gives the period. */
const periodic = (settings: Facts['settings']) => at('periodic', { by: 'officeHead', settings });
const fieldsOf = (opened: Case, document: string): readonly string[] =>
  opened.regulation.documents.find(({ id }) => id === document)!.fields;
describe.each(['leizhou 办法 第二十一条(二)蓝', 'leizhou 预案 3.2.2'])(
  '%s: the 定期报告 in the period that the bureau gives, here a week',
  itRepeats({
    open: periodic({ bulletinEvery: 'P1W' }),
    duty: 'bulletin',
    dues: ['03-10 00:00', '03-17 00:00'],
    meet: (opened, when) =>
      done(opened, when, 'dutyOfficer', issue('bulletin', fieldsOf(opened, 'bulletin'))),
    wrong: by('dutyOfficer', report('circular', 'written', 'leadingGroup')),
  }),
);
describe.each(['leizhou 办法 第三十二条'])(
  '%s: the circular on supervision 定时, here every two weeks',
  itRepeats({
    open: periodic({ circularEvery: 'P2W' }),
    duty: 'supervisionCircular',
    dues: ['03-17 00:00', '03-31 00:00'],
    meet: by('dutyOfficer', report('circular', 'written', 'unitHead')),
    wrong: by('dutyOfficer', report('progress', 'written', 'unitHead')),
  }),
);
