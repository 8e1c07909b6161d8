import { describe, expect, it } from 'vitest';
import { walk } from '../../../infra/regulation-check/checks/walk.ts';
import type { Actor } from '../../../shared/case/events.ts';
import { clockedDuties } from '../../../shared/deadlines/clocks.ts';
import { type Evidence, grade } from '../../../shared/grading/grade.ts';
import { handlingLevel } from '../../../shared/grading/handling.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import { clockedLevels, settingsOf } from '../../../shared/regulations/lookup.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { withSettings } from '../../../shared/regulations/settings.ts';
import type { ChosenSettings } from '../../../shared/regulations/version.ts';
import type { CaseCommand, Outcome } from '../../../shared/rules/decide.ts';
import type { OpenCaseFacts } from '../../../shared/rules/phases/open.ts';
import { at, caseFile, suggestion } from '../../support/case-file.ts';

const nanning = regulations.nanning!;
const person = (role: string, unit?: string): Actor => ({
  id: `p-${role}`,
  name: role,
  role,
  ...(unit === undefined ? {} : { unit }),
});
const clerk = person('dutyOfficer');
const head = person('officeHead');
const newsLeader = person('deputyLeader');
const businessLeader = person('businessLeader');
const chief = person('chiefLeader');
const group = person('leadingGroup');
const lawyer = person('legal');
const unitHead = person('unitHead', 'business');
const unitClerk = person('unitLiaison', 'business');

interface Opening extends Partial<Pick<OpenCaseFacts, 'sources' | 'instants' | 'flags' | 'level'>> {
  opened?: string;
  by?: Actor;
  settings?: ChosenSettings;
}
/** A case that was discovered at 09:00 and entered at 09:10; graded by the office. */
const openFile = ({
  opened = '03-02 09:10',
  by = clerk,
  settings = {},
  sources = [{ kind: 'monitored' }],
  instants = { detectedAt: at('03-02 09:00') },
  flags = [],
  level = 'general',
}: Opening = {}) => {
  const file = caseFile(withSettings(nanning, settings));
  const outcome = file.give(opened, by, {
    type: 'OpenCase',
    caseId: 'NN2026-0001',
    title: '某农贸市场被指短斤缺两',
    how: 'hand',
    sources,
    instants,
    flags,
    unit: 'business',
    items: [],
    grade: suggestion('pending'),
    level,
  });
  expect(outcome.refusal).toBeNull();
  return file;
};
type File = ReturnType<typeof openFile>;

const codeOf = ({ refusal }: Outcome): string | null => refusal?.code ?? null;
const act = (action: string): CaseCommand => ({ type: 'RecordAction', action });
const publish = (form: string, madeAt?: string): CaseCommand => ({
  type: 'RecordPublication',
  form,
  ...(madeAt === undefined ? {} : { madeAt: at(madeAt) }),
});
const report = (...to: string[]): CaseCommand => ({
  type: 'FileReport',
  kind: 'report',
  form: 'telephone',
  to,
});
const rate = (level: string): CaseCommand => ({
  type: 'RateCase',
  scale: 'sensitivity',
  level,
  reason: '测试',
});
const statusOf = (file: File, duty: string): string | undefined => file.duty(duty)?.status;
const outcomeOf = (file: File, duty: string): string | undefined => file.duty(duty)?.current.outcome;

/** What the chain of approvals of each level asks for before authoritative information goes online. */
const clear = (file: File, when: string): void => {
  for (const [actor, action] of [
    [unitHead, 'unitHeadReviewed'],
    [group, 'groupApproved'],
    [head, 'onlineReviewed'],
    [newsLeader, 'newsLeaderApproved'],
    [group, 'publicationAuthorised'],
  ] as const)
    expect(codeOf(file.give(when, actor, act(action)))).toBeNull();
};

describe('every clause of 南宁预案 is accounted for', () => {
  const clauses = Object.keys(nanning.clauses);
  const carried = new Set(
    [...walk({ ...nanning, informs: [] })].flatMap(({ key, value }) =>
      key === 'cite' && typeof value === 'string' ? [value] : [],
    ),
  );
  const informed = nanning.informs.map(({ clause }) => clause);

  it('has all 36 rows of the digest', () => expect(clauses).toHaveLength(36));

  it.each(clauses)('%s is carried by a rule or informs, not both', (clause) => {
    expect(carried.has(clause)).toBe(!informed.includes(clause));
  });

  it('leaves no clause with a number to a mere notice, and every number stands in its quote', () => {
    const numbers = Object.entries({
      'B 五(二) ② 4h': '4小时内',
      'B 五(二) ③ 2h': '2小时内',
      'B 五(二) ④ 24h': '24小时内',
      'B 五(二) ⑥ 3h': '3小时内(非工作时间顺延)',
      'B 五(二) ⑦ 5wd': '5个工作日内',
      'B 五(二) ⑧ 10wd': '不得超过10个工作日',
      'B 四(三) ③ 重大': '微博转发达20条以上',
    });
    for (const [clause, words] of numbers) {
      expect(nanning.clauses[clause]).toContain(words);
      expect(informed).not.toContain(clause);
    }
  });

  it('gives a reason, in words, for each clause that only informs', () => {
    for (const { reason } of nanning.informs) expect(reason).toMatch(/^\p{Script=Han}.{4,}。$/u);
  });

  it('answers each entry of the register that names it: a choice is a setting, the rest is read', () => {
    const answered = new Set([
      ...nanning.settings.map(({ register }) => register),
      ...nanning.readings.map(({ id }) => id),
    ]);
    for (const entry of ['X30', 'X31', 'X32', 'X33', 'X34', 'X35']) expect(answered).toContain(entry);
  });

  it('carries no other number as law than those of 五(二)', () => {
    const within = nanning.duties.flatMap(({ id, basis, terms }) =>
      terms.flatMap(({ limit }) =>
        basis === 'law' && limit.kind === 'within' ? [`${id} ${limit.within}`] : [],
      ),
    );
    expect(within).toEqual([
      'reportImportant PT4H',
      'reportImportant PT4H',
      'reportGrave PT2H',
      'publishOnline PT24H',
      'publishOnline PT24H',
      'publishOnline PT24H',
      'firstReply PT3H',
      'settledReply 5WD',
    ]);
  });
});

describe('the levels', () => {
  it('are two with clocks, beside what waits for the office and periodic work', () => {
    expect(new Set(clockedLevels(nanning).map(({ id }) => id))).toEqual(
      new Set(['general', 'major', 'periodic']),
    );
    expect(nanning.scales[0]?.levels.map(({ id, basis }) => [id, basis])).toEqual([
      ['pending', 'bureau'],
      ['general', 'law'],
      ['major', 'law'],
    ]);
  });

  it('give no clock to 及时 but the notice that the system sends by the office’s own target', () => {
    const clocked = clockedDuties(nanning, 'major').map(({ duty }) => duty.id);
    expect(clocked).toEqual([
      'informUnit',
      'informLeaders',
      'reportImportant',
      'reportGrave',
      'publishOnline',
      'firstReply',
      'settledReply',
    ]);
    const silent = withSettings(nanning, { targetInform: null });
    expect(clockedDuties(silent, 'major').map(({ duty }) => duty.id)).not.toContain('informUnit');
  });
});

describe('the rule for 重大 (四(三), X32) proposes', () => {
  const levelOf = (evidence: Partial<Evidence>): string =>
    grade(nanning, {
      text: '网友发帖反映收费问题',
      counters: {},
      observations: [],
      observedAt: at('03-02 09:00'),
      flags: [],
      ...evidence,
    }).level;

  it('nothing below 20 reposts on 微博, and 重大 at 20 and above', () => {
    expect(levelOf({ mediaType: 'weibo', counters: { reposts: 19 } })).toBe('pending');
    expect(levelOf({ mediaType: 'weibo', counters: { reposts: 20 } })).toBe('major');
    expect(levelOf({ mediaType: 'weibo', counters: { reposts: 21 } })).toBe('major');
  });

  it('nothing for reposts elsewhere, and 重大 where the feed does not say which medium it was', () => {
    expect(levelOf({ mediaType: 'forum', counters: { reposts: 500 } })).toBe('pending');
    expect(levelOf({ counters: { reposts: 20 } })).toBe('major');
  });

  it('重大 for 跨市区 only together with 较大影响', () => {
    expect(levelOf({ flags: ['crossRegion'] })).toBe('pending');
    expect(levelOf({ flags: ['greatImpact'] })).toBe('pending');
    expect(levelOf({ flags: ['crossRegion', 'greatImpact'] })).toBe('major');
    expect(levelOf({ text: '多个城区的经营户反映工商部门执法不公' })).toBe('major');
    expect(levelOf({ text: '多个城区的经营户反映停水' })).toBe('pending');
  });

  it('重大 for what a main medium or forum of the region or the city exposes, by name or by its tier', () => {
    expect(levelOf({ text: '南宁晚报刊文称某市场短斤缺两' })).toBe('major');
    expect(levelOf({ text: '此事未被南宁晚报报道' })).toBe('pending');
    expect(levelOf({ mediaTier: 'city' })).toBe('major');
    expect(levelOf({ mediaTier: 'province' })).toBe('major');
    expect(levelOf({ mediaTier: 'self' })).toBe('pending');
  });

  it('and leaves the decision to the office', () => {
    const { reasons } = grade(nanning, {
      text: '',
      mediaType: 'weibo',
      counters: { reposts: 20 },
      observations: [],
      observedAt: at('03-02 09:00'),
      flags: [],
    });
    expect(reasons.map(({ text }) => text)).toContainEqual(
      '微博转发达20条以上(转发量20,达到20):不低于重大舆情;候选,须由市局办公室确认',
    );
  });
});

describe('the report to the superior', () => {
  it.each([
    ['important', '03-02 13:00:00', '12:59:59', '13:00:00', '13:00:01'],
    ['grave', '03-02 11:00:00', '10:59:59', '11:00:00', '11:00:01'],
  ])(
    'of %s is due %s, a second before and at the limit in time, a second after late',
    (level, due, ...times) => {
      const outcomes = times.map((time) => {
        const file = openFile({ level: 'major' });
        if (level === 'grave') file.give('03-02 09:30', chief, rate(level));
        const duty = level === 'grave' ? 'reportGrave' : 'reportImportant';
        expect(file.due(duty)).toBe(at(due));
        file.give(`03-02 ${time}`, clerk, report('superior'));
        return outcomeOf(file, duty);
      });
      expect(outcomes).toEqual(['fulfilled', 'fulfilled', 'fulfilledLate']);
    },
  );

  it('is not met by a report to anybody else', () => {
    const file = openFile({ level: 'major' });
    file.give('03-02 10:00', clerk, report('businessLeader', 'deputyLeader', 'chiefLeader'));
    expect(statusOf(file, 'reportImportant')).toBe('open');
  });

  it('is told to the clerk before, to the head at the limit, and ordered a quarter of an hour later', () => {
    const file = openFile({ level: 'major' });
    expect(file.runTo('03-02 13:30').filter((line) => line.includes('reportImportant'))).toEqual([
      '03-02 12:00 reportImportant#1 remind0',
      '03-02 12:45 reportImportant#1 remind1',
      '03-02 13:00 reportImportant#1 due0',
      '03-02 13:15 reportImportant#1 overdue0',
      '03-02 13:30 reportImportant#1 overdue1',
    ]);
  });

  it('is not owed at 一般, unless somebody rates the case', () => {
    const file = openFile();
    expect(file.duty('reportImportant')).toBeUndefined();
    expect(file.duty('publishOnline')).toBeUndefined();
    file.give('03-02 09:30', head, rate('important'));
    expect(file.due('reportImportant')).toBe(at('03-02 13:00'));
    expect(file.due('publishOnline')).toBe(at('03-03 09:00'));
  });

  it('is not owed by default where the bureau does not take 重大 for 重要敏感负面 (X31)', () => {
    const file = openFile({ level: 'major', settings: { majorIsImportant: false } });
    expect(file.duty('reportImportant')).toBeUndefined();
    file.give('03-02 09:30', group, rate('grave'));
    expect(file.due('reportGrave')).toBe(at('03-02 11:00'));
  });

  it('is no longer owed once a leader has said why the case is none of the two classes; the office cannot', () => {
    const file = openFile({ level: 'major' });
    expect(codeOf(file.give('03-02 09:29', head, rate('ordinary')))).toBe('ROLE_NOT_ALLOWED');
    file.give('03-02 09:30', newsLeader, rate('ordinary'));
    expect(file.duty('reportImportant')).toBeUndefined();
    expect(file.duty('informDepartments')).toBeUndefined();
  });

  it('is overdue at discovery when the case comes in five hours later', () => {
    const file = openFile({ level: 'major', opened: '03-02 14:00' });
    expect(file.duty('reportImportant')?.discoveryLagMilliseconds).toBe(3600_000);
  });

  it('is overdue at discovery when the case is raised to 重大 on the third day', () => {
    const file = openFile();
    file.give('03-04 09:00', clerk, {
      type: 'ChangeLevel',
      level: 'major',
      authority: 'change',
      reason: '微博转发达20条',
    });
    expect(file.duty('reportImportant')?.discoveryLagMilliseconds).toBe(44 * 3600_000);
    expect(file.duty('publishOnline')?.discoveryLagMilliseconds).toBe(24 * 3600_000);
  });

  it('gives way to that of two hours when the case is rated 特别重大, and a report made before counts', () => {
    const file = openFile({ level: 'major' });
    file.give('03-02 09:20', clerk, report('superior'));
    file.give('03-02 09:30', chief, rate('grave'));
    expect(file.duty('reportImportant')).toBeUndefined();
    expect(outcomeOf(file, 'reportGrave')).toBe('fulfilled');
  });

  it('keeps its limit when the case is lowered and raised again', () => {
    const file = openFile({ level: 'major' });
    const change = (level: string): CaseCommand => ({
      type: 'ChangeLevel',
      level,
      authority: 'change',
      reason: '重新评估',
    });
    file.give('03-02 10:00', clerk, change('general'));
    expect(codeOf(file.give('03-02 10:01', clerk, { type: 'ApproveLevelChange' }))).toBe('ROLE_NOT_ALLOWED');
    file.give('03-02 10:05', head, { type: 'ApproveLevelChange' });
    expect(file.state.handlingLevel).toBe('general');
    file.give('03-02 12:00', clerk, change('major'));
    expect(file.due('reportImportant')).toBe(at('03-02 13:00'));
  });
});

describe('the class of a case', () => {
  it('is 重要 by default at 重大, and 特别重大 only by hand of the head of the office or the leaders', () => {
    const file = openFile({ level: 'major' });
    for (const actor of [clerk, unitHead, unitClerk, lawyer, businessLeader])
      expect(codeOf(file.give('03-02 09:20', actor, rate('grave')))).toBe('ROLE_NOT_ALLOWED');
    for (const actor of [head, newsLeader, group, chief])
      expect(codeOf(openFile({ level: 'major' }).give('03-02 09:20', actor, rate('grave')))).toBeNull();
  });

  it('waits for the grade: what is still to be judged has no clock that a class could start', () => {
    const file = openFile({ level: 'pending' });
    expect(codeOf(file.give('03-02 09:20', head, rate('grave')))).toBe('ROLE_NOT_ALLOWED');
  });
});

describe('authoritative information online', () => {
  it.each(['important', 'grave'])('of %s is due 24 hours after 发现, to the second', (level) => {
    const outcomes = ['08:59:59', '09:00:00', '09:00:01'].map((time) => {
      const file = openFile({ level: 'major' });
      if (level === 'grave') file.give('03-02 09:30', chief, rate(level));
      expect(file.due('publishOnline')).toBe(at('03-03 09:00'));
      clear(file, '03-02 20:00');
      file.give(`03-03 ${time}`, head, publish('online'));
      return outcomeOf(file, 'publishOnline');
    });
    expect(outcomes).toEqual(['fulfilled', 'fulfilled', 'fulfilledLate']);
  });

  it('is not met by an interview or another channel: 通过网络', () => {
    const file = openFile({ level: 'major' });
    clear(file, '03-02 10:00');
    file.give('03-02 10:05', group, act('interviewAuthorised'));
    expect(codeOf(file.give('03-02 10:10', head, publish('otherChannels')))).toBeNull();
    expect(codeOf(file.give('03-02 10:11', head, publish('interview')))).toBeNull();
    expect(statusOf(file, 'publishOnline')).toBe('open');
  });

  it('is owed for 特别重大 alone where the bureau reads it so (X33)', () => {
    const file = openFile({ level: 'major', settings: { publishForBothClasses: false } });
    expect(file.duty('publishOnline')).toBeUndefined();
    file.give('03-02 09:30', chief, rate('grave'));
    expect(file.due('publishOnline')).toBe(at('03-03 09:00'));
  });

  it('counts from the report where the bureau reads it so, until then from its limit (X33)', () => {
    const file = openFile({ level: 'major', settings: { publishFromDiscovery: false } });
    expect(file.due('publishOnline')).toBe(at('03-03 13:00'));
    file.give('03-02 10:30', clerk, report('superior'));
    expect(file.due('publishOnline')).toBe(at('03-03 10:30'));
  });
});

describe('nothing is published', () => {
  it('at 一般 without the office’s review, the news leader’s approval and the group’s authorisation', () => {
    const file = openFile();
    const missing = [
      [head, 'onlineReviewed'],
      [newsLeader, 'newsLeaderApproved'],
      [group, 'publicationAuthorised'],
    ] as const;
    for (const [actor, action] of missing) {
      expect(codeOf(file.give('03-02 10:00', head, publish('online')))).toBe('PUBLICATION_NOT_CLEARED');
      file.give('03-02 10:01', actor, act(action));
    }
    expect(codeOf(file.give('03-02 10:02', head, publish('online')))).toBeNull();
  });

  it('at 重大 unless the unit’s head has reviewed it before the group approves', () => {
    const file = openFile({ level: 'major' });
    file.give('03-02 10:00', head, act('onlineReviewed'));
    file.give('03-02 10:00', newsLeader, act('newsLeaderApproved'));
    file.give('03-02 10:00', group, act('publicationAuthorised'));
    expect(codeOf(file.give('03-02 10:01', group, act('groupApproved')))).toBe('APPROVAL_OUT_OF_ORDER');
    expect(codeOf(file.give('03-02 10:02', head, publish('online')))).toBe('PUBLICATION_NOT_CLEARED');
    expect(codeOf(file.give('03-02 10:03', unitHead, act('unitHeadReviewed')))).toBeNull();
    expect(codeOf(file.give('03-02 10:04', head, publish('online')))).toBe('PUBLICATION_NOT_CLEARED');
    expect(codeOf(file.give('03-02 10:05', group, act('groupApproved')))).toBeNull();
    expect(codeOf(file.give('03-02 10:06', head, publish('online')))).toBeNull();
  });

  it('by an approval that somebody else records', () => {
    const file = openFile();
    for (const [actor, action] of [
      [clerk, 'newsLeaderApproved'],
      [head, 'groupApproved'],
      [newsLeader, 'publicationAuthorised'],
      [newsLeader, 'interviewAuthorised'],
      [unitClerk, 'unitHeadReviewed'],
      [unitClerk, 'replySigned'],
      [unitHead, 'onlineReviewed'],
      [head, 'answerApproved'],
    ] as const)
      expect(codeOf(file.give('03-02 10:00', actor, act(action)))).toBe('ROLE_NOT_ALLOWED');
  });

  it.each(['interview', 'partyInterview'])('as %s without the group’s own authorisation', (form) => {
    const file = openFile({ level: 'major' });
    clear(file, '03-02 10:00');
    expect(codeOf(file.give('03-02 10:01', head, publish(form)))).toBe('PUBLICATION_NOT_CLEARED');
    file.give('03-02 10:02', group, act('interviewAuthorised'));
    expect(codeOf(file.give('03-02 10:03', head, publish(form)))).toBeNull();
  });
});

describe('the chain of reports (四(二))', () => {
  it('goes from the unit to 分管领导 and only then to 主要领导, beside it to the office and the news leader', () => {
    const file = openFile({ by: unitHead, sources: [{ kind: 'unit-found' }] });
    expect(file.duty('officeReportsLeader')).toBeUndefined();
    expect(statusOf(file, 'unitReportsLeader')).toBe('listed');
    expect(statusOf(file, 'unitReportsOffice')).toBe('listed');
    expect(statusOf(file, 'reportChief')).toBe('notStarted');
    expect(statusOf(file, 'reportNewsLeader')).toBe('notStarted');
    file.give('03-02 09:15', unitHead, report('businessLeader'));
    expect(file.duty('reportChief')?.start?.at).toBe(at('03-02 09:15'));
    file.give('03-02 09:16', unitHead, report('officeHead'));
    expect(file.duty('reportNewsLeader')?.start?.at).toBe(at('03-02 09:16'));
    file.give('03-02 09:20', businessLeader, report('chiefLeader'));
    file.give('03-02 09:25', head, report('deputyLeader'));
    for (const duty of ['unitReportsLeader', 'unitReportsOffice', 'reportChief', 'reportNewsLeader'])
      expect(statusOf(file, duty)).toBe('fulfilled');
  });

  it('begins at the office where the office found it', () => {
    const file = openFile();
    expect(file.duty('unitReportsLeader')).toBeUndefined();
    expect(file.duty('unitReportsOffice')).toBeUndefined();
    expect(statusOf(file, 'officeReportsLeader')).toBe('listed');
    expect(statusOf(file, 'reportNewsLeader')).toBe('listed');
  });

  it('has no number, unless the office sets itself a target that is never called overdue', () => {
    const file = openFile({ settings: { targetReportChain: 'PT30M' } });
    const seen = file.runTo('03-02 12:00').filter((line) => line.includes('officeReportsLeader'));
    expect(seen[0]).toBe('03-02 09:30 officeReportsLeader#1 due0');
    expect(seen.join()).not.toContain('overdue');
  });

  it('wants a report with all seven points', () => {
    const file = openFile();
    const points = ['媒体与网络平台', '时间', '地点', '涉及单位', '过程', '结果', '网上跟贴的言论倾向'];
    const issue = (names: string[]): CaseCommand => ({
      type: 'IssueDocument',
      document: 'report',
      fields: Object.fromEntries(names.map((name) => [name, '略'])),
    });
    for (const left of points)
      expect(codeOf(file.give('03-02 09:20', clerk, issue(points.filter((name) => name !== left))))).toBe(
        'DOCUMENT_INCOMPLETE',
      );
    expect(codeOf(file.give('03-02 09:21', clerk, issue(points)))).toBeNull();
    expect(statusOf(file, 'composeReport')).toBe('fulfilled');
  });
});

describe('宣传部门 and 公安部门', () => {
  it('are both told of a 重大 case of one of the two classes that is on the net', () => {
    const file = openFile({ level: 'major' });
    expect(statusOf(file, 'informDepartments')).toBe('listed');
    file.give('03-02 10:00', head, report('propaganda'));
    expect(statusOf(file, 'informDepartments')).toBe('listed');
    file.give('03-02 10:05', head, report('police'));
    expect(statusOf(file, 'informDepartments')).toBe('fulfilled');
  });

  it('need not be told of what is not on the net, or is 一般 and merely 重要', () => {
    expect(openFile({ level: 'major', flags: ['offlineOnly'] }).duty('informDepartments')).toBeUndefined();
    const file = openFile();
    file.give('03-02 09:30', head, rate('important'));
    expect(file.duty('informDepartments')).toBeUndefined();
    file.give('03-02 09:31', head, rate('grave'));
    expect(statusOf(file, 'informDepartments')).toBe('listed');
  });
});

/** A netizen's post that nobody has graded. */
const openPost = (known: string, more: Opening = {}) =>
  openFile({
    level: 'pending',
    opened: known,
    instants: { detectedAt: at(known), knownAt: at(known) },
    ...more,
    flags: ['netizenPost', ...(more.flags ?? [])],
  });

describe('a netizen’s post', () => {
  it('runs on the clocks of 一般 without its duties of a crisis', () => {
    const file = openPost('03-03 09:00');
    expect(file.state).toMatchObject({ warningLevel: 'pending', handlingLevel: 'general' });
    expect(file.schedule().duties.map(({ duty }) => duty)).toEqual([
      'confirmGrade',
      'informUnit',
      'acceptPost',
      'firstReply',
    ]);
  });

  it('that a feed flags gets its case at once', () => {
    const { level } = handlingLevel(nanning, {
      warningLevel: 'pending',
      sources: [],
      flags: ['netizenPost'],
      settings: settingsOf(nanning),
    });
    expect(level).toBe('general');
  });

  it('in a case of any level owes the same reply', () => {
    const file = openPost('03-03 09:00', { level: 'major' });
    expect(file.due('firstReply')).toBe(at('03-03 12:00'));
    expect(file.due('reportImportant')).toBe(at('03-03 13:00'));
  });

  it.each([
    ['count', '03-09 11:30:00'],
    ['shiftEnd', '03-09 09:00:00'],
    ['shiftStart', '03-06 19:30:00'],
  ])('known on Friday at 16:30 is answered by %s until %s, to the second (X34)', (netizenDeferral, due) => {
    const times = [-1, 0, 1].map((seconds) => new Date(Date.parse(at(due)) + seconds * 1000).toISOString());
    const outcomes = times.map((time) => {
      const file = openPost('03-06 16:30', { settings: { netizenDeferral } });
      expect(file.due('firstReply')).toBe(at(due));
      file.give('03-06 16:40', unitHead, act('replySigned'));
      file.give(time, unitClerk, publish('firstReply'));
      return outcomeOf(file, 'firstReply');
    });
    expect(outcomes).toEqual(['fulfilled', 'fulfilled', 'fulfilledLate']);
  });

  it.each([
    ['known before the office opens', '03-02 08:00', ['03-02 12:00', '03-02 11:00', '03-02 12:00']],
    ['known over noon', '03-02 12:30', ['03-02 16:00', '03-02 15:30', '03-02 16:00']],
    ['known on Saturday', '03-07 10:00', ['03-09 12:00', '03-09 09:00', '03-09 12:00']],
    // 2026-02-28 is a Saturday on which offices work, for the Spring Festival.
    ['known on a Saturday that is worked', '02-28 10:00', ['02-28 14:00', '02-28 13:00', '02-28 13:00']],
    ['known on the eve of a holiday', '04-30 16:00', ['05-06 11:00', '05-06 09:00', '04-30 19:00']],
  ])('%s: the three readings', (_when, known, dues) => {
    const readings = ['count', 'shiftEnd', 'shiftStart'].map((netizenDeferral) =>
      openPost(known, { settings: { netizenDeferral } }).due('firstReply'),
    );
    expect(readings).toEqual(dues.map((due) => at(due)));
  });

  it('follows the office hours that the bureau gives', () => {
    const file = openPost('03-06 16:30', { settings: { officeHours: '08:00-12:00 15:00-18:00' } });
    expect(file.due('firstReply')).toBe(at('03-09 09:30'));
  });

  it('is not answered without the signature of the unit’s head', () => {
    const file = openPost('03-03 09:00');
    expect(codeOf(file.give('03-03 09:30', unitClerk, publish('firstReply')))).toBe(
      'PUBLICATION_NOT_CLEARED',
    );
    file.give('03-03 09:31', unitHead, act('replySigned'));
    expect(codeOf(file.give('03-03 09:32', unitClerk, publish('firstReply')))).toBeNull();
  });

  it('is not answered without the group’s authorisation where the bureau wants it', () => {
    const file = openPost('03-03 09:00', { settings: { repliesNeedAuthorisation: true } });
    file.give('03-03 09:31', unitHead, act('replySigned'));
    expect(codeOf(file.give('03-03 09:32', unitClerk, publish('firstReply')))).toBe(
      'PUBLICATION_NOT_CLEARED',
    );
    file.give('03-03 09:33', group, act('replyAuthorised'));
    expect(codeOf(file.give('03-03 09:34', unitClerk, publish('firstReply')))).toBeNull();
  });

  it('is not answered by another unit', () => {
    const file = openPost('03-03 09:00');
    file.give('03-03 09:31', unitHead, act('replySigned'));
    const other = person('unitLiaison', 'branch');
    expect(codeOf(file.give('03-03 09:32', other, publish('firstReply')))).toBe('NOT_YOUR_UNIT');
  });

  it('that turns out to be a crisis is graded, with all the duties of its level', () => {
    const file = openPost('03-03 09:00');
    file.give('03-03 09:30', clerk, {
      type: 'ChangeLevel',
      level: 'general',
      authority: 'change',
      reason: '引起关注',
    });
    expect(statusOf(file, 'officeReportsLeader')).toBe('listed');
    expect(file.due('firstReply')).toBe(at('03-03 12:00'));
  });
});

describe('the settled answer', () => {
  const procedure = { flags: ['byProcedure'] };
  const extend = (to: string): CaseCommand => ({
    type: 'ExtendDuty',
    duty: 'settledReply',
    to: at(to),
    reason: '等待检测',
  });

  it('is owed only where the matter takes a procedure, from 知晓', () => {
    const file = openPost('03-06 16:30');
    expect(file.duty('settledReply')).toBeUndefined();
    file.give('03-09 10:00', clerk, { type: 'SetFlags', add: ['byProcedure'], remove: [], reason: '投诉' });
    expect(file.due('settledReply')).toBe(at('03-13 16:30'));
  });

  it('is due five working days after 知晓, to the second, across a holiday and its made-up Saturday', () => {
    const outcomes = ['05-09 09:59:59', '05-09 10:00:00', '05-09 10:00:01'].map((time) => {
      const file = openPost('04-29 10:00', procedure);
      expect(file.due('settledReply')).toBe(at('05-09 10:00'));
      file.give('05-08 09:00', unitHead, act('answerApproved'));
      file.give(time, unitClerk, publish('settledReply'));
      return outcomeOf(file, 'settledReply');
    });
    expect(outcomes).toEqual(['fulfilled', 'fulfilled', 'fulfilledLate']);
  });

  it('is not given before 部门领导 has approved it', () => {
    const file = openPost('03-06 16:30', procedure);
    file.give('03-09 09:00', unitHead, act('replySigned'));
    expect(codeOf(file.give('03-10 09:00', unitClerk, publish('settledReply')))).toBe(
      'PUBLICATION_NOT_CLEARED',
    );
    file.give('03-10 09:01', unitHead, act('answerApproved'));
    expect(codeOf(file.give('03-10 09:02', unitClerk, publish('settledReply')))).toBeNull();
  });

  it('given within three hours is the first reply too', () => {
    const file = openPost('03-03 09:00', procedure);
    file.give('03-03 10:00', unitHead, act('answerApproved'));
    file.give('03-03 10:01', unitClerk, publish('settledReply'));
    expect([outcomeOf(file, 'firstReply'), outcomeOf(file, 'settledReply')]).toEqual([
      'fulfilled',
      'fulfilled',
    ]);
  });

  it('may be extended up to ten working days from 知晓 in all, and not by a second more', () => {
    const file = openPost('04-29 10:00', procedure);
    expect(codeOf(file.give('05-08 10:00', unitHead, extend('05-15 10:00:01')))).toBe('EXTENSION_TOO_LONG');
    expect(codeOf(file.give('05-08 10:01', unitHead, extend('05-15 10:00:00')))).toBeNull();
    expect(file.due('settledReply')).toBe(at('05-15 10:00'));
    expect(codeOf(file.give('05-14 10:00', unitHead, extend('05-18 10:00')))).toBe('EXTENSION_TOO_LONG');
  });

  it('may be extended twice within the ten days, never to an earlier instant', () => {
    const file = openPost('04-29 10:00', procedure);
    file.give('05-08 10:00', unitHead, extend('05-12 10:00'));
    expect(codeOf(file.give('05-11 10:00', unitHead, extend('05-12 09:59:59')))).toBe('EXTENSION_TOO_SHORT');
    expect(codeOf(file.give('05-11 10:01', unitHead, extend('05-14 10:00')))).toBeNull();
    expect(file.due('settledReply')).toBe(at('05-14 10:00'));
  });

  it('may be extended at its limit, and no more a second later', () => {
    const file = openPost('04-29 10:00', procedure);
    expect(codeOf(file.give('05-09 10:00:01', unitHead, extend('05-12 10:00')))).toBe('EXTENSION_TOO_LATE');
    const other = openPost('04-29 10:00', procedure);
    expect(codeOf(other.give('05-09 10:00:00', unitHead, extend('05-12 10:00')))).toBeNull();
  });

  it.each([unitClerk, clerk, head, newsLeader, businessLeader, chief, group])(
    'is not extended by $role: 部门领导 is the head of the unit (X35)',
    (actor) => {
      const file = openPost('04-29 10:00', procedure);
      expect(codeOf(file.give('05-08 10:00', actor, extend('05-12 10:00')))).toBe('ROLE_NOT_ALLOWED');
    },
  );

  it('is the only limit that may be extended', () => {
    const file = openPost('03-03 09:00', { level: 'major' });
    for (const duty of ['reportImportant', 'publishOnline', 'firstReply'])
      expect(
        codeOf(
          file.give('03-03 09:30', unitHead, {
            type: 'ExtendDuty',
            duty,
            to: at('03-05 09:00'),
            reason: '来不及',
          }),
        ),
      ).toBe('EXTENSION_NOT_ALLOWED');
  });
});

describe('the end (四(五))', () => {
  const conditions = ['handledProperly', 'mediaQuiet', 'publicCalm'];
  const conclude: CaseCommand = { type: 'Conclude', summary: '已处置' };

  it.each(conditions)('is not reached without %s', (left) => {
    const file = openFile();
    for (const action of conditions.filter((each) => each !== left))
      file.give('03-04 09:00', head, act(action));
    expect(codeOf(file.give('03-04 09:10', head, conclude))).toBe('CONCLUSION_NOT_CLEARED');
    file.give('03-04 09:11', head, act(left));
    expect(codeOf(file.give('03-04 09:12', head, conclude))).toBeNull();
  });

  it('of a 重大 case is not the office’s to declare', () => {
    const file = openFile({ level: 'major', settings: { majorIsImportant: false } });
    for (const action of conditions) file.give('03-04 09:00', head, act(action));
    expect(codeOf(file.give('03-04 09:10', head, conclude))).toBe('ROLE_NOT_ALLOWED');
    expect(codeOf(file.give('03-04 09:11', head, { type: 'DeclareCalm', reason: '平和' }))).toBe(
      'ROLE_NOT_ALLOWED',
    );
    expect(codeOf(file.give('03-04 09:12', newsLeader, conclude))).toBeNull();
  });

  it('names what is still owed', () => {
    const file = openFile({ level: 'major' });
    for (const action of conditions) file.give('03-02 10:00', group, act(action));
    const { refusal } = file.give('03-02 10:01', group, conclude);
    expect(refusal?.code).toBe('DUTIES_UNMET');
    expect(refusal?.message).toContain('向上级报告重要敏感负面舆情、通过网络发布权威信息');
  });

  const ended = (flags: string[]) => {
    const file = openFile({ flags });
    for (const action of conditions) file.give('03-04 09:00', head, act(action));
    file.give('03-04 09:10', head, conclude);
    file.give('03-04 09:10', person('system'), { type: 'Archive' });
    return file;
  };
  it('archives the case, unless the group wants it looked back upon', () => {
    expect(ended([]).state.status).toBe('archived');
    const file = ended(['reviewOrdered']);
    expect(file.state.status).toBe('concluded');
    const points = { 处置回顾: '略', 改进工作的措施: '略', 防止再次出现的措施: '略' };
    const { 处置回顾: _, ...incomplete } = points;
    expect(codeOf(file.give('03-05 09:00', head, { type: 'FileReview', points: incomplete }))).toBe(
      'REVIEW_INCOMPLETE',
    );
    expect(codeOf(file.give('03-05 09:01', head, { type: 'FileReview', points }))).toBeNull();
    expect(file.state.status).toBe('archived');
  });

  it('of a mere post needs no checklist', () => {
    const file = openPost('03-03 09:00');
    file.give('03-03 09:31', unitHead, act('replySigned'));
    file.give('03-03 09:32', unitClerk, publish('firstReply'));
    expect(codeOf(file.give('03-03 10:00', head, conclude))).toBeNull();
  });
});

describe('the other duties', () => {
  it.each([
    ['preserveEvidence', clerk, 'evidencePreserved'],
    ['investigate', unitHead, 'investigated'],
    ['legalSupport', lawyer, 'legalOpinion'],
  ] as const)('%s is listed without a number until it is recorded', (duty, actor, action) => {
    const file = openFile();
    expect(statusOf(file, duty)).toBe('listed');
    file.give('03-02 10:00', actor, act(action));
    expect(statusOf(file, duty)).toBe('fulfilled');
  });

  it('leave the legal opinion to 法制科', () => {
    expect(codeOf(openFile().give('03-02 10:00', clerk, act('legalOpinion')))).toBe('ROLE_NOT_ALLOWED');
  });

  it('watch the development until the end, without a clock', () => {
    const file = openFile();
    file.give('03-02 10:00', clerk, act('developmentNoted'));
    expect(file.duty('watchDevelopment')).toMatchObject({ status: 'listed', limitText: '随时' });
  });

  it('are met by the office’s opinion whether and how far to respond, as a paper or a decision', () => {
    const file = openFile();
    file.give('03-02 10:00', head, { type: 'RecordDecision', decision: 'extent', outcome: '需要应对' });
    expect(statusOf(file, 'proposeResponse')).toBe('fulfilled');
  });

  it('inform the unit and the leaders once for each level', () => {
    const file = openFile();
    const told = (duty: string) => file.runTo('03-02 10:00').filter((line) => line.includes(duty));
    expect(told('informLeaders')).toEqual(['03-02 09:10 informLeaders#1 due0']);
    file.give('03-02 10:00', clerk, {
      type: 'ChangeLevel',
      level: 'major',
      authority: 'change',
      reason: '微博转发达20条',
    });
    expect(statusOf(file, 'informLeaders')).toBe('open');
    expect(told('informLeaders')).toEqual(['03-02 10:00 informLeaders#2 due0']);
  });
});

describe('periodic browsing (X30)', () => {
  const openPeriodic = (settings: ChosenSettings) => openFile({ level: 'periodic', by: head, settings });

  it('has no clock before the bureau gives the period', () => {
    const file = openPeriodic({});
    expect(file.duty('browseMedia')).toMatchObject({ status: 'listed', next: null });
    expect(file.duty('browseMedia')?.reason).toContain('定期浏览主流媒体的周期');
  });

  it('is owed once in each period, to the second', () => {
    const outcomes = ['09:09:59', '09:10:00', '09:10:01'].map((time) => {
      const file = openPeriodic({ browseEvery: 'P1D' });
      expect(file.due('browseMedia')).toBe(at('03-03 09:10'));
      file.give(`03-03 ${time}`, clerk, act('mediaBrowsed'));
      return file.duty('browseMedia')?.history[0]?.outcome;
    });
    expect(outcomes).toEqual(['fulfilled', 'fulfilled', 'fulfilledLate']);
  });

  it('is no 舆情: it is not graded', () => {
    const file = openPeriodic({ browseEvery: 'P1D' });
    expect(codeOf(file.give('03-02 10:00', clerk, { type: 'ConfirmGrade', level: 'major' }))).toBe(
      'LEVEL_FIXED',
    );
  });
});

describe('who acts for whom', () => {
  const roleOf = ({ roles }: Regulation, id: string) => roles.find((role) => role.id === id);
  it.each([
    ['dutyOfficer', '市局办公室舆情信息人员'],
    ['deputyLeader', '新闻宣传分管领导(领导小组副组长)'],
    ['chiefLeader', '局长(领导小组组长)'],
    ['unitHead', '单位主要负责人(股室主要负责人)'],
  ])('%s is %s', (id, name) => expect(roleOf(nanning, id)?.name).toBe(name));

  it('every limit in numbers climbs to the head of the bureau', () => {
    for (const ladder of ['officeUrgent', 'officeHours', 'unitHours', 'unitDays'])
      expect(nanning.ladders.find(({ id }) => id === ladder)?.rungs.at(-1)).toBe('chiefLeader');
  });
});
