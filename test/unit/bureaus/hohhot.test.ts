import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { walk } from '../../../infra/regulation-check/checks/walk.ts';
import type { Actor } from '../../../shared/case/events.ts';
import { grade } from '../../../shared/grading/grade.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { withSettings } from '../../../shared/regulations/settings.ts';
import type { CaseCommand, Outcome, PersonCommand } from '../../../shared/rules/decide.ts';
import type { OpenCaseFacts } from '../../../shared/rules/phases/open.ts';
import { at, caseFile, suggestion } from '../../support/case-file.ts';

const hohhot = regulations.hohhot!;
const person = (role: string, unit?: string): Actor => ({
  id: `p-${role}`,
  name: role,
  role,
  ...(unit === undefined ? {} : { unit }),
});
const group = person('commandGroup');
const clerk = person('dutyOfficer');
const head = person('officeHead');
const deputy = person('deputyLeader');
const unitHead = person('unitHead', 'services');

const prompted = { kind: 'cac-prompted', receivedAt: at('03-02 20:00') };
interface Opening {
  level?: string;
  opened?: string;
  sources?: OpenCaseFacts['sources'];
  flags?: string[];
  regulation?: Regulation;
}
/** A case in which the command group has judged the category; by default prompted at 20:00 and opened half an hour later. */
const openFile = ({
  level = 'medium',
  opened = '03-02 20:30',
  sources = [prompted],
  flags = [],
  regulation = hohhot,
}: Opening = {}) => {
  const file = caseFile(regulation);
  const outcome = file.give(opened, group, {
    type: 'OpenCase',
    caseId: 'HS2026-0001',
    title: '多名群众反映法律援助预约难',
    how: 'hand',
    sources,
    instants: { detectedAt: at('03-02 20:20') },
    flags,
    unit: 'services',
    items: [],
    grade: suggestion('minor'),
    level,
  });
  expect(outcome.refusal).toBeNull();
  return file;
};
type File = ReturnType<typeof openFile>;

type Report = Extract<PersonCommand, { type: 'FileReport' }>;
const feedback: Report = {
  type: 'FileReport',
  kind: 'feedback',
  form: 'written',
  to: ['propagandaCyberspace'],
};
const warning: Record<string, string> = {
  舆情对象: '法律援助预约',
  预警级别: 'Ⅳ级(蓝色)',
  起始时间: '2026-03-02 20:30',
  可能影响范围: '本区',
  预警事项: '网传内容',
  应采取的措施: '增开预约名额',
  发布机关: '区委、区政府',
};
const issue = (document: string, fields = warning): CaseCommand => ({
  type: 'IssueDocument',
  document,
  fields,
});
const rate = (scale: string, level: string): CaseCommand => ({
  type: 'RateCase',
  scale,
  level,
  reason: '研判',
});
const act = (action: string): CaseCommand => ({ type: 'RecordAction', action });
const code = ({ refusal }: Outcome): string | undefined => refusal?.code;
const message = ({ refusal }: Outcome): string => refusal?.message ?? '';
const outcomeOf = (file: File, duty: string) => file.duty(duty)?.current.outcome;
/** The duties of the schedule that wait for somebody at once. */
const atOnce = (file: File): string[] =>
  file
    .schedule()
    .duties.filter(({ limit, status }) => limit.kind === 'immediate' && status === 'open')
    .map(({ duty }) => duty);

describe('every clause of the schedule', () => {
  const clauses = Object.entries(hohhot.clauses);
  const carried = new Set(
    [...walk({ ...hohhot, informs: [] })].flatMap(({ key, value }) => (key === 'cite' ? [value] : [])),
  );
  const informed = new Map(hohhot.informs.map(({ clause, reason }) => [clause, reason]));
  const bare = (text: string): string => text.replace(/\s/g, '');
  const text = bare(
    readFileSync(new URL('../../../docs/regulations/texts/hohhot.txt', import.meta.url), 'utf8'),
  );

  it('is there: 35', () => expect(clauses).toHaveLength(35));

  it.each(clauses)('%s is carried by a rule or informs only, and is quoted exactly', (id, quote) => {
    expect(carried.has(id)).not.toBe(informed.has(id));
    for (const line of quote.split('\n')) expect(text).toContain(bare(line));
  });

  it('leaves only two to a mere notice, neither with a limit', () => {
    expect([...informed.keys()]).toEqual(['C 原则3', 'C 原则5']);
    for (const reason of informed.values()) expect(reason).toMatch(/^\p{Script=Han}.{4,}。$/u);
  });

  it('has each ambiguity as a choice or as a reading', () => {
    const chosen = hohhot.settings.map(({ register }) => register).filter((id) => id !== 'bureau');
    expect([...chosen, ...hohhot.readings.map(({ id }) => id)].sort()).toEqual([
      'X36',
      'X37',
      'X38',
      'X39',
      'X40',
      'X46',
    ]);
  });

  it('keeps what the source misread or lost', () => {
    expect(hohhot.clauses['C 分类3 重大']).toContain('可能存在引发件');
    expect(hohhot.clauses['C 分类1 小微']).toContain('奥情信息');
  });
});

describe('written feedback to 宣传网信部门 (C 反馈)', () => {
  it('has its target at 12 hours and its limit at 24 hours from the prompt', () => {
    const file = openFile();
    expect(file.duty('feedback')).toMatchObject({
      start: { instant: 'receivedAt', at: at('03-02 20:00') },
      soft: at('03-03 08:00'),
      current: { due: at('03-03 20:00') },
      limitText: '一般12小时,最迟24小时内',
    });
  });

  it.each([
    ['03-03 19:59:59', 'fulfilled'],
    ['03-03 20:00:00', 'fulfilled'],
    ['03-03 20:00:01', 'fulfilledLate'],
  ])('given at %s is %s', (when, outcome) => {
    const file = openFile();
    file.give(when, group, feedback);
    expect(outcomeOf(file, 'feedback')).toBe(outcome);
  });

  it('is spoken of at the target, before the limit, at the limit, and then up the ladder', () => {
    const file = openFile();
    for (const action of ['watching', 'responseBegun']) file.give('03-02 20:31', group, act(action));
    file.give('03-02 20:31', head, { type: 'StartPlan' });
    file.give('03-02 20:31', group, {
      type: 'FileReport',
      kind: 'information',
      form: 'telephone',
      to: ['districtCommittee'],
    });
    const steps = file.runTo('03-03 21:00').filter((step) => step.includes('feedback'));
    expect(steps).toEqual([
      '03-03 08:00 feedback#1 remind0',
      '03-03 19:00 feedback#1 remind1',
      '03-03 19:45 feedback#1 remind2',
      '03-03 20:00 feedback#1 due0',
      '03-03 20:30 feedback#1 overdue0',
      '03-03 21:00 feedback#1 overdue1',
    ]);
  });

  it.each([
    ['by telephone', { ...feedback, form: 'telephone' }],
    ['to another receiver', { ...feedback, to: ['districtGovernment'] }],
    ['of another kind', { ...feedback, kind: 'material' }],
  ])('is not met %s', (_how, report) => {
    const file = openFile();
    file.give('03-03 09:00', group, report);
    expect(outcomeOf(file, 'feedback')).toBe('open');
  });

  it.each(['medium', 'major'])('is owed at %s', (level) => {
    expect(openFile({ level }).due('feedback')).toBe(at('03-03 20:00'));
  });

  it('counts when it comes before the twelfth hour', () => {
    const file = openFile();
    file.give('03-02 21:00', group, feedback);
    expect(outcomeOf(file, 'feedback')).toBe('fulfilled');
  });

  it.each([
    ['03-03 07:59:59', 'open'],
    ['03-03 08:00:00', 'fulfilled'],
    ['03-03 08:00:01', 'fulfilled'],
  ])('at %s is %s where the bureau reads 12小时后 as a bar (X36)', (when, outcome) => {
    const file = openFile({ regulation: withSettings(hohhot, { earliestBlocks: true }) });
    file.give(when, group, feedback);
    expect(outcomeOf(file, 'feedback')).toBe(outcome);
    expect(file.due('feedback')).toBe(at('03-03 20:00'));
  });

  it('is not answered by what was written before the prompt came', () => {
    const file = openFile();
    file.give('03-02 20:40', group, { ...feedback, madeAt: at('03-02 19:59:59') });
    expect(outcomeOf(file, 'feedback')).toBe('open');
  });

  it.each([['monitored'], ['public-reported']])(
    'counts from 监看发现 for %s, by an assumption (X38)',
    (kind) => {
      const file = openFile({ sources: [{ kind }] });
      expect(file.duty('feedback')).toMatchObject({
        start: { instant: 'detectedAt' },
        soft: at('03-03 08:20'),
        current: { due: at('03-03 20:20') },
      });
      expect(hohhot.settings.find(({ register }) => register === 'X38')).toMatchObject({
        value: true,
        note: expect.stringContaining('假设'),
      });
    },
  );

  it('is owed for prompted matters alone where the bureau switches that off', () => {
    const regulation = withSettings(hohhot, { feedbackForOtherSources: false });
    expect(openFile({ sources: [{ kind: 'monitored' }], regulation }).duty('feedback')).toBeUndefined();
    expect(openFile({ regulation }).due('feedback')).toBe(at('03-03 20:00'));
  });

  it('counts from the prompt once there is one, and what was fed back before does not answer it', () => {
    const file = openFile({ sources: [{ kind: 'monitored' }] });
    file.give('03-03 09:00', group, feedback);
    expect(outcomeOf(file, 'feedback')).toBe('fulfilled');
    file.give('03-03 10:05', clerk, {
      type: 'AddSource',
      source: { kind: 'cac-prompted', receivedAt: at('03-03 10:00') },
    });
    expect(outcomeOf(file, 'feedback')).toBe('open');
    expect(file.due('feedback')).toBe(at('03-04 10:00'));
  });
});

describe('小微 (C 分类1, X39)', () => {
  it('owes nothing, not even the start of the schedule', () => {
    const file = openFile({ level: 'minor' });
    expect(file.schedule().duties).toEqual([]);
  });

  it('owes what 中级 owes from the moment it is raised', () => {
    const file = openFile({ level: 'minor' });
    file.give('03-02 23:00', group, {
      type: 'ChangeLevel',
      level: 'medium',
      reason: '关注度上升',
      authority: 'change',
    });
    expect(file.due('feedback')).toBe(at('03-03 23:00'));
    expect(atOnce(file)).toContain('startPlan');
  });
});

describe('what is asked at once', () => {
  it('is the start of the schedule and the four 第一时间 at 中级 (C 原则2)', () => {
    const file = openFile();
    expect(
      file
        .schedule()
        .duties.filter(({ limit, basis }) => limit.kind === 'immediate' && basis === 'law')
        .map(({ duty, limitText }) => `${duty} ${limitText}`),
    ).toEqual([
      'startPlan 立即',
      'watch 第一时间',
      'analyse 第一时间',
      'reportUp 第一时间',
      'respond 第一时间',
    ]);
  });

  it('is more at 重大: 快报, 同时 the warnings and the meeting (C 分类3)', () => {
    const more = openFile({ level: 'major' })
      .schedule()
      .duties.filter(({ duty }) => ['bulletin', 'warnUnits', 'alertBodies', 'meeting'].includes(duty));
    expect(more.map(({ duty, limitText }) => `${duty} ${limitText}`)).toEqual([
      'bulletin 第一时间',
      'warnUnits 同时',
      'alertBodies 同时',
      'meeting 同时',
    ]);
  });

  it('is never called overdue', () => {
    const file = openFile({ level: 'major' });
    const steps = file.runTo('03-03 07:00');
    expect(steps.some((step) => step.includes('startPlan#1 due'))).toBe(true);
    expect(steps.filter((step) => step.includes('overdue'))).toEqual([]);
  });

  it('is met for the district leaders by a 快报 to them alone', () => {
    const file = openFile({ level: 'major' });
    const bulletin: Omit<Report, 'to'> = { type: 'FileReport', kind: 'bulletin', form: 'telephone' };
    file.give('03-02 20:31', group, { ...bulletin, to: ['districtGovernment'] });
    expect(outcomeOf(file, 'bulletin')).toBe('open');
    file.give('03-02 20:32', group, { ...bulletin, to: ['districtLeaders'] });
    expect(outcomeOf(file, 'bulletin')).toBe('fulfilled');
  });

  it('is reported to superiors by the office and the leaders, not by a unit', () => {
    const file = openFile({ level: 'major' });
    const report: Report = {
      type: 'FileReport',
      kind: 'bulletin',
      form: 'telephone',
      to: ['districtLeaders'],
    };
    expect(code(file.give('03-02 20:31', unitHead, report))).toBe('CONTACT_NOT_ALLOWED');
    const progress: Report = { type: 'FileReport', kind: 'progress', form: 'written', to: ['commandBody'] };
    expect(code(file.give('03-02 20:32', unitHead, progress))).toBeUndefined();
  });
});

describe('the scales beside the category (X37)', () => {
  const scaleOf = (id: string) => hohhot.scales.find((scale) => scale.id === id)!;

  it('are Ⅳ蓝 to Ⅰ红, and 假消息、真消息, without a map between them', () => {
    const warningLevels = [...scaleOf('warning').levels].sort((one, other) => one.rank - other.rank);
    expect(warningLevels.map(({ name, colour }) => `${name}${colour}`)).toEqual([
      'Ⅳ级预警(一般)蓝色',
      'Ⅲ级预警(较大)黄色',
      'Ⅱ级预警(重大)橙色',
      'Ⅰ级预警(特别重大)红色',
    ]);
    expect(scaleOf('veracity').levels.map(({ name }) => name)).toEqual(['假消息', '真消息']);
    expect(hohhot.scales.flatMap(({ defaults }) => defaults)).toEqual([]);
    expect(hohhot.handling).toEqual([]);
  });

  it('move neither the category nor a clock when a person rates the case', () => {
    const file = openFile();
    for (const [scale, level] of [
      ['warning', 'red'],
      ['veracity', 'falseNews'],
    ] as const) {
      file.give('03-02 20:40', group, rate(scale, level));
    }
    expect(file.state).toMatchObject({ warningLevel: 'medium', handlingLevel: 'medium' });
    expect(file.due('feedback')).toBe(at('03-03 20:00'));
    expect([outcomeOf(file, 'rateWarning'), outcomeOf(file, 'rateVeracity')]).toEqual([
      'fulfilled',
      'fulfilled',
    ]);
  });

  it('follow the story up and down (C 预警Ⅳ), by the command group and the leaders alone', () => {
    const file = openFile();
    for (const level of ['blue', 'orange', 'yellow'])
      expect(code(file.give('03-02 20:40', group, rate('warning', level)))).toBeUndefined();
    expect(file.state.ratings.warning?.level).toBe('yellow');
    expect(code(file.give('03-02 20:41', group, rate('warning', 'yellow')))).toBe('LEVEL_UNCHANGED');
    expect(code(file.give('03-02 20:41', group, rate('warning', 'falseNews')))).toBe('LEVEL_UNKNOWN');
    expect(code(file.give('03-02 20:41', clerk, rate('warning', 'red')))).toBe('ROLE_NOT_ALLOWED');
  });

  it('have no response levels: what is proposed is recorded as a decision (C 研判 ②)', () => {
    const file = openFile();
    expect(hohhot.scales.some(({ use }) => use === 'response')).toBe(false);
    file.give('03-02 20:40', group, {
      type: 'RecordDecision',
      decision: 'responseLevel',
      outcome: '建议一般响应',
    });
    expect(outcomeOf(file, 'proposeResponse')).toBe('fulfilled');
  });
});

describe('the warning documents (C 预警发布)', () => {
  const documents = ['warningIssue', 'warningChange', 'warningLift'];
  const refusedWithout = documents.flatMap((document) =>
    Object.keys(warning).map((field) => [document, field] as const),
  );

  it.each(documents)('%s takes the seven fields in the order of the clause', (document) => {
    expect(hohhot.documents.find(({ id }) => id === document)?.fields).toEqual(Object.keys(warning));
    expect(code(openFile().give('03-02 20:40', group, issue(document)))).toBeUndefined();
  });

  it.each(refusedWithout)('%s is refused without %s', (document, field) => {
    const { [field]: _, ...rest } = warning;
    const outcome = openFile().give('03-02 20:40', group, issue(document, rest));
    expect(code(outcome)).toBe('DOCUMENT_INCOMPLETE');
    expect(message(outcome)).toContain(field);
  });

  it('is refused with a field that the clause does not have', () => {
    const outcome = openFile().give(
      '03-02 20:40',
      group,
      issue('warningIssue', { ...warning, 联系电话: '略' }),
    );
    expect(code(outcome)).toBe('DOCUMENT_FIELD_UNKNOWN');
  });

  it.each(['issueWarning', 'liftWarning'])(
    '%s is owed only once the case is on the warning scale',
    (duty) => {
      const file = openFile();
      expect(file.duty(duty)).toBeUndefined();
      file.give('03-02 20:40', group, rate('warning', 'blue'));
      expect(file.duty(duty)).toBeDefined();
    },
  );

  it('goes by the district’s confidential ways', () => {
    expect(hohhot.duties.find(({ id }) => id === 'issueWarning')?.channels).toEqual([
      'confidentialFax',
      'confidentialDocument',
      'confidentialPhone',
    ]);
  });
});

describe('calm and relapse (C 后期4)', () => {
  const restarted = [
    'startPlan',
    'watch',
    'analyse',
    'reportUp',
    'respond',
    'bulletin',
    'warnUnits',
    'alertBodies',
    'meeting',
  ];
  const doAll = (file: File, when: string): void => {
    file.give(
      when,
      head,
      file.state.planStartedAt === null ? { type: 'StartPlan' } : act('mechanismStarted'),
    );
    for (const action of ['watching', 'responseBegun', 'jointAnalysis', 'ownUnitsOnly'])
      file.give(when, group, act(action));
    file.give(when, group, {
      type: 'FileReport',
      kind: 'bulletin',
      form: 'telephone',
      to: ['districtLeaders'],
    });
    file.give(when, group, { type: 'RecordMeeting' });
    file.runTo(when);
  };
  const calmed = (): File => {
    const file = openFile({ level: 'major' });
    file.give('03-02 20:35', group, rate('warning', 'orange'));
    doAll(file, '03-02 20:40');
    file.give('03-03 09:00', group, feedback);
    file.give('03-04 09:00', deputy, { type: 'DeclareCalm', reason: '平息' });
    file.give('03-04 09:10', group, issue('warningLift'));
    return file;
  };
  const relapsed = (): File => {
    const file = calmed();
    file.give('03-05 09:00', group, {
      type: 'Rekindle',
      outbreakAt: at('03-05 08:40'),
      reason: '再次发酵',
    });
    return file;
  };

  it('owes all that was asked at once anew, from the relapse', () => {
    const file = calmed();
    expect(restarted.map((duty) => outcomeOf(file, duty))).toEqual(restarted.map(() => 'fulfilled'));
    const again = relapsed();
    for (const duty of restarted)
      expect(again.duty(duty), duty).toMatchObject({
        start: { instant: 'outbreakAt', at: at('03-05 08:40') },
        current: { occurrence: '2', outcome: 'open' },
      });
  });

  it('is answered only by what is done after it', () => {
    const file = relapsed();
    file.give('03-05 09:05', group, { type: 'RecordMeeting', madeAt: at('03-05 08:39:59') });
    expect(outcomeOf(file, 'meeting')).toBe('open');
    file.give('03-05 09:06', group, { type: 'RecordMeeting', madeAt: at('03-05 08:40') });
    expect(outcomeOf(file, 'meeting')).toBe('fulfilled');
    doAll(file, '03-05 09:10');
    expect(restarted.map((duty) => outcomeOf(file, duty))).toEqual(restarted.map(() => 'fulfilled'));
  });

  it('owes no second feedback without a new prompt, and a second lifting of the warning', () => {
    const file = relapsed();
    expect(outcomeOf(file, 'feedback')).toBe('fulfilled');
    expect(file.duty('liftWarning')).toMatchObject({ status: 'notStarted' });
    file.give('03-06 09:00', deputy, { type: 'DeclareCalm', reason: '平息' });
    file.give('03-06 09:10', group, issue('warningLift'));
    expect(outcomeOf(file, 'liftWarning')).toBe('fulfilled');
  });

  it('is lifted before the case is concluded', () => {
    const file = relapsed();
    file.give('03-06 09:00', deputy, { type: 'DeclareCalm', reason: '平息' });
    const conclude = { type: 'Conclude' as const, summary: '完', acknowledgeUnmet: '有数' };
    expect(file.give('03-06 09:05', deputy, conclude).refusal).toMatchObject({
      code: 'CONCLUSION_NOT_CLEARED',
      message: expect.stringContaining('预警信息(解除)'),
    });
    file.give('03-06 09:10', group, issue('warningLift'));
    expect(file.give('03-06 09:11', deputy, conclude).refusal).toBeNull();
  });

  it('is declared by a leader, and only when there is something to end', () => {
    const file = openFile();
    expect(code(file.give('03-03 09:00', group, { type: 'DeclareCalm', reason: '平息' }))).toBe(
      'ROLE_NOT_ALLOWED',
    );
    expect(code(file.give('03-03 09:00', group, { type: 'Rekindle', reason: '反复' }))).toBe('NOT_CALM');
    expect(code(file.give('03-03 09:00', deputy, { type: 'DeclareCalm', reason: '平息' }))).toBeUndefined();
    expect(code(file.give('03-03 09:01', deputy, { type: 'DeclareCalm', reason: '平息' }))).toBe(
      'ALREADY_CALM',
    );
  });
});

describe('secrecy (C 保密, X40)', () => {
  const report: Report = {
    type: 'FileReport',
    kind: 'bulletin',
    form: 'telephone',
    to: ['districtLeaders'],
  };

  it.each(['mobile', 'sms', 'wechat'])('bars %s for a secret case, and only for one', (channel) => {
    const secret = openFile({ level: 'major', flags: ['secret'] });
    const refused = secret.give('03-02 20:40', group, { ...report, channel });
    expect(code(refused)).toBe('CHANNEL_FORBIDDEN');
    expect(message(refused)).toContain('C 保密');
    expect(
      code(openFile({ level: 'major' }).give('03-02 20:40', group, { ...report, channel })),
    ).toBeUndefined();
  });

  it.each(['phone', 'secureLine', 'cipherTelegram', 'fax'])('lets %s through', (channel) => {
    const secret = openFile({ level: 'major', flags: ['secret'] });
    expect(code(secret.give('03-02 20:40', group, { ...report, channel }))).toBeUndefined();
  });

  it('sends no message about a secret case', () => {
    const secret = openFile({ flags: ['secret'] });
    secret.runTo('03-02 20:45');
    expect(Object.keys(secret.state.pendingNotices)).toEqual([]);
    expect(Object.values(secret.state.telephoneTasks).length).toBeGreaterThan(0);
  });

  it('is lifted by the head of the office or a leader', () => {
    const secret = openFile({ flags: ['secret'] });
    const lift: CaseCommand = { type: 'SetFlags', add: [], remove: ['secret'], reason: '已解密' };
    expect(code(secret.give('03-02 20:40', group, lift))).toBe('ROLE_NOT_ALLOWED');
    expect(code(secret.give('03-02 20:41', head, lift))).toBeUndefined();
  });
});

describe('guidance and the public response (C 处置 引导, C 回应)', () => {
  it.each(['positiveResponse', 'commentGuidance', 'strongPublicity'])('is begun by %s', (action) => {
    const file = openFile();
    file.give('03-02 20:40', head, { type: 'RecordDecision', decision: 'guidanceTier', outcome: '递进' });
    file.give('03-02 20:41', group, act(action));
    expect([outcomeOf(file, 'chooseTier'), outcomeOf(file, 'guidance')]).toEqual(['fulfilled', 'fulfilled']);
  });

  it('waits for the wording, which the command group does not set by itself', () => {
    const file = openFile();
    const publish: CaseCommand = { type: 'RecordPublication', form: 'officialNotice' };
    expect(code(file.give('03-02 20:40', group, publish))).toBe('PUBLICATION_NOT_CLEARED');
    expect(code(file.give('03-02 20:41', group, act('statementSet')))).toBe('ROLE_NOT_ALLOWED');
    file.give('03-02 20:42', head, act('statementSet'));
    expect(code(file.give('03-02 20:43', group, publish))).toBeUndefined();
  });

  it.each(['pressConference', 'officialNotice', 'interview'])(
    'of a matter of high attention follows the unit’s feedback and the material, as %s',
    (form) => {
      const file = openFile({ flags: ['highAttention'] });
      expect(file.duty('responseMaterial')?.status).toBe('notStarted');
      file.give('03-02 21:00', unitHead, {
        type: 'FileReport',
        kind: 'handlingFeedback',
        form: 'written',
        to: ['commandGroup'],
      });
      expect(file.duty('responseMaterial')?.status).toBe('listed');
      file.give('03-02 21:10', group, issue('responseMaterial', { 标题: '说明', 正文: '已增开名额' }));
      file.give('03-02 21:11', head, act('statementSet'));
      file.give('03-02 21:20', group, { type: 'RecordPublication', form });
      expect(outcomeOf(file, 'publicResponse')).toBe('fulfilled');
    },
  );

  it('is not owed of a matter that few attend to', () => {
    expect(openFile().duty('responseMaterial')).toBeUndefined();
    expect(openFile().duty('publicResponse')).toBeUndefined();
  });
});

describe('the special report (C 总结)', () => {
  const points: Record<string, string> = {
    网络舆情发展特点: '集中',
    舆情应对措施及效果: '有效',
    取得的经验: '快',
    存在的问题: '规则不清',
    对策建议: '公开规则',
  };
  const concluded = (): File => {
    const file = openFile();
    file.give('03-03 09:00', group, feedback);
    const outcome = file.give('03-04 09:00', head, {
      type: 'Conclude',
      summary: '办结',
      acknowledgeUnmet: '已口头办理',
    });
    expect(code(outcome)).toBeUndefined();
    return file;
  };

  it.each(Object.keys(points))('is refused without %s', (point) => {
    const { [point]: _, ...rest } = points;
    expect(code(concluded().give('03-04 10:00', group, { type: 'FileReview', points: rest }))).toBe(
      'REVIEW_INCOMPLETE',
    );
  });

  it('keeps a concluded case from the archive until it is in', () => {
    const file = concluded();
    file.give('03-04 09:30', person('system'), { type: 'Archive' });
    expect(file.state.status).toBe('concluded');
    file.give('03-04 10:00', group, { type: 'FileReview', points });
    expect(file.state.status).toBe('archived');
  });

  it('is not all: what was asked and not done must be answered for at the conclusion', () => {
    const file = openFile();
    const outcome = file.give('03-03 09:00', head, { type: 'Conclude', summary: '办结' });
    expect(code(outcome)).toBe('DUTIES_UNMET');
    expect(message(outcome)).toContain('向宣传网信部门书面反馈办理情况');
  });
});

describe('what a feed pushes', () => {
  const levelOf = (text: string): string =>
    grade(hohhot, {
      text,
      counters: {},
      observations: [],
      observedAt: at('03-02 09:00'),
      flags: [],
    }).level;

  it.each([
    ['网友询问某公证处周末是否上班', 'minor'],
    ['多名群众反映调解久拖不决', 'medium'],
    ['法律援助被拒,引发热议', 'medium'],
    ['某社区矫正对象扬言报复', 'major'],
    ['相关视频登上热搜', 'major'],
    ['该局未发现聚集维权', 'minor'],
  ])('%s is suggested as %s', (text, level) => expect(levelOf(text)).toBe(level));

  it('has only suggestions that a person confirms, by words that are our assumption', () => {
    for (const { candidate, reason } of hohhot.grading.floors) {
      expect(candidate).toBe(true);
      expect(reason).toContain('词表为默认值(假设)');
    }
  });

  it('has the three ways of discovery as its sources (C 来源)', () => {
    expect(hohhot.sources.map(({ name }) => name)).toEqual([
      '软件监看发现',
      '上级网信部门提示',
      '社会舆情上报',
    ]);
  });
});
