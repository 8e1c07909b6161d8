import * as z from 'zod/mini';
import { casePartition, type Table } from '../table.ts';
import type { BareState } from './state-hash.ts';

const Tip = z.object({ version: z.int(), hash: z.string() });
/** An entry that has been the last. */
export type Tip = z.infer<typeof Tip>;

const keyOf = (caseId: string) => ({ pk: casePartition(caseId), sk: 'TIP' });

/** A witness beside each log of how far it went: who cuts off the end of a log has to find this as well. */
export const createTips = (table: Table) => ({
  /** Never goes back; a repeat changes nothing. */
  note: async ({ caseId, version, lastHash }: BareState): Promise<void> => {
    await table.put({ ...keyOf(caseId), version, hash: lastHash }, { attribute: 'version', below: version });
  },
  read: async (caseId: string): Promise<Tip | undefined> => {
    const tip = Tip.safeParse(await table.get(keyOf(caseId)));
    return tip.success ? tip.data : undefined;
  },
});
