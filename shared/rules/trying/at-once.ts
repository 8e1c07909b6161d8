import type { Actor, CaseEvent, EventOf, Notice } from '../../case/events.ts';
import { foresee } from '../../case/evolve.ts';
import type { CaseState } from '../../case/state.ts';
import { scheduleCase } from '../../deadlines/schedule.ts';
import { add } from '../../time/instants.ts';
import { type Context, scheduleOf } from '../context.ts';
import { handle } from '../decide.ts';
import { isWaiting, type Waiting } from '../limits/stage-texts.ts';

const CLOCKS: Actor = { id: 'system', name: '', role: 'system' };
/** No case has as many stages at one instant. */
const MOST = 100;

const keyOf = ({ duty, current, next }: Waiting): string =>
  JSON.stringify([duty, current.occurrence, next.stage, next.index, next.at]);
const isDue = ({ next }: Waiting, now: string): boolean => next.at <= now;

const noticesIn = (events: readonly CaseEvent[]): Notice[] =>
  events
    .filter((event): event is EventOf<'NoticesMade'> => event.type === 'NoticesMade')
    .flatMap(({ notices }) => notices);

/**
 * What the clocks tell as soon as the events that lead to `after` stand, since a stage of theirs is due at that very instant: what is to be
 * done at once, a warning. What was due before all the same is none of it, nor is what waits for the morning. `before`: null where there is no case yet.
 */
export const toldAtOnce = (context: Context, before: CaseState | null, after: CaseState): Notice[] => {
  const { regulation } = context;
  // Stages stand at whole seconds: what begins now is told when this second is over.
  const now = add(context.now, 'PT0S', regulation.zone);
  const own: Context = { ...context, now, actor: CLOCKS };
  const was = before === null ? [] : scheduleCase(regulation, before).duties.filter(isWaiting);
  const seen = new Set(was.filter((each) => isDue(each, now)).map(keyOf));
  const told: Notice[] = [];
  let state = after;
  for (let count = 0; count < MOST; count += 1) {
    const waiting = scheduleOf(own, state)
      .duties.filter(isWaiting)
      .find((each) => isDue(each, now) && !seen.has(keyOf(each)));
    if (waiting === undefined) break;
    seen.add(keyOf(waiting));
    const { duty, current, next } = waiting;
    const { stage, index, due } = next;
    const command = {
      type: 'EnforceStage' as const,
      duty,
      occurrence: current.occurrence,
      stage,
      index,
      due,
    };
    const { events } = handle(own, state, command);
    told.push(...noticesIn(events));
    state = foresee(state, events, { at: now, actor: CLOCKS, version: state.version + 1 });
  }
  return told.filter(({ notBefore }) => notBefore === undefined);
};
