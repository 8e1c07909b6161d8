import * as z from 'zod';
import { Clause, Clauses, DutyView, Named, When } from './parts.ts';
import { Approval, Grading, Scale, SettingView } from './rules.ts';

const Thing = Named.extend({ clauses: Clauses });

/** What `npm run regulation -- <bureau> --json` prints. Keys are only added; whatever else changes raises `format`. */
export const RegulationView = z.strictObject({
  format: z.literal(2).describe('本格式的版本;只增不改,改动时加一'),
  id: z.string().describe('局的代号'),
  bureau: z.string().describe('局名'),
  called: z.string().describe('本局怎样称呼这份制度(办法、预案、制度)'),
  title: z.string().describe('制度名称'),
  version: z.string().describe('版本;改过的设置附在后面'),
  issuedOn: z.string().describe('印发日期'),
  effectiveOn: z.string().describe('施行日期'),
  zone: z.string().describe('时区'),
  issued: Clauses.describe('印发、施行的条款'),
  missing: z.array(SettingView).describe('必须填写而尚未填写的设置'),
  scales: z.array(Scale).describe('级别体系:第一个决定时限;各级的定义、是否计时、无数字时限的理由'),
  duties: z.array(DutyView).describe('制度规定的职责,每项带条款和全文'),
  ownPrompts: z.array(DutyView).describe('本局自设的提示,不是制度规定'),
  approvals: z.array(Approval).describe('审批与前置条件,按先后'),
  forbiddenChannels: z
    .array(z.strictObject({ channels: z.array(Named), when: When, clauses: Clauses }))
    .describe('不得使用的渠道'),
  ladders: z
    .array(
      Named.extend({
        remindBefore: z.array(z.string()),
        climbEvery: z.string(),
        thenEvery: z.string(),
        rungs: z.array(Named),
        clauses: Clauses,
      }),
    )
    .describe('提醒与逐级上报'),
  grading: Grading.describe('定级规则:指标、词表、计数、直接定级的情形、参照处置'),
  routing: z
    .array(Thing.extend({ to: z.array(Named), copies: z.array(Named), basis: z.enum(['law', 'bureau']) }))
    .describe('推送和通知的对象:职责以外的事由谁得知;bureau 为本局自定'),
  contacts: z
    .array(z.strictObject({ to: z.array(Named), by: z.array(Named), clauses: Clauses }))
    .describe('哪些岗位可以向上级报告'),
  authorities: z
    .array(
      z.strictObject({
        command: Named,
        levels: z.array(Named).nullable(),
        roles: z.array(Named),
        clauses: Clauses,
      }),
    )
    .describe('哪些岗位可以办理哪些事'),
  documents: z.array(Thing.extend({ fields: z.array(z.string()) })).describe('文书及其栏目'),
  settings: z.array(SettingView).describe('设置:默认值、可选值、登记号'),
  readings: z
    .array(z.strictObject({ id: z.string(), reading: z.string(), clauses: Clauses }))
    .describe('条文不明之处如何理解'),
  informs: z.array(Clause.extend({ reason: z.string() })).describe('软件只作提示的条款及理由'),
  roles: z
    .array(
      Thing.extend({
        kind: z.enum(['internal', 'superior', 'peer', 'public']),
        perUnit: z.boolean(),
        above: Named.nullable(),
      }),
    )
    .describe('岗位与单位外对象'),
  units: z.array(Named).describe('责任单位'),
  sources: z.array(Thing.extend({ from: Named.nullable() })).describe('舆情来源'),
  flags: z.array(Thing).describe('标记'),
  instants: z.array(Thing.extend({ fallback: z.array(Named) })).describe('时点及未填时的替代'),
  clauses: Clauses.describe('制度全文,逐条'),
});
export type RegulationView = z.infer<typeof RegulationView>;
export type ScaleView = RegulationView['scales'][number];
export type LevelView = ScaleView['levels'][number];
