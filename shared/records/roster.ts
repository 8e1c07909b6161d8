import { z } from 'zod';
import { Roster } from '../contracts/roster.ts';
import type { Table } from './table.ts';

const Stored = z.object({ version: z.int(), roster: Roster, changedBy: z.string(), changedAt: z.string() });
export type StoredRoster = z.infer<typeof Stored>;
const CURRENT = { pk: 'ROSTER', sk: 'CURRENT' };

/** The roster: roles, people, numbers. Every version is kept, since 'who was on duty then' is asked later. */
export const createRosters = (table: Table) => ({
  read: async (): Promise<StoredRoster | undefined> => {
    const record = await table.get(CURRENT);
    return record === undefined ? undefined : Stored.parse(record);
  },
  /** False when somebody else has changed it since `version` was read. */
  write: async (next: StoredRoster): Promise<boolean> => {
    const history = { pk: 'ROSTER', sk: `VERSION#${String(next.version).padStart(6, '0')}`, ...next };
    const condition =
      next.version === 1 ? { absent: true as const } : { attribute: 'version', equals: next.version - 1 };
    if (!(await table.put({ ...CURRENT, ...next }, condition))) return false;
    await table.put(history, { absent: true });
    return true;
  },
});
export type Rosters = ReturnType<typeof createRosters>;
