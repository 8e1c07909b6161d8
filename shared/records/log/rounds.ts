import * as z from 'zod/mini';
import type { Table } from '../table.ts';

const KEY = { pk: 'PROOF', sk: 'ROUND' };
/** When a round began, and the last case of each board that was proved in it; empty or undefined: none yet. */
const Round = z.object({
  began: z.string(),
  open: z.string(),
  archived: z.optional(z.object({ caseId: z.string(), boardAt: z.string() })),
});
export type Round = z.infer<typeof Round>;
/** The last number that was looked at. */
const Place = z.object({ year: z.int(), number: z.int() });
export type Place = z.infer<typeof Place>;

/** Where the sweep is in going round all cases. Whoever writes last is right: a case that is proved twice costs nothing else. */
export const createRounds = (table: Table) => ({
  read: async (): Promise<Round | undefined> => {
    const round = Round.safeParse((await table.get(KEY))?.round);
    return round.success ? round.data : undefined;
  },
  write: (round: Round): Promise<void> => table.set(KEY, 'round', round),
  readPlace: async (): Promise<Place | undefined> => Place.safeParse((await table.get(KEY))?.place).data,
  writePlace: (place: Place): Promise<void> => table.set(KEY, 'place', place),
});
