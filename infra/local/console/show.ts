import { CaseListReply, type CaseReply, OpenedReply } from '../../../shared/contracts/replies/case.ts';
import type { DutyReply } from '../../../shared/contracts/replies/duty.ts';
import { LogReply } from '../../../shared/contracts/replies/log.ts';
import { sent } from '../../../shared/contracts/replies/routes.ts';
import type { TaskReply } from '../../../shared/contracts/replies/task.ts';

const time = (at: string): string => at.slice(5, 19).replace('T', ' ');
const dutyLine = ({
  duty,
  name,
  status,
  statusText,
  limitText,
  limitKind,
  due,
  fulfilledLate,
  completedAt,
  clauses,
  next,
  reason,
  start,
  responsible,
  missingReceivers,
  warningDraft,
}: DutyReply): string => {
  const done = completedAt === null ? '' : `;${time(completedAt)}办理${fulfilledLate ? '(逾期)' : ''}`;
  const isRunning = status === 'open' || status === 'listed' || status === 'held';
  const left =
    isRunning && missingReceivers.length > 0
      ? `;还须报${missingReceivers.map((group) => group.map(({ name: role }) => role).join('或')).join('、')}`
      : '';
  const draft = (warningDraft ?? [])
    .map(({ part, text }) => `\n      ${part}:${text ?? '(请补充)'}`)
    .join('');
  const awaited = warningDraft === null ? '' : `\n    待核发(ReleaseWarning duty=${duty}):${draft}`;
  const then = next === null ? '' : `;${time(next.at)} ${next.stageText}→${next.to.name}`;
  return `  ${statusText.padEnd(6, ' ')} ${name}(${duty})  ${limitText}${due === null ? '' : limitKind === 'immediate' ? ` 自${time(due)}起` : ` 时限${time(due)}${start?.estimated ? `(按${start.name}估计)` : ''}`}${done}${left}${then}${reason === null ? '' : `;${reason}`}  责任:${responsible.name}  依据:${clauses.map(({ clause }) => clause).join('、')}${awaited}`;
};

/** What was written down when the case was entered by hand. */
const noteLines = ({ note: { text, call } }: CaseReply): string[] => {
  if (text === undefined && call === undefined) return [];
  const parts = [
    ['来电时间', call?.at === undefined ? undefined : time(call.at)],
    ['来电人', call?.caller],
    ['单位职务', call?.post],
    ['来电号码', call?.number],
    ['接听人', call?.takenBy],
  ].flatMap(([name, value]) => (value === undefined ? [] : [`${name}${value}`]));
  return [
    `${call === undefined ? '录入原文' : '值班电话记录'}:${parts.join(';')}`,
    ...(text === undefined ? [] : text.split('\n').map((line) => `  ${line}`)),
  ];
};

/** A case for the console: what is owed, by when, by whom, on which clause. */
const printCase = (view: OpenedReply): string =>
  [
    `${view.case} ${view.title}`,
    `${view.stateText}  级别:${view.warningLevel.name}${view.gradingText === '' ? '' : `(${view.gradingText})`}  处置级别:${view.handlingLevel.name}  责任单位:${view.unit?.name ?? '未转办'}`,
    ...view.ratings.map(
      ({ scale, level, byDefault }) =>
        `${scale.name}:${level.name}${byDefault === null ? '' : `(未评定,${byDefault.reason})`}`,
    ),
    ...(view.flags.length === 0 ? [] : [`标记:${view.flags.map(({ name }) => name).join('、')}`]),
    ...noteLines(view),
    ...(view.notes ?? []).map((text) => `注意:${text}`),
    ...view.doubts.map(({ name }) => `存疑:${name},未据以起算,请核实`),
    ...view.items.flatMap(({ title, doubt }) =>
      doubt === undefined ? [] : [`存疑:信息“${title}”(${doubt}),未据以起算,请核实`],
    ),
    `定级理由(得分${view.grade.score ?? '—'}):`,
    ...view.grade.reasons.map(({ text }) => `  ${text}`),
    ...(view.awaitingSecondPerson === null
      ? []
      : [`待第二人审批:降为${view.awaitingSecondPerson.to.name}(申请人${view.awaitingSecondPerson.by})`]),
    ...(view.awaitingConclusion === null ? [] : [`待第二人同意:结报(提出人${view.awaitingConclusion.by})`]),
    ...view.orders.map(
      ({ order, number, stateText, unit, reason }) =>
        `督办通知${number ?? `稿(案卷日志第${order}条)`} ${stateText} ${unit.name}:${reason}`,
    ),
    ...view.releases.map(({ act, name, stateText }) => `不再报送(案卷日志第${act}条) ${name} ${stateText}`),
    ...view.telephoneTasks.map(
      ({ notice, tell, about }) =>
        `须电话通知:${tell.name}${about === null ? '' : `,${about.name}`}  (${notice})`,
    ),
    ...view.incompleteActs.map(
      ({ act, name, madeAt, by, missing }) =>
        `要件待补:案卷日志第${act}条 ${time(madeAt)} ${by} ${name},缺${missing.join('、')}`,
    ),
    '职责:',
    ...view.duties.map(dutyLine),
    ...(view.cancelled.length === 0
      ? []
      : ['已不适用:', ...view.cancelled.map(({ name, reason }) => `  ${name}:${reason}`)]),
  ].join('\n');

const taskLine = ({ case: id, kindText, text, due, overdue, provisional, act, notice }: TaskReply): string =>
  `  ${kindText} ${id} ${text}${due === null ? '' : `  ${provisional ? '暂定时限' : '时限'}${time(due)}${overdue ? '(已逾期)' : ''}`}${act === undefined ? '' : `  (案卷日志第${act}条)`}${notice === undefined ? '' : `  (${notice})`}`;

const printList = ({ cases, tasks }: CaseListReply): string =>
  [...(tasks.length === 0 ? [] : ['我的事项:', ...tasks.map(taskLine), '案卷:']), printCases(cases)].join(
    '\n',
  );

const printCases = (cases: CaseListReply['cases']): string =>
  cases.length === 0
    ? '没有在办案卷'
    : cases
        .map(
          ({
            case: id,
            title,
            state,
            stateText,
            handlingLevel,
            provisional,
            gradingText,
            overdueDuties,
            incompleteActCount,
            next,
          }) =>
            `${id} ${state === 'open' ? '' : `${stateText} `}${handlingLevel.name}${provisional ? `(${gradingText})` : ''} ${title}${overdueDuties.length > 0 ? `  逾期:${overdueDuties.map(({ name }) => name).join('、')}` : ''}${incompleteActCount === 0 ? '' : `  要件待补${incompleteActCount}件`}${next === null ? '' : `  下一步:${time(next.at)} ${next.name}${next.stageText}`}`,
        )
        .join('\n');

const printLog = ({ intact, brokenAtVersion, entries }: LogReply): string =>
  [
    ...entries.map(
      ({ version, localTime, actor, labels, hash }) =>
        `${String(version).padStart(4)} ${localTime} ${actor.name} ${labels.join(' | ')} [${hash.slice(0, 8)}]`,
    ),
    intact ? '链条完整' : `链条在第${brokenAtVersion}条处已被改动`,
  ].join('\n');

const SHOW = {
  case: (body: unknown) => printCase(sent(OpenedReply).parse(body)),
  list: (body: unknown) => printList(sent(CaseListReply).parse(body)),
  log: (body: unknown) => printLog(sent(LogReply).parse(body)),
};
export type ShownAs = keyof typeof SHOW;

/** An answer of the office's API for the console, read by its contract. Throws when it is no such answer. */
export const showReply = (shownAs: ShownAs, body: unknown): string => SHOW[shownAs](body);
