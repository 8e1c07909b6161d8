import * as z from 'zod/mini';
import { Time } from './parts.ts';

/**
 * An entry as it is stored, so that its hash can be computed again, with its local time and its events in words. What an
 * event of a type consists of is the log's own contract (`shared/case/events.ts`).
 */
const Entry = z.strictObject({
  caseId: z.string(),
  version: z.int(),
  at: z.iso.datetime(),
  actor: z.strictObject({
    id: z.string(),
    person: z.optional(z.string()),
    name: z.string(),
    role: z.string(),
    unit: z.optional(z.string()),
  }),
  command: z.string(),
  request: z.optional(z.string()),
  events: z.array(z.looseObject({ type: z.string() })),
  rearms: z.boolean(),
  previousHash: z.string(),
  hash: z.string(),
  localTime: Time,
  /** One for each event. */
  labels: z.array(z.string()),
});

/** 案卷日志 with the result of its hash chain: `brokenAtVersion` is there when it is not intact. */
export const LogReply = z.strictObject({
  case: z.string(),
  intact: z.boolean(),
  brokenAtVersion: z.optional(z.int()),
  entries: z.array(Entry),
});
export type LogReply = z.infer<typeof LogReply>;
