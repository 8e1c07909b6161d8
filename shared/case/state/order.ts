import * as z from 'zod/mini';
import { DRAFT } from '../events/orders.ts';
import { Actor, Instant } from '../events/parts.ts';
import { Act } from './act.ts';

/** A 督办通知, named by the entry of its draft. It has a number once it is issued. */
export const Order = z.strictObject({
  entry: z.int(),
  ...DRAFT,
  draftedAt: Instant,
  issued: z.nullable(
    z.strictObject({
      number: z.string(),
      text: z.string(),
      at: Instant,
      by: Actor,
      entry: z.int(),
      answerBy: z.optional(Instant),
    }),
  ),
  /** 签收 by its receiver. */
  acknowledged: z.nullable(Act),
  /** 作废. */
  voided: z.boolean(),
});
export type Order = z.infer<typeof Order>;
