import type { EventOf } from '../../case/events.ts';
import { foresee } from '../../case/evolve.ts';
import type { CaseState } from '../../case/state.ts';
import { type Context, scheduleOf } from '../context.ts';
import { termName } from '../labels/kept.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Decide } from '../refusing.ts';

/** Why the case cannot be opened again. */
export const refuseReopening = (state: CaseState): Refusal | undefined => {
  if (state.status === 'archived')
    return refuse('CASE_ARCHIVED', '案卷已归档,不能恢复办理;同一舆情又起的,请另行立案');
  return state.status === 'open' ? refuse('CASE_NOT_CONCLUDED', '案卷尚未结报,不必恢复办理') : undefined;
};

/** The case as it is once the clocks have given up every time of a series whose next has fallen due too. */
const givenUp = (context: Context, state: CaseState): CaseState => {
  let known = state;
  for (;;) {
    const over = scheduleOf(context, known).duties.flatMap(({ duty, status, current }) => {
      const { occurrence, due, outcome, nextDue } = current;
      const isOver =
        status === 'open' && outcome === 'open' && nextDue !== undefined && nextDue <= context.now;
      return isOver ? [`${duty}#${occurrence}#${due}`] : [];
    });
    if (over.every((each) => known.missed.includes(each))) return known;
    known = { ...known, missed: [...known.missed, ...over] };
  }
};

/** What is owed again and fell due while the case stood as concluded. */
const fallenBetween = (
  context: Context,
  state: CaseState,
  concludedAt: string,
): EventOf<'CaseReopened'>['between'] =>
  scheduleOf(context, givenUp(context, state)).duties.flatMap((scheduled) =>
    scheduled.history
      .filter(
        ({ due, outcome }) =>
          due !== null && due > concludedAt && due <= context.now && ['open', 'missed'].includes(outcome),
      )
      .map(({ occurrence, due }) => ({
        duty: scheduled.duty,
        occurrence,
        ...termName(context.regulation, scheduled),
        due: due!,
      })),
  );

/**
 * 恢复办理 after 结报: its starts and limits stand as they were, and what fell between is said. Nothing is put off: a limit that 结报 had
 * ended runs, or has passed, at its own instant. A repeat is a success.
 */
export const reopen: Decide<'Reopen'> = (context, state, { reason }) => {
  if (state.status === 'open' && state.reopenings.length > 0) return [];
  const refused = refuseReopening(state);
  if (refused !== undefined) return refused;
  const concludedAt = state.concludedAt!;
  const event: EventOf<'CaseReopened'> = { type: 'CaseReopened', concludedAt, reason, between: [] };
  const meta = { at: context.now, actor: context.actor, version: state.version + 1 };
  const after = foresee(state, [event], meta);
  return [{ ...event, between: fallenBetween(context, after, concludedAt) }];
};
