import * as z from 'zod/mini';
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
  /** Salted hash → the text that it stands for: the hash is the SHA-256 of salt and text, one after the other. */
  texts: z.record(z.string(), z.strictObject({ salt: z.string(), text: z.string() })),
  localTime: Time,
  /** One for each event. */
  labels: z.array(z.string()),
});

/**
 * 案卷日志 with the result of its hash chain: `brokenAtVersion` is there when it is not intact, since an entry or one of its
 * texts was changed, or is gone and nobody ordered that.
 */
export const LogReply = z.strictObject({
  case: z.string(),
  intact: z.boolean(),
  brokenAtVersion: z.optional(z.int()),
  entries: z.array(Entry),
});
export type LogReply = z.infer<typeof LogReply>;
