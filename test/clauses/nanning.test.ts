import { describe } from 'vitest';
import {
  type Act,
  act,
  type Case,
  extend,
  type Facts,
  openCase,
  publish,
  rate,
  report,
} from '../primitives/bureau-case.ts';
import { by, done, itRepeats, itRunsOut } from './clause-case.ts';

/** Discovered at 09:00, entered five minutes later. */
const found: Facts = { opened: '03-02 09:05', instants: { detectedAt: '03-02 09:00' } };
const rated =
  (level: string, facts: Facts = found) =>
  (): Case => {
    const opened = openCase('nanning', 'major', facts);
    done(opened, '03-02 09:06', 'chiefLeader', rate('sensitivity', level));
    return opened;
  };
const upwards = by('dutyOfficer', report('report', 'telephone', 'superior'));
const aside = by('dutyOfficer', report('report', 'telephone', 'propaganda'));

describe.each(['nanning B 五(二) ② 4h'])(
  '%s: 重要敏感负面 to the superior within 4 hours of 发现',
  itRunsOut({
    open: rated('important'),
    duty: 'reportImportant',
    due: '03-02 13:00',
    meet: upwards,
    wrong: aside,
  }),
);
describe.each(['nanning B 五(二) ③ 2h'])(
  '%s: 特别重大敏感负面 to the superior within 2 hours of 发现',
  itRunsOut({
    open: rated('grave'),
    duty: 'reportGrave',
    due: '03-02 11:00',
    meet: upwards,
    wrong: aside,
  }),
);

const approve = (opened: Case): void => {
  done(opened, '03-02 10:30', 'officeHead', act('onlineReviewed'));
  done(opened, '03-02 10:31', 'unitHead', act('unitHeadReviewed'));
  done(opened, '03-02 10:32', 'leadingGroup', act('groupApproved'));
};
const publishing =
  (form: string): Act =>
  (opened, when) => {
    approve(opened);
    done(opened, when, 'dutyOfficer', publish(form));
  };
describe.each(['nanning B 五(二) ④ 24h'])(
  '%s: 权威信息 on the net within 24 hours of 发现',
  itRunsOut({
    open: rated('grave'),
    duty: 'publishOnline',
    due: '03-03 09:00',
    meet: publishing('online'),
    wrong: publishing('otherChannels'),
  }),
);

/** A netizen's post, read on Monday at 16:00 by a unit that works 09:00–12:00 and 13:00–17:00. */
const post = (...flags: string[]): Facts => ({
  opened: '03-02 16:05',
  by: 'dutyOfficer',
  instants: { detectedAt: '03-02 16:00', knownAt: '03-02 16:00' },
  flags: ['netizenPost', ...flags],
});
const answering =
  (form: string, approval: string): Act =>
  (opened, when) => {
    done(opened, '03-02 16:20', 'unitHead', act(approval));
    done(opened, when, 'unitLiaison', publish(form));
  };
const registered = by('unitLiaison', report('report', 'telephone', 'deputyLeader'));

describe.each(['nanning B 五(二) ⑥ 3h'])(
  '%s: the first reply within 3 working hours of 知晓: one on Monday, two on Tuesday',
  itRunsOut({
    open: () => openCase('nanning', 'general', post()),
    duty: 'firstReply',
    due: '03-03 11:00',
    meet: answering('firstReply', 'replySigned'),
    wrong: registered,
    wrongAt: '03-02 16:30',
  }),
);
describe.each(['nanning B 五(二) ⑦ 5wd'])(
  '%s: the settled answer within 5 working days of 知晓',
  itRunsOut({
    open: () => openCase('nanning', 'general', post('byProcedure')),
    duty: 'settledReply',
    due: '03-09 17:00',
    meet: by('unitHead', act('answerApproved')),
    wrong: answering('firstReply', 'replySigned'),
    wrongAt: '03-02 16:30',
  }),
);
describe.each(['nanning B 五(二) ⑧ 10wd'])(
  '%s: the settled answer within 10 working days of 知晓 where it was extended as far as it may be',
  itRunsOut({
    open: () => {
      const opened = openCase('nanning', 'general', post('byProcedure'));
      done(opened, '03-06 10:00', 'unitHead', extend('settledReply', '03-16 17:00'));
      return opened;
    },
    duty: 'settledReply',
    due: '03-16 17:00',
    meet: by('unitHead', act('answerApproved')),
  }),
);

describe.each(['nanning B 四(一) ①'])(
  '%s: the media are read 定期, here daily as the bureau gives it',
  itRepeats({
    open: () => openCase('nanning', 'periodic', { settings: { browseEvery: 'P1D' } }),
    duty: 'browseMedia',
    dues: ['03-04 00:00', '03-05 00:00', '03-06 00:00'],
    meet: by('dutyOfficer', act('mediaBrowsed')),
    wrong: by('dutyOfficer', act('mediaContacted')),
  }),
);
