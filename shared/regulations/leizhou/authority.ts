import type { RegulationData } from '../schema.ts';
import { type ClauseId, cite } from './clauses.ts';

const lowerLevels = ['routine', 'blue', 'yellow'];
const orangeUp = ['orange', 'red'];

/** What must stand in the log before a publication may be recorded (register X25). */
export const gates: RegulationData['gates'] = [
  {
    id: 'leaderApproval',
    name: '回应口径或方案须经局领导审定',
    levels: orangeUp,
    needs: ['statementApproved', 'responsePlanApproved'],
    cite: cite('办法 第二十七条(一)', '办法 第二十七条(二)①'),
  },
  // X25: 重大敏感 is not a level; it always covers orange and red, and lower levels by flag.
  {
    id: 'resultsConsent',
    name: '处置结果公布须报上级或宣传主管部门审定',
    publications: ['results'],
    levels: orangeUp,
    needs: ['superiorConsent', 'propagandaConsent'],
    cite: cite('办法 第二十九条 ①', '附件2 八(三)①', '预案 4.3 ①'),
  },
  {
    id: 'flaggedResultsConsent',
    name: '重大敏感舆情的处置结果公布须报审',
    publications: ['results'],
    levels: lowerLevels,
    when: { flag: 'majorSensitive' },
    needs: ['superiorConsent', 'propagandaConsent'],
    cite: cite('办法 第二十九条 ①', '附件2 八(三)①', '预案 4.3 ①'),
  },
  {
    id: 'peersFirst',
    name: '跨区域的须提前通报所在地同级部门',
    when: { flag: 'crossRegion' },
    needs: ['peersInformed'],
    cite: cite('办法 第二十九条 ②', '附件2 八(三)②', '预案 4.3 ②'),
  },
  {
    id: 'interviewConsent',
    name: '预案启动期间接受采访须经领导小组和办公室同意',
    publications: ['interview'],
    whilePlan: true,
    needs: ['interviewApproved'],
    cite: cite('预案 1.6 ③'),
  },
  {
    id: 'guidanceFirst',
    name: '涉政治或意识形态的须在主管部门指导下回应',
    when: { any: [{ flag: 'political' }, { flag: 'ideologySign' }, { flag: 'ideologyError' }] },
    needs: ['guidanceObtained'],
    cite: cite('预案 4.3 ③', '附件2 八(三)③'),
  },
];

const office = ['dutyOfficer', 'officeHead'];
const units = ['unitLiaison', 'unitHead', 'coordination'];
/** 预案2.1.2: the chief leader heads the leading group. */
const group = ['leadingGroup', 'chiefLeader'];
const leaders = ['deputyLeader', ...group];

/** 预案2.2.4: the office keeps the contact with 湛江市局; with the city the unit concerned reports beside it. */
export const contacts: RegulationData['contacts'] = [
  { to: ['zhanjiang', 'province'], by: [...office, ...leaders], cite: cite('预案 2.2.4') },
  {
    to: ['cityCommittee', 'cityGovernment', 'propaganda'],
    by: [...office, ...leaders, 'unitLiaison', 'unitHead'],
    cite: cite('预案 2.2.4'),
  },
];

const may = (command: string, roles: string[], ...clauses: [ClauseId, ...ClauseId[]]) => ({
  command,
  roles,
  cite: cite(...clauses),
});

/** Who may give which command. A role that stands nowhere here is refused. */
export const authorities: RegulationData['authorities'] = [
  may('OpenCase', [...office, ...units], '办法 第七条', '办法 第十八条 ①', '预案 3.1.1'),
  may('AttachItem', [...office, ...units], '办法 第七条', '办法 第十八条 ①', '预案 3.1.1'),
  may('AddSource', office, '办法 第六条', '办法 第二十五条(二)'),
  may('CorrectInstant', office, '办法 第十三条', '办法 第三十三条 ②'),
  may('SetFlags', office, '办法 第十三条', '附件2 五(一)①'),

  may('ConfirmGrade', office, '办法 第十四条 ①', '附件2 五(一)①', '预案 3.2.1'),
  may(
    'ChangeLevel',
    office,
    '办法 第十四条 ②',
    '办法 第十四条 ③',
    '办法 第二十三条(一)②',
    '附件2 五(一)②',
    '附件2 五(一)③',
    '预案 3.2.1',
  ),
  may('ApproveLevelChange', ['officeHead', ...leaders], '办法 第十四条 ②', '附件2 五(一)②'),
  may('RejectLevelChange', ['officeHead', ...leaders], '办法 第十四条 ②', '附件2 五(一)②'),
  may('SetResponseLevel', group, '预案 4.4'),

  // 预案2.2.3: where several units are involved the leading group names the one that leads.
  may('AssignUnit', [...office, ...group], '办法 第二十条', '办法 第二十五条(二)', '预案 2.2.3'),
  may('Acknowledge', units, '办法 第十六条 ②'),
  may(
    'FileReport',
    [...office, ...units],
    '办法 第十七条 ①',
    '办法 第十八条 ①',
    '办法 第二十二条(一)',
    '办法 第二十三条(二)①',
  ),
  may('RecordAction', [...office, ...units, ...leaders], '办法 第十八条 ①', '办法 第二十五条(四)'),
  may('HoldMeeting', [...office, ...units, ...leaders], '办法 第二十四条 ②', '预案 2.2.1'),
  may('RequestPlan', ['officeHead', ...units], '办法 第二十四条 ③'),
  may('StartPlan', group, '预案 2.1.3', '预案 4.2 ①'),
  may('EndPlan', group, '预案 4.5', '预案 2.1.2'),

  may(
    'RecordInstruction',
    [...office, ...leaders],
    '办法 第二十一条(一)②',
    '办法 第二十二条(二)蓝/批办',
    '附件2 八(一)',
  ),
  may(
    'RecordDecision',
    ['officeHead', ...leaders],
    '办法 第十七条 ②',
    '办法 第二十一条(二)黄',
    '附件2 五(三)橙 决定',
  ),
  // 所有新闻采访及对外回应需经办公室统一管理: units and leaders publish through the office.
  may('RecordPublication', office, '办法 第二十七条(二)②', '办法 第三十四条(五)', '预案 1.6 ③'),
  may('HoldDuty', leaders, '预案 1.6 ④'),
  may('ResumeDuty', leaders, '预案 1.6 ④'),

  // X16: calm at orange and red is the end of the emergency, which the leading group declares.
  { ...may('DeclareCalm', leaders, '办法 第二十三条(二)③'), levels: lowerLevels },
  { ...may('DeclareCalm', group, '预案 4.5', '预案 2.1.2'), levels: orangeUp },
  may('Rekindle', [...office, ...leaders], '办法 第十四条 ②', '办法 第二十七条(三)', '附件2 六(三)'),
  may('Conclude', ['officeHead', ...leaders], '办法 第二十三条(一)①', '办法 第二十三条(二)③'),
  may('FileReview', office, '办法 第三十条', '预案 5.2 ②'),
  may('IssueSupervisionOrder', office, '办法 第三十三条 ①', '办法 第三十三条 ②'),
  may('AnswerNotice', [...office, ...units, ...leaders, 'operator'], '办法 第十六条 ②', '预案 6.2'),
];
