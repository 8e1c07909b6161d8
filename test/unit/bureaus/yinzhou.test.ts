import { describe, expect, it } from 'vitest';
import { walk } from '../../../infra/regulation-check/checks/walk.ts';
import type { Actor } from '../../../shared/case/events.ts';
import { isNumeric } from '../../../shared/deadlines/limits.ts';
import { grade } from '../../../shared/grading/grade.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import { withSettings } from '../../../shared/regulations/settings.ts';
import type { CaseCommand } from '../../../shared/rules/decide.ts';
import { at, caseFile, chief, head, leader, officer, opening } from '../../support/case-file.ts';

const yinzhou = regulations.yinzhou!;
const unit = 'welfareHome';
const person: Actor = { id: 'p-unit', name: '福利院专人', role: 'unitLiaison', unit };
const unitHead: Actor = { id: 'p-unit-head', name: '福利院主要负责人', role: 'unitHead', unit };

interface Opening {
  level?: string;
  source?: string;
  /** When it is opened, on 2 March. */
  opened?: string;
  instants?: Record<string, string>;
  by?: Actor;
  regulation?: typeof yinzhou;
}
/** A case that happened at 09:00, as the office opens it unless `by` says otherwise. */
const openFile = ({
  level = 'major',
  source = 'monitored',
  opened = '03-02 09:01',
  instants = { occurredAt: '03-02 09:00', detectedAt: '03-02 09:01' },
  by = officer,
  regulation = yinzhou,
}: Opening = {}) => {
  const file = caseFile(regulation);
  const facts = opening({
    caseId: 'YZ2026-0001',
    title: '某养老机构起火',
    level,
    unit,
    sources: [{ kind: source }],
    instants: Object.fromEntries(Object.entries(instants).map(([id, local]) => [id, at(local)])),
  });
  expect(file.give(opened, by, facts).refusal).toBeNull();
  return file;
};
type File = ReturnType<typeof openFile>;

const LEADERS = ['deputyLeader', 'chiefLeader'];
const WITH_OFFICE = [...LEADERS, 'officeHead'];
const report = (form: string, to: string[], kind = 'first'): CaseCommand => ({
  type: 'FileReport',
  kind,
  form,
  to,
});
const act = (action: string): CaseCommand => ({ type: 'RecordAction', action });
const refusalOf = (file: File, when: string, who: Actor, command: CaseCommand) =>
  file.give(when, who, command).refusal;
const codeOf = (file: File, when: string, who: Actor, command: CaseCommand) =>
  refusalOf(file, when, who, command)?.code;
const outcomeOf = (file: File, duty: string) => file.duty(duty)?.current.outcome;
const statusOf = (file: File, duty: string) => file.duty(duty)?.status;
const idsOf = (file: File) => file.schedule().duties.map(({ duty }) => duty);

describe('every clause of the schedule', () => {
  const carried = new Set(
    [...walk({ ...yinzhou, informs: [] })].flatMap(({ key, value }) =>
      key === 'cite' && typeof value === 'string' ? [value] : [],
    ),
  );
  const informed = yinzhou.informs.map(({ clause }) => clause);

  it('is one of 38', () => expect(Object.keys(yinzhou.clauses)).toHaveLength(38));

  it.each(Object.keys(yinzhou.clauses))('%s is either carried by a rule or informs', (clause) => {
    expect([carried.has(clause), informed.includes(clause)].filter(Boolean)).toHaveLength(1);
  });

  it('that only informs has its reason in a sentence', () => {
    for (const { reason } of yinzhou.informs) expect(reason).toMatch(/^\p{Script=Han}.{4,}。$/u);
  });

  it('that is ambiguous is read or can be chosen: X43 to X46', () => {
    const entries = [
      ...yinzhou.readings.map(({ id }) => id),
      ...yinzhou.settings.map(({ register }) => register),
    ].filter((id) => id !== 'bureau');
    expect(entries.sort()).toEqual(['X43', 'X44', 'X45', 'X46']);
  });

  it('has two numbers, both of 重大: 15 and 20 minutes', () => {
    const numbers = yinzhou.duties.flatMap(({ id, terms }) =>
      terms.flatMap(({ levels, limit }) => (isNumeric(limit) ? [{ id, levels, limit }] : [])),
    );
    expect(numbers).toEqual([
      { id: 'oralReport', levels: ['major'], limit: { kind: 'within', within: 'PT15M' } },
      { id: 'writtenReport', levels: ['major'], limit: { kind: 'within', within: 'PT20M' } },
    ]);
  });

  it('has no target of the office until the bureau sets one', () => {
    const targets = yinzhou.settings.filter(({ id }) => id.startsWith('target'));
    expect(targets.map(({ value }) => value)).toEqual(targets.map(() => null));
  });
});

describe('四(二)3: the oral report within 15 minutes of 事发', () => {
  it('is due 15 minutes after it happened, not after it was found', () => {
    expect(openFile().due('oralReport')).toBe(at('03-02 09:15'));
  });

  it.each([
    ['one second before', '03-02 09:14:59', 'fulfilled'],
    ['at the limit', '03-02 09:15:00', 'fulfilled'],
    ['one second after', '03-02 09:15:01', 'fulfilledLate'],
  ])('%s is %s: %s', (_when, made, outcome) => {
    const file = openFile();
    file.give(made, person, report('oral', LEADERS));
    expect(outcomeOf(file, 'oralReport')).toBe(outcome);
  });

  it('is made when both leaders have it', () => {
    const file = openFile();
    file.give('03-02 09:04', person, report('oral', ['deputyLeader']));
    expect(outcomeOf(file, 'oralReport')).toBe('open');
    file.give('03-02 09:16', person, report('oral', ['chiefLeader']));
    expect(outcomeOf(file, 'oralReport')).toBe('fulfilledLate');
  });

  it('is not made by a paper', () => {
    const file = openFile();
    file.give('03-02 09:04', person, report('written', WITH_OFFICE));
    expect(outcomeOf(file, 'oralReport')).toBe('open');
  });

  it('is overdue at discovery when found late, with the lag, and is not moved', () => {
    const file = openFile({ opened: '03-02 10:10' });
    expect(file.duty('oralReport')).toMatchObject({
      current: { due: at('03-02 09:15') },
      discoveryLagMilliseconds: 55 * 60_000,
      next: { stage: 'overdue', at: at('03-02 10:10'), rung: 0, orders: true },
    });
  });

  it.each([
    ['09:14:59', null],
    ['09:15:00', null],
    ['09:15:01', 1000],
  ])('opened at %s has the lag %s', (opened, lag) => {
    expect(openFile({ opened: `03-02 ${opened}` }).duty('oralReport')?.discoveryLagMilliseconds).toBe(lag);
  });

  it.each([
    [{ publishedAt: '03-02 08:55', detectedAt: '03-02 09:01' }, 'publishedAt', '03-02 09:10'],
    [{ detectedAt: '03-02 09:01' }, 'detectedAt', '03-02 09:16'],
  ])('is estimated from %o when nobody knows 事发', (instants, instant, due) => {
    const file = openFile({ instants });
    expect(file.due('oralReport')).toBe(at(due));
    expect(file.duty('oralReport')?.start).toMatchObject({ instant, estimated: true });
  });

  it('follows a correction of 事发, which only the head of the office may put off', () => {
    const file = openFile();
    const correct = (local: string): CaseCommand => ({
      type: 'CorrectInstant',
      instant: 'occurredAt',
      at: at(local),
      reason: '核实',
    });
    expect(codeOf(file, '03-02 09:10', person, correct('03-02 08:58'))).toBe('ROLE_NOT_ALLOWED');
    expect(codeOf(file, '03-02 09:10', officer, correct('03-02 09:05'))).toBe('ROLE_NOT_ALLOWED');
    file.give('03-02 09:10', officer, correct('03-02 08:58'));
    expect(file.due('oralReport')).toBe(at('03-02 09:13'));
    file.give('03-02 09:11', head, correct('03-02 09:00'));
    expect(file.due('oralReport')).toBe(at('03-02 09:15'));
  });
});

describe('四(二)3: the written report within 20 minutes of the oral one', () => {
  it('is due 35 minutes after 事发 while there is no oral report (X44)', () => {
    const file = openFile();
    expect(file.due('writtenReport')).toBe(at('03-02 09:35'));
    expect(file.duty('writtenReport')?.start).toMatchObject({ instant: 'due:oralReport', estimated: true });
  });

  it.each([
    ['03-02 09:05', '03-02 09:25'],
    ['03-02 09:15', '03-02 09:35'],
    ['03-02 09:40', '03-02 10:00'],
    ['03-02 09:40:01', '03-02 10:00:01'],
  ])('is due, after an oral report at %s, at %s', (made, due) => {
    const file = openFile();
    file.give(made, person, report('oral', LEADERS));
    expect(file.due('writtenReport')).toBe(at(due));
    expect(file.duty('writtenReport')?.start).toMatchObject({
      instant: 'after:oralReport',
      estimated: false,
    });
  });

  it('counts from the second leader when they were told apart', () => {
    const file = openFile();
    file.give('03-02 09:04', person, report('oral', ['deputyLeader']));
    file.give('03-02 09:06', person, report('oral', ['chiefLeader']));
    expect(file.due('writtenReport')).toBe(at('03-02 09:26'));
  });

  it('keeps its clock when the oral report is repeated', () => {
    const file = openFile();
    file.give('03-02 09:05', person, report('oral', LEADERS));
    file.give('03-02 09:12', person, report('oral', LEADERS));
    expect(file.due('writtenReport')).toBe(at('03-02 09:25'));
  });

  it.each([
    ['one second before', '09:24:59', 'fulfilled'],
    ['at the limit', '09:25:00', 'fulfilled'],
    ['one second after', '09:25:01', 'fulfilledLate'],
  ])('%s is %s: %s', (_when, made, outcome) => {
    const file = openFile();
    file.give('03-02 09:05', person, report('oral', LEADERS));
    file.give(`03-02 ${made}`, person, report('written', WITH_OFFICE));
    expect(outcomeOf(file, 'writtenReport')).toBe(outcome);
  });

  it.each([
    ['09:34:59', 'fulfilled'],
    ['09:35:00', 'fulfilled'],
    // Provisional: without an oral report the 20 minutes have not begun.
    ['09:35:01', 'fulfilled'],
  ])('without any oral report, at %s, is %s', (made, outcome) => {
    const file = openFile();
    file.give(`03-02 ${made}`, person, report('written', WITH_OFFICE));
    expect(outcomeOf(file, 'writtenReport')).toBe(outcome);
    expect(outcomeOf(file, 'oralReport')).toBe('open');
  });

  it('needs the copy to the office', () => {
    const file = openFile();
    file.give('03-02 09:05', person, report('oral', LEADERS));
    file.give('03-02 09:20', person, report('written', LEADERS));
    expect(outcomeOf(file, 'writtenReport')).toBe('open');
    file.give('03-02 09:21', person, report('written', ['officeHead']));
    expect(outcomeOf(file, 'writtenReport')).toBe('fulfilled');
  });

  it('does not run before the oral report in a bureau that chose so', () => {
    const file = openFile({ regulation: withSettings(yinzhou, { writtenFromOralDue: false }) });
    expect(file.duty('writtenReport')).toMatchObject({
      status: 'notStarted',
      reason: '书面报告尚未起算:缺少“口头报告”完成',
    });
    file.give('03-02 09:40', person, report('oral', LEADERS));
    expect(file.due('writtenReport')).toBe(at('03-02 10:00'));
  });
});

describe('七: nobody answers', () => {
  it('goes up a rung every five minutes, to the second, and starts the written report’s own ladder', () => {
    const file = openFile();
    const climbed = file.runTo('03-02 16:00').filter((line) => / (oral|written)Report/.test(line));
    expect(climbed).toEqual([
      '03-02 09:10 oralReport#1 remind0',
      '03-02 09:15 oralReport#1 due0',
      '03-02 09:20 oralReport#1 overdue0',
      '03-02 09:25 oralReport#1 overdue1',
      '03-02 09:30 oralReport#1 overdue2',
      '03-02 09:30 writtenReport#1 remind0',
      '03-02 09:35 oralReport#1 overdue3',
      '03-02 09:35 writtenReport#1 due0',
      '03-02 09:40 writtenReport#1 remind1',
      '03-02 09:45 writtenReport#1 remind2',
      '03-02 09:50 writtenReport#1 remind3',
      '03-02 09:55 writtenReport#1 remind4',
      '03-02 15:35 oralReport#1 overdue4',
      '03-02 15:55 writtenReport#1 remind5',
    ]);
    // The written report's limit begins with the oral one: until then it is chased, without an order of its own.
    expect(file.state.orders.map(({ duty }) => duty)).toEqual(['oralReport']);
  });

  it('reaches the office, 分管领导 and 主要领导 in this order', () => {
    expect(openFile().duty('oralReport')?.rungs).toEqual([
      'unitLiaison',
      'unitHead',
      'officeHead',
      'deputyLeader',
      'chiefLeader',
    ]);
  });

  it('never calls 第一时间 overdue', () => {
    const file = openFile({ level: 'larger', source: 'unit-found' });
    file.runTo('03-04 09:00');
    expect(file.log.flatMap(({ events }) => events.map(({ type }) => type))).not.toContain('DutyOverdue');
    expect(file.state.orders).toEqual([]);
  });
});

describe('四(二)3: the unit’s own schedule', () => {
  it('is started at the time of the report', () => {
    const file = openFile();
    expect(file.due('startOwnPlan')).toBe(at('03-02 09:15'));
    file.give('03-02 09:05', person, report('oral', LEADERS));
    expect(file.due('startOwnPlan')).toBe(at('03-02 09:05'));
    file.give('03-02 09:06', unitHead, { type: 'StartPlan' });
    expect(outcomeOf(file, 'startOwnPlan')).toBe('fulfilled');
  });

  it('may be a 工作制度, which the unit itself records', () => {
    const file = openFile();
    expect(codeOf(file, '03-02 09:04', officer, act('workSystemStarted'))).toBe('ROLE_NOT_ALLOWED');
    file.give('03-02 09:05', unitHead, act('workSystemStarted'));
    expect(outcomeOf(file, 'startOwnPlan')).toBe('fulfilled');
  });

  it('is started at 重大 only, and not by the clerk', () => {
    expect(codeOf(openFile(), '03-02 09:05', officer, { type: 'StartPlan' })).toBe('ROLE_NOT_ALLOWED');
    expect(codeOf(openFile({ level: 'larger' }), '03-02 09:05', unitHead, { type: 'StartPlan' })).toBe(
      'ROLE_NOT_ALLOWED',
    );
  });
});

describe('X45: who found it decides who reports', () => {
  it.each(['larger', 'major'])(
    '%s, found by a unit: it reports to the office, and to the leaders',
    (level) => {
      const file = openFile({ level, source: 'unit-found', by: person });
      expect(idsOf(file)).toContain('reportOffice');
      expect(idsOf(file)).toContain(level === 'major' ? 'oralReport' : 'reportLeaders');
      expect(idsOf(file)).not.toContain('alertLeaders');
      expect(idsOf(file)).not.toContain('notifyUnit');
    },
  );

  it.each([
    ['larger', 'monitored'],
    ['larger', 'netizen'],
    ['major', 'monitored'],
    ['major', 'cyberspace-prompted'],
  ])('%s, source %s: the office tells the leaders and the unit', (level, source) => {
    const file = openFile({ level, source });
    expect(idsOf(file)).not.toContain('reportOffice');
    file.runTo('03-02 09:01');
    expect(statusOf(file, 'alertLeaders')).toBe('fulfilled');
    expect(statusOf(file, 'notifyUnit')).toBe('fulfilled');
  });

  it('both routes hold when both found it', () => {
    const file = openFile({ level: 'larger', source: 'unit-found' });
    file.give('03-02 09:05', officer, { type: 'AddSource', source: { kind: 'monitored' } });
    expect(idsOf(file)).toEqual(expect.arrayContaining(['reportOffice', 'reportLeaders', 'alertLeaders']));
  });

  it('a unit’s report to the leaders at 较大 counts from its notification when the office found it', () => {
    const file = openFile({ level: 'larger' });
    expect(file.duty('reportLeaders')).toMatchObject({
      status: 'notStarted',
      reason: expect.stringContaining('通知相关科室(单位)'),
    });
    file.runTo('03-02 09:01');
    expect(file.due('reportLeaders')).toBe(at('03-02 09:01'));
  });

  it('a report to the leaders at 较大 needs both of them and the copy to the office', () => {
    const file = openFile({ level: 'larger', source: 'unit-found' });
    file.give('03-02 09:03', person, report('oral', ['deputyLeader', 'officeHead']));
    expect(outcomeOf(file, 'reportOffice')).toBe('fulfilled');
    expect(outcomeOf(file, 'reportLeaders')).toBe('open');
    file.give('03-02 09:04', person, report('written', ['chiefLeader']));
    expect(outcomeOf(file, 'reportLeaders')).toBe('fulfilled');
  });

  it('一般 owes no report, only the handing over to the unit', () => {
    const file = openFile({ level: 'general' });
    expect(idsOf(file).filter((id) => /report|alert|notify/i.test(id))).toEqual([]);
    file.runTo('03-02 09:01');
    expect(statusOf(file, 'handToUnit')).toBe('fulfilled');
    expect(idsOf(openFile({ level: 'general', source: 'unit-found' }))).not.toContain('handToUnit');
  });

  it('is told anew when 较大 becomes 重大', () => {
    const file = openFile({ level: 'larger' });
    file.runTo('03-02 09:01');
    file.give('03-02 09:08', officer, {
      type: 'ChangeLevel',
      level: 'major',
      reason: '聚集',
      authority: 'change',
    });
    expect(statusOf(file, 'alertLeaders')).toBe('open');
    expect(file.due('oralReport')).toBe(at('03-02 09:15'));
    file.runTo('03-02 09:08');
    expect(statusOf(file, 'alertLeaders')).toBe('fulfilled');
  });
});

describe('四(二): the statement and its review', () => {
  const reply: CaseCommand = { type: 'RecordPublication', form: 'reply' };
  const wechat: CaseCommand = { type: 'RecordPublication', form: 'superiorWechat' };

  it('一般: no reply and no response before 分管领导 and then 主要领导 have reviewed it', () => {
    const file = openFile({ level: 'general' });
    expect(codeOf(file, '03-02 10:00', person, reply)).toBe('PUBLICATION_NOT_CLEARED');
    expect(refusalOf(file, '03-02 10:01', chief, act('chiefReviewed'))).toMatchObject({
      code: 'APPROVAL_OUT_OF_ORDER',
      message: expect.stringContaining('E 四(二)1 一般 处置'),
    });
    expect(codeOf(file, '03-02 10:02', leader, act('deputyReviewed'))).toBeUndefined();
    expect(codeOf(file, '03-02 10:03', person, { type: 'RecordPublication', form: 'response' })).toBe(
      'PUBLICATION_NOT_CLEARED',
    );
    expect(codeOf(file, '03-02 10:04', chief, act('chiefReviewed'))).toBeUndefined();
    expect(codeOf(file, '03-02 10:05', person, reply)).toBeUndefined();
    expect(outcomeOf(file, 'respond')).toBe('fulfilled');
  });

  it('is no unit’s own word, and no leader’s for the other', () => {
    const file = openFile({ level: 'general' });
    expect(codeOf(file, '03-02 10:00', unitHead, act('deputyReviewed'))).toBe('ROLE_NOT_ALLOWED');
    expect(codeOf(file, '03-02 10:00', chief, act('deputyReviewed'))).toBe('ROLE_NOT_ALLOWED');
    file.give('03-02 10:01', leader, act('deputyReviewed'));
    expect(codeOf(file, '03-02 10:02', leader, act('chiefReviewed'))).toBe('ROLE_NOT_ALLOWED');
  });

  it.each(['larger', 'major'])('%s: the office publishes, and the unit does not', (level) => {
    const file = openFile({ level });
    expect(codeOf(file, '03-02 10:00', person, wechat)).toBe('ROLE_NOT_ALLOWED');
    expect(codeOf(file, '03-02 10:00', head, wechat)).toBe('PUBLICATION_NOT_CLEARED');
    file.give('03-02 10:01', leader, act('deputyReviewed'));
    file.give('03-02 10:02', chief, act('chiefReviewed'));
    expect(codeOf(file, '03-02 10:03', head, wechat)).toBeUndefined();
  });

  it('above 一般 the bureau may do without the review, which the schedule does not ask for there', () => {
    const free = withSettings(yinzhou, { reviewAtAllLevels: false });
    expect(
      codeOf(openFile({ level: 'major', regulation: free }), '03-02 10:00', head, wechat),
    ).toBeUndefined();
    expect(codeOf(openFile({ level: 'general', regulation: free }), '03-02 10:00', head, reply)).toBe(
      'PUBLICATION_NOT_CLEARED',
    );
  });

  it('较大: 视情 is answered by a decision or by publishing, by the head of the office', () => {
    const decision: CaseCommand = {
      type: 'RecordDecision',
      decision: 'guideOpinion',
      outcome: '暂不发布',
    };
    const file = openFile({ level: 'larger' });
    expect(file.duty('guideOpinion')).toMatchObject({ status: 'listed', limitText: '视情' });
    expect(codeOf(file, '03-02 10:00', person, decision)).toBe('ROLE_NOT_ALLOWED');
    file.give('03-02 10:00', head, decision);
    expect(outcomeOf(file, 'guideOpinion')).toBe('fulfilled');
  });

  it('is a document with the facts and the wording', () => {
    const file = openFile();
    expect(
      refusalOf(file, '03-02 10:00', unitHead, {
        type: 'IssueDocument',
        document: 'statement',
        fields: { 发布口径: '…' },
      }),
    ).toMatchObject({ code: 'DOCUMENT_INCOMPLETE', message: expect.stringContaining('事件真实情况') });
    file.give('03-02 10:00', unitHead, {
      type: 'IssueDocument',
      document: 'statement',
      fields: { 事件真实情况: '…', 发布口径: '…' },
    });
    expect(outcomeOf(file, 'draftStatement')).toBe('fulfilled');
  });
});

describe('四(二)3: the report upwards', () => {
  const upward = report('written', ['municipalBureau', 'committeeOffice', 'governmentOffice'], 'upward');

  it('is the office’s, at its discretion', () => {
    const file = openFile();
    expect(codeOf(file, '03-02 10:00', person, upward)).toBe('CONTACT_NOT_ALLOWED');
    expect(codeOf(file, '03-02 10:00', head, upward)).toBeUndefined();
    expect(outcomeOf(file, 'decideReportUp')).toBe('fulfilled');
  });

  it('is settled by a decision against it, too', () => {
    const file = openFile();
    file.give('03-02 10:00', head, { type: 'RecordDecision', decision: 'reportUp', outcome: '暂不上报' });
    expect(outcomeOf(file, 'decideReportUp')).toBe('fulfilled');
  });

  it('is no question below 重大', () => {
    expect(idsOf(openFile({ level: 'larger' }))).not.toContain('decideReportUp');
  });
});

describe('四(三): tracking before and after 处置完毕', () => {
  const calm: CaseCommand = { type: 'DeclareCalm', reason: '处置完毕' };

  it.each(['general', 'larger', 'major'])('%s: office and unit each name a person', (level) => {
    const file = openFile({ level });
    expect(codeOf(file, '03-02 10:00', head, act('unitTrackerNamed'))).toBe('ROLE_NOT_ALLOWED');
    file.give('03-02 10:00', head, act('officeTrackerNamed'));
    expect(outcomeOf(file, 'officeTracker')).toBe('fulfilled');
    expect(outcomeOf(file, 'unitTracker')).toBe('open');
    file.give('03-02 10:01', person, act('unitTrackerNamed'));
    expect(outcomeOf(file, 'unitTracker')).toBe('fulfilled');
  });

  it('owes 续报 until then, and has the unit watch afterwards', () => {
    const file = openFile({ level: 'larger' });
    file.give('03-02 12:00', person, report('written', WITH_OFFICE, 'progress'));
    expect(file.duty('progress')).toMatchObject({ status: 'listed', limitText: '及时' });
    expect(file.duty('watch')).toMatchObject({
      status: 'notStarted',
      reason: '处置后动态跟踪尚未起算:缺少“处置完毕”时点',
    });
    file.give('03-03 10:00', head, calm);
    expect(statusOf(file, 'progress')).toBe('fulfilled');
    expect(file.duty('watch')).toMatchObject({ status: 'listed', limitText: '适时' });
  });

  it('begins anew when the crisis comes again', () => {
    const file = openFile({ level: 'larger' });
    file.give('03-03 10:00', head, calm);
    file.give('03-05 10:00', person, { type: 'Rekindle', reason: '再次转发' });
    expect(statusOf(file, 'progress')).toBe('listed');
    expect(statusOf(file, 'watch')).toBe('notStarted');
    file.give('03-06 10:00', head, calm);
    expect(statusOf(file, 'progress')).toBe('fulfilled');
    expect(statusOf(file, 'watch')).toBe('listed');
  });

  it('ends with the conclusion', () => {
    const file = openFile({ level: 'general' });
    file.give('03-03 10:00', head, calm);
    file.give('03-09 10:00', head, { type: 'Conclude', summary: '无反复' });
    expect(statusOf(file, 'watch')).toBe('ended');
    expect(statusOf(file, 'feedback')).toBe('ended');
  });

  it('is not for the unit to declare over', () => {
    const file = openFile({ level: 'general' });
    expect(codeOf(file, '03-03 10:00', unitHead, calm)).toBe('ROLE_NOT_ALLOWED');
    expect(codeOf(file, '03-03 10:00', unitHead, { type: 'Conclude', summary: '…' })).toBe(
      'ROLE_NOT_ALLOWED',
    );
  });

  it('五3: the feedback says all four things', () => {
    const file = openFile();
    const fields = { 原因: '电路', 变化动态: '平稳', 应急措施: '疏散' };
    const feedback = (given: Record<string, string>): CaseCommand => ({
      type: 'IssueDocument',
      document: 'feedback',
      fields: given,
    });
    expect(refusalOf(file, '03-02 10:00', person, feedback(fields))?.message).toContain('处置结果');
    expect(codeOf(file, '03-02 10:00', person, feedback({ ...fields, 处置结果: '无伤亡' }))).toBeUndefined();
    expect(file.duty('feedback')).toMatchObject({ status: 'listed', limitText: '随时' });
  });
});

describe('四(四): 复盘', () => {
  const points = {
    '责任科室(单位)': '福利院',
    参加的相关部门和专家: '消防部门',
    处置过程复盘: '…',
    工作成效总结评估: '…',
  };
  const ended = () => {
    const file = openFile({ level: 'general' });
    file.give('03-03 10:00', head, { type: 'DeclareCalm', reason: '处置完毕' });
    file.give('03-09 10:00', head, { type: 'Conclude', summary: '无反复' });
    return file;
  };

  it.each(['general', 'larger', 'major'])('%s: begins with 处置完毕', (level) => {
    const file = openFile({ level });
    expect(statusOf(file, 'review')).toBe('notStarted');
    file.give('03-03 10:00', head, { type: 'DeclareCalm', reason: '处置完毕' });
    expect(file.duty('review')).toMatchObject({ status: 'listed', limitText: '及时' });
  });

  it('is still owed after the conclusion, and archives the case', () => {
    const file = ended();
    expect(file.state.status).toBe('concluded');
    expect(statusOf(file, 'review')).toBe('listed');
    expect(codeOf(file, '03-10 10:00', head, { type: 'FileReview', points })).toBeUndefined();
    expect(file.state.status).toBe('archived');
  });

  it('begins with the conclusion when nobody declared 处置完毕', () => {
    const file = openFile({ level: 'general' });
    file.give('03-09 10:00', head, { type: 'Conclude', summary: '误报' });
    expect(statusOf(file, 'review')).toBe('listed');
  });

  it('is the office’s, and complete', () => {
    const file = ended();
    const { 工作成效总结评估: _, ...partly } = points;
    expect(codeOf(file, '03-10 10:00', unitHead, { type: 'FileReview', points })).toBe('ROLE_NOT_ALLOWED');
    expect(codeOf(file, '03-10 10:00', head, { type: 'FileReview', points: partly })).toBe(
      'REVIEW_INCOMPLETE',
    );
  });

  it('七: blame may be recorded afterwards, by the leaders', () => {
    const file = ended();
    expect(codeOf(file, '03-10 10:00', unitHead, act('breachNoted'))).toBe('ROLE_NOT_ALLOWED');
    expect(codeOf(file, '03-10 10:00', head, act('referredToJustice'))).toBe('ROLE_NOT_ALLOWED');
    expect(codeOf(file, '03-10 10:00', leader, act('criticised'))).toBeUndefined();
  });
});

describe('a 重大 case', () => {
  it('does not end unseen while a report is owed', () => {
    const file = openFile();
    expect(refusalOf(file, '03-03 10:00', head, { type: 'Conclude', summary: '…' })).toMatchObject({
      code: 'DUTIES_UNMET',
      message: expect.stringContaining('口头报告、书面报告'),
    });
  });

  it('is lowered by a second person only', () => {
    const file = openFile();
    file.give('03-02 09:10', head, {
      type: 'ChangeLevel',
      level: 'larger',
      reason: '非突发事件',
      authority: 'change',
    });
    expect(codeOf(file, '03-02 09:11', head, { type: 'ApproveLevelChange' })).toBe('SECOND_PERSON_REQUIRED');
    expect(codeOf(file, '03-02 09:12', leader, { type: 'ApproveLevelChange' })).toBeUndefined();
    expect(file.schedule().cancelled.map(({ duty }) => duty)).toEqual(
      expect.arrayContaining(['oralReport', 'writtenReport', 'startOwnPlan']),
    );
  });

  it('that a unit opens is graded by the office', () => {
    const file = openFile({ source: 'unit-found', by: person });
    expect(file.state.provisional).toBe(true);
    expect(codeOf(file, '03-02 09:05', person, { type: 'ConfirmGrade', level: 'major' })).toBe(
      'ROLE_NOT_ALLOWED',
    );
    file.give('03-02 09:05', officer, { type: 'ConfirmGrade', level: 'major' });
    expect(file.due('oralReport')).toBe(at('03-02 09:15'));
  });
});

describe('what a pushed item is taken for', () => {
  const levelOf = (text: string, flags: string[] = []) =>
    grade(yinzhou, { text, counters: {}, observations: [], observedAt: '2026-03-02T09:00:00+08:00', flags })
      .level;

  it.each([
    ['网友询问婚姻登记预约办法', 'pending'],
    ['某地低保评定存在人情保、关系保', 'general'],
    ['民政窗口工作人员态度恶劣', 'general'],
    ['网传某福利机构虐待儿童', 'pending'],
    ['网传某福利机构虐待儿童,视频迅速发酵', 'larger'],
    ['某演唱会登上热搜', 'pending'],
    ['某养老机构发生火灾', 'major'],
    ['家属围堵殡仪馆,扰乱社会秩序', 'major'],
    ['某养老机构未发生火灾', 'pending'],
    ['养老机构开展火灾演练', 'pending'],
  ])('%s: %s', (text, level) => expect(levelOf(text)).toBe(level));

  it('needs both halves of 较大: 敏感信息或谣言, and 迅速发酵', () => {
    expect(levelOf('', ['sensitiveOrRumour'])).toBe('pending');
    expect(levelOf('', ['spreadingFast'])).toBe('pending');
    expect(levelOf('', ['spreadingFast', 'sensitiveOrRumour'])).toBe('larger');
  });
});
