import * as z from 'zod/mini';
import { Clauses, Named } from '../regulation-view/parts.ts';
import { LevelName, Time } from './parts.ts';

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

/** What a command would do (`?try`). What only a refusal, or a repeat, would have answered has nothing in its lists. */
export const TriedReply = z.strictObject({
  wouldBe: z.enum(['done', 'nothing', 'refused']),
  wouldBeText: z.string(),
  /** The instant that it was asked of: a limit may run out before the command comes. */
  at: Time,
  /** What the command would be answered with. */
  refusal: z.nullable(z.strictObject({ code: z.string(), message: z.string() })),
  limits: z.array(TriedLimit),
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
export const OpeningTriedReply = z.extend(TriedReply, {
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
});
export type OpeningTriedReply = z.infer<typeof OpeningTriedReply>;
