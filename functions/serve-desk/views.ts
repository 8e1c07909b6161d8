import type { CaseState } from '../../shared/case/state.ts';
import { isOverdue } from '../../shared/deadlines/breach.ts';
import { ratingsOfCase } from '../../shared/deadlines/condition-facts.ts';
import { type ScheduledDuty, scheduleCase } from '../../shared/deadlines/schedule.ts';
import { citations, levelOf, roleName } from '../../shared/regulations/lookup.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';
import { withOffset } from '../../shared/time/instants.ts';

const STATUS = {
  notStarted: '未起算',
  open: '办理中',
  listed: '无具体时限',
  held: '暂缓',
  fulfilled: '已完成',
  ended: '已终止',
} as const;
const STAGES = { remind: '提醒', due: '到期核查', overdue: '逾期督办' } as const;
const STATES = { open: '处置中', concluded: '已结报', archived: '已归档' } as const;

/** How a case is shown over the API: every due instant with its clause, every instant with the bureau's offset. */
export const createViews = (regulation: Regulation) => {
  const time = (at: string | null | undefined): string | null =>
    at === null || at === undefined ? null : withOffset(at, regulation.zone);
  const role = (id: string) => ({ id, name: roleName(regulation, id) });
  const level = (id: string) => {
    const { name, short } = levelOf(regulation, id);
    return { id, name, short };
  };
  const named = (list: readonly { id: string; name: string }[], id: string) => ({
    id,
    name: list.find((each) => each.id === id)?.name ?? id,
  });

  const startName = (instant: string): string => {
    const [kind, other] = instant.split(':');
    const name = regulation.duties.find(({ id }) => id === other)?.name;
    if (kind === 'after') return `“${name}”完成`;
    return kind === 'due' ? `“${name}”的时限(暂定)` : named(regulation.instants, instant).name;
  };

  const duty = (scheduled: ScheduledDuty, now: string) => {
    const { current, start, next } = scheduled;
    const definition = regulation.duties.find(({ id }) => id === scheduled.duty)!;
    const overdue = isOverdue(scheduled, now);
    return {
      duty: scheduled.duty,
      name: scheduled.name,
      status: scheduled.status,
      statusText: overdue ? '逾期' : STATUS[scheduled.status],
      basis: scheduled.basis === 'law' ? `${regulation.called}规定` : `本局提示(非${regulation.called}规定)`,
      limit: scheduled.limitText,
      /** `immediate`: `due` is the instant from which 立即 holds, not a limit in hours. */
      limitKind: scheduled.limit.kind,
      clauses: citations(regulation, scheduled.cite),
      start:
        start === null
          ? null
          : {
              instant: start.instant,
              name: startName(start.instant),
              at: time(start.at),
              estimated: start.estimated,
            },
      occurrence: current.occurrence,
      due: time(current.due),
      softDue: time(scheduled.soft),
      extendableTo: scheduled.extendableTo === undefined ? undefined : time(scheduled.extendableTo),
      /** The count went through years whose holidays are not known: the instant can only be too early. */
      ...(scheduled.missingYears.length === 0 ? {} : { calendarMissing: scheduled.missingYears }),
      overdue,
      discoveredLateBySeconds:
        scheduled.discoveryLagMilliseconds === null
          ? null
          : Math.round(scheduled.discoveryLagMilliseconds / 1000),
      completedAt: time(current.completedAt),
      late: current.outcome === 'fulfilledLate',
      next:
        next === null
          ? null
          : {
              stage: next.stage,
              stageText: STAGES[next.stage],
              at: time(next.at),
              to: role(scheduled.rungs[next.rung] ?? scheduled.responsible),
            },
      reason: scheduled.reason,
      responsible: role(scheduled.responsible),
      receivers: definition.receivers.map(role),
      copies: definition.copies.map(role),
      channels: definition.channels.map((id) => named(regulation.channels, id)),
      ladder: scheduled.rungs.map(role),
      history: scheduled.history.map((each) => ({
        ...each,
        due: time(each.due),
        completedAt: time(each.completedAt),
      })),
    };
  };

  const schedule = (state: CaseState, now: string) => {
    const scheduled = scheduleCase(regulation, state);
    return {
      case: state.caseId,
      version: state.version,
      level: level(state.handlingLevel),
      duties: scheduled.duties.map((each) => duty(each, now)),
      cancelled: scheduled.cancelled.map(({ cite, ...rest }) => ({
        ...rest,
        clauses: citations(regulation, cite),
      })),
    };
  };

  return {
    time,
    schedule,
    /** One line of the list: what is due next, and whether anything is overdue. */
    row: (state: CaseState, now: string) => {
      const { duties } = schedule(state, now);
      const next = duties
        .filter((each) => each.next !== null)
        .sort((one, other) => (one.next!.at! < other.next!.at! ? -1 : 1))[0];
      return {
        case: state.caseId,
        title: state.title,
        state: state.status,
        stateText: STATES[state.status],
        warningLevel: level(state.warningLevel),
        handlingLevel: level(state.handlingLevel),
        provisional: state.provisional,
        unit: state.unit === null ? null : named(regulation.units, state.unit),
        overdue: duties
          .filter((each) => each.overdue)
          .map(({ duty: id, name, due }) => ({ duty: id, name, due })),
        next:
          next === undefined
            ? null
            : {
                duty: next.duty,
                name: next.name,
                due: next.due,
                at: next.next?.at ?? null,
                stage: next.next?.stageText ?? null,
              },
        telephone: Object.keys(state.telephoneTasks).length,
      };
    },
    case: (state: CaseState, now: string) => {
      const { duties, cancelled } = schedule(state, now);
      const reasons = (list: CaseState['grade']['reasons']) =>
        list.map(({ text, cite }) => ({ text, clauses: cite }));
      return {
        case: state.caseId,
        version: state.version,
        title: state.title,
        state: state.status,
        stateText: STATES[state.status],
        regulation: state.regulation,
        warningLevel: level(state.warningLevel),
        handlingLevel: level(state.handlingLevel),
        byReference: state.byReference,
        responseLevel: state.responseLevel === null ? null : level(state.responseLevel),
        provisional: state.provisional,
        ratings: Object.entries(ratingsOfCase(regulation, state)).map(([id, rating]) => ({
          scale: named(regulation.scales, id),
          level: level(rating.level),
          byDefault:
            rating.byDefault === null
              ? null
              : { ...rating.byDefault, clauses: citations(regulation, rating.byDefault.cite) },
        })),
        grade: { score: state.grade.score, reasons: reasons(state.grade.reasons) },
        lead: ((id) => (id === null ? null : role(id)))(levelOf(regulation, state.handlingLevel).lead),
        unit: state.unit === null ? null : named(regulation.units, state.unit),
        sources: state.sources.map((source) => ({
          ...named(regulation.sources, source.kind),
          receivedAt: time(source.receivedAt),
          ...(source.reference === undefined ? {} : { reference: source.reference }),
        })),
        instants: {
          ...Object.fromEntries(Object.entries(state.instants).map(([id, at]) => [id, time(at)])),
          openedAt: time(state.openedAt),
          gradedAt: time(state.gradedAt),
          confirmedAt: time(state.confirmedAt),
          acknowledgedAt: time(state.acknowledgedAt),
          planStartedAt: time(state.planStartedAt),
          calmedAt: time(state.outbreaks.at(-1)?.calmedAt),
          concludedAt: time(state.concludedAt),
          archivedAt: time(state.archivedAt),
        },
        flags: state.flags.map((id) => named(regulation.flags, id)),
        items: state.items.map(({ publishedAt, ...item }) => ({ ...item, publishedAt: time(publishedAt) })),
        awaitingSecondPerson:
          state.lowering === null
            ? null
            : {
                to: level(state.lowering.to),
                reason: state.lowering.reason,
                by: state.lowering.by.name,
                at: time(state.lowering.at),
              },
        telephone: Object.values(state.telephoneTasks).map((notice) => ({
          notice: notice.key,
          tell: role(notice.role),
          about: notice.duty === undefined ? null : named(regulation.duties, notice.duty),
          due: time(notice.due),
        })),
        orders: state.orders.map(({ number, duty: about, at }) => ({ number, duty: about, at: time(at) })),
        refusals: state.refusals,
        duties,
        cancelled,
      };
    },
  };
};
export type Views = ReturnType<typeof createViews>;
