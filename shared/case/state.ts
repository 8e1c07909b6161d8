import * as z from 'zod/mini';
import { SECRET_FLAG } from '../regulations/reserved.ts';
import { Act } from './act.ts';
import { Unmet } from './events/phases.ts';
import { Actor, Call, CaseInstants, ItemReference, Source } from './events.ts';
import { LIMIT_FACTS } from './limit-facts.ts';
import { Mark } from './mark.ts';
import { OpenNotice, Telephoned } from './open-notice.ts';
import { OutbreakRecord } from './outbreak-record.ts';
import { Received } from './received.ts';

export type { Act } from './act.ts';
export type { Mark } from './mark.ts';
export type { OpenNotice } from './open-notice.ts';

const Instant = z.string();

/** A stretch of time at one handling level. Each starts the clocks of its level (办法第十四条, register X28). */
const Segment = z.strictObject({
  level: z.string(),
  at: Instant,
  /** `raised`: for something new (发酵); `corrected`: the level before was wrong (更正). */
  kind: z.enum(['initial', 'raised', 'corrected', 'lowered']),
  /** The warning level beside it: what the regulation's conditions ask of this stretch. */
  warning: z.string(),
  /** `proposed` (初判): nobody who may has determined it yet; `dropped` (初判未采纳): another was determined. */
  standing: z.enum(['proposed', 'determined', 'dropped']),
  /** Since when the unit itself has held this level: it opened the case with it, or signed for it. */
  unitsSince: z.optional(Instant),
});
export type Segment = z.infer<typeof Segment>;

const Report = z.extend(Act, {
  kind: z.string(),
  form: z.string(),
  to: z.array(z.string()),
  /** What it answers: receipts by their number, a 批示 or a 督办通知 by its entry of the log. */
  answers: z.array(z.string()),
});
export type Report = z.infer<typeof Report>;
/** Something that was said of when it all began. */
const Statement = z.strictObject({
  instant: z.string(),
  at: Instant,
  recordedAt: Instant,
  by: Actor,
  /** Only the day was given: it stands as its end. */
  dateOnly: z.boolean(),
  /** Stated by who may grant time: it counts though it is later than what was known before. */
  granted: z.boolean(),
  /** Of 收到: its place in `received`, where it may be put right. */
  place: z.optional(z.int()),
});
export type Statement = z.infer<typeof Statement>;
/** An act with an id of the regulation. */
const Made = z.extend(Act, { id: z.string() });
/** What went out: a publication, or a document. */
const Publication = z.extend(Made, {
  /** The entries of the approvals that let it through. */
  approvals: z.array(z.int()),
  /** It went out past a gate. */
  happened: z.boolean(),
});
/** An action; of an approval also the text that was approved, and whether that is the 处置结果. */
const Action = z.extend(Made, { text: z.optional(z.string()), result: z.boolean() });
export type Action = z.infer<typeof Action>;

/** An act that was entered for somebody else, with what he said to it. */
const Confirmation = z.strictObject({
  /** `onBehalf`: for a person of the bureau, who confirms; `outside`: for a body outside, which a leader countersigns. */
  of: z.enum(['onBehalf', 'outside']),
  person: z.nullable(z.string()),
  role: z.string(),
  unit: z.optional(z.string()),
  enteredBy: Actor,
  since: Instant,
  answer: z.nullable(z.strictObject({ agree: z.boolean(), by: Actor, at: Instant })),
});
export type Confirmation = z.infer<typeof Confirmation>;
/** 暂缓 of a duty: from when, to when; without an end it is asked about again and again. */
const Hold = z.strictObject({
  duty: z.string(),
  since: Instant,
  until: z.nullable(Instant),
  resumedAt: z.nullable(Instant),
  reason: z.string(),
  by: Actor,
});
export type Hold = z.infer<typeof Hold>;
/** `to`: the bodies to report to that it chose; null where it does not say. */
const Decided = z.extend(Made, { to: z.nullable(z.array(z.string())) });

/** A 批示 that asks somebody for something. */
const Instruction = z.extend(Act, {
  from: z.enum(['bureau', 'superior']),
  task: z.string(),
  role: z.string(),
  unit: z.optional(z.string()),
  due: z.optional(Instant),
});
export type Instruction = z.infer<typeof Instruction>;

/** A 督办通知, named by the entry of its draft. It has a number once it is issued. */
const Order = z.strictObject({
  entry: z.int(),
  duty: z.optional(z.string()),
  occurrence: z.optional(z.string()),
  due: z.optional(Instant),
  unit: z.string(),
  role: z.string(),
  reason: z.string(),
  cite: z.array(z.string()),
  demand: z.string(),
  draftedAt: Instant,
  issued: z.nullable(
    z.strictObject({
      number: z.string(),
      text: z.string(),
      at: Instant,
      by: Actor,
      entry: z.int(),
      answerBy: z.optional(Instant),
    }),
  ),
  /** 签收 by its receiver. */
  acknowledged: z.nullable(Act),
  /** 作废. */
  voided: z.boolean(),
});
export type Order = z.infer<typeof Order>;

/** A body outside no longer wants what it was owed: counts once it is confirmed; without a document it stays 待补来文. */
const Release = z.extend(Act, {
  duty: z.string(),
  occurrence: z.string(),
  name: z.optional(z.string()),
  document: z.optional(z.string()),
  call: z.optional(z.strictObject({ post: z.string(), at: Instant })),
  reason: z.string(),
  confirmed: z.nullable(z.strictObject({ at: Instant, by: Actor })),
});
export type Release = z.infer<typeof Release>;

/** A case as of one version of its log: a fold of the events, never edited by hand. */
export const CaseState = z.strictObject({
  caseId: z.string(),
  version: z.int(),
  lastHash: z.string(),
  lastAt: Instant,
  regulation: z.strictObject({ id: z.string(), version: z.string() }),
  title: z.string(),
  status: z.enum(['open', 'concluded', 'archived']),
  openedAt: Instant,
  /** Entering the case, as an act. */
  opening: Act,
  how: z.enum(['feed', 'hand']),
  sources: z.array(z.extend(Source, { recordedAt: Instant, entry: z.int(), by: Actor })),
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
  items: z.array(z.omit(ItemReference, { text: true })),
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
    reasons: z.array(z.strictObject({ text: z.string(), cite: z.array(z.string()) })),
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
  regrades: z.array(z.strictObject({ at: Instant, level: z.string(), answeredAt: z.nullable(Instant) })),
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
  unit: z.nullable(z.string()),
  unitAssignedAt: z.nullable(Instant),
  /**
   * Every unit that has had the case: when it got it for the first time, and when it first heard of it, by which notice (none:
   * it signed for it). Nothing that comes later makes it not have heard.
   */
  units: z.array(
    z.strictObject({
      unit: z.string(),
      since: Instant,
      heard: z.nullable(z.strictObject({ at: Instant, notice: z.nullable(z.string()) })),
    }),
  ),
  acknowledgedAt: z.nullable(Instant),
  /** Who last signed for the case, by every id of his: his own repeats rest for a while (签收). */
  acknowledgements: z.record(z.string(), Instant),
  /** 签收 by whichever unit came first: it started a clock, which a later 转办 does not move. */
  firstAcknowledgedAt: z.nullable(Instant),
  reports: z.array(Report),
  publications: z.array(Publication),
  meetings: z.array(Act),
  actions: z.array(Action),
  decisions: z.array(Decided),
  planRequests: z.array(Act),
  planStarts: z.array(Act),
  planEnds: z.array(Act),
  planStartedAt: z.nullable(Instant),
  planEndedAt: z.nullable(Instant),
  /** Each 爆发 with the 平息 that ended it. */
  outbreaks: z.array(OutbreakRecord),
  /** How often the story began anew, also where that was taken back. */
  rekindlings: z.int(),
  ...LIMIT_FACTS,
  documents: z.array(Publication),
  holds: z.array(Hold),
  /** Log entry → what was entered there for somebody else. */
  confirmations: z.record(z.string(), Confirmation),
  /** Log entry of an act → whether somebody who did not owe it says that it was made when the entry says (补录). */
  verified: z.record(z.string(), z.boolean()),
  /** Acts that were taken back, with the entries that they stand in. */
  withdrawn: z.array(z.strictObject({ entry: z.int(), at: Instant, by: Actor, reason: z.string() })),
  /** Template and act or duty → when somebody was last asked for his word. */
  asked: z.record(z.string(), Instant),
  /** `duty#occurrence` → how far it has been enforced. */
  marks: z.record(z.string(), Mark),
  /** `duty#occurrence` of what an act has met in time, and at which level: no fact that comes later undoes it. */
  met: z.record(
    z.string(),
    z.strictObject({ due: z.nullable(Instant), at: Instant, entry: z.int(), level: z.string() }),
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
  /** Notice → address → how many tries the gateway behind SNS has refused there. */
  undelivered: z.record(z.string(), z.record(z.string(), z.int())),
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
  /** The requests carried out last, by their callers' keys. */
  requests: z.array(z.string()),
  refusals: z.int(),
});
export type CaseState = z.infer<typeof CaseState>;

export const isSecret = (state: CaseState): boolean => state.flags.includes(SECRET_FLAG);
const currentOutbreak = (state: CaseState) => state.outbreaks.at(-1);
/** The instant of the standing 平息, or null while the story runs. */
export const calmedAtOf = (state: CaseState): string | null => currentOutbreak(state)?.calmedAt ?? null;
/** 应急预案 has been started and not been declared over. */
export const isPlanRunning = ({ planStartedAt, planEndedAt }: CaseState): boolean =>
  planStartedAt !== null && planEndedAt === null;
