import * as z from 'zod/mini';
import { Named } from '../regulation-view/parts.ts';
import { Damaged, Order } from './case.ts';
import { NEXT } from './list.ts';
import { Time } from './parts.ts';

const ofCase = { case: z.string(), title: z.string() };

/** 督办通知 of all cases that the caller may read, the newest draft first. */
export const OrderListReply = z.strictObject({
  orders: z.array(z.extend(Order, ofCase)),
  damaged: Damaged,
  ...NEXT,
});
export type OrderListReply = z.infer<typeof OrderListReply>;

/** 制发文书 of all cases that the caller may read, the newest first. `entry`: of the log, where its words are. */
export const DocumentListReply = z.strictObject({
  documents: z.array(
    z.strictObject({
      ...ofCase,
      entry: z.int(),
      document: Named,
      madeAt: Time,
      recordedAt: Time,
      by: z.string(),
      /** The fields that it has. */
      fields: z.array(z.string()),
    }),
  ),
  damaged: Damaged,
  ...NEXT,
});
export type DocumentListReply = z.infer<typeof DocumentListReply>;

/**
 * What was said to whom in a case, and what became of it, the oldest first: one line for each text, call and receipt. `entry`: of the
 * log that has it.
 */
export const TextListReply = z.strictObject({
  case: z.string(),
  texts: z.array(
    z.strictObject({
      entry: z.int(),
      at: Time,
      status: z.enum([
        'handedOver',
        'failed',
        'givenUp',
        'nobody',
        'moot',
        'overtaken',
        'spared',
        'delivered',
        'undelivered',
        'telephoned',
        'read',
      ]),
      statusText: z.string(),
      /** Why, in plain Chinese. */
      detail: z.nullable(z.string()),
      role: Named,
      /** Who was reached instead, since nobody held the role. */
      instead: z.nullable(Named),
      /** The unit whose post it is that was told; null: a post of the whole bureau. */
      unit: z.nullable(Named),
      /** Whose number it was then, and the number, masked; null where it went to no number. */
      name: z.nullable(z.string()),
      mobile: z.nullable(z.string()),
      /** As it was sent; null where nothing was, and of what the case may not tell. */
      text: z.nullable(z.string()),
      duty: z.nullable(Named),
    }),
  ),
  ...NEXT,
});
export type TextListReply = z.infer<typeof TextListReply>;
