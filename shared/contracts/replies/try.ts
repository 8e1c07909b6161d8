import * as z from 'zod/mini';
import { Clauses, Named } from '../regulation-view/parts.ts';
import { LevelName, Suspected, Time } from './parts.ts';

/** What would become of one time that a duty is owed; the log would have the same of it. */
const TriedLimit = z.strictObject({
  duty: z.string(),
  name: z.string(),
  occurrence: z.string(),
  /**
   * `planned`: it begins; `moved`: from `before` to `due`; `unconfirmed`, `lateEntry`, `unapproved`: met, as far as somebody's word
   * that is still asked for lets it; `withdrawn`: it was recorded as overdue and proves not to have been; `cancelled`: it is owed no more.
   */
  what: z.enum([
    'planned',
    'moved',
    'fulfilled',
    'fulfilledLate',
    'unconfirmed',
    'lateEntry',
    'unapproved',
    'withdrawn',
    'missed',
    'cancelled',
  ]),
  /** As the log would tell it. */
  whatText: z.string(),
  limitKind: z.enum(['within', 'every', 'immediate', 'prompt', 'external']),
  limitText: z.string(),
  /** Of what is `immediate` the instant from which it holds. */
  due: z.nullable(Time),
  before: z.nullable(Time),
  /** When it was met. */
  at: z.nullable(Time),
  reason: z.nullable(z.string()),
  /** 暂定: the level is only proposed, or a holiday list is missing. */
  provisional: z.boolean(),
  /** 参照: the office's own limit where another would read the law. */
  byReference: z.boolean(),
  responsible: Named,
  /** Of which unit, where not simply the one that has the case. */
  unit: z.nullable(Named),
  clauses: Clauses,
});

/** A limit that would be overdue at once: it has passed, and could not be broken or was not owed before. */
const TriedLate = z.strictObject({
  duty: z.string(),
  name: z.string(),
  occurrence: z.string(),
  due: Time,
  /** 发现时已逾期 and the like: nobody could have kept it. */
  foundLateText: z.nullable(z.string()),
});

/** Somebody else's word that would be asked for. */
const TriedWord = z.strictObject({
  /** As it would stand in his list. */
  text: z.string(),
  /** The posts from which it may come; empty where it is one person's own. */
  roles: z.array(Named),
  /** The person in whose name it would be entered; null: anybody in these posts, but who has asked. */
  person: z.nullable(z.string()),
  /** Nobody in the roster could give it. */
  nobody: z.boolean(),
});

/** 要件待补: an act that would lack something. It counts all the same; what it bars says `text`. */
const TriedMissing = z.strictObject({ name: z.string(), parts: z.array(z.string()), text: z.string() });

/** Who would be told. */
const TriedText = z.strictObject({
  to: Named,
  toText: z.string(),
  /** Who would be reached instead, since nobody holds the post. */
  instead: z.nullable(Named),
  /** Nor does anybody above it. */
  nobody: z.boolean(),
  /** The unit whose post it is; null: one of the whole bureau. */
  unit: z.nullable(Named),
  /** If it went alone and at once; null: there is none, and the office telephones (涉密). */
  text: z.nullable(z.string()),
});

/** How the case would stand. */
const TriedState = z.strictObject({
  stateText: z.string(),
  warningLevel: LevelName,
  handlingLevel: LevelName,
  /** 初判, 已定级 …; empty for a matter that is never graded. */
  gradingText: z.string(),
  provisional: z.boolean(),
});

/** A limit of two cases that would be merged. */
const MergedLimit = z.strictObject({
  duty: z.string(),
  name: z.string(),
  occurrence: z.string(),
  /**
   * `same`: the case that goes on owes it by the same instant as before; `earlier`: by an earlier one; `begins`: from now on;
   * `answered`: it was done in the case that ends, which counts; `covered`: it was done in the one that goes on, which counts for both;
   * `ends`: neither asks for it any more.
   */
  what: z.enum(['same', 'earlier', 'begins', 'answered', 'covered', 'ends']),
  whatText: z.string(),
  /** It is owed at once: the instants say since when. */
  atOnce: z.boolean(),
  limitText: z.string(),
  /** By when the case that goes on would owe it. */
  due: z.nullable(Time),
  /** The limit that ran in either and stays beside an earlier one that nobody could have kept; absent: there is none. */
  keptDue: z.optional(Time),
  /** By when the case that goes on owes it now, and that which would end. */
  before: z.nullable(Time),
  there: z.nullable(Time),
  /** Both owe it, by an instant or not. */
  isShared: z.boolean(),
  /** When it was done. */
  at: z.nullable(Time),
  provisional: z.boolean(),
  unit: z.nullable(Named),
  clauses: Clauses,
});

/** A limit that has fallen. */
const FallenLimit = z.strictObject({ duty: z.string(), occurrence: z.string(), name: z.string(), due: Time });

/** 并案: what would become of both cases once it is agreed to. */
const TriedMerge = z.strictObject({
  /** Which goes on. */
  into: z.string(),
  title: z.string(),
  limits: z.array(MergedLimit),
  /** What was missed in the case that ends, and is owed there no more: it stays missed in the other, with its reason owed at 结报. */
  missed: z.array(FallenLimit),
  /** The level of the case that goes on, before and after. */
  levelBefore: LevelName,
  level: LevelName,
  /** Who would be told in that case. */
  texts: z.array(z.strictObject({ toText: z.string(), text: z.string() })),
});

/** 移出信息: where the item would be. */
const TriedPlace = z.strictObject({
  /** The case that would tell it: one that there is already; null: a new one, or none. */
  joins: z.nullable(z.string()),
  /** Of a new case: its level and what it would owe. `due`: null where it has no number. */
  level: z.nullable(LevelName),
  duties: z.array(
    z.strictObject({
      duty: z.string(),
      name: z.string(),
      limitText: z.string(),
      due: z.nullable(Time),
      provisional: z.boolean(),
      responsible: Named,
    }),
  ),
});

/** What a command would do (`?try`). What only a refusal, or a repeat, would have answered has nothing in its lists. */
export const TriedReply = z.strictObject({
  wouldBe: z.enum(['done', 'nothing', 'refused']),
  wouldBeText: z.string(),
  /** The instant that it was asked of: a limit may run out before the command comes. */
  at: Time,
  /** What the command would be answered with. */
  refusal: z.nullable(z.strictObject({ code: z.string(), message: z.string() })),
  limits: z.array(TriedLimit),
  late: z.array(TriedLate),
  /** What would become of each limit once a second person approves what is asked for, as the log would tell it; absent: nothing. */
  onceApproved: z.optional(z.array(z.string())),
  toConfirm: z.array(TriedWord),
  missing: z.array(TriedMissing),
  /** `notBefore`: what can wait for the morning is not sent before it. */
  texts: z.array(z.extend(TriedText, { notBefore: z.nullable(Time) })),
  /** What the clocks would tell as soon as it stands, beside the entry: of what begins to be owed at once, and warnings. */
  textsAtOnce: z.array(TriedText),
  /** What else would stand in the log, in its words. */
  log: z.array(z.string()),
  /** What its giver may not have meant. */
  notes: z.array(z.string()),
  after: z.nullable(TriedState),
  /** 并案, 移出信息, 恢复办理: what beside the case itself would change; each absent of any other command. */
  merge: z.optional(TriedMerge),
  placed: z.optional(TriedPlace),
  /** The limits that have fallen between 结报 and now. */
  between: z.optional(z.array(FallenLimit)),
});
export type TriedReply = z.infer<typeof TriedReply>;

/** A duty that a new case would have. */
const TriedDuty = z.strictObject({
  duty: z.string(),
  name: z.string(),
  statusText: z.string(),
  limitKind: z.enum(['within', 'every', 'immediate', 'prompt', 'ongoing', 'external']),
  limitText: z.string(),
  due: z.nullable(Time),
  /** From which instant it counts; null: it has not begun. */
  start: z.nullable(z.strictObject({ instant: z.string(), name: z.string() })),
  /** 暂定: the level is only proposed, it counts from what stands in for an instant, or a holiday list is missing. */
  provisional: z.boolean(),
  /** 参照: the office's own limit where another would read the law. */
  byReference: z.boolean(),
  basis: z.enum(['law', 'bureau']),
  ownDue: z.optional(Time),
  /** Why it has no limit yet. */
  reason: z.nullable(z.string()),
  responsible: Named,
  clauses: Clauses,
});

/** What an opening would do (`?try`). */
export const OpeningTriedReply = z.extend(z.omit(TriedReply, { merge: true, placed: true, between: true }), {
  /** The case that the same opening has opened already. */
  openedAs: z.nullable(z.string()),
  /** What the table proposes, and why; what would hold is in `after`. */
  proposal: z.nullable(
    z.strictObject({
      level: LevelName,
      score: z.nullable(z.number()),
      /** `ground`: it speaks of what has been filled in. */
      reasons: z.array(
        z.strictObject({ text: z.string(), clauses: Clauses, ground: z.optional(z.boolean()) }),
      ),
      /** The criteria of which nothing is known, which count as 0. */
      unknown: z.array(Named),
      /** Whether what is known bears the level; of the lowest, not while anything that could raise it is unknown. */
      borne: z.boolean(),
    }),
  ),
  /** The further scales of the bureau. */
  scales: z.array(z.strictObject({ scale: Named, level: LevelName })),
  duties: z.array(TriedDuty),
  /** 疑似同一舆情: open cases that tell the same as what is given, or perhaps do, the likest first. */
  resembles: z.array(z.extend(Suspected, { title: z.string() })),
});
export type OpeningTriedReply = z.infer<typeof OpeningTriedReply>;
