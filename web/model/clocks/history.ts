import type { ExecutionReply } from '../../../shared/contracts/replies/clocks.ts';
import { spoken } from '../spoken.ts';

type Event = ExecutionReply['events'][number];
/** One thing that an execution did, or that befell it. */
export type Told = Pick<Event, 'id' | 'at' | 'error'> & { text: string };

/** `召开紧急会议·提醒` → 召开紧急会议：提醒. */
const stepWords = (state: string): string => spoken(state).replace(/·/g, '：');

/** A wait says when it ends where the clocks stand; that one was over is said by what was done then. */
const isWait = ({ type, error }: Event): boolean => error === null && type.indexOf('WaitState') === 0;
/** What was begun and is over is told once, as done. */
const isOver = (event: Event, later: readonly Event[]): boolean =>
  event.type === 'TaskStateEntered' &&
  event.error === null &&
  later.some(({ type, state }) => state === event.state && type === 'TaskStateExited');

/** What the events come to, the newest first. `events`: the oldest first. */
export const historyOf = (events: readonly Event[]): Told[] =>
  events
    .filter((event, index) => !isWait(event) && !isOver(event, events.slice(index + 1)))
    .map(({ id, at, type, state, text, error }) => ({
      ...{ id, at, error },
      text: type === 'TaskStateExited' && state !== null ? stepWords(state) : spoken(text),
    }))
    .reverse();
