import * as z from 'zod/mini';
import { Act } from './act.ts';

/** A report that was made. */
export const Report = z.extend(Act, {
  kind: z.string(),
  form: z.string(),
  to: z.array(z.string()),
  /** What it answers: receipts by their number, a 批示 or a 督办通知 by its entry of the log. */
  answers: z.array(z.string()),
});
export type Report = z.infer<typeof Report>;

/** An act with an id of the regulation. */
const Made = z.extend(Act, { id: z.string() });
/** What went out: a publication, or a document. */
export const Publication = z.extend(Made, {
  /** The entries of the approvals that let it through. */
  approvals: z.array(z.int()),
  /** It went out past a gate. */
  happened: z.boolean(),
  /** Of a publication, by which it is known again. */
  title: z.optional(z.string()),
  link: z.optional(z.string()),
});
export type WentOut = z.infer<typeof Publication>;
/** An action; of an approval also the text that was approved, and whether that is the 处置结果. */
export const Action = z.extend(Made, { text: z.optional(z.string()), result: z.boolean() });
export type Action = z.infer<typeof Action>;

/** A decision. `to`: the bodies to report to that it chose; null where it does not say. */
export const Decided = z.extend(Made, { to: z.nullable(z.array(z.string())) });

/** 报请启动应急预案. `reason`: what whoever decides on it has to read. */
export const PlanRequest = z.extend(Act, { reason: z.string() });
