import * as z from 'zod/mini';
import { Instant } from '../events/parts.ts';

/** A stretch of time at one handling level. Each starts the clocks of its level (办法第十四条, register X28). */
export const Segment = z.strictObject({
  level: z.string(),
  at: Instant,
  /** `raised`: for something new (发酵); `corrected`: the level before was wrong (更正). */
  kind: z.enum(['initial', 'raised', 'corrected', 'lowered']),
  /** The warning level beside it: what the regulation's conditions ask of this stretch. */
  warning: z.string(),
  /** `proposed` (初判): nobody who may has determined it yet; `dropped` (初判未采纳): another was determined. */
  standing: z.enum(['proposed', 'determined', 'dropped']),
  /** Since when the unit itself has held this level: it opened the case with it, or signed for it. */
  unitsSince: z.optional(Instant),
});
export type Segment = z.infer<typeof Segment>;
