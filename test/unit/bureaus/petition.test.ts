import { describe, expect, it } from 'vitest';
import { walk } from '../../../infra/regulation-check/checks/walk.ts';
import type { Actor } from '../../../shared/case/events.ts';
import { grade } from '../../../shared/grading/grade.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { withSettings } from '../../../shared/regulations/settings.ts';
import type { CaseCommand } from '../../../shared/rules/decide.ts';
import { at, caseFile, chief, group, head, leader, officer, opening } from '../../support/case-file.ts';

const petition = regulations.petition!;
const unitHead: Actor = { id: 'p-visits', name: '接访科负责人', role: 'unitHead', unit: 'visits' };
const clerk: Actor = { id: 'p-visits-2', name: '接访科工作人员', role: 'unitLiaison', unit: 'visits' };
const team: Actor = { id: 'p-team', name: '处置回应工作小组', role: 'responseGroup' };
const levels = ['general', 'larger', 'major'];

interface Opening {
  level?: string;
  flags?: string[];
  source?: string;
  by?: Actor;
  regulation?: Regulation;
}
/** A case found at 09:00 and entered five minutes later, without a 科室 yet. */
const openFile = ({
  level = 'general',
  flags = [],
  source = 'monitored',
  by = officer,
  regulation = petition,
}: Opening = {}) => {
  const file = caseFile(regulation);
  const { unit: _, ...facts } = opening({
    caseId: 'XF2026-0001',
    title: '群众反映答复超期',
    level,
    flags,
    sources: [{ kind: source }],
    instants: { detectedAt: at('03-02 09:00') },
  });
  expect(file.give('03-02 09:05', by, facts).refusal).toBeNull();
  return file;
};
type File = ReturnType<typeof openFile>;

const BOTH = ['sections', 'affiliates'];
const circular = (to: string[] = BOTH): CaseCommand => ({
  type: 'FileReport',
  kind: 'circular',
  form: 'telephone',
  to,
});
const act = (action: string): CaseCommand => ({ type: 'RecordAction', action });
const publication: CaseCommand = { type: 'RecordPublication', form: 'online' };
const raise = (level: string): CaseCommand => ({
  type: 'ChangeLevel',
  level,
  authority: 'change',
  reason: '多家媒体转载',
});
const flag = (...add: string[]): CaseCommand => ({ type: 'SetFlags', add, remove: [], reason: '研判' });
const deadline = (due: string, duty = 'publishSudden'): CaseCommand => ({
  type: 'SetDeadline',
  duty,
  due: at(due),
  reason: '按机制规定',
});
const assign: CaseCommand = { type: 'AssignUnit', unit: 'visits' };

const codeOf = (file: File, when: string, who: Actor, command: CaseCommand) =>
  file.give(when, who, command).refusal?.code;
const outcomeOf = (file: File, duty: string) => file.duty(duty)?.current.outcome;
const statusOf = (file: File, duty: string) => file.duty(duty)?.status;
const idsOf = (file: File) => file.schedule().duties.map(({ duty }) => duty);

describe('every clause', () => {
  const carried = new Set(
    [...walk(petition)].flatMap(({ key, value }) =>
      key === 'cite' && typeof value === 'string' ? [value] : [],
    ),
  );

  it('is one of 20', () => expect(Object.keys(petition.clauses)).toHaveLength(20));

  it.each(Object.keys(petition.clauses))('%s is carried by a rule', (clause) => {
    expect(carried.has(clause)).toBe(true);
  });

  it('that is ambiguous is read or can be chosen: X41, X42, X30', () => {
    const entries = [
      ...petition.readings.map(({ id }) => id),
      ...petition.settings.map(({ register }) => register).filter((register) => register !== 'bureau'),
    ];
    expect([...new Set(entries)].sort()).toEqual(['X30', 'X41', 'X42']);
  });
});

describe('the notice to 股室 and 二级单位 (第四条(三))', () => {
  it.each([
    ['general', '03-03 09:00', '03-03 08:59:59', '03-03 09:00', '03-03 09:00:01'],
    ['major', '03-02 09:30', '03-02 09:29:59', '03-02 09:30', '03-02 09:30:01'],
  ])('at %s is due at %s, counted from the discovery', (level, due, before, sharp, after) => {
    expect(openFile({ level }).due('notifyUnits')).toBe(at(due));
    for (const [when, outcome] of [
      [before, 'fulfilled'],
      [sharp, 'fulfilled'],
      [after, 'fulfilledLate'],
    ] as const) {
      const file = openFile({ level });
      file.give(when, officer, circular());
      expect(outcomeOf(file, 'notifyUnits')).toBe(outcome);
    }
  });

  it.each([
    ['officer', officer],
    ['office head', head],
    ['deputy leader', leader],
    ['leading group', group],
    ['chief', chief],
  ])('counts from whoever of the leading group and its office gives it: %s', (_, who) => {
    const file = openFile({ level: 'major' });
    expect(codeOf(file, '03-02 09:20', who, circular())).toBeUndefined();
    expect(outcomeOf(file, 'notifyUnits')).toBe('fulfilled');
  });

  it('is not a unit’s to give', () => {
    const file = openFile({ level: 'major' });
    file.give('03-02 09:06', chief, assign);
    for (const who of [unitHead, clerk])
      expect(codeOf(file, '03-02 09:20', who, circular())).toBe('CONTACT_NOT_ALLOWED');
  });

  it('has to reach both, at the later of two times', () => {
    const file = openFile();
    file.give('03-02 10:00', officer, circular(['sections']));
    expect(outcomeOf(file, 'notifyUnits')).toBe('open');
    file.give('03-02 11:00', officer, circular(['affiliates']));
    expect(file.duty('notifyUnits')?.current.completedAt).toBe(at('03-02 11:00'));
  });

  it.each(levels)('reaches the 股室 alone where the office says so at %s', (level) => {
    const file = openFile({ level, flags: ['noAffiliate'] });
    file.give('03-02 09:20', officer, circular(['sections']));
    expect(outcomeOf(file, 'notifyUnits')).toBe('fulfilled');
  });

  it('is not what the system texts, nor what is reported to others', () => {
    const file = openFile({ level: 'major' });
    file.runTo('03-02 09:29');
    file.give('03-02 09:29', officer, {
      type: 'FileReport',
      kind: 'submission',
      form: 'telephone',
      to: ['departments'],
    });
    expect(outcomeOf(file, 'notifyUnits')).toBe('open');
  });

  it('climbs every five minutes at 重大, half-hourly at 一般', () => {
    const own = (level: string, until: string) =>
      openFile({ level })
        .runTo(until)
        .filter((line) => line.includes('notifyUnits'));
    expect(own('major', '03-02 15:46')).toEqual([
      '03-02 09:15 notifyUnits#1 remind0',
      '03-02 09:25 notifyUnits#1 remind1',
      '03-02 09:30 notifyUnits#1 due0',
      '03-02 09:35 notifyUnits#1 overdue0',
      '03-02 09:40 notifyUnits#1 overdue1',
      '03-02 09:45 notifyUnits#1 overdue2',
      '03-02 15:45 notifyUnits#1 overdue3',
    ]);
    expect(own('general', '03-03 09:30')).toEqual([
      '03-03 08:00 notifyUnits#1 remind0',
      '03-03 08:45 notifyUnits#1 remind1',
      '03-03 09:00 notifyUnits#1 due0',
      '03-03 09:30 notifyUnits#1 overdue0',
    ]);
    expect(openFile({ level: 'major' }).duty('notifyUnits')?.rungs).toEqual([
      'dutyOfficer',
      'officeHead',
      'deputyLeader',
      'chiefLeader',
    ]);
  });
});

describe('较大 (X41)', () => {
  const larger = petition.scales[0]!.levels.find(({ id }) => id === 'larger')!;

  it('says why it has no number', () => {
    expect(larger.unlimited).toContain('没有规定较大舆情的时限');
    expect(petition.scales[0]!.levels.filter(({ unlimited }) => unlimited !== undefined)).toEqual([larger]);
  });

  it('owes the notice without a clock', () => {
    const file = openFile({ level: 'larger' });
    expect(file.duty('notifyUnits')).toMatchObject({
      status: 'listed',
      next: null,
      limitText: '未规定时限',
      reason: '制度没有规定时限',
    });
    expect(file.runTo('04-02 09:00').filter((line) => !line.includes('tellLeadingGroup'))).toEqual([]);
    file.give('04-02 10:00', officer, circular());
    expect(outcomeOf(file, 'notifyUnits')).toBe('fulfilled');
  });

  it('takes no number from a person either', () => {
    const file = openFile({ level: 'larger' });
    expect(codeOf(file, '03-02 09:10', chief, deadline('03-02 12:00', 'notifyUnits'))).toBe(
      'DEADLINE_NOT_OPEN',
    );
  });

  it('buys no time: the limit that 一般 gave goes on', () => {
    const file = openFile();
    file.give('03-02 12:00', head, raise('larger'));
    expect(file.due('notifyUnits')).toBe(at('03-03 09:00'));
    file.give('03-03 09:00:01', officer, circular());
    expect(outcomeOf(file, 'notifyUnits')).toBe('fulfilledLate');
  });
});

describe('a rise to 重大', () => {
  it('after the half hour is overdue at discovery, with its lag', () => {
    const file = openFile();
    file.give('03-02 12:00', head, raise('major'));
    expect(file.duty('notifyUnits')).toMatchObject({
      current: { due: at('03-02 09:30') },
      discoveryLagMilliseconds: 2.5 * 3_600_000,
    });
  });

  it('leaves what was done in time as it was', () => {
    const file = openFile();
    file.give('03-02 10:00', officer, circular());
    file.give('03-02 12:00', head, raise('major'));
    expect(outcomeOf(file, 'notifyUnits')).toBe('fulfilled');
  });

  it('counts from the rise where the bureau reads the clause so', () => {
    const file = openFile({ regulation: withSettings(petition, { notifyFromLevel: true }) });
    expect(file.due('notifyUnits')).toBe(at('03-03 09:05'));
    file.give('03-02 12:00', head, raise('major'));
    expect(file.due('notifyUnits')).toBe(at('03-02 12:30'));
    expect(file.duty('notifyUnits')?.discoveryLagMilliseconds).toBeNull();
  });

  it('is told to the leading group anew, as the office’s own prompt', () => {
    const file = openFile();
    const told = () => file.runTo('03-02 12:00').filter((line) => line.includes('tellLeadingGroup'));
    expect(told()).toEqual(['03-02 09:05 tellLeadingGroup#1 due0']);
    file.give('03-02 12:00', head, raise('major'));
    expect(told()).toEqual(['03-02 12:00 tellLeadingGroup#2 due0']);
    expect(file.duty('tellLeadingGroup')?.basis).toBe('bureau');
  });
});

describe('what is published of a sudden sensitive matter online (第八条 ③, X42)', () => {
  it.each(['larger', 'major'])('is listed with its rule until somebody enters the limit, at %s', (level) => {
    const file = openFile({ level });
    expect(idsOf(file)).not.toContain('publishSudden');
    file.give('03-02 09:10', officer, flag('onlineSudden'));
    expect(file.duty('publishSudden')).toMatchObject({
      status: 'listed',
      next: null,
      reason: '区委办、政府办关于网上突发敏感舆情应急处置工作机制规定:须人工录入时限',
    });
    expect(idsOf(file)).not.toContain('respond');
  });

  it('is no matter of 一般', () => {
    const file = openFile({ flags: ['onlineSudden'] });
    expect(idsOf(file)).not.toContain('publishSudden');
    expect(idsOf(file)).toContain('respond');
  });

  it.each([
    ['03-02 11:59:59', 'fulfilled'],
    ['03-02 12:00', 'fulfilled'],
    ['03-02 12:00:01', 'fulfilledLate'],
  ])('published at %s is %s by the limit that was entered', (when, outcome) => {
    const file = openFile({ level: 'larger', flags: ['onlineSudden'] });
    expect(codeOf(file, '03-02 09:10', officer, deadline('03-02 12:00'))).toBeUndefined();
    file.give('03-02 09:20', chief, act('feedbackApproved'));
    file.give(when, head, publication);
    expect(outcomeOf(file, 'publishSudden')).toBe(outcome);
  });

  it('is pursued like any limit of the law', () => {
    const file = openFile({ level: 'larger', flags: ['onlineSudden'] });
    file.give('03-02 09:10', officer, deadline('03-02 12:00'));
    expect(file.runTo('03-02 12:30').filter((line) => line.includes('publishSudden'))).toEqual([
      '03-02 11:00 publishSudden#1 remind0',
      '03-02 11:45 publishSudden#1 remind1',
      '03-02 12:00 publishSudden#1 due0',
      '03-02 12:30 publishSudden#1 overdue0',
    ]);
  });

  it('may be brought forward by the clerk and put off only above him', () => {
    const file = openFile({ level: 'major', flags: ['onlineSudden'] });
    file.give('03-02 09:10', officer, deadline('03-02 12:00'));
    expect(codeOf(file, '03-02 09:11', officer, deadline('03-02 11:00'))).toBeUndefined();
    expect(codeOf(file, '03-02 09:12', officer, deadline('03-02 12:00'))).toBe('ROLE_NOT_ALLOWED');
    expect(codeOf(file, '03-02 09:13', head, deadline('03-02 12:00'))).toBeUndefined();
    expect(file.due('publishSudden')).toBe(at('03-02 12:00'));
  });

  it('takes no limit from a unit', () => {
    const file = openFile({ level: 'major', flags: ['onlineSudden'] });
    file.give('03-02 09:06', chief, assign);
    expect(codeOf(file, '03-02 09:10', unitHead, deadline('03-02 12:00'))).toBe('ROLE_NOT_ALLOWED');
  });
});

describe('who decides', () => {
  it('which 科室 answers: the leading group and its heads, nobody else (第四条(一))', () => {
    for (const who of [officer, head, unitHead, clerk, team])
      expect(codeOf(openFile(), '03-02 09:10', who, assign)).toBe('ROLE_NOT_ALLOWED');
    for (const who of [leader, group, chief]) {
      const file = openFile();
      expect(codeOf(file, '03-02 09:10', who, assign)).toBeUndefined();
      expect(outcomeOf(file, 'assignUnit')).toBe('fulfilled');
    }
  });

  it('what is fed back: the leading group (第四条(二))', () => {
    const file = openFile();
    file.give('03-02 09:06', chief, assign);
    expect(codeOf(file, '03-02 10:00', unitHead, publication)).toBe('PUBLICATION_NOT_CLEARED');
    for (const who of [officer, head, unitHead])
      expect(codeOf(file, '03-02 10:01', who, act('feedbackApproved'))).toBe('ROLE_NOT_ALLOWED');
    file.give('03-02 10:02', group, act('feedbackApproved'));
    expect(codeOf(file, '03-02 10:03', unitHead, publication)).toBeUndefined();
  });

  it('that 谁主管、谁发声: the 科室 and the group that handles it publish, a leader does not', () => {
    const file = openFile();
    file.give('03-02 09:06', chief, assign);
    file.give('03-02 10:02', group, act('feedbackApproved'));
    expect(codeOf(file, '03-02 10:03', team, publication)).toBeUndefined();
    expect(codeOf(file, '03-02 10:04', clerk, publication)).toBe('ROLE_NOT_ALLOWED');
    expect(codeOf(file, '03-02 10:05', chief, publication)).toBe('ROLE_NOT_ALLOWED');
  });

  it('that what touches other agencies is confirmed by them first (第八条 ①)', () => {
    const file = openFile({ flags: ['otherAgencies'] });
    file.give('03-02 10:00', group, act('feedbackApproved'));
    expect(codeOf(file, '03-02 10:01', officer, publication)).toBe('PUBLICATION_NOT_CLEARED');
    file.give('03-02 10:02', officer, act('agenciesConfirmed'));
    expect(codeOf(file, '03-02 10:03', officer, publication)).toBeUndefined();
  });

  it('that information goes out by one door (第十条)', () => {
    const file = openFile();
    file.give('03-02 09:06', chief, assign);
    const submission: CaseCommand = {
      type: 'FileReport',
      kind: 'submission',
      form: 'written',
      to: ['departments'],
    };
    expect(codeOf(file, '03-02 10:00', unitHead, submission)).toBe('CONTACT_NOT_ALLOWED');
    expect(codeOf(file, '03-02 10:01', officer, submission)).toBeUndefined();
    expect(outcomeOf(file, 'submitInfo')).toBe('fulfilled');
  });

  it('that a lower level needs a second person', () => {
    const file = openFile({ level: 'major' });
    expect(codeOf(file, '03-02 09:10', head, raise('general'))).toBeUndefined();
    expect(codeOf(file, '03-02 09:11', head, { type: 'ApproveLevelChange' })).toBe('SECOND_PERSON_REQUIRED');
    expect(codeOf(file, '03-02 09:12', officer, { type: 'ApproveLevelChange' })).toBe('ROLE_NOT_ALLOWED');
    expect(codeOf(file, '03-02 09:13', leader, { type: 'ApproveLevelChange' })).toBeUndefined();
    expect(file.state.handlingLevel).toBe('general');
  });
});

describe('重大敏感舆情 (第六条 ③)', () => {
  const chain: [Actor, string][] = [
    [head, 'consulted'],
    [group, 'opinionApproved'],
    [head, 'handedOver'],
  ];

  it.each(['sensitive', 'onlineSudden'])('goes through 会商, 报审, 交办 in this order (%s)', (mark) => {
    const file = openFile({ level: 'major', flags: [mark] });
    file.give('03-02 10:00', group, act('feedbackApproved'));
    expect(statusOf(file, 'consult')).toBe('listed');
    expect(statusOf(file, 'approveOpinion')).toBe('notStarted');
    expect(codeOf(file, '03-02 10:01', group, act('opinionApproved'))).toBe('APPROVAL_OUT_OF_ORDER');
    expect(codeOf(file, '03-02 10:01', head, act('handedOver'))).toBe('APPROVAL_OUT_OF_ORDER');
    for (const [who, action] of chain) {
      expect(codeOf(file, '03-02 10:02', officer, publication)).toBe('PUBLICATION_NOT_CLEARED');
      expect(codeOf(file, '03-02 10:03', who, act(action))).toBeUndefined();
    }
    for (const duty of ['consult', 'approveOpinion', 'handOver'])
      expect(outcomeOf(file, duty)).toBe('fulfilled');
    expect(codeOf(file, '03-02 10:04', officer, publication)).toBeUndefined();
  });

  it('is approved by the leading group, not by the office that proposes', () => {
    const file = openFile({ level: 'major', flags: ['sensitive'] });
    file.give('03-02 10:00', head, act('consulted'));
    expect(codeOf(file, '03-02 10:01', head, act('opinionApproved'))).toBe('ROLE_NOT_ALLOWED');
  });

  it.each([
    ['major', []],
    ['larger', ['sensitive']],
    ['general', ['sensitive']],
  ])('is what is 重大 and sensitive: not %s with %j', (level, flags) => {
    const file = openFile({ level, flags });
    expect(idsOf(file)).not.toContain('consult');
    file.give('03-02 10:00', group, act('feedbackApproved'));
    expect(codeOf(file, '03-02 10:01', officer, publication)).toBeUndefined();
  });
});

describe('periodic work (第四条(四), 第九条, X30)', () => {
  const report: CaseCommand = {
    type: 'FileReport',
    kind: 'riskReview',
    form: 'written',
    to: ['leadersAndDepartments'],
  };
  const open = (chosen: Record<string, string> = {}) =>
    openFile({
      level: 'periodic',
      source: 'periodic-work',
      by: head,
      regulation: withSettings(petition, chosen),
    });

  it('is asked for by two settings that nobody has filled in for the bureau', () => {
    expect(petition.settings.filter(({ required }) => required)).toMatchObject([
      { id: 'riskReviewEvery', value: null, register: 'X30' },
      { id: 'liaisonEvery', value: null, register: 'X30' },
    ]);
  });

  it('is listed without a clock while its period is not given', () => {
    const file = open();
    expect(file.duty('riskReview')).toMatchObject({
      status: 'listed',
      limitText: '定期(周期未填)',
      reason: '制度没有规定周期,须由本局填写“定期梳理上报周期”',
    });
    expect(file.duty('liaison')).toMatchObject({
      status: 'listed',
      reason: '制度没有规定周期,须由本局填写“与相关部门定期沟通周期”',
    });
    expect(statusOf(file, 'patrol')).toBe('listed');
    expect(file.runTo('06-02 09:00')).toEqual([]);
  });

  it('runs with the period of each, the other still listed', () => {
    const file = open({ riskReviewEvery: 'P1W' });
    expect(file.due('riskReview')).toBe(at('03-09 09:05'));
    expect(statusOf(file, 'liaison')).toBe('listed');
  });

  it.each([
    ['03-09 09:04:59', 'fulfilled'],
    ['03-09 09:05', 'fulfilled'],
    ['03-09 09:05:01', 'fulfilledLate'],
  ])('reported at %s is %s', (when, outcome) => {
    const file = open({ riskReviewEvery: 'P1W' });
    file.give(when, head, report);
    expect(file.duty('riskReview')?.history[0]?.outcome).toBe(outcome);
    expect(file.due('riskReview')).toBe(at('03-16 09:05'));
  });

  it('that nobody does is missed when the next falls due', () => {
    const file = open({ liaisonEvery: 'P1W' });
    const given = file.runTo('03-16 09:05').filter((line) => line.includes('missed'));
    expect(given).toEqual([expect.stringMatching(/^03-16 09:05 liaison#1 missed/)]);
    file.give('03-16 10:00', head, act('liaisonHeld'));
    expect(file.duty('liaison')?.history.map(({ outcome }) => outcome)).toEqual([
      'missed',
      'fulfilledLate',
      'open',
    ]);
  });

  it('is neither graded nor raised, and a unit does not report it', () => {
    const file = open({ riskReviewEvery: 'P1W' });
    expect(codeOf(file, '03-02 10:00', head, raise('major'))).toBe('LEVEL_FIXED');
    file.give('03-02 10:01', chief, assign);
    expect(codeOf(file, '03-02 10:02', unitHead, report)).toBe('CONTACT_NOT_ALLOWED');
  });
});

describe('a risk assessment before a decision (第六条 ②)', () => {
  const open = () => openFile({ level: 'decisionRisk', source: 'planned-decision', by: head });
  const fields = {
    拟实施的决策: '调整开放时间',
    可能引发的风险: '群众不知情',
    风险等级: '一般',
    处置预案: '提前公告',
  };
  const assessment = (given: Record<string, string>): CaseCommand => ({
    type: 'IssueDocument',
    document: 'riskAssessment',
    fields: given,
  });

  it('is due when the decision is carried out, once that is entered', () => {
    const file = open();
    expect(file.duty('assessRisk')).toMatchObject({
      status: 'listed',
      limitText: '决策实施前',
      reason: '拟实施决策的实施时间:须人工录入时限',
    });
    file.give('03-02 10:00', officer, deadline('03-10 09:00', 'assessRisk'));
    expect(file.due('assessRisk')).toBe(at('03-10 09:00'));
  });

  it.each([
    ['03-09 23:59:59', 'fulfilled'],
    ['03-10 09:00', 'fulfilled'],
    ['03-10 09:00:01', 'fulfilledLate'],
  ])('issued at %s is %s', (when, outcome) => {
    const file = open();
    file.give('03-02 10:00', officer, deadline('03-10 09:00', 'assessRisk'));
    file.give(when, head, assessment(fields));
    expect(outcomeOf(file, 'assessRisk')).toBe(outcome);
  });

  it('names the risk level and the schedule', () => {
    const { 处置预案: _, ...short } = fields;
    expect(codeOf(open(), '03-02 10:00', head, assessment(short))).toBe('DOCUMENT_INCOMPLETE');
  });
});

describe('grading (第六条 ①)', () => {
  const suggested = (text: string, flags: string[] = []) =>
    grade(petition, { text, counters: {}, observations: [], observedAt: at('03-02 09:00'), flags });

  it('has no score and no criteria: words only say that the bureau is concerned', () => {
    expect(suggested('某路口交通拥堵')).toMatchObject({ level: 'pending', score: null, flags: [] });
    const found = suggested('在信访局反映问题两个月没有答复');
    expect(found).toMatchObject({ level: 'general', score: null, flags: ['concernsBureau'] });
    expect(JSON.stringify(found.reasons)).toContain('须由领导小组办公室确认');
  });

  it('never goes above 一般 by itself', () => {
    expect(
      petition.grading.floors.every(({ atLeast, candidate }) => atLeast === 'general' && candidate),
    ).toBe(true);
    expect(
      suggested('信访局门口大规模集体上访,全网刷屏', ['sensitive', 'onlineSudden', 'otherAgencies']).level,
    ).toBe('general');
  });

  it('marks the words as an assumption', () => {
    for (const { reason } of petition.grading.floors) expect(reason).toContain('词表为默认值(假设)');
  });

  it('leaves an item that waits for judgement without clocks', () => {
    expect(petition.scales[0]!.levels[0]).toMatchObject({ id: 'pending', clocked: false, basis: 'bureau' });
  });
});

describe('what has no number', () => {
  it.each(levels)('is listed and never rings at %s', (level) => {
    const file = openFile({ level, flags: ['sensitive', 'onlineSudden'] });
    file.give('03-02 09:06', officer, circular());
    file.give('03-02 09:07', chief, assign);
    expect(file.runTo('06-02 09:00').filter((line) => !line.includes('tellLeadingGroup'))).toEqual([]);
    for (const duty of ['contactPersons', 'verifyFacts', 'handleProblem', 'submitInfo', 'guideUnits'])
      expect(statusOf(file, duty)).toBe('listed');
  });

  it('rings with a target of the office’s own, and is chased, never overdue', () => {
    const file = openFile({ regulation: withSettings(petition, { targetAssignUnit: 'PT10M' }) });
    const lines = file.runTo('03-02 12:00').filter((line) => line.includes('assignUnit'));
    expect(lines).toEqual([
      '03-02 09:15 assignUnit#1 due0',
      '03-02 10:15 assignUnit#1 remind0',
      '03-02 11:15 assignUnit#1 remind1',
    ]);
  });
});

it('texts nothing of a 涉密 case, which only the office’s head or a leader may release', () => {
  const file = openFile({ level: 'major', flags: ['secret'] });
  const made = file.log.flatMap(({ events }) =>
    events.flatMap((event) => (event.type === 'NoticesMade' ? event.notices : [])),
  );
  expect(made.length).toBeGreaterThan(0);
  expect(made.every(({ byTelephone }) => byTelephone)).toBe(true);
  const release: CaseCommand = { type: 'SetFlags', add: [], remove: ['secret'], reason: '已公开' };
  expect(codeOf(file, '03-02 09:10', officer, release)).toBe('ROLE_NOT_ALLOWED');
  expect(codeOf(file, '03-02 09:11', head, release)).toBeUndefined();
});

it('ends with what is owed named and answered for', () => {
  const file = openFile({ level: 'major' });
  const end: CaseCommand = { type: 'Conclude', summary: '已经答复' };
  expect(file.give('03-02 10:00', officer, end).refusal?.code).toBe('ROLE_NOT_ALLOWED');
  const { refusal } = file.give('03-02 10:00', head, end);
  expect(refusal?.code).toBe('DUTIES_UNMET');
  expect(refusal?.message).toContain('向相关股室、直属二级单位通报情况');
  file.give('03-02 10:01', officer, circular());
  expect(codeOf(file, '03-02 10:02', head, end)).toBeUndefined();
  expect(file.state.status).toBe('concluded');
});
