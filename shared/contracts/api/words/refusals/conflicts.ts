import type { RULE_REFUSALS } from '../../../refusal-codes.ts';
import { type RefusalWords, say } from './words.ts';

type ConflictCode = {
  [Code in keyof typeof RULE_REFUSALS]: (typeof RULE_REFUSALS)[Code] extends 'conflict' ? Code : never;
}[keyof typeof RULE_REFUSALS];

const DONE = '不必再办理。';

/** Not as things stand now. */
export const CONFLICT_WORDS: Readonly<Record<ConflictCode, RefusalWords>> = {
  ACTS_INCOMPLETE: say('还有要件待补的记录', '先补齐案卷中 incompleteActs 所列的要件。'),
  ACTS_UNCONFIRMED: say('还有待确认的代录、会签或补录', '先请有关人员确认案卷中 toConfirm 所列的记录。'),
  ACT_NOT_INCOMPLETE: say('该记录没有待补的要件', DONE),
  ALREADY_CALM: say('已经宣布平息', DONE),
  ALREADY_RELEASED: say('已经核发或已经免报', DONE),
  ALREADY_REVIEWED: say('总结评估已归档', DONE),
  APPROVAL_OUT_OF_ORDER: say('审定须依制度规定的先后', '先办理说明中所列的前一步。'),
  CASE_ALREADY_OPEN: say('案卷已存在', '在已有案卷中办理。'),
  CASE_CONCLUDED: say('案卷已结报', '不能再办理;另有新情况的另行立案。'),
  CHANNEL_FORBIDDEN: say('制度不允许用这一渠道', '改用其他渠道。'),
  CONCLUSION_NOT_CLEARED: say('结报之前还有须先办理的事项', '先办理说明中所列的事项。'),
  DEADLINE_NOT_OPEN: say(
    '该职责的时限不能人工录入',
    '只有另一规定给出时限的,或者等待放假通知的职责可以录入。',
  ),
  DEADLINE_TOO_FAR: say('放假和调休不会使时限变动这么多', '按放假通知核对后再填写。'),
  DEADLINE_TOO_LATE: say('已经逾期,不能再把时限改晚', '如实办理;逾期已记入案卷日志。'),
  DEADLINE_UNCHANGED: say('时限没有变化', DONE),
  DUTIES_UNMET: say('还有职责未办理', '先办理;确实不办的,在 unmet 中逐项写明理由。'),
  DUTY_NOT_HELD: say('这项职责没有暂缓', DONE),
  DUTY_NOT_HOLDABLE: say('这项职责不可以暂缓', '按时限办理。'),
  DUTY_NOT_IN_SCHEDULE: say('本案没有这项职责', '从案卷的 duties 中取职责代号。'),
  DUTY_NOT_OPEN: say('该事项现在不须办理', DONE),
  EXTENSION_NOT_ALLOWED: say('制度没有规定这项职责可以延长', '按时限办理。'),
  EXTENSION_TOO_LATE: say('已经逾期,不能再延长', '如实办理;逾期已记入案卷日志。'),
  EXTENSION_TOO_LONG: say('超过制度规定的最长期限', '填写不晚于说明中最迟时间的时间。'),
  EXTENSION_TOO_SHORT: say('没有比现时限更晚', '填写晚于现时限的时间。'),
  FLAGS_UNCHANGED: say('标记没有变化', DONE),
  GATE_CLOSED: say('须先登记前置审批', '先登记说明中所列的审批事项。'),
  GRADE_ALREADY_CONFIRMED: say('级别已经确定', '改用“调整级别”(ChangeLevel)。'),
  INSTANT_UNCHANGED: say('时点没有变化', DONE),
  LEVEL_FIXED: say('这类事项的级别是固定的', '不作定级和调整。'),
  LEVEL_UNCHANGED: say('级别没有变化', DONE),
  LOWERING_PENDING: say('已有降级申请待第二人批准', '先批准或不同意该申请。'),
  NEW_FACT_REQUIRED: say('没有指明定级之后的新情况', '在 newFact 中填写新增信息、来源或批示的案卷日志条号。'),
  NEW_FACT_UNKNOWN: say('所指的不是定级之后新增的情况', '从案卷日志中取正确的条号。'),
  NOTHING_TO_CONFIRM: say('所指记录没有待确认的内容', DONE),
  NOT_CALM: say('舆情尚未平息', '先宣布平息(DeclareCalm)。'),
  NOT_SECRET: say('案卷没有标记“涉密”', '先标记“涉密”(SetFlags)。'),
  NO_CONCLUSION_PENDING: say('没有待同意的结报', DONE),
  NO_LOWERING_PENDING: say('没有待批准的降级申请', DONE),
  NO_WARNING: say('本案没有这项预警可以核发', '从案卷的 duties 中取有 warningDraft 的职责。'),
  ON_BEHALF_NOT_ALLOWED: say('这一事项不作代录', '由办理人自己录入。'),
  ORDER_EXISTS: say('同一逾期事项已有督办通知,或已经签发', '见说明中所列的督办通知。'),
  ORDER_UNFOUNDED: say('没有可以督办的逾期事项', '只就已经逾期的职责或本案整体拟稿。'),
  ORDER_VOIDED: say('督办通知已作废', '另行拟稿。'),
  ORDER_NOT_ISSUED: say('督办通知尚未签发', '签发之后再办理。'),
  ORDER_LAPSED: say('所督办的事项已办结或时限已变动,通知稿已失效', '确须督办的另行拟稿。'),
  ORDER_WITHOUT_NUMBER: say('督办通知没有取得编号', '重发同一请求。'),
  PLAN_ALREADY_STARTED: say('应急预案已经启动', DONE),
  PLAN_NOT_STARTED: say('应急预案没有启动', '先登记启动(StartPlan)。'),
  PUBLICATION_NOT_CLEARED: say(
    '发布之前须先审定',
    '先登记说明中所列的审定;已经发出的,用 happened 写明原因。',
  ),
  PARTS_STILL_MISSING: say('没有补上任何所缺的要件', '按案卷中 incompleteActs 的 missing 填写。'),
  PART_ALREADY_GIVEN: say('已经写明的内容不能改写', '只填写尚缺的要件;录错的先撤回(WithdrawAct)。'),
  RELEASE_NOT_OWED: say('该次职责现在不欠收文机关', '核对职责和期次。'),
  UNIT_NOT_ASSIGNED: say('尚未转办责任单位', '先转办(AssignUnit)。'),
  UNIT_UNCHANGED: say('已由该单位办理', DONE),
};
