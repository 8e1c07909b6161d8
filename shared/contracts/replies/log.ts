import * as z from 'zod/mini';
import { NEXT } from './list.ts';
import { Time } from './parts.ts';

/**
 * An entry as it is stored, so that its hash can be computed again: where somebody's text was, `{ saltedHash }` stands.
 * Beside it those texts that have not been purged, its local time and its events in words. What an event of a type
 * consists of is the log's own contract (`shared/case/events.ts`, which of it is text `shared/case/events/content.ts`).
 */
const Entry = z.strictObject({
  caseId: z.string(),
  version: z.int(),
  at: z.iso.datetime(),
  /** What the clock showed, where the entry before lies ahead of it. */
  clock: z.optional(z.iso.datetime()),
  actor: z.strictObject({
    id: z.string(),
    person: z.optional(z.string()),
    ids: z.optional(z.array(z.string())),
    name: z.string(),
    role: z.string(),
    unit: z.optional(z.string()),
  }),
  command: z.string(),
  request: z.optional(z.string()),
  events: z.array(z.looseObject({ type: z.string() })),
  rearms: z.boolean(),
  /** The earlier entries whose content is purged by this one's order. */
  purges: z.optional(z.array(z.int())),
  previousHash: z.string(),
  hash: z.string(),
  /** What follows from it: the hash of the state of the case after it (docs/proof.md). */
  state: z.strictObject({ format: z.int(), hash: z.string() }),
  /** Salted hash → the text that it stands for: the hash is the SHA-256 of salt and text, one after the other. */
  texts: z.record(z.string(), z.strictObject({ salt: z.string(), text: z.string() })),
  localTime: Time,
  /** That of `clock`. */
  clockTime: z.optional(Time),
  /** One for each event. */
  labels: z.array(z.string()),
});

/** What does not fit together, and where; `entry`: the number of the entry that it is about. */
const Finding = z.strictObject({ kind: z.string(), entry: z.int(), text: z.string() });

/**
 * 案卷日志, folded anew; its entries in pages, what is said of it of all of them. `intact`: nothing is wrong with it now. `findings`: what is. `earlier`: what was found at any time, also
 * where it has been put right, or covered up, since. With `after` nothing is folded anew: `intact` is null.
 */
export const LogReply = z.strictObject({
  case: z.string(),
  intact: z.nullable(z.boolean()),
  findings: z.array(Finding),
  earlier: z.array(z.extend(Finding, { at: Time })),
  entries: z.array(Entry),
  ...NEXT,
});
export type LogReply = z.infer<typeof LogReply>;
