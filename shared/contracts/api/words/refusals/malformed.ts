import type { RULE_REFUSALS } from '../../../refusal-codes.ts';
import { type RefusalWords, say } from './words.ts';

/** The codes of the rules that are of these kinds. */
type CodeOf<Kind extends string> = {
  [Code in keyof typeof RULE_REFUSALS]: (typeof RULE_REFUSALS)[Code] extends Kind ? Code : never;
}[keyof typeof RULE_REFUSALS];

const listed = (what: string): RefusalWords =>
  say(`本局制度没有这个${what}`, `按“本局可填的代号和名称”所列的${what}填写代号或名称。`);
const ENTRY = '从案卷日志或案卷中取正确的条号。';
const NOT_AHEAD = '填写不晚于现在的时间。';

/** Of whose business it is. */
export const PEOPLE_WORDS: Readonly<Record<CodeOf<'stranger' | 'forbidden' | 'missing'>, RefusalWords>> = {
  NOT_YOURS_TO_READ: say('不在知悉范围内', '请有权查阅的岗位查阅。'),
  NOT_YOUR_UNIT: say('本案或该督办通知不由本单位办理', '请承办单位办理,或请办公室转办。'),
  PERSON_UNKNOWN: say('所指人员不在名册', '请维护名册的人员补入,或核对人员编号。'),
  POST_NOT_HELD: say('按名册不任所用的岗位', '请维护名册的人员核对;或改以名册中的岗位办理。'),
  ROLE_NOT_ALLOWED: say('此事项应由其他岗位办理', '转请说明中所列的岗位办理。'),
  ROLE_UNKNOWN: say('登录的岗位不是制度规定的岗位', '请系统运维核对统一身份认证中的岗位代号。'),
  CONTACT_NOT_ALLOWED: say('不能由这一岗位向该上级报告', '请制度规定的联络岗位报告。'),
  GROUP_HEAD_REQUIRED: say('领导小组的决定须由组长或其指定的副组长作出', '请说明中所列的岗位办理。'),
  NOT_YOURS_TO_CONFIRM: say('这是以他人名义代录的', '由本人登录后确认或否认。'),
  OWN_APPROVAL: say('不能审定自己起草或提出的内容', '请另一人审定。'),
  SECOND_PERSON_REQUIRED: say('须由另一人办理', '请录入人、申请人以外的有权人员办理。'),
  CASE_UNKNOWN: say('没有这个案卷,或者不在知悉范围内', '核对案卷编号。'),
};

/** Wrong whatever the case is like. */
export const MALFORMED_WORDS: Readonly<Record<CodeOf<'malformed'>, RefusalWords>> = {
  ACTION_UNKNOWN: listed('办理事项'),
  ACT_UNKNOWN: say('案卷日志没有所指的记录', ENTRY),
  ANSWER_UNKNOWN: say('没有可以这样答复的来文、批示或督办通知', '按说明所列的收文号或条号填写。'),
  APPROVAL_UNKNOWN: say('所指的不是有效的审定记录', ENTRY),
  CHANNEL_UNKNOWN: listed('渠道'),
  DEADLINE_PAST: say('期限不在以后', '填写晚于现在(批示的期限晚于批示时间)的时间。'),
  DECISION_UNKNOWN: listed('决定事项'),
  DOCUMENT_FIELD_UNKNOWN: say('所填栏目不是该文书或预警的栏目', '按该文书的栏目名称填写。'),
  DOCUMENT_UNKNOWN: listed('文书'),
  DUTY_UNKNOWN: listed('职责'),
  FLAG_UNKNOWN: listed('标记'),
  HOLD_ALREADY_OVER: say('暂缓的截止时间已过', '填写晚于现在的截止时间,或者不填。'),
  INSTANT_BEFORE_CALM: say('再次爆发的时间早于平息时间', '填写晚于平息的时间。'),
  INSTANT_BEFORE_NOTICE: say('告知时间早于通知形成的时间', '填写通知形成之后的时间。'),
  INSTANT_BEFORE_OUTBREAK: say('平息与发生、发现或爆发的先后不对', '核对这些时点后再填写。'),
  INSTANT_IN_FUTURE: say('所填时间晚于现在,或晚于依据到达的时间', NOT_AHEAD),
  INSTANT_UNKNOWN: listed('时点'),
  SUSPICION_UNKNOWN: say('这条信息与所指案卷没有疑似同一舆情的记录', '从信息的 suspected 中取 case。'),
  ITEM_NOT_IN_CASE: say('本案没有所指的信息', '从案卷的 items 中取 feed 和 id。'),
  LEVEL_UNKNOWN: listed('级别'),
  MERGE_INTO_ITSELF: say('案卷不能并入自己', '填写另一案卷的编号。'),
  NOTICE_UNKNOWN: say('没有所指的待告知事项', '从案卷的 telephoneTasks 中取 notice。'),
  ON_BEHALF_INCOMPLETE: say('代录缺少本人、方式、时间或所审定的标题', '补齐说明中所列的各项。'),
  OTHER_CASE_UNKNOWN: say('没有所填的另一案卷,或者不在知悉范围内', '核对案卷编号。'),
  OUTSIDE_INCOMPLETE: say('外单位意见缺少单位、答复人、方式、时间或文号', '补齐说明中所列的各项。'),
  ORDER_UNKNOWN: say('所指的不是督办通知稿', '从案卷的 orders 中取 order。'),
  POST_NOT_CHOSEN: say('登录人有不止一个岗位', '用请求头 shixian-post 选定以哪个岗位办理。'),
  PUBLICATION_FORM_UNKNOWN: listed('发布形式'),
  REASON_REQUIRED: say('须写明理由', '补上说明所要的理由。'),
  RECEIPT_UNCLEAR: say('有不止一个这样的来源,不知所指', '写明收文号;没有收文号的写明是新交办还是同一件。'),
  REFERENCE_REQUIRED: say('须写明文号或依据', '补上收文号、文号或通话记录。'),
  RECEIVER_UNKNOWN: listed('报送对象'),
  RELEASE_WITHOUT_BASIS: say('没有写明免报的依据', '填写对方来文的文号,或来电的岗位和时间。'),
  REPORT_FORM_UNKNOWN: listed('报告形式'),
  REPORT_KIND_UNKNOWN: listed('报告种类'),
  SCALE_UNKNOWN: listed('级别体系'),
  SECRET_CONTENT: say('涉密案卷不能录入具体内容', '写“见纸质件”,可以加冒号和纸质件的编号或存放处。'),
  SOURCE_UNKNOWN: listed('来源'),
  UNIT_UNKNOWN: listed('单位'),
};
