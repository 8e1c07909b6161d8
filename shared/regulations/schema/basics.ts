import * as z from 'zod';
import { Duration as DurationPattern } from '../../time/durations.ts';

/** A key of the regulation's `clauses`; every rule carries at least one. */
export const Cite = z.array(z.string()).min(1);
export const Id = z.string().regex(/^[a-z][A-Za-z0-9-]*$/);
export const Duration = z.string().regex(DurationPattern);

/** Working days, which ISO-8601 does not have: `5WD`. */
const WorkingDays = z.string().regex(/^[1-9]\d*WD$/);
export const Length = z.union([Duration, WorkingDays]);

export const InstantId = z.enum([
  /** 事发: the event itself. 舆情发生 is its first publication, or what the office states. */
  'eventAt',
  'occurredAt',
  'outbreakAt',
  'detectedAt',
  'knownAt',
  'receivedAt',
  'openedAt',
  'gradedAt',
  'levelEnteredAt',
  /** An item has come that the table puts above the determined level: the office is asked again. */
  'regradeAskedAt',
  /** A second or later 爆发. */
  'rekindledAt',
  'acknowledgedAt',
  'planStartedAt',
  'publishedAt',
  'calmedAt',
  'concludedAt',
]);
export type InstantId = z.infer<typeof InstantId>;

export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { source: string }
  | { flag: string }
  | { setting: string }
  | { warningLevel: string }
  | { units: 'several' }
  | { rating: string; is: string }
  | { rating: string; atLeast: string };
export const Condition: z.ZodType<Condition, Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(Condition) }),
    z.strictObject({ any: z.array(Condition) }),
    z.strictObject({ not: Condition }),
    z.strictObject({ source: z.string() }),
    z.strictObject({ flag: z.string() }),
    z.strictObject({ setting: z.string() }),
    z.strictObject({ warningLevel: z.string() }),
    /** More units than one have the case (涉及多个股室). */
    z.strictObject({ units: z.literal('several') }),
    /** What a scale beside the first says of the case (register X31, X37): exactly this level, or this one and above. */
    z.strictObject({ rating: z.string(), is: z.string() }),
    z.strictObject({ rating: z.string(), atLeast: z.string() }),
  ]),
);

export const Named = z.strictObject({ id: Id, name: z.string(), cite: Cite.optional() });
