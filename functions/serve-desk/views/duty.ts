import type { DutyReply } from '../../../shared/contracts/replies/duty.ts';
import { canBeOverdue, isOverdue, isTarget } from '../../../shared/deadlines/breach.ts';
import { outcomeInChinese } from '../../../shared/deadlines/occurrences/outcome-words.ts';
import { chaseWord } from '../../../shared/deadlines/own/orders.ts';
import { isTentative, promptedFor, type ScheduledDuty } from '../../../shared/deadlines/scheduled-duty.ts';
import { FOUND_LATE } from '../../../shared/deadlines/starts/found-late.ts';
import type { Step } from '../../../shared/deadlines/steps.ts';
import { citations, dutyOf } from '../../../shared/regulations/lookup.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { createReplyParts, type ReplyParts } from '../../reply-parts.ts';

const STATUS = {
  notStarted: '未起算',
  open: '待办',
  listed: '未定时限',
  held: '暂缓',
  fulfilled: '已完成',
  ended: '已终止',
} as const;
/** What comes at a stage, as people are told. */
export const stageText = (regulation: Regulation, stage: Step['stage']): string =>
  ({ remind: '提醒', due: '到期核查', overdue: `逾期${chaseWord(regulation)}` })[stage];

const startName = (regulation: Regulation, instant: string, { named }: ReplyParts): string => {
  if (instant === 'recorded') return '登记';
  const [kind, other] = instant.split(':');
  if (other === undefined) return named(regulation.instants, instant).name;
  if (kind === 'decision') return `决定“${named(regulation.decisions, other).name}”`;
  const { name } = dutyOf(regulation, other);
  return kind === 'after' ? `“${name}”完成` : `“${name}”的时限`;
};

/** What its clock does next, and whom it tells. */
export const nextStage = (
  regulation: Regulation,
  { next, rungs, responsible }: ScheduledDuty,
  parts: ReplyParts,
): DutyReply['next'] =>
  next && {
    stage: next.stage,
    stageText: stageText(regulation, next.stage),
    at: parts.time(next.carriedAt ?? next.at),
    to: parts.role(rungs[next.rung] ?? responsible),
  };

/** 发现时已逾期 and the like; null: it could be kept. */
export const foundLateText = ({ foundLate }: ScheduledDuty): string | null =>
  foundLate === null ? null : FOUND_LATE[foundLate.how];

const clockOf = (regulation: Regulation, scheduled: ScheduledDuty, parts: ReplyParts) => {
  const { start, current, soft, extendableTo, missingYears, foundLate, keptDue, ...duty } = scheduled;
  const ownDue = current.due === null ? promptedFor(scheduled) : null;
  return {
    start: start && {
      instant: start.instant,
      name: startName(regulation, start.instant, parts),
      at: parts.time(start.at),
      estimated: start.estimated,
      dateOnly: start.dateOnly,
      ...(start.revised === undefined
        ? {}
        : {
            revised: {
              by: start.revised.by.name,
              at: parts.time(start.revised.at),
              from: parts.time(start.revised.from),
            },
          }),
    },
    occurrence: current.occurrence,
    due: parts.timeOrNull(current.due),
    ...(ownDue === null ? {} : { ownDue: parts.time(ownDue) }),
    softDue: parts.timeOrNull(soft),
    ...(extendableTo === undefined ? {} : { extendableTo: parts.timeOrNull(extendableTo) }),
    ...(current.countsFrom === undefined ? {} : { countsFrom: parts.time(current.countsFrom) }),
    ...(missingYears.length === 0 ? {} : { calendarMissing: [...missingYears] }),
    provisional: duty.provisional,
    byReference: duty.isOwn,
    foundLate: foundLate && {
      how: foundLate.how,
      text: foundLateText(scheduled)!,
      bySeconds: Math.round(foundLate.lagMilliseconds / 1000),
    },
    ...(keptDue === null ? {} : { keptDue: parts.time(keptDue) }),
    untold: duty.untold,
    outcome: current.outcome,
    completedAt: parts.timeOrNull(current.completedAt),
    fulfilledLate: current.outcome === 'fulfilledLate',
    next: nextStage(regulation, scheduled, parts),
    history: duty.history.map(({ occurrence, outcome, entry, due, completedAt }) => ({
      ...{ occurrence, outcome, entry },
      due: parts.timeOrNull(due),
      completedAt: parts.timeOrNull(completedAt),
    })),
  };
};

const statusText = (scheduled: ScheduledDuty, overdue: boolean): string => {
  if (overdue) return '逾期';
  const { status, current, isOwn, limit } = scheduled;
  const { outcome, due, completedAt: at, enteredLate } = current;
  const isPlain = outcome === 'open' || outcome === 'ended' || outcome === 'fulfilled';
  const isSaid = !isPlain && outcome !== 'fulfilledLate';
  const kind = { isPeriod: limit.kind === 'every', isTarget: isTarget(scheduled), enteredLate };
  const text = isSaid ? outcomeInChinese(outcome, { due, at, ...kind }) : STATUS[status];
  if (status !== 'open') return text;
  return `${isOwn ? '参照·' : isTentative(scheduled) ? '暂定·' : ''}${text}`;
};

/** Whose limit it is; what the office only reads like a rule says so (register X51). */
const basisText = (
  { called }: Regulation,
  { basis, isOwn, isOfCase, provisional, missingYears }: ScheduledDuty,
): string => {
  if (isOfCase) return `本局要求(非${called}规定)`;
  if (basis === 'bureau') return `本局提示(非${called}规定)`;
  if (isOwn) return `参照(本局设置,非${called}规定)`;
  const awaited = [
    ...(provisional ? ['待定级'] : []),
    ...(missingYears.length > 0 ? [`待${missingYears.join('、')}年放假通知`] : []),
  ];
  return awaited.length > 0 ? `${called}规定(暂定,${awaited.join(',')})` : `${called}规定`;
};

/** What a list says of a duty's limit. */
export const limitView = (regulation: Regulation, scheduled: ScheduledDuty) => ({
  basisText: basisText(regulation, scheduled),
  limitText: scheduled.limitText,
  clauses: citations(regulation, scheduled.cite),
});

/** A scheduled duty as the API shows it at `now`: every due instant with its clauses. */
export const dutyView = (
  regulation: Regulation,
  scheduled: ScheduledDuty,
  now: string,
  draft: DutyReply['warningDraft'] = null,
): DutyReply => {
  const parts = createReplyParts(regulation);
  const { receivers, copies, channels } = scheduled;
  const overdue = isOverdue(scheduled, now);
  return {
    duty: scheduled.duty,
    name: scheduled.name,
    status: scheduled.status,
    statusText: statusText(scheduled, overdue),
    basis: scheduled.basis,
    limitKind: scheduled.limit.kind,
    ...limitView(regulation, scheduled),
    ...(scheduled.limitLevel === undefined ? {} : { limitLevel: parts.level(scheduled.limitLevel) }),
    ...clockOf(regulation, scheduled, parts),
    holds: scheduled.holds.map(({ from, to, reason }) => ({
      from: parts.time(from),
      to: parts.timeOrNull(to),
      reason,
    })),
    overdue,
    breachable: canBeOverdue(scheduled),
    reason: scheduled.reason,
    responsible: parts.role(scheduled.responsible),
    unit: parts.unitOrNull(scheduled.unit ?? null),
    receivers: receivers.map(parts.role),
    missingReceivers: scheduled.missingReceivers.map((group) => group.map(parts.role)),
    warningDraft: draft,
    byNotice: null,
    copies: copies.map(parts.role),
    channels: channels.map((id) => parts.named(regulation.channels, id)),
    rungs: scheduled.rungs.map(parts.role),
  };
};
