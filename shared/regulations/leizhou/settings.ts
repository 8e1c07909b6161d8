import type { RegulationData } from '../schema.ts';
import { cite } from './clauses.ts';

type SettingData = RegulationData['settings'][number];
const officeTarget = (id: string, name: string, ...clauses: Parameters<typeof cite>): SettingData => ({
  id,
  name: `本局目标:${name}`,
  register: 'office',
  value: null,
  note: '本局自定目标,非办法规定;空 = 不设',
  cite: cite(...clauses),
});

/** The register's defaults (X…): changeable without code, shown with their clause. */
export const settings: SettingData[] = [
  {
    id: 'receiptLimitsForSelfFound',
    name: '自行监测发现的舆情也适用收到时限',
    register: 'X10',
    value: false,
    note: '办法第二十二条(二)只适用于湛江市局交办',
    cite: cite('办法 第二十二条(二)橙+ 电话'),
  },
  {
    id: 'promptCountsAsAssigned',
    name: '湛江市局提示关注视同交办',
    register: 'X51',
    value: true,
    note: '市委、市政府提示不适用',
    cite: cite('办法 第二十一条(三)', '办法 第二十二条(二)黄 电话'),
  },
  {
    id: 'weeklyForYellow',
    name: '黄色平息后也每周续报',
    register: 'X15',
    value: true,
    note: '该句独立成句,位于黄色及以上的款项内',
    cite: cite('办法 第二十三条(二)③'),
  },
  {
    id: 'askCalmAfterAWeek',
    name: '爆发满一周请办公室确认是否平息',
    register: 'X14',
    value: true,
    note: '“通常一周内”是说明,不是上限',
    cite: cite('办法 第二十三条(二)②'),
  },
  {
    id: 'bulletinEvery',
    name: '定期报告、定时通报周期',
    register: 'X30',
    value: null,
    note: '办法未规定周期,由本局填写',
    cite: cite('办法 第二十一条(二)蓝', '办法 第三十二条', '预案 3.2.2'),
  },
  {
    id: 'routinePushEvery',
    name: '常规舆情合并推送间隔',
    register: 'office',
    value: 'PT30M',
    note: '本局设置;办法只说及时推送',
    cite: cite('办法 第二十一条(一)①'),
  },
  officeTarget('targetConfirmGrade', '确定级别', '办法 第十四条 ①'),
  officeTarget('targetUnitFoundReport', '股室自行发现上报', '办法 第十八条 ②'),
  officeTarget('targetFactVerification', '核实曝光信息', '办法 第二十六条'),
  officeTarget('targetDecideReportUp', '决定是否上报', '办法 第十七条 ②'),
  officeTarget('targetDecideResponse', '决定是否回应', '办法 第二十一条(二)黄'),
  officeTarget('targetPrepareStatement', '准备口径', '办法 第二十七条(一)'),
  officeTarget('targetReview', '总结评估', '办法 第三十条'),
];
