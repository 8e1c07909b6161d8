import type { DutyReply } from '../../../shared/contracts/replies/duty.ts';
import { isOverdue } from '../../../shared/deadlines/breach.ts';
import type { Outcome } from '../../../shared/deadlines/occurrences.ts';
import type { ScheduledDuty } from '../../../shared/deadlines/schedule.ts';
import { citations, dutyOf } from '../../../shared/regulations/lookup.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { createReplyParts, type ReplyParts } from '../../reply-parts.ts';

const STATUS = {
  notStarted: '未起算',
  open: '办理中',
  listed: '无具体时限',
  held: '暂缓',
  fulfilled: '已完成',
  ended: '已终止',
} as const;
/** What is done, and not simply in time. */
const OUTCOMES: Partial<Record<Outcome, string>> = {
  unconfirmed: '已办·待确认',
  lateEntry: '逾期后补录,待核实',
  unapproved: '未经审定发布',
};
const STAGES = { remind: '提醒', due: '到期核查', overdue: '逾期督办' } as const;

const startName = (regulation: Regulation, instant: string, { named }: ReplyParts): string => {
  const [kind, other] = instant.split(':');
  if (other === undefined) return named(regulation.instants, instant).name;
  const { name } = dutyOf(regulation, other);
  return kind === 'after' ? `“${name}”完成` : `“${name}”的时限(暂定)`;
};

const clockOf = (
  regulation: Regulation,
  { start, current, soft, extendableTo, missingYears, discoveryLagMilliseconds, ...duty }: ScheduledDuty,
  parts: ReplyParts,
) => ({
  start: start && {
    instant: start.instant,
    name: startName(regulation, start.instant, parts),
    at: parts.time(start.at),
    estimated: start.estimated,
  },
  occurrence: current.occurrence,
  due: parts.timeOrNull(current.due),
  softDue: parts.timeOrNull(soft),
  ...(extendableTo === undefined ? {} : { extendableTo: parts.timeOrNull(extendableTo) }),
  ...(missingYears.length === 0 ? {} : { calendarMissing: missingYears }),
  discoveredLateBySeconds:
    discoveryLagMilliseconds === null ? null : Math.round(discoveryLagMilliseconds / 1000),
  outcome: current.outcome,
  completedAt: parts.timeOrNull(current.completedAt),
  fulfilledLate: current.outcome === 'fulfilledLate',
  next: duty.next && {
    stage: duty.next.stage,
    stageText: STAGES[duty.next.stage],
    at: parts.time(duty.next.at),
    to: parts.role(duty.rungs[duty.next.rung] ?? duty.responsible),
  },
  history: duty.history.map(({ due, completedAt, ...each }) => ({
    ...each,
    due: parts.timeOrNull(due),
    completedAt: parts.timeOrNull(completedAt),
  })),
});

/** A scheduled duty as the API shows it at `now`: every due instant with its clauses. */
export const dutyView = (regulation: Regulation, scheduled: ScheduledDuty, now: string): DutyReply => {
  const parts = createReplyParts(regulation);
  const { receivers, copies, channels } = scheduled;
  const overdue = isOverdue(scheduled, now);
  return {
    duty: scheduled.duty,
    name: scheduled.name,
    status: scheduled.status,
    statusText: overdue ? '逾期' : (OUTCOMES[scheduled.current.outcome] ?? STATUS[scheduled.status]),
    basis: scheduled.basis,
    basisText:
      scheduled.basis === 'law' ? `${regulation.called}规定` : `本局提示(非${regulation.called}规定)`,
    limitKind: scheduled.limit.kind,
    limitText: scheduled.limitText,
    clauses: citations(regulation, scheduled.cite),
    ...clockOf(regulation, scheduled, parts),
    overdue,
    reason: scheduled.reason,
    responsible: parts.role(scheduled.responsible),
    receivers: receivers.map(parts.role),
    copies: copies.map(parts.role),
    channels: channels.map((id) => parts.named(regulation.channels, id)),
    rungs: scheduled.rungs.map(parts.role),
  };
};
