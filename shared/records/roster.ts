import * as z from 'zod/mini';
import { NOBODY, Roster } from '../contracts/roster.ts';
import type { Table } from './table.ts';

const Stored = z.object({
  version: z.int(),
  roster: Roster,
  changedBy: z.string(),
  changedAt: z.string(),
  reason: z.optional(z.string()),
});
export type StoredRoster = z.infer<typeof Stored>;
/** Who stands in it; nobody before the first was written. */
export const rosterIn = (stored: StoredRoster | undefined): Roster => stored?.roster ?? NOBODY;
const versionKey = (version: number) => ({
  pk: 'ROSTER',
  sk: `VERSION#${String(version).padStart(6, '0')}`,
});
const CURRENT = { pk: 'ROSTER', sk: 'CURRENT' };

/** The roster: roles, people, numbers. Every version is kept, since 'who was on duty then' is asked later. */
export const createRosters = (table: Table) => {
  const read = async (): Promise<StoredRoster | undefined> => {
    const record = await table.get(CURRENT);
    return record === undefined ? undefined : Stored.parse(record);
  };
  /** Every version, the oldest first. */
  const history = async (): Promise<StoredRoster[]> => {
    const kept = (await table.list('ROSTER', 'VERSION#')).map((record) => Stored.parse(record));
    const current = await read();
    return current === undefined || kept.at(-1)?.version === current.version ? kept : [...kept, current];
  };
  /** The roster of that version, which was written. */
  const at = async (version: number): Promise<StoredRoster> => {
    const current = await read();
    return current?.version === version ? current : Stored.parse(await table.get(versionKey(version)));
  };
  const keep = (stored: StoredRoster) =>
    table.put({ ...versionKey(stored.version), ...stored }, { absent: true });
  return {
    read,
    /** False when somebody else has changed it since `version` was read. */
    write: async (next: StoredRoster): Promise<boolean> => {
      // Kept before it is replaced: a write that was cut off leaves no gap in the history.
      const current = await read();
      if (current !== undefined) await keep(current);
      const condition =
        next.version === 1 ? { absent: true as const } : { attribute: 'version', equals: next.version - 1 };
      return table.put({ ...CURRENT, ...next }, condition);
    },
    at,
    history,
    /** The one that held at an instant: who had what post then is asked years later. Looks at few of many versions. */
    inForceAt: async (instant: string): Promise<StoredRoster | undefined> => {
      let found: StoredRoster | undefined;
      for (let [first, last] = [1, (await read())?.version ?? 0]; first <= last; ) {
        const middle = Math.ceil((first + last) / 2);
        const stored = await at(middle);
        if (stored.changedAt <= instant) [found, first] = [stored, middle + 1];
        else last = middle - 1;
      }
      return found;
    },
  };
};
export type Rosters = ReturnType<typeof createRosters>;
