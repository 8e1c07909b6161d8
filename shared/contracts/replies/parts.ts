import * as z from 'zod/mini';
import { Named } from '../regulation-view/parts.ts';

/** A point of time in ISO-8601, whole seconds, with the bureau's offset: `2026-03-02T13:00:00+08:00`. */
export const Time = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/));

/** A level in its long and its short name. */
export const LevelName = z.extend(Named, { short: z.string() });
export type LevelName = z.infer<typeof LevelName>;

/** Which item it is, and what it is called. */
export const ItemName = z.strictObject({
  feed: z.string(),
  id: z.string(),
  title: z.string(),
  url: z.optional(z.string()),
});

/** 疑似同一舆情: an open case that perhaps tells the same matter; a person is to say. */
export const Suspected = z.strictObject({
  case: z.string(),
  /** How much of what the shorter says is in the other, 0–1. */
  similarity: z.number(),
  why: z.string(),
});
export type Suspected = z.infer<typeof Suspected>;

/** The case that an item was taken out of (移出信息), and the entry of that case's log (`act`) which says so. */
export const OutOf = z.strictObject({ case: z.string(), act: z.int() });
export type OutOf = z.infer<typeof OutOf>;

/** Why a level was given. `cite`: ids of clauses; where a reply says `clauses`, their exact words are there too. */
export const Reason = z.strictObject({ text: z.string(), cite: z.array(z.string()) });
/** Of a grade; `ground`: it speaks of what is in the item itself. */
export const GradeReason = z.strictObject({ ...Reason.shape, ground: z.optional(z.boolean()) });

/** Whether to raise the level is asked, to which, since when and why: no more has been done about it. */
export const Question = z.strictObject({ at: Time, level: LevelName, text: z.string() });

/** Whom to ring, in which post; `masked`: the numbers are not the caller's to read, and stand as 138****0001. */
export const Call = z.strictObject({
  name: z.string(),
  role: Named,
  unit: z.nullable(Named),
  mobile: z.string(),
  landline: z.nullable(z.string()),
  masked: z.boolean(),
});
export type Call = z.infer<typeof Call>;

/** What has to be known of a limit beside its instant. */
export const LIMIT_MARKS = {
  /** Whether `due` can be broken: it is overdue once it has passed. False: 暂定, 参照, or what the office has set for itself. */
  breachable: z.boolean(),
  /** 暂定: `due` may still move: its level, what it counts from, or a holiday list is awaited. */
  provisional: z.boolean(),
  /** 参照: the office's own limit where another would read the law. */
  byReference: z.boolean(),
};
/** Whose duty it is. */
export const Basis = z.enum(['law', 'bureau']);
