import { type CaseState, isSecret } from '../../../shared/case/state.ts';
import type { TaskReply } from '../../../shared/contracts/replies/task.ts';
import { scheduleCase } from '../../../shared/deadlines/schedule.ts';
import type { ScheduledDuty } from '../../../shared/deadlines/scheduled-duty.ts';
import { authoritiesFor, citations } from '../../../shared/regulations/lookup.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { nameOfPerson } from '../../../shared/rules/persons.ts';
import type { Reading } from '../../../shared/rules/reading/cases.ts';
import { isTaskOverdue, type Task, type TaskKind } from '../../../shared/rules/tasks/tasks-of.ts';
import { createReplyParts } from '../../reply-parts.ts';
import { callsIn } from './calls.ts';
import { foundLateText, limitView, nextStage } from './duty.ts';

const KINDS: Readonly<Record<TaskKind, string>> = {
  duty: '应办',
  immediate: '应立即办',
  climbed: '待督促',
  confirm: '待确认',
  sign: '待签发',
  acknowledge: '待签收',
  telephone: '待电话通知',
  complete: '待补全',
};
/** What waits for somebody stands at the instant since when it does, and so does 立即. */
const WAITS: readonly TaskKind[] = ['immediate', 'climbed', 'confirm', 'acknowledge', 'complete'];
const INSTANT = /^\d{4}-/;

const sinceOf = ({ kind, at, entered }: Task, time: (at: string) => string): string | null => {
  if (entered !== undefined) return time(entered.at);
  return WAITS.includes(kind) && INSTANT.test(at) ? time(at) : null;
};

const scheduledOf = (regulation: Regulation, state: CaseState, { duty, occurrence, kind }: Task) =>
  kind === 'confirm'
    ? undefined
    : scheduleCase(regulation, state).duties.find(
        (each) => each.duty === duty && each.current.occurrence === occurrence,
      );

const ofDuty = (regulation: Regulation, scheduled: ScheduledDuty) => {
  const parts = createReplyParts(regulation);
  const { countsFrom } = scheduled.current;
  return {
    ...limitView(regulation, scheduled),
    name: scheduled.name,
    responsible: parts.role(scheduled.responsible),
    dutyUnit: parts.unitOrNull(scheduled.unit ?? null),
    next: nextStage(regulation, scheduled, parts),
    foundLate: foundLateText(scheduled),
    ...(countsFrom === undefined ? {} : { countsFrom: parts.time(countsFrom) }),
  };
};
/** What is no duty is somebody's by the table of who may do what. */
const ofCommand = (regulation: Regulation, { handlingLevel }: CaseState, { commands }: Task) => {
  const [first] = commands;
  const [authority] = first === undefined ? [] : authoritiesFor(regulation, first.type, handlingLevel);
  return {
    name: null,
    responsible: null,
    dutyUnit: null,
    limitText: null,
    basisText: null,
    clauses: authority === undefined ? [] : citations(regulation, authority.cite),
    next: null,
    foundLate: null,
  };
};

/** Whom to ring about it, and what to say. */
const callsOf = (
  regulation: Regulation,
  state: CaseState,
  of: { task: Task; scheduled: ScheduledDuty | undefined; reading: Reading; now: string },
): Pick<TaskReply, 'call' | 'say'> => {
  const { task, scheduled, reading, now } = of;
  const calls = callsIn(regulation, state, { reading, now });
  const notice = task.notice === undefined ? undefined : state.telephoneTasks[task.notice];
  if (notice !== undefined) return calls.about(notice);
  if (scheduled === undefined) return { call: [], say: null };
  if (task.kind === 'climbed') return { call: calls.toPress(scheduled), say: null };
  return { call: calls.toReport(scheduled), say: null };
};

/** A task as the API shows it at `now`; `regulation`: of its case. */
export const taskView = (
  regulation: Regulation,
  state: CaseState,
  task: Task,
  { reading, now }: { reading: Reading; now: string },
): TaskReply => {
  const { kind, text, due, to, provisional = false, byReference = false } = task;
  const { level, named, role, time, timeOrNull } = createReplyParts(regulation);
  const scheduled = scheduledOf(regulation, state, task);
  return {
    case: task.caseId,
    title: task.title,
    handlingLevel: level(state.handlingLevel),
    unit: state.unit === null ? null : named(regulation.units, state.unit),
    secret: isSecret(state),
    kind,
    kindText: KINDS[kind],
    text,
    due: timeOrNull(due),
    since: sinceOf(task, time),
    overdue: isTaskOverdue(task, now),
    breachable: task.breachable === true,
    basis: task.basis ?? null,
    levelProposed: state.provisional,
    provisional,
    byReference,
    ...(task.duty === undefined ? {} : { duty: task.duty }),
    ...(task.occurrence === undefined ? {} : { occurrence: task.occurrence }),
    ...(task.act === undefined ? {} : { act: task.act }),
    ...(task.entryKind === undefined ? {} : { entryKind: task.entryKind }),
    ...(task.notice === undefined ? {} : { notice: task.notice }),
    posts: to.posts.map((post) => ({
      ...role(post.role),
      unit: post.unit === undefined ? null : named(regulation.units, post.unit),
    })),
    people: [...new Set(to.people.map(({ id, name }) => nameOfPerson(reading.roster, id) ?? (name || id)))],
    ...callsOf(regulation, state, { task, scheduled, reading, now }),
    ...(scheduled === undefined ? ofCommand(regulation, state, task) : ofDuty(regulation, scheduled)),
    commands: task.commands.map(({ type, carries }) => ({
      type,
      carries: Object.fromEntries(
        Object.entries(carries).map(([field, value]) => [
          field,
          typeof value === 'object' ? [...value] : value,
        ]),
      ),
    })),
  };
};
