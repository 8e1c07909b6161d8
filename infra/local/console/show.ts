import { CaseListReply, OpenedReply } from '../../../shared/contracts/replies/case.ts';
import { ClocksReply } from '../../../shared/contracts/replies/clocks.ts';
import { StatusReply } from '../../../shared/contracts/replies/health.ts';
import { LogReply } from '../../../shared/contracts/replies/log.ts';
import { sent } from '../../../shared/contracts/replies/routes.ts';
import { DutyListReply, type TaskReply } from '../../../shared/contracts/replies/task.ts';
import { OpeningTriedReply, TriedReply } from '../../../shared/contracts/replies/try.ts';
import { printCase } from './case-lines.ts';
import { printClocks } from './clock-lines.ts';
import { limitEnd, time } from './lines.ts';
import { printStatus } from './status-lines.ts';
import { printOpeningTried, printTried } from './tried-lines.ts';

const taskLine = ({
  case: id,
  kindText,
  text,
  due,
  overdue,
  provisional,
  byReference,
  act,
  notice,
}: TaskReply): string =>
  `  ${kindText} ${id} ${text}${due === null ? '' : `  ${byReference ? '参照' : provisional ? '暂定' : ''}时限${limitEnd(due)}${overdue ? '(已逾期)' : ''}`}${act === undefined ? '' : `  (案卷日志第${act}条)`}${notice === undefined ? '' : `  (${notice})`}`;

const MORE = '(未完,可加条件缩小范围,或加 limit=200)';
const moreLine = ({ next }: { next: string | null }): string[] => (next === null ? [] : [MORE]);

const printList = (reply: CaseListReply): string =>
  [
    ...reply.damaged.map(({ text }) => text),
    reply.cases.length === 0 && reply.next === null ? '没有这样的案卷' : printCases(reply.cases),
    ...moreLine(reply),
  ].join('\n');
const printDuties = (reply: DutyListReply): string =>
  [
    ...reply.damaged.map(({ text }) => text),
    ...(reply.duties.length === 0 && reply.next === null ? ['目前没有待办'] : reply.duties.map(taskLine)),
    ...moreLine(reply),
  ].join('\n');

type Counts = Pick<
  CaseListReply['cases'][number],
  'incompleteActCount' | 'unconfirmedActCount' | 'lateEntryCount' | 'unapprovedActCount'
>;
/** What is counted apart, as far as there is any. */
const countsText = (row: Counts): string =>
  [
    ['要件待补', row.incompleteActCount],
    ['待确认', row.unconfirmedActCount],
    ['逾期后补录待核实', row.lateEntryCount],
    ['未经审定', row.unapprovedActCount],
  ]
    .map(([words, count]) => (count === 0 ? '' : `  ${words}${count}件`))
    .join('');

const printCases = (cases: CaseListReply['cases']): string =>
  cases
    .map(
      ({
        case: id,
        title,
        state,
        stateText,
        handlingLevel,
        withoutLimit,
        provisional,
        gradingText,
        gradedLate,
        overdueDuties,
        next,
        ...apart
      }) =>
        `${id} ${state === 'open' ? '' : `${stateText} `}${handlingLevel.name}${provisional || gradedLate ? `(${gradingText})` : ''}${withoutLimit === null ? '' : `(${withoutLimit})`} ${title}${overdueDuties.length > 0 ? `  逾期:${overdueDuties.map(({ name }) => name).join('、')}` : ''}${countsText(apart)}${next === null ? '' : `  下一步:${time(next.at)} ${next.name}${next.stageText}`}`,
    )
    .join('\n');

const printLog = ({ intact, findings, earlier, entries }: LogReply): string =>
  [
    ...entries.map(
      ({ version, localTime, clockTime, actor, labels, hash }) =>
        `${String(version).padStart(4)} ${localTime}${clockTime === undefined ? '' : `(当时系统时钟为${clockTime})`} ${actor.name} ${labels.join(' | ')} [${hash.slice(0, 8)}]`,
    ),
    ...earlier.map(({ text, at }) => `${at.slice(0, 16).replace('T', ' ')} 检查发现:${text}`),
    intact ? '链条完整' : `链条不完整:${findings.map(({ text }) => text).join(';')}`,
  ].join('\n');

const SHOW = {
  case: (body: unknown) => printCase(sent(OpenedReply).parse(body)),
  list: (body: unknown) => printList(sent(CaseListReply).parse(body)),
  duties: (body: unknown) => printDuties(sent(DutyListReply).parse(body)),
  tried: (body: unknown) => printTried(sent(TriedReply).parse(body)),
  openingTried: (body: unknown) => printOpeningTried(sent(OpeningTriedReply).parse(body)),
  log: (body: unknown) => printLog(sent(LogReply).parse(body)),
  clocks: (body: unknown) => printClocks(sent(ClocksReply).parse(body)),
  status: (body: unknown) => printStatus(sent(StatusReply).parse(body)),
};
export type ShownAs = keyof typeof SHOW;

/** An answer of the office's API for the console, read by its contract. Throws when it is no such answer. */
export const showReply = (shownAs: ShownAs, body: unknown): string => SHOW[shownAs](body);
