import * as z from 'zod/mini';
import { CaseItem } from '../state/case-item.ts';
import { Mark } from '../state/mark.ts';
import { Actor, CaseInstants, DoneThere, EntryThere, Instant, Source } from './parts.ts';

/** One time of a duty; `name`: its term's own, where the level gives it another. */
const Owed = { duty: z.string(), occurrence: z.string(), name: z.optional(z.string()) };
const ItemKey = { feed: z.string(), id: z.string() };
const Rating = z.strictObject({
  level: z.string(),
  given: z.array(Instant),
  by: Actor,
  warning: z.string(),
});

/** What another case had that goes on in this one: its facts, each with who entered it when. */
const FACTS_TAKEN = {
  items: z.array(CaseItem),
  sources: z.array(z.extend(Source, { recordedAt: Instant, by: Actor, there: EntryThere })),
  /** Its receipts, as they counted by then. */
  received: z.array(
    z.strictObject({
      kind: z.string(),
      reference: z.optional(z.string()),
      at: Instant,
      recordedAt: Instant,
      by: Actor,
      /** Every entry that brought it in. */
      there: z.array(EntryThere),
    }),
  ),
  /** What was known there of when it all began, as it counted by then. */
  statements: z.array(
    z.strictObject({
      instant: z.string(),
      at: Instant,
      recordedAt: Instant,
      by: Actor,
      dateOnly: z.boolean(),
      estimated: z.boolean(),
    }),
  ),
  instants: CaseInstants,
  dateOnly: z.array(z.string()),
  recordedAt: z.record(z.string(), Instant),
  unread: z.record(z.string(), z.string()),
  flags: z.array(z.strictObject({ flag: z.string(), at: Instant, by: Actor })),
  /** Scale → how it was rated there, where that is graver or the only one. */
  ratings: z.record(z.string(), Rating),
  /** Scales whose rating here holds no more: nobody has rated the other, which is graver by the regulation's default. */
  unrated: z.optional(z.array(z.string())),
  /** Duty → to when its limit had been extended there; what the other owes by then holds all the same. */
  extensions: z.optional(z.record(z.string(), z.strictObject({ to: Instant, at: Instant }))),
  /** Those that had the case, since when first and without a break; `acknowledgedAt`: since when they have signed for it. */
  units: z.array(
    z.strictObject({
      unit: z.string(),
      since: Instant,
      assignedAt: Instant,
      heardAt: z.nullable(Instant),
      acknowledgedAt: z.nullable(Instant),
    }),
  ),
  /** The highest level that the table has suggested there, where that is higher. */
  highest: z.optional(z.string()),
  /** By when the level was to be determined by the office's own target, and whether it was late in either; absent: it has none. */
  graded: z.optional(z.strictObject({ by: Instant, late: z.boolean() })),
};

/** What is put right by hand about which case is which: 并案, 移出信息, 恢复办理. */
export const REARRANGEMENTS = [
  z.strictObject({
    type: z.literal('MergeProposed'),
    into: z.string(),
    reason: z.string(),
  }),
  z.strictObject({
    type: z.literal('MergeRejected'),
    into: z.string(),
    reason: z.string(),
    /** By nobody: the other case had ended. */
    lapsed: z.optional(z.boolean()),
  }),
  /** In the log of the case that goes on: another was merged into it. */
  z.strictObject({
    type: z.literal('CaseTakenOver'),
    case: z.string(),
    title: z.string(),
    /** Up to which version of its log. */
    version: z.int(),
    reason: z.string(),
    proposedBy: Actor,
    /** The level at which this case is handled from now on. */
    handling: z.string(),
    ...FACTS_TAKEN,
    /**
     * What had been done in either, as it counts here by the stricter of both limits. `late`: it was not in time, or either was late;
     * `entry`: of this log, where it was done here.
     */
    answered: z.array(
      z.strictObject({
        ...Owed,
        due: z.nullable(Instant),
        at: Instant,
        late: z.optional(z.boolean()),
        entry: z.optional(z.int()),
        /** By which entry of whose log it had been done there. */
        there: z.optional(EntryThere),
        /** What else had met it in either, later: it counts once what was done before proves false. */
        also: z.optional(
          z.array(
            z.strictObject({
              at: Instant,
              late: z.optional(z.boolean()),
              entry: z.optional(z.int()),
              there: z.optional(EntryThere),
            }),
          ),
        ),
      }),
    ),
    /** The limits by which this case is held: the stricter of both (`before`: its own as it would be; null: none). */
    limits: z.array(
      z.strictObject({
        ...Owed,
        due: Instant,
        before: z.nullable(Instant),
        /** Of which case it was. */
        case: z.string(),
        excused: z.optional(z.boolean()),
        /** It counts instead of this case's own, though that would be earlier: neither case owed it by then. */
        exact: z.optional(z.boolean()),
        /** It could be broken there. */
        breaks: z.optional(z.boolean()),
        /** How far it had been enforced there. */
        mark: z.optional(Mark),
        /** The unit that had the case when it passed there. */
        unit: z.optional(z.string()),
      }),
    ),
    /** Limits of either that stay with their own instants, since what the other brings had passed before anybody could keep it. */
    kept: z.optional(
      z.array(z.strictObject({ ...Owed, due: Instant, case: z.string(), breaks: z.optional(z.boolean()) })),
    ),
    /** Series that go on here with what is owed next by `due` (null: nothing is); what fell due before stands in the case where it did. */
    series: z.optional(z.array(z.strictObject({ duty: z.string(), due: z.nullable(Instant) }))),
    /** What had been done there, by the entries of the log of `case`: its own, or that of one which had been merged into it before. */
    done: z.optional(z.array(DoneThere)),
    /** What became of the limits there: what was met, and what was missed. */
    became: z.array(
      z.strictObject({
        ...Owed,
        unit: z.optional(z.string()),
        byReference: z.optional(z.boolean()),
        /** Of a limit without a number: `due` is from when it holds. */
        limitKind: z.optional(z.enum(['immediate', 'prompt', 'ongoing'])),
        /** `missed`: a period's report; `overdue`: a limit that can be broken has passed; `due`: one that breaks nothing has. */
        outcome: z.enum(['met', 'late', 'missed', 'overdue', 'due', 'open']),
        due: z.nullable(Instant),
        at: z.optional(Instant),
      }),
    ),
  }),
  /** In the log of the case that ends: it goes on in another. `entry`: of the other's log. */
  z.strictObject({
    type: z.literal('CaseMerged'),
    into: z.string(),
    entry: z.int(),
    reason: z.string(),
    proposedBy: Actor,
  }),
  z.strictObject({
    type: z.literal('CaseReopened'),
    concludedAt: Instant,
    reason: z.string(),
    /** Limits that fell between 结报 and now: they stand at their own instants. */
    between: z.array(z.strictObject({ ...Owed, due: Instant })),
  }),
  z.strictObject({
    type: z.literal('ItemDetached'),
    ...ItemKey,
    title: z.string(),
    to: z.enum(['case', 'board']),
    reason: z.string(),
  }),
  /** It is where it was to go: in a case of its own, or back on the board. */
  z.strictObject({ type: z.literal('ItemPlaced'), ...ItemKey, case: z.optional(z.string()) }),
] as const;
