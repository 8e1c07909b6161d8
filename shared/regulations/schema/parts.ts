import * as z from 'zod';
import { PART_IDS } from '../part-ids.ts';
import { Cite } from './basics.ts';

const PartId = z.enum(PART_IDS);

/** What an act of a kind has to carry. Every entry that fits an act holds for it; what is missing is asked for (要件待补). */
export const Parts = z.strictObject({
  act: z.enum(['report', 'publication', 'meeting', 'planRequest', 'action', 'decision']),
  /** Only in these forms, of these kinds, to one of these, under these ids; absent = whatever it is. */
  forms: z.array(z.string()).min(1).optional(),
  kinds: z.array(z.string()).min(1).optional(),
  to: z.array(z.string()).min(1).optional(),
  actions: z.array(z.string()).min(1).optional(),
  decisions: z.array(z.string()).min(1).optional(),
  /** Of each entry one is enough. */
  needs: z.array(z.array(PartId).min(1)).default([]),
  /** And the fields of this document: in the act's own `fields`, or in a document that is on the file. */
  document: z.string().optional(),
  /** What the regulation calls a part, where it does not call it by its general name. */
  called: z.partialRecord(PartId, z.string()).default({}),
  /** `law`: the clause names the parts. `bureau`: it does not; the clause is what the act rests on. */
  basis: z.enum(['law', 'bureau']).default('law'),
  /** For whoever reads the data file: why it is so. */
  note: z.string().optional(),
  cite: Cite,
});
export type Parts = z.infer<typeof Parts>;
