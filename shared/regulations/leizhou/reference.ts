import type { RegulationData } from '../schema.ts';
import { cite } from './clauses.ts';

export const documents: RegulationData['documents'] = [
  {
    id: 'hotReport',
    name: '热点舆情报告',
    fields: ['年度', '期号', '办公室', '日期', '标题', '正文', '呈送局领导', '编辑', '核稿', '审定'],
    cite: cite('办法 附件1'),
  },
  {
    id: 'supervisionOrder',
    name: '督办通知',
    fields: [
      '编号',
      '案卷编号',
      '责任单位',
      '督办事由',
      '依据条款',
      '办理要求',
      '报告处置情况',
      '签发人',
      '签发时间',
    ],
    cite: cite('办法 第三十三条 ①', '办法 第三十三条 ②'),
  },
  {
    id: 'review',
    name: '总结评估',
    fields: ['起因', '性质', '影响', '责任', '经验教训', '潜在舆情风险'],
    cite: cite('办法 第三十条', '预案 5.2 ①', '预案 5.2 ②'),
  },
  {
    id: 'riskNote',
    name: '送审稿网络舆情风险点说明',
    fields: ['填报单位(盖章)', '填报日期', '监测内容', '可能引发舆情的节点'],
    cite: cite('附件3 二', '附件3 附件 表'),
  },
  {
    id: 'monitoringRequest',
    name: '舆情监测需求申请',
    fields: [
      '申请股室',
      '申请事由(业务监管风险、政策性文件反应、发布会或采访反应、日常跟踪)',
      '监测内容',
      '监测区间',
      '是否需附风险点说明(本局主动发布的信息、新闻发布会免填)',
    ],
    cite: cite('附件3 一', '附件3 四'),
  },
  {
    id: 'bulletin',
    name: '舆情定期报告',
    fields: ['期号', '报告区间', '舆情概况', '案卷与级别', '初步研判', '意见建议', '督办通报'],
    cite: cite('办法 第二十一条(二)蓝', '预案 3.2.2', '办法 第三十二条'),
  },
];

/** 办法第三十一条 names five; 第五条 asks every unit to keep the first two. */
export const libraries: RegulationData['libraries'] = [
  { id: 'cases', name: '舆情事件案例库', cite: cite('办法 第三十一条', '办法 第五条 ①') },
  { id: 'statements', name: '舆情回应口径库', cite: cite('办法 第三十一条', '办法 第五条 ①') },
  { id: 'plans', name: '应急处置预案库', cite: cite('办法 第三十一条') },
  { id: 'media', name: '媒体库', cite: cite('办法 第三十一条') },
  { id: 'rumours', name: '辟谣案例及数据库', cite: cite('办法 第三十一条') },
];

const leaders = ['deputyLeader', 'chiefLeader'];
const office = ['officeHead', 'dutyOfficer'];
export const routing: RegulationData['routing'] = [
  {
    id: 'routineItem',
    name: '常规舆情推送',
    to: [...leaders, 'unitLiaison'],
    copies: ['dutyOfficer'],
    cite: cite('办法 第二十一条(一)①'),
  },
  {
    id: 'promptedRoutineItem',
    name: '湛江市局提示的常规舆情转股室关注',
    to: ['unitLiaison'],
    copies: [],
    cite: cite('办法 第二十五条(一)'),
  },
  {
    id: 'unitFirstReport',
    name: '股室初报',
    to: leaders,
    copies: office,
    cite: cite('办法 第二十二条(一)', '办法 第二十二条(二)股室'),
  },
  { id: 'unitProgress', name: '股室续报', to: leaders, copies: office, cite: cite('附件2 六(二)①') },
  {
    id: 'instructionProgress',
    name: '批示办理情况报告',
    to: leaders,
    copies: office,
    cite: cite('附件2 八(一)'),
  },
  {
    id: 'planProgress',
    name: '应急处置进展报告',
    to: ['leadingGroup'],
    copies: office,
    cite: cite('预案 4.2(2)'),
  },
  {
    id: 'bulletin',
    name: '舆情定期报告',
    to: ['leadingGroup', 'unitLiaison'],
    copies: [],
    cite: cite('预案 3.2.2', '办法 第二十一条(二)蓝'),
  },
];
