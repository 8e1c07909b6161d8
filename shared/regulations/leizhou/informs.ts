import type { RegulationData } from '../schema.ts';
import type { ClauseId } from './clauses.ts';

const inform = (clause: ClauseId, reason: string) => ({ clause, reason });

/** Clauses on which no rule of the data rests, each with the reason. A clause stands here or in a rule, never in both. */
export const informs: RegulationData['informs'] = [
  inform('办法 第一条', '立法目的和依据,没有可执行的时限、权限或文书。'),
  inform('办法 第三条', '原则性规定,供办理人员遵循。'),
  inform('办法 第四条', '适用范围和对全市系统的指导关系,不产生本局案卷中的职责。'),
  inform('办法 第五条 ②', '机构、人员、装备和制度建设由各部门线下落实;“重要情况”未作界定,不设时限。'),
  inform('办法 第十五条 ②', '监测情况用于风险研判和通报,由办公室线下组织,条文未定对象和时限。'),
  inform('办法 第二十四条 ①', '责任单位日常监测和应急准备的一般要求,是否做到由人判断。'),
  inform('办法 第二十八条', '媒体沟通、网评队伍建设和舆论引导由办公室线下开展。'),
  inform('办法 附件目录', '附件目录;各附件分别收录,附件4、附件5正文缺失。'),
  inform('附件2 序', '特护期方案的制定目的;特护期叠加规则尚未实现,仅提示。'),
  inform('附件2 一 特护期定义', '特护期的起止由人设定;特护期叠加规则尚未实现,仅提示。'),
  inform('附件2 五(二)②', '监测情况用于风险研判和通报,由办公室线下组织,条文未定对象和时限。'),
  inform('附件3 序', '监测需求申请规程的制定目的,没有可执行的规则。'),
  inform('附件3 三', '监测区间一般为一周、可延长;监测申请不立案卷,本版不计时,到期由办公室掌握。'),
  inform('预案 1.1', '预案制定目的。'),
  inform('预案 1.2', '预案制定依据。'),
  inform('预案 1.3', '预案编制原则。'),
  inform('预案 1.6 ①', '处置工作的原则性规定,供办理人员遵循。'),
  inform('预案 2.2.2', '车辆、设备、经费等后勤保障由局办公室线下落实。'),
  inform('预案 4.2(3)', '车辆、食宿等物资保障由局办公室线下落实。'),
  inform('预案 6.1', '应急救援队伍由业务牵头股室线下组建和管理。'),
  inform('预案 7.1', '培训由办公室线下组织,时间不定期。'),
];
