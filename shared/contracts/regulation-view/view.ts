import * as z from 'zod/mini';
import { Clause, Clauses, DutyView, Named, When } from './parts.ts';
import { Approval, Grading, Scale, SettingView } from './rules.ts';

const Thing = z.extend(Named, { clauses: Clauses });

/** What `npm run regulation -- <bureau> --json` prints. Keys are only added; whatever else changes raises `format`. */
export const RegulationView = z.strictObject({
  format: z.literal(2).check(z.describe('本格式的版本;只增不改,改动时加一')),
  id: z.string().check(z.describe('局的代号')),
  bureau: z.string().check(z.describe('局名')),
  called: z.string().check(z.describe('本局怎样称呼这份制度(办法、预案、制度)')),
  title: z.string().check(z.describe('制度名称')),
  version: z.string().check(z.describe('版本;改过的设置附在后面')),
  ownVersion: z.string().check(z.describe('制度自己的版本,不含改过的设置')),
  issuedOn: z.string().check(z.describe('印发日期')),
  effectiveOn: z.string().check(z.describe('施行日期')),
  zone: z.string().check(z.describe('时区')),
  issued: Clauses.check(z.describe('印发、施行的条款')),
  missing: z.array(SettingView).check(z.describe('必须填写而尚未填写的设置')),
  scales: z.array(Scale).check(z.describe('级别体系:第一个决定时限;各级的定义、是否计时、无数字时限的理由')),
  duties: z.array(DutyView).check(z.describe('制度规定的职责,每项带条款和全文')),
  ownPrompts: z.array(DutyView).check(z.describe('本局自设的提示,不是制度规定')),
  approvals: z.array(Approval).check(z.describe('审批与前置条件,按先后')),
  forbiddenChannels: z
    .array(z.strictObject({ channels: z.array(Named), when: When, clauses: Clauses }))
    .check(z.describe('不得使用的渠道')),
  ladders: z
    .array(
      z.extend(Named, {
        remindBefore: z.array(z.string()),
        climbEvery: z.string(),
        thenEvery: z.string(),
        rungs: z.array(Named),
        clauses: Clauses,
      }),
    )
    .check(z.describe('提醒与逐级上报')),
  grading: Grading.check(z.describe('定级规则:指标、词表、计数、直接定级的情形、参照处置')),
  routing: z
    .array(z.extend(Thing, { to: z.array(Named), copies: z.array(Named), basis: z.enum(['law', 'bureau']) }))
    .check(z.describe('推送和通知的对象:职责以外的事由谁得知;bureau 为本局自定')),
  contacts: z
    .array(z.strictObject({ to: z.array(Named), by: z.array(Named), clauses: Clauses }))
    .check(z.describe('哪些岗位可以向上级报告')),
  authorities: z
    .array(
      z.strictObject({
        command: Named,
        levels: z.nullable(z.array(Named)),
        roles: z.array(Named),
        clauses: Clauses,
      }),
    )
    .check(z.describe('哪些岗位可以办理哪些事')),
  documents: z.array(z.extend(Thing, { fields: z.array(z.string()) })).check(z.describe('文书及其栏目')),
  parts: z
    .array(
      z.strictObject({
        what: z.string(),
        needs: z.array(z.string()),
        basis: z.enum(['law', 'bureau']),
        note: z.nullable(z.string()),
        clauses: Clauses,
      }),
    )
    .check(z.describe('各类办理记录须有的要件;缺的不拒绝,列为要件待补')),
  settings: z.array(SettingView).check(z.describe('设置:默认值、可选值、登记号')),
  readings: z
    .array(z.strictObject({ id: z.string(), reading: z.string(), clauses: Clauses }))
    .check(z.describe('条文不明之处如何理解')),
  informs: z.array(z.extend(Clause, { reason: z.string() })).check(z.describe('软件只作提示的条款及理由')),
  roles: z
    .array(
      z.extend(Thing, {
        kind: z.enum(['internal', 'superior', 'peer', 'public']),
        perUnit: z.boolean(),
        above: z.nullable(Named),
      }),
    )
    .check(z.describe('岗位与单位外对象')),
  units: z.array(Named).check(z.describe('责任单位')),
  sources: z.array(z.extend(Thing, { from: z.nullable(Named) })).check(z.describe('舆情来源')),
  flags: z.array(Thing).check(z.describe('标记')),
  instants: z.array(z.extend(Thing, { fallback: z.array(Named) })).check(z.describe('时点及未填时的替代')),
  clauses: Clauses.check(z.describe('制度全文,逐条')),
});
export type RegulationView = z.infer<typeof RegulationView>;
export type ScaleView = RegulationView['scales'][number];
export type LevelView = ScaleView['levels'][number];
