import type { RegulationData } from '../schema.ts';
import { cite } from './clauses.ts';

export const roles: RegulationData['roles'] = [
  {
    id: 'dutyOfficer',
    name: '局办公室值班员(舆情管理人员)',
    kind: 'internal',
    above: 'officeHead',
    cite: cite('附件2 五(一)①', '办法 第五条 ①'),
  },
  {
    id: 'officeHead',
    name: '局办公室负责人',
    kind: 'internal',
    above: 'deputyLeader',
    cite: cite('附件2 五(三)黄+', '预案 2.2.1'),
  },
  {
    id: 'unitLiaison',
    name: '股室舆情联络员',
    kind: 'internal',
    perUnit: true,
    above: 'unitHead',
    cite: cite('办法 第五条 ①', '预案 6.2'),
  },
  {
    id: 'unitHead',
    name: '责任股室负责人',
    kind: 'internal',
    perUnit: true,
    above: 'officeHead',
    cite: cite('办法 第十九条 原则', '预案 1.6 ②'),
  },
  {
    id: 'coordination',
    name: '协调与应急股',
    kind: 'internal',
    above: 'officeHead',
    cite: cite('办法 第二十一条(二)红 ①', '预案 7.2'),
  },
  {
    id: 'leadingGroup',
    name: '舆情领导小组',
    kind: 'internal',
    above: 'chiefLeader',
    cite: cite('预案 2.1.1', '预案 2.1.2', '预案 附件1', '预案 附件1 成员'),
  },
  {
    id: 'deputyLeader',
    name: '分管局领导',
    kind: 'internal',
    above: 'chiefLeader',
    cite: cite('办法 第二十二条(二)股室', '预案 2.1.2'),
  },
  { id: 'chiefLeader', name: '局主要负责人', kind: 'internal', cite: cite('办法 第十六条 ②', '预案 2.1.2') },
  { id: 'operator', name: '系统运维', kind: 'internal', above: 'officeHead' },
  {
    id: 'zhanjiang',
    name: '湛江市市场监督管理局(知识产权局)',
    kind: 'superior',
    cite: cite('办法 第十七条 ③', '预案 2.2.4'),
  },
  { id: 'cityCommittee', name: '雷州市委', kind: 'superior', cite: cite('办法 第十七条 ③') },
  { id: 'cityGovernment', name: '雷州市政府', kind: 'superior', cite: cite('办法 第十七条 ③') },
  {
    id: 'propaganda',
    name: '市委、市政府新闻宣传主管部门',
    kind: 'superior',
    cite: cite('办法 第二十七条(一)', '附件2 八(三)③'),
  },
  {
    id: 'province',
    name: '湛江市政府、省市场监督管理局或省药品监督管理局',
    kind: 'superior',
    cite: cite('办法 第十九条 红'),
  },
  { id: 'peers', name: '舆情相关所在地同级市场监管部门', kind: 'peer', cite: cite('办法 第二十九条 ②') },
  { id: 'public', name: '社会公众', kind: 'public', cite: cite('办法 第二十一条(二)橙 ②') },
];

/** 局机关各股室、检测所、消委会: the addressees; the real list of units is the bureau's and is edited in the roster. */
export const units: RegulationData['units'] = [
  { id: 'food', name: '食品安全监管股' },
  { id: 'drugs', name: '药械监管股' },
  { id: 'equipment', name: '特种设备安全监察股' },
  { id: 'quality', name: '质量监督股' },
  { id: 'price', name: '价格监督检查股' },
  { id: 'ip', name: '知识产权股' },
  { id: 'registration', name: '登记注册股' },
  { id: 'enforcement', name: '执法监督股' },
  { id: 'testing', name: '检测所' },
  { id: 'consumers', name: '消委会' },
];

export const sources: RegulationData['sources'] = [
  {
    id: 'monitored',
    name: '监测发现',
    from: null,
    cite: cite('办法 第七条', '办法 第十四条 ①', '预案 3.1.1'),
  },
  { id: 'unit-found', name: '股室自行发现', from: null, cite: cite('办法 第十八条 ①', '办法 第十八条 ②') },
  {
    id: 'zhanjiang-assigned',
    name: '湛江市局交办',
    from: 'zhanjiang',
    cite: cite('办法 第二十二条(二)蓝/批办', '办法 第二十五条(二)'),
  },
  {
    id: 'zhanjiang-prompted',
    name: '湛江市局提示关注',
    from: 'zhanjiang',
    cite: cite('办法 第二十一条(三)', '办法 第二十五条(一)'),
  },
  {
    id: 'city-prompted',
    name: '雷州市委、市政府舆情监测部门提示关注',
    from: 'cityCommittee',
    cite: cite('办法 第二十一条(三)', '办法 第六条'),
  },
  { id: 'bureau-instruction', name: '本局领导批办', from: 'chiefLeader', cite: cite('办法 第二十一条(一)②') },
  {
    id: 'superior-instruction',
    name: '上级领导批办',
    from: 'zhanjiang',
    cite: cite('办法 第二十二条(二)蓝/批办'),
  },
];

export const instants: RegulationData['instants'] = [
  {
    id: 'occurredAt',
    name: '舆情发生',
    fallback: ['publishedAt'],
    cite: cite('办法 第二十一条(二)橙 ②', '办法 第二十一条(二)红 ②'),
  },
  {
    id: 'outbreakAt',
    name: '舆情爆发',
    fallback: ['occurredAt', 'publishedAt'],
    cite: cite('办法 第二十三条(二)②'),
  },
  { id: 'detectedAt', name: '监测发现', fallback: [], cite: cite('办法 第十七条 ①') },
  { id: 'knownAt', name: '知晓', fallback: ['detectedAt'], cite: cite('办法 第七条') },
  { id: 'receivedAt', name: '收到', fallback: [], cite: cite('办法 第二十二条(二)蓝/批办') },
  { id: 'gradedAt', name: '定级', fallback: [], cite: cite('办法 第十六条 ①') },
  {
    id: 'levelReachedAt',
    name: '达到该级别',
    fallback: [],
    cite: cite('办法 第二十四条 ②', '办法 第二十条', '办法 第二十三条(一)②'),
  },
  { id: 'acknowledgedAt', name: '股室签收预警', fallback: [], cite: cite('办法 第十六条 ②') },
  { id: 'planStartedAt', name: '启动应急预案', fallback: [], cite: cite('预案 4.2 ①') },
  { id: 'publishedAt', name: '最早公开时间', fallback: [], cite: cite('办法 第二条') },
  { id: 'calmedAt', name: '舆情平息', fallback: [], cite: cite('办法 第二十三条(二)③', '预案 4.5') },
  { id: 'concludedAt', name: '结报', fallback: [], cite: cite('办法 第二十三条(一)①') },
];

export const ladders: RegulationData['ladders'] = [
  {
    id: 'unitHours',
    name: '股室·按小时',
    remindBefore: ['PT1H', 'PT15M'],
    climbEvery: 'PT30M',
    thenEvery: 'P1D',
    rungs: ['unitLiaison', 'unitHead', 'officeHead', 'deputyLeader', 'chiefLeader'],
    cite: cite('办法 第三十三条 ①', '办法 第三十二条'),
  },
  {
    id: 'unitAtOnce',
    name: '股室·立即',
    remindBefore: [],
    climbEvery: 'PT15M',
    thenEvery: 'P1D',
    rungs: ['unitLiaison', 'unitHead', 'officeHead', 'deputyLeader', 'chiefLeader'],
    cite: cite('办法 第三十三条 ①', '办法 第三十二条'),
  },
  {
    id: 'officeHours',
    name: '办公室·按小时',
    remindBefore: ['PT1H', 'PT15M'],
    climbEvery: 'PT30M',
    thenEvery: 'P1D',
    rungs: ['dutyOfficer', 'officeHead', 'deputyLeader', 'chiefLeader'],
    cite: cite('办法 第三十三条 ①', '办法 第三十二条'),
  },
  {
    id: 'officeAtOnce',
    name: '办公室·立即',
    remindBefore: [],
    climbEvery: 'PT15M',
    thenEvery: 'P1D',
    rungs: ['dutyOfficer', 'officeHead', 'deputyLeader', 'chiefLeader'],
    cite: cite('办法 第三十三条 ①', '办法 第三十二条'),
  },
  {
    id: 'officePrompt',
    name: '办公室·提请确认',
    remindBefore: [],
    climbEvery: 'P1D',
    thenEvery: 'P1D',
    rungs: ['officeHead', 'deputyLeader'],
    cite: cite('办法 第三十二条'),
  },
  {
    id: 'officeDays',
    name: '办公室·按日',
    remindBefore: ['P3D', 'P1D'],
    climbEvery: 'PT12H',
    thenEvery: 'P1D',
    rungs: ['dutyOfficer', 'officeHead', 'deputyLeader', 'chiefLeader'],
    cite: cite('办法 第三十三条 ①', '办法 第三十二条'),
  },
];

/** Approvals by 局领导 or a superior are recorded by the office or a leader, never by the unit that wants to publish. */
const officeAndLeaders = ['dutyOfficer', 'officeHead', 'deputyLeader', 'chiefLeader', 'leadingGroup'];
const group = ['leadingGroup', 'chiefLeader'];
export const actions: RegulationData['actions'] = [
  { id: 'verificationOrdered', name: '责成股室核实来源和原因', cite: cite('办法 第二十五条(二)') },
  { id: 'verified', name: '完成调查核实', cite: cite('办法 第二十六条', '附件2 八(二)', '预案 4.2(2)') },
  { id: 'mechanismStarted', name: '启动应急处置机制', cite: cite('办法 第二十五条(三)') },
  { id: 'emergencyHandlingStarted', name: '启动舆情应急处置工作', cite: cite('办法 第二十一条(二)红 ①') },
  { id: 'expertReview', name: '综合分析研判', cite: cite('办法 第十五条 ③', '附件2 五(二)③', '预案 4.2(1)') },
  {
    id: 'judgementShared',
    name: '传递初步研判结果',
    cite: cite('办法 第十五条 ①', '附件2 五(二)①', '预案 3.2.2'),
  },
  {
    id: 'statementApproved',
    name: '回应口径经局领导审定',
    by: officeAndLeaders,
    cite: cite('办法 第二十七条(一)', '办法 第二十一条(二)橙 ①'),
  },
  {
    id: 'responsePlanApproved',
    name: '回应方案经局领导审定',
    by: officeAndLeaders,
    cite: cite('办法 第二十七条(二)①'),
  },
  {
    id: 'superiorConsent',
    name: '上级部门审定或答复请示',
    by: officeAndLeaders,
    cite: cite('办法 第二十九条 ①', '附件2 八(三)①', '预案 4.3 ①'),
  },
  {
    id: 'propagandaConsent',
    name: '市委、市政府新闻宣传主管部门审定',
    by: officeAndLeaders,
    cite: cite('附件2 八(三)①'),
  },
  {
    id: 'peersInformed',
    name: '提前通报相关所在地同级部门',
    by: officeAndLeaders,
    cite: cite('办法 第二十九条 ②', '附件2 八(三)②', '预案 4.3 ②'),
  },
  {
    id: 'guidanceObtained',
    name: '在主管部门及湛江市局指导下回应',
    by: officeAndLeaders,
    cite: cite('预案 4.3 ③', '附件2 八(三)③'),
  },
  { id: 'pressAuthoritiesInformed', name: '报告新闻主管部门', cite: cite('办法 第二十七条(一)') },
  {
    id: 'interviewApproved',
    name: '采访经批准',
    by: group,
    cite: cite('办法 第二十七条(二)②', '预案 1.6 ③', '办法 第三十四条(五)'),
  },
  {
    id: 'publicWarningApproved',
    name: '向社会发布预警经领导小组批准',
    by: group,
    cite: cite('预案 3.3.2', '预案 3.3.3'),
  },
  { id: 'followUpJudged', name: '回应后跟踪研判', cite: cite('办法 第二十七条(三)') },
  {
    id: 'externalPlanLinked',
    name: '转入突发事件应急预案处置',
    cite: cite('办法 第十九条 突发', '附件2 六(一)', '预案 4.1'),
  },
  { id: 'superiorUrged', name: '收到上级督办催办', cite: cite('办法 第三十四条(三)') },
  {
    id: 'breachNoted',
    name: '记录延误、失实或擅自受访情形',
    cite: cite('办法 第三十四条 序', '办法 第三十四条(一)', '办法 第三十四条(二)', '办法 第三十四条(四)'),
  },
  { id: 'leadUnitSet', name: '领导小组确定牵头股室', by: group, cite: cite('预案 2.2.3') },
  { id: 'enforcementLinked', name: '涉嫌违法转执法查处', cite: cite('办法 第二十六条') },
  { id: 'aftermath', name: '善后处置', cite: cite('预案 5.1') },
  { id: 'notCalmedConfirmed', name: '确认尚未平息', cite: cite('办法 第二十三条(二)②') },
];

export const decisions: RegulationData['decisions'] = [
  {
    id: 'reportUp',
    name: '是否向湛江市局或市委、市政府报告',
    cite: cite('办法 第十七条 ②', '附件2 五(三)橙 决定'),
  },
  { id: 'respondPublicly', name: '是否对外回应', cite: cite('办法 第二十一条(二)黄') },
];
