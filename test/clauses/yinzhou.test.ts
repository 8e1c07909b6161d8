import { describe } from 'vitest';
import { act, type Case, type Facts, openCase, report } from '../primitives/bureau-case.ts';
import { by, done, itIsOwedAtOnce, itIsReleasedAtOnce, itIsToldAtOnce, itRunsOut } from './clause-case.ts';

const at =
  (level: string, facts: Facts = {}) =>
  (): Case =>
    openCase('yinzhou', level, facts);
const since = '03-02 08:00';
const then = '03-02 09:00';
const unitFound: Facts = { sources: { 'unit-found': null } };
const leaders = ['deputyLeader', 'chiefLeader'];
const filing = (form: string, ...to: string[]) => by('unitLiaison', report('first', form, ...to));

describe.each(['yinzhou E 四(二)1 一般 处置', 'yinzhou E 二(二) 办公室', 'yinzhou E 二(二) 科室'])(
  '%s: a 一般 matter goes to the unit that leads it',
  itIsToldAtOnce({ open: at('general'), duty: 'handToUnit', since, to: ['unitLiaison'] }),
);
describe.each(['yinzhou E 五1 ②', 'yinzhou E 三(三)'])('%s: what the office finds, 第一时间', (title) => {
  describe('the leaders know', () =>
    itIsToldAtOnce({ open: at('larger'), duty: 'alertLeaders', since, to: leaders })(title));
  describe('the unit knows', () =>
    itIsReleasedAtOnce({ open: at('larger'), duty: 'notifyUnit', since, to: ['unitLiaison'] })(title));
});
describe.each(['yinzhou E 五2'])(
  '%s: what the unit is told says the 重点要素',
  itIsReleasedAtOnce({ open: at('larger'), duty: 'notifyUnit', since, to: ['unitLiaison'] }),
);
describe.each(['yinzhou E 五1 ①', 'yinzhou E 三(三)'])(
  '%s: what a unit finds it reports to the office, 第一时间',
  itIsOwedAtOnce({
    open: at('larger', unitFound),
    duty: 'reportOffice',
    since,
    then,
    meet: filing('oral', 'officeHead'),
    wrong: filing('oral', ...leaders),
  }),
);
describe.each(['yinzhou E 四(二)2 较大 ①', 'yinzhou E 三(三)'])(
  '%s: a 较大 matter goes to both leaders with a copy to the office, 第一时间',
  itIsOwedAtOnce({
    open: at('larger', unitFound),
    duty: 'reportLeaders',
    since,
    then,
    meet: filing('written', ...leaders, 'officeHead'),
    wrong: filing('written', ...leaders),
  }),
);

/** Happened at 08:20, opened at 08:30. */
const happened: Facts = { opened: '03-02 08:30', instants: { occurredAt: '03-02 08:20' } };
describe.each(['yinzhou E 四(二)3 口头15min'])(
  '%s: 15 minutes from 事发, by word of mouth to both leaders',
  itRunsOut({
    open: at('major', happened),
    duty: 'oralReport',
    due: '03-02 08:35',
    meet: filing('oral', ...leaders),
    wrong: filing('oral', 'deputyLeader'),
    wrongAt: '03-02 08:33',
  }),
);
const spoken = (): Case => {
  const opened = at('major', happened)();
  done(opened, '03-02 08:33', 'unitLiaison', report('first', 'oral', ...leaders));
  return opened;
};
describe.each(['yinzhou E 四(二)3 书面+20min'])(
  '%s: 20 minutes from the oral report, in writing to both leaders and the office',
  itRunsOut({
    open: spoken,
    duty: 'writtenReport',
    due: '03-02 08:53',
    meet: filing('written', ...leaders, 'officeHead'),
    wrong: filing('written', ...leaders),
    wrongAt: '03-02 08:40',
  }),
);
describe.each(['yinzhou E 四(二)3 启动'])(
  '%s: the unit’s own plan or working system starts 同时 with the report',
  itIsOwedAtOnce({
    open: spoken,
    duty: 'startOwnPlan',
    since: '03-02 08:33',
    then,
    meet: by('unitHead', act('workSystemStarted')),
    wrong: filing('written', ...leaders, 'officeHead'),
  }),
);
