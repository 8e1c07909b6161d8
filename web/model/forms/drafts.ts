import type { Sending } from './sending.ts';
import type { Values } from './values.ts';

/** What lies on the device of a form that is not sent yet. */
export interface Draft {
  values: Values;
  /** When it was kept, by the server's clock, in milliseconds. */
  at: number;
  sending: Sending;
  /** The version of the case on which it was begun; absent: of none. */
  version?: number;
}

/** Under which name a draft lies: of the post in which it was begun, of a case, a command and what it was begun with. */
export const draftName = (post: string, place: string, begunWith: string): string =>
  `draft/${post}/${place}/${begunWith}`;

/** Under which name a tab remembers that an act is out, of which nothing else may be kept: of a case and a command. */
export const outName = (place: string): string => `out/${place}`;

/** Whether something is worth keeping: somebody has filled in something, or something was sent and not answered. */
export const isWorthKeeping = (values: Values, start: Values, sending: Sending): boolean =>
  sending.unsettled !== undefined ||
  sending.wordless !== undefined ||
  JSON.stringify(values) !== JSON.stringify(start);

/** What was kept, if it is a draft at all: it may have been written by an earlier desk. */
export const draftFrom = (kept: unknown): Draft | undefined => {
  const { values, at, sending } = (kept ?? {}) as Partial<Draft>;
  return typeof values === 'object' && typeof at === 'number' && typeof sending?.key === 'string'
    ? (kept as Draft)
    : undefined;
};
