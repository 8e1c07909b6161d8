import type { CaseEvent, EventOf, EventType, ItemReference } from '../../case/events.ts';
import { withoutStop } from '../../contracts/sentences.ts';
import { isPartId } from '../../regulations/part-ids.ts';
import { REVIEW_DOCUMENT } from '../../regulations/reserved.ts';
import type { Regulation } from '../../regulations/schema.ts';
import { DOUBTS } from '../acts/doubts.ts';
import { type Describe, LIMIT_LABELS, nameOf, note, sayAfterwardsOnce } from './limits.ts';
import { REARRANGEMENT_LABELS } from './rearrange.ts';
import { type Words, wordsOf } from './words.ts';

const CONFIRMED = {
  onBehalf: { agree: '本人确认代录', deny: '本人否认代录' },
  outside: { agree: '会签', deny: '不予会签' },
  lateEntry: { agree: '核实补录', deny: '不认可补录' },
} as const;
/** What became of a text at one number. */
export const HANDED_OVER = {
  handedOver: '短信已提交网关',
  failed: '短信网关未接收,须改用电话',
  givenUp: '短信未送出,满72小时不再补发,须改用电话',
  nobody: '名册中无人可通知,须另行告知',
  moot: '事项已办或不再需要,短信不再发出',
  overtaken: '同一事项已有新通知,原短信不再补发',
  spared: '刚已签收,短信不重复发出',
} as const;
/** Why somebody else was told. */
const insteadOf = (role: string, unassigned: boolean | undefined): string =>
  unassigned ? '尚未转办,暂由其处理' : `${role}无人可通知,改发上一级`;
/** Under which approvals it went out, or why without. */
const outBy = (approvals: readonly number[] = [], happened: { reason: string } | undefined): string =>
  `${approvals.length === 0 ? '' : `(审定见案卷日志第${approvals.toSorted((one, other) => one - other).join('、')}条)`}${happened === undefined ? '' : `;原因:${happened.reason}`}`;
const handled = (warning: string, handling: string, words: Words): string =>
  warning === handling ? '' : `,按${words.level(handling)}处置`;

/** `2026-03-02` → 3月2日. */
const dayInChinese = (day: string): string => {
  const [, month, date] = day.split('-').map(Number);
  return `${month}月${date}日`;
};

/** Leaders and superiors are reported to; units and bodies of no higher rank are sent it. */
const reportedTo = (to: readonly string[], words: Words): string => {
  const up = to.filter(words.isAbove);
  const others = to.filter((role) => !words.isAbove(role));
  const named = (roles: readonly string[]): string => roles.map(words.role).join('、');
  return `${up.length === 0 ? '' : `,报${named(up)}`}${others.length === 0 ? '' : `,送${named(others)}`}`;
};

const leftUndone = (unmet: EventOf<'CaseConcluded'>['unmet'], words: Words): string =>
  unmet.length === 0
    ? ''
    : `;未办职责:${unmet.map(({ duty, name, reason }) => `${nameOf({ duty, name }, words)}(${reason})`).join('、')}`;

/** From which case somebody took them out, and where that is said. */
const outOf = (items: readonly ItemReference[]): string => {
  const said = items.flatMap((item) =>
    item.outOf === undefined ? [] : [`由案卷${item.outOf.caseId}移出,见该案卷日志第${item.outOf.entry}条`],
  );
  return said.length === 0 ? '' : `(${[...new Set(said)].join(';')})`;
};

const describe: { [T in EventType]: Describe<T> } = {
  CaseOpened: ({ title, how, sources, doubts = {}, formerly, items }, words) =>
    `立案“${title}”${formerly === undefined ? '' : `(疑似案卷${formerly}复燃)`}${outOf(items)}(${sources.length === 0 ? '系统自动' : `${how === 'feed' ? '推送' : '人工录入'};来源:${sources.map(({ kind }) => words.named('sources', kind)).join('、')}`})${Object.entries(
      doubts,
    )
      .map(([id, why]) => `;${words.named('instants', id)}${DOUBTS[why]},存疑,不据以起算,请核实`)
      .join('')}`,
  ItemAttached: ({ item }) =>
    `${item.version === undefined ? `并入信息“${item.title}”` : `信息“${item.title}”(第${item.version}版)`}${outOf([item])}${item.doubt === undefined ? '' : `(公开时间${DOUBTS[item.doubt]},存疑,不据以起算)`}`,
  SourceAdded: ({ source }, words) =>
    `新增来源:${words.named('sources', source.kind)}${source.receivedAt === undefined ? '' : `,${words.time(source.receivedAt)}收到`}`,
  InstantCorrected: ({ instant, before, at, reason, day }, words) =>
    `${before === undefined ? '填写' : '更正'}${words.named('instants', instant)}时间${before === undefined ? ':' : `:由${words.time(before)}改为`}${day === undefined ? words.time(at) : `${dayInChinese(day)}(仅知日期)`};${reason}`,
  ReceiptCorrected: ({ kind, receipt, before, at, reason, reference }, words) =>
    `${before === at ? '核实' : '更正'}“${words.named('sources', kind)}”${receipt === undefined ? '' : `(${receipt})`}收到时间${before === at ? '为' : `:由${words.time(before)}改为`}${words.time(at)},依据${reference}:${reason}`,
  CaseGraded: ({ grade, handling, byReference, provisional }, words) =>
    `${!words.isOpinion(grade.level) ? '列为' : provisional ? '初判' : '定级为'}${words.level(grade.level)}${handled(grade.level, handling, words)}${note(byReference?.text)}`,
  GradeConfirmed: ({ level, handling, reason, notAdopted = [] }, words) =>
    `${words.isOpinion(level) ? '定级为' : '经研判列为'}${words.level(level)}${handled(level, handling, words)}${notAdopted.length === 0 ? '' : `,初判${notAdopted.map(words.level).join('、')}未采纳`}${note(reason)}`,
  LevelChanged: ({ from, to, handlingFrom, handlingTo, direction, reason, proposedBy }, words) =>
    `${direction === 'lowered' ? '降级' : direction === 'raised' ? '升级' : '调整级别'}:${from === to ? `处置级别${words.level(handlingFrom)}→${words.level(handlingTo)}` : `${words.level(from)}→${words.level(to)}${handled(to, handlingTo, words)}`}(${reason})${proposedBy === undefined ? '' : `,申请人${proposedBy.name}`}`,
  GradeQuestioned: ({ level, spread }, words) =>
    spread === undefined
      ? `新增信息按词表为${words.level(level)},请研判保留或升级`
      : `${words.spread(spread)}(本局设置的提示条件),请研判保留或升为${words.level(level)}`,
  GradeKept: ({ level, reason }, words) => `保留级别${words.level(level)}:${reason}`,
  CalmLapsed: ({ calmedAt }, words) =>
    `级别升高,${words.time(calmedAt)}的平息宣布不再有效,须按新级别重新宣布`,
  LoweringProposed: ({ to, reason }, words) => `申请降为${words.level(to)},待第二人审批:${reason}`,
  LoweringRejected: ({ to, reason }, words) => `不同意降为${words.level(to)}:${reason}`,
  ResponseLevelSet: ({ level, reason }, words) => `应急响应级别定为${words.level(level)}:${reason}`,
  CaseRated: ({ scale, level, before, reason }, words) =>
    `${words.scale(scale)}定为${words.level(level)}${before === undefined ? '' : `(原${words.level(before)})`}:${reason}`,
  FlagsChanged: ({ added, removed, reason, reference }, words) =>
    `${
      [
        { what: '标记', flags: added },
        { what: '取消标记', flags: removed },
      ]
        .filter(({ flags }) => flags.length > 0)
        .map(({ what, flags }) => `${what}${flags.map((flag) => words.named('flags', flag)).join('、')}`)
        .join(',') || '核实信息的标记,本案标记不变'
    }:${reason}${reference === undefined ? '' : `(依据${reference})`}`,
  ContentPurged: ({ entries }) => `清除涉密内容:案卷日志第${entries.join('、')}条`,
  UnitAssigned: ({ unit, before, part }, words) =>
    part === 'joint'
      ? `转${words.unit(unit)}会办`
      : `转办${words.unit(unit)}${before === undefined ? '' : `(原${words.unit(before)})`}`,
  UnitWithdrawn: ({ unit, reason }, words) => `${words.unit(unit)}不再会办:${reason}`,
  UnitReturned: ({ unit, reason }, words) => `${words.unit(unit)}退回:${reason}(时限照常计算,待办公室决定)`,
  ReturnDecided: ({ unit, returned, agree, reason }, words) =>
    `${agree ? `同意${words.unit(unit)}退回` : `不同意${words.unit(unit)}退回,仍由其办理`}(案卷日志第${returned}条)${note(reason)}`,
  CaseAcknowledged: ({ unit }, words) => `${words.unit(unit)}签收`,
  ReportFiled: ({ kind, form, to, onBehalf, ...made }, words) =>
    `${words.made(made)}${words.named('reportForms', form)}${words.named('reportKinds', kind)}${reportedTo(to, words)}${words.entered(onBehalf)}`,
  PublicationRecorded: ({ form, title, approvals, happened, ...made }, words) =>
    `${happened === undefined ? '' : '未经审定发布,'}${words.made(made)}${words.named('publicationForms', form)}${note(title)}${outBy(approvals, happened)}`,
  MeetingHeld: ({ conclusion, onBehalf, ...made }, words) =>
    `${words.made(made)}召开会议${note(conclusion)}${words.entered(onBehalf)}`,
  PlanRequested: ({ reason, onBehalf, ...made }, words) =>
    `${words.made(made)}报请启动应急预案:${reason}${words.entered(onBehalf)}`,
  PlanStarted: ({ onBehalf, ...made }, words) => `${words.made(made)}启动应急预案${words.entered(onBehalf)}`,
  PlanEnded: ({ reason, onBehalf }, words) => `应急预案结束:${reason}${words.entered(onBehalf)}`,
  InstructionRecorded: ({ from, text, asks, onBehalf, ...made }, words) =>
    `${words.made(made)}${from === 'bureau' ? '本局' : '上级'}领导批示:${asks === undefined ? text : withoutStop(text)}${asks === undefined ? '' : `;要求${words.unit(asks.unit)}${words.role(asks.role)}${asks.due === undefined ? '' : `于${words.time(asks.due)}前`}办理:${asks.task}`}${words.entered(onBehalf)}`,
  DecisionRecorded: ({ decision, outcome, onBehalf, to = [], ...made }, words) =>
    `${words.made(made)}决定“${words.named('decisions', decision)}”:${outcome}${to.length === 0 ? '' : `(报${to.map(words.role).join('、')})`}${words.entered(onBehalf)}`,
  ActionRecorded: ({ action, note: said, text, result, onBehalf, outside, ...made }, words) =>
    `${words.made(made)}${words.named('actions', action)}${text === undefined ? '' : `“${text}”`}${result ? '(处置结果)' : ''}${note(said)}${words.entered(onBehalf)}${outside === undefined ? '' : `(${words.role(outside.body)}${outside.who},${words.time(outside.at)}${outside.channel},${outside.reference}${outside.countersigned ? '' : ';须局领导会签'})`}`,
  ActConfirmed: ({ act, of, agree, reason, reference }) =>
    `${CONFIRMED[of][agree ? 'agree' : 'deny']}(案卷日志第${act}条${agree ? '' : ',原记录不算'})${reference === undefined ? '' : `(${reference})`}${note(reason)}`,
  ActWithdrawn: ({ act, of = '', into, reason }) =>
    `撤回案卷${of}日志第${act}条${into === undefined ? '' : `(在案卷${into}撤回)`}:${reason}`,
  ActCompleted: ({ act, given }) =>
    `补齐案卷日志第${act}条的要件${note(
      Object.entries(given)
        .map(([part, text]) => (isPartId(part) ? text : `${part}:${text}`))
        .join(';') || undefined,
    )}`,
  WarningReleased: ({ duty, says }, words) =>
    `核发“${words.duty(duty)}”:${Object.entries(says)
      .map(([part, text]) => `${part}:${text === '' ? '(待补)' : text}`)
      .join(';')}`,
  DocumentIssued: ({ document, approvals, happened, ...made }, words) =>
    `${happened === undefined ? '' : '未经审定,'}${words.made(made)}制发“${words.named('documents', document)}”${outBy(approvals, happened)}`,
  CalmDeclared: ({ calmedAt, reason, onBehalf }, words) =>
    `宣布${words.named('instants', 'calmedAt')}(时间${words.time(calmedAt)}):${reason}${words.entered(onBehalf)}`,
  CaseRekindled: ({ outbreakAt, reason }, words) => `${words.time(outbreakAt)}再次发酵:${reason}`,
  ConclusionProposed: ({ summary, unmet, mistaken }, words) =>
    `提出${mistaken === undefined ? words.named('instants', 'concludedAt') : '按误立结报'},待第二人同意:${summary}${leftUndone(unmet, words)}${note(mistaken)}`,
  CaseConcluded: ({ summary, unmet, mistaken, proposedBy }, words) =>
    `${words.named('instants', 'concludedAt')}${mistaken === undefined ? '' : '(误立)'}:${summary}${leftUndone(unmet, words)}${note(mistaken)}${proposedBy === undefined ? '' : `,提出人${proposedBy.name}`}`,
  DutyReleased: ({ document, call, reason, ...released }, words) =>
    `收文机关同意免报“${nameOf(released, words)}”(${document ?? `${call?.post ?? ''}${call === undefined ? '' : words.time(call.at)}来电,待补来文`}),待第二人确认:${reason}`,
  ReleaseConfirmed: (released, words) => `确认收文机关同意免报“${nameOf(released, words)}”`,
  ReleaseDocumented: ({ document, ...released }, words) =>
    `补来文${document}:免报“${nameOf(released, words)}”`,
  ...LIMIT_LABELS,
  ...REARRANGEMENT_LABELS,
  ReviewFiled: (_, words) => `${words.named('documents', REVIEW_DOCUMENT)}归档`,
  CaseArchived: () => '案卷归档',
  SupervisionOrderDrafted: ({ unit, role, reason }, words) =>
    `拟督办通知稿(发${words.unit(unit)}·${words.role(role)}),待签发:${reason}`,
  SignerCharged: ({ name }) => `委托${name}签发本案督办通知`,
  SupervisionOrderIssued: ({ number, role, unit, text }, words) =>
    `签发督办通知${number}(发${words.unit(unit)}·${words.role(role)}):${text}`,
  SupervisionOrderAcknowledged: ({ order, unit }, words) =>
    `${words.unit(unit)}签收督办通知(通知稿见案卷日志第${order}条)`,
  SupervisionOrderVoided: ({ number, order, reason }) =>
    `${number === undefined ? `督办通知稿(案卷日志第${order}条)` : `督办通知${number}`}作废:${reason}`,
  NoticesMade: ({ notices }, words) =>
    `拟通知${[...new Set(notices.map(({ role }) => words.role(role)))].join('、')}${notices.some(({ byTelephone }) => byTelephone) ? '(涉密,须电话通知)' : ''}`,
  NoticesHandedOver: ({ handOvers }, words) =>
    // What one text told of several duties is one text.
    [
      ...Map.groupBy(
        handOvers.map(({ role, reachedRole, unassigned, status, to, detail }) => {
          const instead = reachedRole === undefined ? '' : `(${insteadOf(words.role(role), unassigned)})`;
          const why = to === undefined || detail === undefined ? '' : `(${detail})`;
          return `${HANDED_OVER[status]}${why}:${to === undefined ? words.role(role) : `${to.name}(${to.mobile})`}${instead}${to?.text === undefined ? '' : `“${to.text}”`}`;
        }),
        (line) => line,
      ),
    ]
      .map(([line, same]) => `${line}${same.length === 1 ? '' : `(${same.length}项)`}`)
      .join(';'),
  NoticeDelivered: ({ role, mobile, reportedAt }, words) =>
    `短信已送达:${words.role(role)}(${mobile}),${words.time(reportedAt)}`,
  NoticeUndelivered: ({ notice, mobile, detail, late }, words) =>
    `短信未送达:${words.role(notice.role)}(${mobile}),${detail};${late ? '时限已过或事项已办,仅作记录' : '须改用电话,并补发'}`,
  NoticeAnswered: ({ how, role, duty, about, ...made }, words) =>
    `${words.made(made)}${how === 'telephoned' ? `已电话告知${words.role(role)}` : `${words.role(role)}已读`}${duty === undefined ? '' : `“${nameOf({ duty, name: about }, words)}”事项`}`,
  ClockContinued: ({ reason }) => `计时程序已续接:${reason}`,
  // Which error it was stands in the entry; no reader of the file can do anything with it.
  ClockFaulted: () => '计时程序故障,须人工掌握本案时限',
  CommandRefused: ({ message }) => `未予受理:${message}`,
};

/** What an event says in the file, in plain Chinese. */
export const labelOf = (regulation: Regulation, event: CaseEvent): string =>
  (describe[event.type] as Describe<EventType>)(event, wordsOf(regulation));

/** What the events of one entry say, each at its place. */
export const labelsOf = (regulation: Regulation, events: readonly CaseEvent[]): string[] =>
  sayAfterwardsOnce(events.map((event) => labelOf(regulation, event)));
