import { describe, expect, it } from 'vitest';
import { consent } from '../support/approvals.ts';
import {
  act,
  type Bureau,
  type Case,
  calm,
  type Facts,
  openCase,
  publish,
  removeFlag,
} from './bureau-case.ts';

type Approval = [role: string, action: string];
/** Records one approval after another; the publication is refused before each, and done after the last. */
const refusedUntil = (opened: Case, form: string, publisher: string, approvals: Approval[]): void => {
  for (const [role, action] of approvals) {
    expect(opened.give('03-02 09:00', publisher, publish(form)), action).toBe('PUBLICATION_NOT_CLEARED');
    expect(opened.give('03-02 09:00', ...recorded([role, action]))).toBe('done');
  }
  expect(opened.give('03-02 09:01', publisher, publish(form))).toBe('done');
};

const spoken: Approval = ['deputyLeader', 'statementApproved'];
const reviewed: Approval = ['officeHead', 'onlineReviewed'];
const fedBack: Approval = ['leadingGroup', 'feedbackApproved'];
const bothLeaders: Approval[] = [
  ['deputyLeader', 'deputyReviewed'],
  ['chiefLeader', 'chiefReviewed'],
];
const chain: Approval[] = [
  ['officeHead', 'consulted'],
  ['leadingGroup', 'opinionApproved'],
  ['officeHead', 'handedOver'],
];
const majorChain: Approval[] = [
  ['unitHead', 'unitHeadReviewed'],
  ['leadingGroup', 'groupApproved'],
];

describe('P17 approval gates, role by role, before an action', () => {
  it.each<[Bureau, string, string, string, string[], Approval[]]>([
    ['leizhou', 'orange', 'authoritative', 'officeHead', [], [spoken]],
    ['leizhou', 'red', 'results', 'officeHead', [], [spoken, ['officeHead', 'propagandaConsent']]],
    ['leizhou', 'blue', 'results', 'officeHead', ['majorSensitive'], [['officeHead', 'superiorConsent']]],
    [
      'nanning',
      'general',
      'online',
      'dutyOfficer',
      [],
      [reviewed, ['deputyLeader', 'newsLeaderApproved'], ['leadingGroup', 'publicationAuthorised']],
    ],
    ['nanning', 'major', 'online', 'dutyOfficer', [], [reviewed, ...majorChain]],
    ['nanning', 'major', 'interview', 'officeHead', [], [['leadingGroup', 'interviewAuthorised']]],
    ['nanning', 'general', 'firstReply', 'unitLiaison', ['netizenPost'], [['unitHead', 'replySigned']]],
    ['hohhot', 'medium', 'officialNotice', 'commandGroup', [], [['deputyLeader', 'statementSet']]],
    ['petition', 'general', 'online', 'unitHead', [], [fedBack]],
    ['petition', 'major', 'online', 'unitHead', ['sensitive'], [fedBack, ...chain]],
    ['yinzhou', 'general', 'reply', 'unitHead', [], bothLeaders],
    ['yinzhou', 'major', 'superiorWechat', 'officeHead', [], bothLeaders],
  ])('%s at %s: %s by %s, with %o, waits for %o', (bureau, level, form, publisher, flags, approvals) => {
    refusedUntil(openCase(bureau, level, { flags }), form, publisher, approvals);
  });

  it.each<[Bureau, string, string[], Approval, Approval]>([
    ['nanning', 'major', [], majorChain[0]!, majorChain[1]!],
    ['petition', 'major', ['sensitive'], chain[1]!, chain[2]!],
    ['yinzhou', 'general', [], bothLeaders[0]!, bothLeaders[1]!],
  ])(
    '%s at %s goes through its steps in order, with %o: %o before %o',
    (bureau, level, flags, first, second) => {
      const opened = openCase(bureau, level, { flags });
      if (bureau === 'petition') opened.give('03-02 09:00', ...recorded(chain[0]!));
      expect(opened.give('03-02 09:00', ...recorded(second))).toBe('APPROVAL_OUT_OF_ORDER');
      expect(opened.give('03-02 09:00', ...recorded(first))).toBe('done');
      expect(opened.give('03-02 09:00', ...recorded(second))).toBe('done');
    },
  );

  it.each<[Bureau, string, string, string, string]>([
    ['leizhou', 'orange', 'statementApproved', 'unitHead', 'deputyLeader'],
    ['leizhou', 'orange', 'interviewApproved', 'officeHead', 'leadingGroup'],
    ['nanning', 'general', 'publicationAuthorised', 'deputyLeader', 'leadingGroup'],
    ['nanning', 'general', 'replySigned', 'unitLiaison', 'unitHead'],
    ['hohhot', 'medium', 'statementSet', 'commandGroup', 'deputyLeader'],
    ['leizhou', 'orange', 'statementApproved', 'officeHead', 'deputyLeader'],
    ['leizhou', 'orange', 'responseSchemeApproved', 'dutyOfficer', 'chiefLeader'],
    ['yinzhou', 'general', 'deputyReviewed', 'officeHead', 'deputyLeader'],
    ['petition', 'general', 'feedbackApproved', 'officeHead', 'chiefLeader'],
    ['yinzhou', 'general', 'deputyReviewed', 'unitHead', 'deputyLeader'],
  ])('%s at %s: %s is not %s’s to record, but %s’s', (bureau, level, action, other, approver) => {
    const opened = openCase(bureau, level);
    expect(opened.give('03-02 09:00', other, act(action))).toBe('ROLE_NOT_ALLOWED');
    expect(opened.give('03-02 09:00', approver, act(action))).toBe('done');
  });

  it.each<[Bureau, string, string, Approval[], string]>([
    ['leizhou', 'authoritative', 'orange', [spoken], 'done'],
    ['petition', 'online', 'general', [fedBack], 'PUBLICATION_NOT_CLEARED'],
    ['yinzhou', 'reply', 'general', bothLeaders, 'PUBLICATION_NOT_CLEARED'],
  ])('%s: a second %s at %s under the same approval %o: %s', (bureau, form, level, approvals, second) => {
    const opened = openCase(bureau, level);
    refusedUntil(opened, form, 'officeHead', approvals);
    expect(opened.give('03-02 09:02', 'officeHead', publish(form))).toBe(second);
  });

  it('雷州: an interview waits for the leading group only while the emergency plan runs, which it alone starts and ends', () => {
    const opened = openCase('leizhou', 'orange');
    const interview = (when: string) => opened.give(when, 'officeHead', publish('interview'));
    opened.give('03-02 09:00', ...recorded(spoken));
    expect(interview('03-02 09:01')).toBe('done');
    expect(opened.give('03-02 09:02', 'officeHead', { type: 'StartPlan' })).toBe('ROLE_NOT_ALLOWED');
    expect(opened.give('03-02 09:02', 'leadingGroup', { type: 'StartPlan' })).toBe('done');
    expect(opened.status('emergencyPlan')).toBe('fulfilled');
    expect(interview('03-02 09:03')).toBe('PUBLICATION_NOT_CLEARED');
    opened.give('03-02 09:04', 'officeHead', { type: 'EndPlan', reason: '事态平稳' });
    expect(interview('03-02 09:05')).toBe('PUBLICATION_NOT_CLEARED');
    opened.give('03-02 09:06', 'chiefLeader', { type: 'EndPlan', reason: '事态平稳' });
    expect(interview('03-02 09:07')).toBe('done');
  });

  it('鄞州: the two leaders’ review at 较大 and 重大 is the bureau’s choice', () => {
    const opened = openCase('yinzhou', 'larger', { settings: { reviewAtAllLevels: false } });
    expect(opened.give('03-02 09:00', 'officeHead', publish('superiorWechat'))).toBe('done');
    expect(openCase('yinzhou', 'larger').give('03-02 09:00', 'officeHead', publish('superiorWechat'))).toBe(
      'PUBLICATION_NOT_CLEARED',
    );
  });

  it('雷州: calm at 橙 and 红 is the leading group’s to declare, at 黄 a deputy’s too', () => {
    const by = (level: string, role: string) => openCase('leizhou', level).give('03-02 09:00', role, calm);
    expect(by('orange', 'deputyLeader')).toBe('ROLE_NOT_ALLOWED');
    expect(by('orange', 'leadingGroup')).toBe('done');
    expect(by('yellow', 'officeHead')).toBe('ROLE_NOT_ALLOWED');
    expect(by('yellow', 'deputyLeader')).toBe('done');
  });
});

/** Whose word an action is, where it is that of a body outside. */
const BODIES: Readonly<Record<string, string>> = {
  superiorConsent: 'zhanjiang',
  propagandaConsent: 'propaganda',
  guidanceObtained: 'propaganda',
};
const recorded = ([role, action]: Approval): [string, ReturnType<typeof act>] => [
  role,
  BODIES[action] === undefined ? act(action) : consent(action, BODIES[action]),
];

describe('P18 pre-condition notices to others', () => {
  it.each<[Bureau, string, string, string, Approval, string, string]>([
    [
      'leizhou',
      'blue',
      'results',
      'crossRegion',
      ['officeHead', 'peersInformed'],
      '提前通报相关所在地同级部门',
      '《舆情监测及处置管理办法》第二十九条',
    ],
    [
      'leizhou',
      'blue',
      'authoritative',
      'political',
      ['officeHead', 'guidanceObtained'],
      '在主管部门及湛江市局指导下回应',
      '《舆情突发事件应急预案》4.3',
    ],
    [
      'leizhou',
      'blue',
      'reply',
      'ideologySign',
      ['officeHead', 'guidanceObtained'],
      '在主管部门及湛江市局指导下回应',
      '《舆情突发事件应急预案》4.3',
    ],
    [
      'petition',
      'general',
      'online',
      'otherAgencies',
      ['officeHead', 'agenciesConfirmed'],
      '沟通',
      '《舆情突发事件应急处置制度》第八条',
    ],
  ])('%s at %s: %s of what is %s waits for %o', (bureau, level, form, flag, notice, words, clause) => {
    const facts: Facts = { flags: [flag] };
    const open = () => {
      const opened = openCase(bureau, level, facts);
      if (bureau === 'petition') opened.give('03-02 08:30', ...recorded(fedBack));
      return opened;
    };
    const told = open().told('03-02 09:00', 'officeHead', publish(form));
    expect(told).toContain(words);
    expect(told).toContain(clause);
    refusedUntil(open(), form, 'officeHead', [notice]);
    const other = open();
    expect(other.give('03-02 08:40', 'chiefLeader', removeFlag(flag))).toBe('done');
    expect(other.give('03-02 09:00', 'officeHead', publish(form))).toBe('done');
  });
});
