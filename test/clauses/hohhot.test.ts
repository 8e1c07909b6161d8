import { describe, expect, it } from 'vitest';
import { act, type Case, type Facts, openCase, report } from '../primitives/bureau-case.ts';
import { at as instant } from '../support/case-file.ts';
import { by, done, itIsOwedAtOnce, itIsReleasedAtOnce, itRunsOut } from './clause-case.ts';

/** Broken out at 07:30, opened at 08:00. */
const outbreak: Facts = { instants: { outbreakAt: '03-02 07:30', detectedAt: '03-02 07:50' } };
const at =
  (level: string, facts: Facts = outbreak) =>
  (): Case =>
    openCase('hohhot', level, facts);
const since = '03-02 07:30';
const then = '03-02 09:00';
const medium = { open: at('medium'), since, then };
/** Opened by somebody who may only propose the category. */
const proposed = { open: at('medium', { ...outbreak, by: 'unitLiaison', determined: false }), since, then };
const major = { open: at('major'), since, then };
const upwards = by('commandGroup', report('information', 'telephone', 'districtCommittee'));
const inside = by('commandGroup', report('information', 'telephone', 'officeHead'));

describe.each(['hohhot C 原则2'])('%s: 立即 the plan, and four times 第一时间, from 爆发', (title) => {
  describe('the plan is started', () =>
    itIsOwedAtOnce({ ...medium, duty: 'startPlan', meet: by('officeHead', { type: 'StartPlan' }) })(title));
  describe('监看发现', () =>
    itIsOwedAtOnce({ ...medium, duty: 'watch', meet: by('commandGroup', act('watching')) })(title));
  describe('分析研判', () =>
    itIsOwedAtOnce({ ...proposed, duty: 'analyse', meet: by('commandGroup', act('jointAnalysis')) })(title));
  describe('上报信息', () =>
    itIsOwedAtOnce({ ...medium, duty: 'reportUp', meet: upwards, wrong: inside })(title));
  describe('应对处置', () =>
    itIsOwedAtOnce({ ...medium, duty: 'respond', meet: by('commandGroup', act('responseBegun')) })(title));
});

/** Calm at noon, broken out again at 18:00. */
const relapsed = (): Case => {
  const opened = at('medium')();
  done(opened, '03-02 08:30', 'officeHead', { type: 'StartPlan' });
  done(opened, '03-02 12:00', 'deputyLeader', { type: 'DeclareCalm', reason: '基本解决' });
  done(opened, '03-02 18:05', 'officeHead', {
    type: 'Rekindle',
    reason: '再度升级',
    outbreakAt: instant('03-02 18:00'),
  });
  return opened;
};
describe.each(['hohhot C 后期4 解除/反复'])(
  '%s: the response mechanism is started anew after a relapse, 迅速',
  itIsOwedAtOnce({
    open: relapsed,
    duty: 'startPlan',
    since: '03-02 18:00',
    then: '03-02 19:00',
    meet: by('officeHead', act('mechanismStarted')),
  }),
);

describe.each(['hohhot C 研判 ①'])('%s: 联合研判, or that of the 股室 itself', (title) => {
  describe('by the command group with the 股室', () =>
    itIsOwedAtOnce({
      ...proposed,
      duty: 'analyse',
      meet: by('commandGroup', act('jointAnalysis')),
      wrong: by('commandGroup', act('watching')),
    })(title));
  describe('by the 股室', () =>
    itIsOwedAtOnce({ ...proposed, duty: 'analyse', meet: by('unitHead', act('unitAnalysis')) })(title));
});
describe.each(['hohhot C 研判 ①'])('%s: the 股室 is told of what concerns it', (title) => {
  it('by the system, as soon as the category is confirmed', () => {
    const opened = at('medium')();
    expect(opened.duty('informUnit')?.cite).toContain(title.slice('hohhot '.length));
    opened.steps('03-02 08:00', 'informUnit');
    expect(opened.outcome('informUnit')).toBe('fulfilled');
  });
});

describe.each(['hohhot C 保密'])(
  '%s: what is important goes up 第一时间, for a secret matter as for any',
  itIsOwedAtOnce({
    open: at('major', { ...outbreak, flags: ['secret'] }),
    duty: 'reportUp',
    since,
    then,
    meet: by('commandGroup', {
      ...report('information', 'cipherTelegram', 'districtCommittee'),
      channel: 'cipherTelegram',
    }),
    wrong: (opened, when) =>
      expect(
        opened.give(when, 'commandGroup', {
          ...report('information', 'telephone', 'districtCommittee'),
          channel: 'mobile',
        }),
      ).toBe('CHANNEL_FORBIDDEN'),
  }),
);

describe.each(['hohhot C 分类2 中级'])(
  '%s: 中级 is handled 迅速',
  itIsOwedAtOnce({
    ...medium,
    duty: 'respond',
    meet: by('commandGroup', act('responseBegun')),
    wrong: by('commandGroup', act('watching')),
  }),
);

const meeting = by('commandGroup', { type: 'RecordMeeting' });
describe.each(['hohhot C 分类3 重大'])('%s: 重大 in one breath', (title) => {
  describe('迅速处置', () =>
    itIsOwedAtOnce({ ...major, duty: 'respond', meet: by('commandGroup', act('responseBegun')) })(title));
  describe('快报 straight to the district’s leaders', () =>
    itIsOwedAtOnce({
      ...major,
      duty: 'bulletin',
      meet: by('commandGroup', report('bulletin', 'telephone', 'districtLeaders')),
      wrong: by('commandGroup', report('bulletin', 'telephone', 'districtGovernment')),
    })(title));
  describe('the 股室 is warned', () =>
    itIsReleasedAtOnce({
      open: at('major', { instants: { outbreakAt: '03-02 08:00', detectedAt: '03-02 08:00' } }),
      duty: 'warnUnits',
      since: '03-02 08:00',
      to: ['unitLiaison'],
      by: 'commandGroup',
    })(title));
  describe('the places and departments concerned are warned', () =>
    itIsOwedAtOnce({
      ...major,
      duty: 'alertBodies',
      meet: by('commandGroup', report('alert', 'telephone', 'responsibleBodies')),
      wrong: by('commandGroup', report('alert', 'telephone', 'unitLiaison')),
    })(title));
  describe('会商', () => itIsOwedAtOnce({ ...major, duty: 'meeting', meet: meeting })(title));
});
describe.each(['hohhot C 组织 小组职责'])(
  '%s: the command group holds the urgent 会商 of a 重大 matter',
  itIsOwedAtOnce({
    ...major,
    duty: 'meeting',
    meet: meeting,
    wrong: by('commandGroup', act('jointAnalysis')),
  }),
);

const feedback = (form: string) => by('commandGroup', report('feedback', form, 'propagandaCyberspace'));
describe.each(['hohhot C 反馈 12–24h'])(
  '%s: written feedback to 宣传网信部门 within 24 hours of the prompt',
  itRunsOut({
    open: at('medium', {
      opened: '03-02 20:30',
      sources: { 'cac-prompted': '03-02 20:00' },
      instants: { detectedAt: '03-02 20:20' },
    }),
    duty: 'feedback',
    due: '03-03 20:00',
    meet: feedback('written'),
    wrong: feedback('telephone'),
    wrongAt: '03-03 09:00',
  }),
);
