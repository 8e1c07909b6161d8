import type { Notice } from '../../case/events.ts';
import { unjudged, unjudgedMark } from '../../case/state/case-item.ts';
import { isSecret } from '../../case/state.ts';
import { beginningOf } from '../../deadlines/starts/beginnings.ts';
import { instantName, nameIn, receiversOf } from '../../regulations/lookup.ts';
import type { InstantId } from '../../regulations/schema.ts';
import { putLater } from '../acts/doubts.ts';
import type { Post } from '../persons.ts';
import { maskNumbersIn } from '../reading/numbers.ts';
import { SECRET_FOUND } from '../secrecy/telling.ts';
import {
  AT_ONCE,
  FIRST_OF_ALL,
  giversIn,
  holds,
  postsIn,
  type Task,
  type TaskCase,
  type TaskPerson,
} from './task.ts';

/** Who is told of a new case is at the telephone, and is asked what nobody else can say. */
const atTelephone = (of: TaskCase): Post[] => postsIn(of, receiversOf(of.regulation, 'opened'));
export const isAtTelephone = (of: TaskCase, who: TaskPerson): boolean =>
  receiversOf(of.regulation, 'opened').some((role) => holds(who, of, role));

/** Of a 涉密 case it is said on the telephone that there is something to come for (reading R26). */
const saysNothing = ({ regulation }: TaskCase, { role, template }: Notice) => {
  const name = nameIn(regulation.roles, role);
  const text =
    template === SECRET_FOUND
      ? `请电话通知${name}:本系统中曾录入涉密内容,须在24小时内报告保密行政管理部门(《保守国家秘密法实施条例》第六十一条),并决定清除`
      : `请电话通知${name}到办公室办理急件`;
  return { text, due: null, at: FIRST_OF_ALL };
};
const whatToTell = ({ regulation, duties }: TaskCase, { role, duty, due }: Notice) => {
  const about =
    duty === undefined
      ? ''
      : `:${duties.find((each) => each.duty === duty)?.name ?? nameIn(regulation.duties, duty)}`;
  return {
    text: `请电话通知${nameIn(regulation.roles, role)}${about}`,
    due: due ?? null,
    at: due ?? AT_ONCE,
  };
};

/** What no message may or could carry has to be told by telephone. */
export const telephoneTasks = (of: TaskCase): Task[] =>
  Object.values(of.state.telephoneTasks).map((notice) => ({
    caseId: of.state.caseId,
    title: of.state.title,
    kind: 'telephone' as const,
    key: notice.key,
    ...(isSecret(of.state) ? saysNothing(of, notice) : whatToTell(of, notice)),
    to: { posts: atTelephone(of), people: [] },
    notice: notice.key,
    commands: [{ type: 'AnswerNotice' as const, carries: { notice: notice.key } }],
  }));

/** 事发 or 舆情发生 that some duty of the case counts from and that something else, or a time said from another, still stands in for. */
const unknownBeginnings = ({
  regulation,
  state,
  duties,
}: TaskCase): { id: string; isEstimate: boolean }[] => {
  const ids = regulation.instants.filter(({ bounds }) => bounds.length > 0).map(({ id }) => id);
  const counted = new Set(
    duties.flatMap(({ start, status }) =>
      start?.estimated && !start.instant.includes(':') && status === 'open' ? [start.instant] : [],
    ),
  );
  return ids.flatMap((id) => {
    const { instant: by, estimated: isEstimate = false } = beginningOf(regulation, state, id) ?? {};
    const isUnknown = by !== undefined && (by !== id || isEstimate) && counted.has(by as InstantId);
    return isUnknown ? [{ id, isEstimate }] : [];
  });
};

/** Marks of items that could not be read and may be grave: a person says how the case is marked, or that nothing changes. */
const markTasks = (of: TaskCase): Task[] =>
  of.state.items.flatMap((item) => {
    const mark = unjudgedMark(item);
    if (mark === undefined) return [];
    return [
      {
        caseId: of.state.caseId,
        title: of.state.title,
        kind: 'complete' as const,
        key: `mark#${item.feed}#${item.id}`,
        text: `请核实信息“${maskNumbersIn(item.title)}”的标记:原文为“${maskNumbersIn(mark)}”,未能识别`,
        to: { posts: giversIn(of, 'SetFlags'), people: [] },
        at: of.state.openedAt,
        due: null,
        commands: [{ type: 'SetFlags' as const, carries: {} }],
      },
    ];
  });

/** Times that start nothing until somebody has made sure of them, and marks that nobody could read. */
export const doubtTasks = (of: TaskCase): Task[] => {
  const { state, regulation } = of;
  if (state.status !== 'open') return [];
  const ask = (key: string, text: string, instant: string): Task => ({
    caseId: state.caseId,
    title: state.title,
    kind: 'complete',
    key,
    text,
    to: { posts: giversIn(of, 'CorrectInstant'), people: [] },
    at: state.openedAt,
    due: null,
    commands: [{ type: 'CorrectInstant', carries: { instant } }],
  });
  const named = (id: string): string => instantName(regulation, id);
  return [
    ...markTasks(of),
    ...unknownBeginnings(of).map(({ id, isEstimate }) => {
      const by = isEstimate ? '推算的公开或事发时间' : '发现、收到或立案时间';
      return ask(`begin#${id}`, `请填写“${named(id)}”时间:现暂按${by}起算`, id);
    }),
    ...Object.entries(state.unread).map(([id, text]) =>
      ask(`unread#${id}`, `请核实“${named(id)}”时间:原文为“${text}”`, id),
    ),
    ...state.doubts.map((id) => ask(`doubt#${id}`, `请核实“${named(id)}”时间:存疑,未据以起算`, id)),
    ...state.items
      .filter(({ doubt }) => doubt !== undefined)
      .map(({ feed, id, title }) =>
        ask(
          `item#${feed}#${id}`,
          `请核实信息“${maskNumbersIn(title)}”的公开时间:存疑,未据以起算`,
          'occurredAt',
        ),
      ),
    ...state.items.flatMap((item) =>
      unjudged(item).map(([field, time]) =>
        ask(
          `later#${field}#${item.feed}#${item.id}`,
          `请核实信息“${maskNumbersIn(item.title)}”的${putLater(regulation, field, time)}`,
          field,
        ),
      ),
    ),
  ];
};
