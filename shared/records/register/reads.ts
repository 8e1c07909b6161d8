import * as z from 'zod/mini';
import type { Actor } from '../../case/events.ts';
import { casePartition, type Table } from '../table.ts';

const Read = z.object({ at: z.string(), id: z.string(), name: z.string(), role: z.string() });
/** Somebody's first look at a 涉密 case on a day. */
export type Read = z.infer<typeof Read>;

const PREFIX = 'READ#';

/** Who has read a 涉密 case, beside its log: nothing of it is an entry, and no clock wakes (reading R31). */
export const createReads = (table: Table) => ({
  /** The first of a person and day is kept; `day`: in the bureau's zone. */
  note: async (caseId: string, day: string, { id, name, role }: Actor, at: string): Promise<void> => {
    const key = { pk: casePartition(caseId), sk: `${PREFIX}${day}#${id}` };
    await table.put({ ...key, read: { at, id, name, role } }, { absent: true });
  },
  /** Day by day. */
  list: async (caseId: string): Promise<Read[]> =>
    (await table.list(casePartition(caseId), PREFIX)).map(({ read }) => Read.parse(read)),
});
export type Reads = ReturnType<typeof createReads>;
