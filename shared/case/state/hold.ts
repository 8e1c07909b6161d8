import * as z from 'zod/mini';
import { Actor, Instant } from '../events/parts.ts';

/** 暂缓 of a duty: from when, to when; without an end it is asked about again and again. */
export const Hold = z.strictObject({
  duty: z.string(),
  since: Instant,
  until: z.nullable(Instant),
  resumedAt: z.nullable(Instant),
  reason: z.string(),
  by: Actor,
});
export type Hold = z.infer<typeof Hold>;
