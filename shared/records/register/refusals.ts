import type { Table } from '../table.ts';

interface Refused {
  at: string;
  /** A feed, or DESK. */
  from: string;
  /** Whom a verified token names. */
  person?: string;
  code: string;
  /** What can be told without trusting the sender: message id, SHA-256 of the body, item number. */
  detail: Record<string, string | number>;
}

/** Stands where the refusals of a feed have its name. */
export const DESK = 'desk';

/** The partition of a day (UTC). */
export const refusalsOn = (day: string): string => `REFUSED#${day}`;

/**
 * What was turned away and stands in no log: the last of each kind, feed or person, and minute with its count, so that a flood of
 * bad requests cannot fill the table.
 */
export const createRefusals = (table: Table) => ({
  record: async ({ at, from, person, code, detail }: Refused): Promise<void> => {
    const who = [from, ...(person === undefined ? [] : [person])].map((name) => name.slice(0, 64)).join('#');
    const key = { pk: refusalsOn(at.slice(0, 10)), sk: `${at.slice(11, 16)}#${code}#${who}` };
    await table.increment(key, 'count');
    await table.set(key, 'last', { at, ...detail });
  },
  list: (day: string) => table.list(refusalsOn(day), ''),
  /** The line at a place of a day. */
  find: (day: string, place: string) => table.get({ pk: refusalsOn(day), sk: place }),
});
export type Refusals = ReturnType<typeof createRefusals>;
