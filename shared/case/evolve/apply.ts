import type * as z from 'zod/mini';
import type { CaseEvent, EventOf, EventType, LogEntry } from '../events.ts';
import type { Act } from '../state/act.ts';
import type { CaseState } from '../state.ts';

/** Of the entry that an event stands in. */
export type Meta = Pick<LogEntry, 'at' | 'actor' | 'version'>;
export type Apply<T extends EventType> = (state: CaseState, event: EventOf<T>, meta: Meta) => CaseState;
/** What each event of a group does to the state; one that is left out does not compile. */
export type Applies<Group extends readonly z.ZodMiniType<CaseEvent>[]> = {
  readonly [T in z.infer<Group[number]>['type']]: Apply<T>;
};

/** For the file alone: nothing that is decided rests on it. */
export const noted = (state: CaseState, _: CaseEvent, { version }: Meta): CaseState => ({
  ...state,
  version,
});

export const without = <T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> => {
  const { [key]: _, ...rest } = record;
  return rest;
};

/** What every act has beside what it consists of; one without an instant of its own was made when it was entered. */
export const made = (
  { madeAt, parts = [] }: { madeAt?: string; parts?: string[] | undefined },
  { at, actor, version }: Meta,
): Act => ({ madeAt: madeAt ?? at, recordedAt: at, entry: version, by: actor, parts });
