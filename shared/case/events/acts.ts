import * as z from 'zod/mini';
import { Instant, OnBehalf, Outside } from './parts.ts';

/** When something was made. `enteredAt`: it came into the log later than the bureau's setting allows (补录). */
const Made = {
  madeAt: Instant,
  enteredAt: z.optional(Instant),
  /** Made before anything that is known of the case: asked about. */
  beforeCase: z.optional(z.boolean()),
};

/**
 * What an act carries, by the names of its fields; decided once, so that nothing that is reckoned from the log rests on the
 * words themselves. An empty tick is no part.
 */
const Parts = z.optional(z.array(z.string()));
const Words = z.optional(z.string());
/** How something went out. */
const Out = {
  /** The log entries of the approvals that let it through. */
  approvals: z.optional(z.array(z.int())),
  /** It went out although something was missing: why, and what. */
  happened: z.optional(z.strictObject({ reason: z.string(), missing: z.string() })),
};
/** What an act says under the names that the bureau's regulation has for it. */
const Fields = z.optional(z.record(z.string(), z.string()));

/** What somebody did about the matter, or decided. */
export const ACTS = [
  z.strictObject({
    type: z.literal('ReportFiled'),
    kind: z.string(),
    form: z.string(),
    to: z.array(z.string()),
    /** Receipts that it answers, by number (none: all that had come before it), and 批示 and 督办通知, by their entry. */
    answers: z.optional(z.array(z.string())),
    channel: z.optional(z.string()),
    ...Made,
    spokeTo: Words,
    post: Words,
    summary: Words,
    reference: Words,
    text: Words,
    signedBy: Words,
    fields: Fields,
    onBehalf: z.optional(OnBehalf),
    parts: Parts,
  }),
  z.strictObject({
    type: z.literal('PublicationRecorded'),
    form: z.string(),
    ...Made,
    title: Words,
    link: Words,
    place: Words,
    parts: Parts,
    ...Out,
  }),
  z.strictObject({
    type: z.literal('MeetingHeld'),
    ...Made,
    participants: Words,
    conclusion: Words,
    onBehalf: z.optional(OnBehalf),
    parts: Parts,
  }),
  z.strictObject({
    type: z.literal('PlanRequested'),
    reason: z.string(),
    ...Made,
    onBehalf: z.optional(OnBehalf),
    parts: Parts,
  }),
  z.strictObject({
    type: z.literal('PlanStarted'),
    ...Made,
    commander: z.optional(z.string()),
    note: z.optional(z.string()),
    onBehalf: z.optional(OnBehalf),
  }),
  z.strictObject({ type: z.literal('PlanEnded'), reason: z.string(), onBehalf: z.optional(OnBehalf) }),
  z.strictObject({
    type: z.literal('InstructionRecorded'),
    from: z.enum(['bureau', 'superior']),
    ...Made,
    handleAs: z.optional(z.string()),
    text: z.string(),
    /** Whom it asks for something, and by when: a duty of its own (own-duty.ts). */
    asks: z.optional(
      z.strictObject({
        task: z.string(),
        role: z.string(),
        unit: z.optional(z.string()),
        due: z.optional(Instant),
      }),
    ),
    onBehalf: z.optional(OnBehalf),
  }),
  z.strictObject({
    type: z.literal('DecisionRecorded'),
    decision: z.string(),
    outcome: z.string(),
    ...Made,
    by: z.string(),
    onBehalf: z.optional(OnBehalf),
    /** The bodies that it chose to report to; empty: none. */
    to: z.optional(z.array(z.string())),
    parts: Parts,
  }),
  z.strictObject({
    type: z.literal('ActionRecorded'),
    action: z.string(),
    ...Made,
    note: Words,
    /** Of an approval: what was approved; `result`: it is the 处置结果. */
    text: z.optional(z.string()),
    /** The words of what was approved: evidence that lies in the log and not in the state. */
    body: z.optional(z.string()),
    result: z.optional(z.boolean()),
    onBehalf: z.optional(OnBehalf),
    outside: z.optional(Outside),
    parts: Parts,
  }),
  z.strictObject({
    type: z.literal('DocumentIssued'),
    document: z.string(),
    ...Made,
    fields: z.record(z.string(), z.string()),
    channel: z.optional(z.string()),
    parts: Parts,
    ...Out,
  }),
  /** What an earlier act still lacked. `act`: its log entry; `given`: the words, by the names of the act's fields. */
  z.strictObject({
    type: z.literal('ActCompleted'),
    act: z.int(),
    given: z.record(z.string(), z.string()),
    to: z.optional(z.array(z.string())),
    parts: z.array(z.string()),
  }),
  /** Somebody on duty has released what a warning says. */
  z.strictObject({
    type: z.literal('WarningReleased'),
    duty: z.string(),
    occurrence: z.string(),
    says: z.record(z.string(), z.string()),
    parts: z.array(z.string()),
  }),
] as const;
