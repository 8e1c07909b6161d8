import * as z from 'zod/mini';
import { SECRET_FLAG } from '../regulations/reserved.ts';
import { Actor, Call, CaseInstants, EntryThere, Instant, Source, Spread } from './events/parts.ts';
import { Unmet } from './events/phases.ts';
import { Act } from './state/act.ts';
import { Action, Decided, PlanRequest, Publication, Report } from './state/acts.ts';
import { CaseItem } from './state/case-item.ts';
import { Confirmation } from './state/confirmation.ts';
import { Hold } from './state/hold.ts';
import { Instruction } from './state/instruction.ts';
import { LIMIT_FACTS } from './state/limit-facts.ts';
import { Mark } from './state/mark.ts';
import { OpenNotice, Telephoned } from './state/open-notice.ts';
import { Order } from './state/order.ts';
import { OutbreakRecord } from './state/outbreak-record.ts';
import { REARRANGED } from './state/rearrangement.ts';
import { Received } from './state/received.ts';
import { Release } from './state/release.ts';
import { Segment } from './state/segment.ts';
import { Statement } from './state/statement.ts';
import { Return } from './state/units/return.ts';
import { CaseUnit } from './state/units/unit.ts';

/** A case as of one version of its log: a fold of the events, never edited by hand. */
export const CaseState = z.strictObject({
  caseId: z.string(),
  version: z.int(),
  lastHash: z.string(),
  /** When what the last entry tells happened, and the time of the entry itself, which never runs backwards. */
  lastAt: Instant,
  loggedAt: Instant,
  regulation: z.strictObject({ id: z.string(), version: z.string() }),
  title: z.string(),
  status: z.enum(['open', 'concluded', 'archived', 'merged']),
  openedAt: Instant,
  /** Entering the case, as an act. */
  opening: Act,
  how: z.enum(['feed', 'hand']),
  /** `there`: it came into the log of a case that was merged into this one, by that entry. */
  sources: z.array(
    z.extend(Source, { recordedAt: Instant, entry: z.int(), by: Actor, there: z.optional(EntryThere) }),
  ),
  received: z.array(Received),
  instants: CaseInstants,
  dateOnly: z.array(z.string()),
  unread: z.record(z.string(), z.string()),
  doubts: z.array(z.string()),
  /** All that was said of when it began, oldest first: from these 事发 and 舆情发生 are counted. */
  statements: z.array(Statement),
  /** When an instant that was not there at the opening came into the log. */
  recordedAt: z.record(z.string(), Instant),
  flags: z.array(z.string()),
  /** When each flag that was ever set was first set: what it makes owed was not known before. */
  flaggedAt: z.record(z.string(), Instant),
  /** Who set each flag that was ever set, last. */
  flaggedBy: z.record(z.string(), Actor),
  items: z.array(CaseItem),
  /** What was written down when the case was entered by hand. */
  note: z.strictObject({ text: z.optional(z.string()), call: z.optional(Call) }),
  /** The highest level that the table has suggested for an item since the level was last lowered, by two persons. */
  suggestedLevel: z.string(),
  warningLevel: z.string(),
  handlingLevel: z.string(),
  handlingOverride: z.nullable(z.string()),
  byReference: z.nullable(z.strictObject({ text: z.string(), cite: z.array(z.string()) })),
  provisional: z.boolean(),
  grade: z.strictObject({
    score: z.nullable(z.number()),
    reasons: z.array(
      z.strictObject({ text: z.string(), cite: z.array(z.string()), ground: z.optional(z.boolean()) }),
    ),
  }),
  gradedAt: Instant,
  confirmedAt: z.nullable(Instant),
  responseLevel: z.nullable(z.string()),
  /** Scale beside the first → how a person rated the case, when, who last, and at which level of the first scale. */
  ratings: z.record(
    z.string(),
    z.strictObject({ level: z.string(), given: z.array(Instant), by: Actor, warning: z.string() }),
  ),
  segments: z.array(Segment),
  /** The log entries that brought an item, a source or an instruction. */
  arrivals: z.array(
    z.strictObject({
      entry: z.int(),
      at: Instant,
      by: Actor,
      what: z.enum(['item', 'source', 'bureauInstruction', 'superiorInstruction']),
    }),
  ),
  /** Each time that the office was asked whether to raise the level, and when it answered. */
  regrades: z.array(
    z.strictObject({
      at: Instant,
      level: z.string(),
      answeredAt: z.nullable(Instant),
      /** Since its story spreads. */
      spread: z.optional(Spread),
    }),
  ),
  lowering: z.nullable(
    z.strictObject({
      to: z.string(),
      override: z.optional(z.string()),
      reason: z.string(),
      authority: z.string(),
      by: Actor,
      at: Instant,
    }),
  ),
  /** The 主办. */
  unit: z.nullable(z.string()),
  /** Each 主办 that it ever had, oldest first, and since when. */
  leads: z.array(z.strictObject({ unit: z.string(), since: Instant })),
  /** When a unit got it for the first time. */
  unitAssignedAt: z.nullable(Instant),
  /** Every unit that has, or had, the case, in the order in which they first got it (units.ts). */
  units: z.array(CaseUnit),
  /** 退回, each with what became of it. */
  returns: z.array(Return),
  /** Who last signed for the case, by every id of his: his own repeats rest for a while (签收). */
  acknowledgements: z.record(z.string(), Instant),
  /** 签收 by whichever unit came first: it started a clock, which a later 转办 does not move. */
  firstAcknowledgedAt: z.nullable(Instant),
  reports: z.array(Report),
  publications: z.array(Publication),
  meetings: z.array(Act),
  actions: z.array(Action),
  decisions: z.array(Decided),
  planRequests: z.array(PlanRequest),
  planStarts: z.array(Act),
  planEnds: z.array(Act),
  planStartedAt: z.nullable(Instant),
  planEndedAt: z.nullable(Instant),
  /** Each 爆发 with the 平息 that ended it. */
  outbreaks: z.array(OutbreakRecord),
  /** How often the story began anew, also where that was taken back. */
  rekindlings: z.int(),
  ...LIMIT_FACTS,
  ...REARRANGED,
  documents: z.array(Publication),
  /** Those that stood as 未经审定 when they were taken back: what was on record of them was there all the same. */
  unapprovedGone: z.strictObject({ publications: z.array(Publication), documents: z.array(Publication) }),
  holds: z.array(Hold),
  /** Log entry → what was entered there for somebody else. */
  confirmations: z.record(z.string(), Confirmation),
  /** Log entry of an act → whether somebody who did not owe it says that it was made when the entry says (补录). */
  verified: z.record(z.string(), z.boolean()),
  /** Log entry of an act → who has said so, and when. */
  verifiers: z.record(z.string(), z.strictObject({ by: Actor, at: Instant })),
  /** Acts that were taken back, with the entries that they stand in. */
  withdrawn: z.array(z.strictObject({ entry: z.int(), at: Instant, by: Actor, reason: z.string() })),
  /** Acts that somebody denied whose word they waited for: they count no more than what was taken back. */
  denied: z.array(z.strictObject({ entry: z.int(), at: Instant, by: Actor, reason: z.optional(z.string()) })),
  /** Template and act or duty → when somebody was last asked for his word. */
  asked: z.record(z.string(), Instant),
  /** `duty#occurrence` → how far it has been enforced. */
  marks: z.record(z.string(), Mark),
  /** `duty#occurrence` of what an act has met in time, and at which level: no fact that comes later undoes it. */
  met: z.record(
    z.string(),
    z.strictObject({
      due: z.nullable(Instant),
      at: Instant,
      entry: z.int(),
      level: z.string(),
      /** Done, and not in time by the stricter limit of two cases that were merged. */
      late: z.optional(z.boolean()),
      /** Done in a case that was merged into this one, by an entry of that log. */
      there: z.optional(EntryThere),
      /** What else had met it in either of two cases that were merged: the next counts once the one before is taken back. */
      also: z.optional(
        z.array(
          z.strictObject({
            at: Instant,
            entry: z.int(),
            late: z.optional(z.boolean()),
            there: z.optional(EntryThere),
          }),
        ),
      ),
    }),
  ),
  /**
   * `duty#occurrence` of a limit of the law that has passed unmet, with the segment and the term of the duty that gave it: no
   * fact that comes later makes it kept, puts it off or takes it away.
   */
  passed: z.record(z.string(), z.strictObject({ due: Instant, segment: z.int(), term: z.int() })),
  /** `duty#occurrence#due` of what was given up when the next fell due. */
  missed: z.array(z.string()),
  /** `duty#occurrence` → role → notice → when its text reached the role; one that was refused later is taken out. */
  reached: z.record(z.string(), z.record(z.string(), z.record(z.string(), Instant))),
  /** `duty#occurrence` → the release of its warning. */
  warningReleases: z.record(z.string(), Act),
  pendingNotices: z.record(z.string(), OpenNotice),
  /** Notices of a 涉密 case, and those that no message could carry: to be told by telephone, until answered. */
  telephoneTasks: z.record(z.string(), OpenNotice),
  calls: z.array(Telephoned),
  /** 未送达, 送达: notice → address → the latest try of which the gateway has reported so. */
  undelivered: z.record(z.string(), z.record(z.string(), z.int())),
  delivered: z.record(z.string(), z.record(z.string(), z.int())),
  instructions: z.array(Instruction),
  orders: z.array(Order),
  /** Who may sign orders in this case beside whom the regulation lets, by the ids of the roster. */
  signers: z.array(z.string()),
  releases: z.array(Release),
  /** A conclusion that a second person has not agreed to yet. */
  conclusion: z.nullable(
    z.strictObject({
      summary: z.string(),
      unmet: Unmet,
      mistaken: z.optional(z.string()),
      by: Actor,
      at: Instant,
    }),
  ),
  reviewedAt: z.nullable(Instant),
  review: z.nullable(Act),
  concludedAt: z.nullable(Instant),
  archivedAt: z.nullable(Instant),
  /** Counts the executions of this case: each name is used once. */
  generation: z.int(),
  /** The newest version that changed what the clocks wait for. */
  rearmedVersion: z.int(),
  /** Stages enforced so far: each is one loop of a branch in some execution's history. */
  enforcements: z.int(),
  /** Everybody who acted in the case, refused or not, by the id of his person. */
  people: z.array(z.string()),
  /** The requests carried out last, by their callers' keys. */
  requests: z.array(z.string()),
  refusals: z.int(),
  /** The entries whose content was ordered to be purged. */
  purged: z.array(z.int()),
});
export type CaseState = z.infer<typeof CaseState>;

export const isSecret = (state: CaseState): boolean => state.flags.includes(SECRET_FLAG);
const currentOutbreak = (state: CaseState) => state.outbreaks.at(-1);
/** The instant of the standing 平息, or null while the story runs. */
export const calmedAtOf = (state: CaseState): string | null => currentOutbreak(state)?.calmedAt ?? null;
/** 应急预案 has been started and not been declared over. */
export const isPlanRunning = ({ planStartedAt, planEndedAt }: CaseState): boolean =>
  planStartedAt !== null && planEndedAt === null;
