import * as z from 'zod/mini';
import { Clauses, Named } from '../regulation-view/parts.ts';
import { LevelName, Time } from './parts.ts';

/**
 * What became of one time that a duty is owed. `unconfirmed`: done, and waits for the word of whom it was entered for;
 * `lateEntry`: entered after its limit as done in time, and waits to be confirmed; `unapproved`: published without approval.
 */
const Outcome = z.enum([
  'open',
  'fulfilled',
  'fulfilledLate',
  'unconfirmed',
  'lateEntry',
  'unapproved',
  'missed',
  'ended',
]);

/**
 * 补录: what met it was entered after its limit as done by then, or of a limit without a number later than the bureau allows.
 * `after`: `overdue`, the limit could be broken; `passed`, it breaks nothing (暂定, 参照 …); `none`, there is no number. `verified`:
 * who did not owe it and has said that it was made when the entry says; until then nothing is 按时.
 */
const LateEntry = z.strictObject({
  enteredAt: Time,
  after: z.enum(['overdue', 'passed', 'none']),
  verified: z.nullable(z.strictObject({ by: z.string(), at: Time })),
});

/** One time that a duty is owed. `entry`: the log entry of the act that met it. */
const Occurrence = z.strictObject({
  occurrence: z.string(),
  due: z.nullable(Time),
  outcome: Outcome,
  completedAt: z.nullable(Time),
  entry: z.nullable(z.int()),
  lateEntry: z.optional(LateEntry),
});

/** What a clock does next, and whom it tells. */
export const NextStage = z.strictObject({
  stage: z.enum(['remind', 'due', 'overdue']),
  stageText: z.string(),
  at: Time,
  to: Named,
});

/** A duty of a case as it stands now. */
export const DutyReply = z.strictObject({
  duty: z.string(),
  name: z.string(),
  status: z.enum(['notStarted', 'open', 'listed', 'held', 'fulfilled', 'ended']),
  statusText: z.string(),
  /** `law`: the regulation's own; `bureau`: what the bureau prompts itself to, which no law can be broken by. */
  basis: z.enum(['law', 'bureau']),
  basisText: z.string(),
  /** `immediate`: `due` is the instant from which 立即 holds, not a limit in hours. */
  limitKind: z.enum(['within', 'every', 'immediate', 'prompt', 'ongoing', 'external']),
  limitText: z.string(),
  clauses: Clauses,
  /** The level that gave the limit, where it is not the present one: no change of level puts a limit off. */
  limitLevel: z.optional(LevelName),
  /** From when the clock counts; null: not started. `estimated`: something stands in for an instant that nobody gave. */
  start: z.nullable(
    z.strictObject({
      instant: z.string(),
      name: z.string(),
      at: Time,
      estimated: z.boolean(),
      /** Only the day is known: it counts from its end. */
      dateOnly: z.boolean(),
      /** Put off by who may grant time: by whom, when, and from what it counted before. */
      revised: z.optional(z.strictObject({ by: z.string(), at: Time, from: Time })),
    }),
  ),
  occurrence: z.string(),
  due: z.nullable(Time),
  /** Without a number of the law's: by when the office prompts for it, which nothing is broken by. Absent: it has a limit, or nobody prompts. */
  ownDue: z.optional(Time),
  /** 一般应在…: asked for before `due`, and not overdue by itself. */
  softDue: z.nullable(Time),
  /** Of a repetition on a fixed grid, after its first: what is done by then counts for the one before, and not for this. */
  countsFrom: z.optional(Time),
  /** How far `due` may be extended: null without a maximum, absent when not at all. */
  extendableTo: z.optional(z.nullable(Time)),
  /** 待放假通知: years whose holiday lists are missing and may move `due`; until they come it is 暂定, and cannot be overdue. */
  calendarMissing: z.optional(z.array(z.int())),
  /** 暂缓, beside the limit, which no hold moves. `to`: null while no end is known. */
  holds: z.array(z.strictObject({ from: Time, to: z.nullable(Time), reason: z.string() })),
  overdue: z.boolean(),
  /** Whether `due` can be broken: it is overdue once it has passed. False: done, 暂缓, 暂定, 参照, or the bureau's own. */
  breachable: z.boolean(),
  /** 暂定: the level is only proposed; it tells and climbs, and cannot be overdue before the level is determined. */
  provisional: z.boolean(),
  /** 参照: the office's own limit where another would read the law; it tells and climbs, and is never overdue. */
  byReference: z.boolean(),
  /** The limit had passed before anybody could keep it: when the matter was found, graded in time, raised, or a holiday list came. */
  foundLate: z.nullable(
    z.strictObject({
      how: z.enum(['discovery', 'grading', 'raise', 'list']),
      text: z.string(),
      bySeconds: z.int(),
    }),
  ),
  /** A limit that ran before what made it late when it was found: it stays, and is missed at its own instant. Absent: there is none. */
  keptDue: z.optional(Time),
  /** 通知中断: its limit passed while no gateway had taken a text about it for whoever had to act. */
  untold: z.boolean(),
  outcome: Outcome,
  completedAt: z.nullable(Time),
  lateEntry: z.optional(LateEntry),
  fulfilledLate: z.boolean(),
  next: z.nullable(NextStage),
  reason: z.nullable(z.string()),
  responsible: Named,
  /** The unit that owes it, where that need not be the 主办: each of several units owes it for itself. */
  unit: z.nullable(Named),
  receivers: z.array(Named),
  /** Of several receivers those who are left; of each group one is enough. */
  missingReceivers: z.array(z.array(Named)),
  /** What a warning will say that nobody has released yet (`ReleaseWarning`); null text: whoever releases it fills it in. */
  warningDraft: z.nullable(z.array(z.strictObject({ part: z.string(), text: z.nullable(z.string()) }))),
  /**
   * Met by telling its receivers, by the system's text or by telephone: who of them has signed (签收) since. Null: it is met otherwise,
   * or not yet.
   */
  byNotice: z.nullable(
    z.strictObject({
      how: z.enum(['text', 'telephone']),
      receivers: z.array(z.strictObject({ role: Named, acknowledgedAt: z.nullable(Time) })),
    }),
  ),
  copies: z.array(Named),
  channels: z.array(Named),
  /** Who is told one after another, the responsible role first. */
  rungs: z.array(Named),
  history: z.array(Occurrence),
});
export type DutyReply = z.infer<typeof DutyReply>;

/** A duty that an earlier level of the case gave and the present one does not. */
export const CancelledDuty = z.strictObject({
  duty: z.string(),
  name: z.string(),
  reason: z.string(),
  clauses: Clauses,
});

/** 排期: the duties that now apply to a case, and those that do no longer. */
export const ScheduleReply = z.strictObject({
  case: z.string(),
  version: z.int(),
  handlingLevel: LevelName,
  /** As in a case. */
  withoutLimit: z.nullable(z.string()),
  /** 初判, 初判·定级迟延, 已定级 …; empty for a matter that is never graded. */
  gradingText: z.string(),
  duties: z.array(DutyReply),
  cancelled: z.array(CancelledDuty),
});
export type ScheduleReply = z.infer<typeof ScheduleReply>;
