import * as z from 'zod/mini';
import { Time } from '../parts.ts';

/** Which case is which: 并案, 移出信息, 恢复办理, 疑似复燃. `act`: the entry of the log that says so. */
export const REARRANGED = {
  /** The case in which this one goes on. */
  mergedInto: z.nullable(z.strictObject({ case: z.string(), at: Time })),
  /**
   * Cases that were merged into this one. `limits`: those of theirs that hold here, being stricter; `done`: what had been done there, in the
   * order of its time, each as an entry (`act`) of the log of `case`, which is that one or one that had been merged into it before.
   */
  takenOver: z.array(
    z.strictObject({
      case: z.string(),
      title: z.string(),
      at: Time,
      act: z.int(),
      limits: z.array(
        z.strictObject({ duty: z.string(), occurrence: z.string(), name: z.string(), due: Time }),
      ),
      done: z.array(z.strictObject({ case: z.string(), act: z.int(), name: z.string(), at: Time })),
    }),
  ),
  /** A merge that a second person has to agree to. `into`: the case that would go on. */
  awaitingMerge: z.nullable(
    z.strictObject({ into: z.string(), reason: z.string(), by: z.string(), at: Time }),
  ),
  /** Items that were taken out. `case`: the one that they are in now; null: none, or not yet. */
  detached: z.array(
    z.strictObject({
      feed: z.string(),
      id: z.string(),
      to: z.enum(['case', 'board']),
      text: z.string(),
      case: z.nullable(z.string()),
      at: Time,
      act: z.int(),
    }),
  ),
  /** Each time that the case was opened again after 结报. */
  reopenings: z.array(z.strictObject({ concludedAt: Time, at: Time, by: z.string(), act: z.int() })),
  /** 疑似复燃: the case that had told the same story and was concluded by then. */
  formerCase: z.nullable(z.string()),
};
