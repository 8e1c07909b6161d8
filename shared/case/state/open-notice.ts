import * as z from 'zod/mini';
import { Instant, Notice } from '../events/parts.ts';
import { Act } from './act.ts';

/**
 * A notice that is still to be told, when it was made, and at which addresses it is settled. `failed`: at which no text got there,
 * since when, and why. `givenUp`: since when nothing is sent any more.
 */
export const OpenNotice = z.extend(Notice, {
  madeAt: Instant,
  settled: z.array(z.string()),
  failed: z.record(z.string(), z.strictObject({ at: Instant, why: z.optional(z.string()) })),
  givenUp: z.optional(Instant),
});
export type OpenNotice = z.infer<typeof OpenNotice>;
/** A notice that somebody was told of by telephone; `unassigned`: no unit had the case yet, so that its unit was not called. */
export const Telephoned = z.extend(Act, { notice: OpenNotice, unassigned: z.optional(z.boolean()) });

/** Whether two notices tell the same people of one occurrence of a duty. */
export const isOfSame = (one: Notice, other: Notice): boolean =>
  one.duty !== undefined &&
  one.duty === other.duty &&
  one.occurrence === other.occurrence &&
  one.role === other.role &&
  one.unit === other.unit &&
  one.person === other.person;

/** What only says again what somebody is to be called about needs no call of its own. */
export const isCallAsked = (tasks: Readonly<Record<string, OpenNotice>>, notice: Notice): boolean =>
  notice.repeat === true && Object.values(tasks).some((task) => isOfSame(task, notice));

/** A text that did not get to its person is sent again for so long, from when it first did not. */
export const RETRIED_FOR = 'PT72H';
