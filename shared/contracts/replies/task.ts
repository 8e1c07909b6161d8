import * as z from 'zod/mini';
import { Clauses, Named } from '../regulation-view/parts.ts';
import { Damaged } from './case.ts';
import { NextStage } from './duty.ts';
import { NEXT } from './list.ts';
import { Basis, Call, LevelName, LIMIT_MARKS, Time } from './parts.ts';

/** One thing that somebody has to do, of a case that the caller may read; `kindText` and `text` are plain Chinese. */
export const TaskReply = z.strictObject({
  case: z.string(),
  title: z.string(),
  handlingLevel: LevelName,
  /** The unit that has the case. */
  unit: z.nullable(Named),
  /** 涉密: whoever shows it keeps nothing of it. */
  secret: z.boolean(),
  /** `immediate`: 立即, which has no number; `climbed`: another's, late, and come up to the caller. */
  kind: z.enum(['duty', 'immediate', 'climbed', 'confirm', 'sign', 'acknowledge', 'telephone', 'complete']),
  kindText: z.string(),
  text: z.string(),
  /** null: at once, or without a number. */
  due: z.nullable(Time),
  /** Since when it waits (a draft: since it was made), or 立即 holds; null: it has a limit that is still to come, or nothing says it. */
  since: z.nullable(Time),
  overdue: z.boolean(),
  ...LIMIT_MARKS,
  /** Whose duty it is, as of a duty; null: it is none. Of the law, sure and not to be broken, `due` is when the office asks for it. */
  basis: z.nullable(Basis),
  /** 初判: the level of its case is only proposed. */
  levelProposed: z.boolean(),
  /** As of a duty. */
  countsFrom: z.optional(Time),
  /** 发现时已逾期 and the like: its limit had passed before anybody could keep it; null: it had not. */
  foundLate: z.nullable(z.string()),
  duty: z.optional(z.string()),
  occurrence: z.optional(z.string()),
  /** The log entry to confirm or to sign: `act` of the command. */
  act: z.optional(z.int()),
  /** Of an entry to confirm: 代录, an opinion of a body outside, 补录, one dated before anything known of the case. */
  entryKind: z.optional(z.enum(['relayed', 'countersign', 'lateEntry', 'doubtful'])),
  /** As of a duty: its name, and whose it is. Of `climbed` both are another's. */
  name: z.nullable(z.string()),
  responsible: z.nullable(Named),
  /** As of a duty: the unit that owes it for itself, where that need not be the one that has the case. */
  dutyUnit: z.nullable(Named),
  /** The telephone task's key: `notice` of `AnswerNotice`. */
  notice: z.optional(z.string()),
  /** Whose it is: these posts, and these people. */
  posts: z.array(z.extend(Named, { unit: z.nullable(Named) })),
  people: z.array(z.string()),
  /**
   * Whom to ring: of `telephone` who is to be told, of `climbed` who has not done it, of a duty those of the roster whom it has
   * to reach and has not; else empty. Bodies outside have no number here.
   */
  call: z.array(Call),
  /** Of `telephone` what to say. */
  say: z.nullable(z.string()),
  /** How the limit is put, and by which clauses; of what is no duty, the clause that gives the command to these posts. */
  limitText: z.nullable(z.string()),
  basisText: z.nullable(z.string()),
  clauses: Clauses,
  /** What the clock does next, and whom it tells; null: nothing, or it is no duty. */
  next: z.nullable(NextStage),
  /** The commands of which any does it, with what is known of what they carry. */
  commands: z.array(
    z.strictObject({
      type: z.string(),
      carries: z.record(z.string(), z.union([z.string(), z.int(), z.array(z.string())])),
    }),
  ),
});
export type TaskReply = z.infer<typeof TaskReply>;

/** 待办: the most pressing first. With `of=awaited` what the caller has entered and another has to confirm: `text` says it to him. */
export const DutyListReply = z.strictObject({ duties: z.array(TaskReply), damaged: Damaged, ...NEXT });
export type DutyListReply = z.infer<typeof DutyListReply>;
