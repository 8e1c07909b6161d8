import * as z from 'zod/mini';
import { Time } from './parts.ts';

/** One thing that the caller has to do; `kindText` and `text` are plain Chinese. */
export const TaskReply = z.strictObject({
  case: z.string(),
  title: z.string(),
  kind: z.enum(['duty', 'climbed', 'confirm', 'sign', 'telephone', 'complete']),
  kindText: z.string(),
  text: z.string(),
  /** null: at once, or without a number. */
  due: z.nullable(Time),
  overdue: z.boolean(),
  /** 暂定: the level of its case is only proposed. */
  provisional: z.boolean(),
  /** 参照: the office's own limit where another would read the law. */
  byReference: z.boolean(),
  duty: z.optional(z.string()),
  occurrence: z.optional(z.string()),
  /** The log entry to confirm or to sign: `act` of the command. */
  act: z.optional(z.int()),
  /** The telephone task's key: `notice` of `AnswerNotice`. */
  notice: z.optional(z.string()),
});
export type TaskReply = z.infer<typeof TaskReply>;
