import * as z from 'zod/mini';
import { casePartition, type Table } from './table.ts';

const Watch = z.object({
  caseId: z.string(),
  token: z.string(),
  version: z.int(),
  generation: z.int(),
  registeredAt: z.string(),
});
export type Watch = z.infer<typeof Watch>;

/** The token by which the case's running workflow is woken, and the version its schedule was made from. */
export const createWatches = (table: Table) => {
  const keyOf = (caseId: string) => ({ pk: casePartition(caseId), sk: 'WATCH' });
  return {
    /** The newest registration wins: an older execution of the case has nothing to wait for any more. */
    register: (watch: Watch) =>
      table.put(
        { ...keyOf(watch.caseId), ...watch },
        { attribute: 'generation', below: watch.generation + 1 },
      ),
    find: async (caseId: string): Promise<Watch | undefined> => {
      const record = await table.get(keyOf(caseId));
      return record === undefined ? undefined : Watch.parse(record);
    },
  };
};
export type Watches = ReturnType<typeof createWatches>;
