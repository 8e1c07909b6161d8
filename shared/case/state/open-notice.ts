import * as z from 'zod/mini';
import { Instant, Notice } from '../events/parts.ts';
import { Act } from './act.ts';

/** A notice that is still to be told, when it was made, at which addresses it is settled, and at which no gateway took it. */
export const OpenNotice = z.extend(Notice, {
  madeAt: Instant,
  settled: z.array(z.string()),
  failed: z.array(z.string()),
});
export type OpenNotice = z.infer<typeof OpenNotice>;
/** A notice that somebody was told of by telephone. */
export const Telephoned = z.extend(Act, { notice: OpenNotice });
