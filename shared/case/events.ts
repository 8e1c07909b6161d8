import * as z from 'zod/mini';

const Instant = z.string();
/** Who gave a command: the token's subject, the role it speaks for, the unit if the role is a unit's. */
export const Actor = z.strictObject({
  id: z.string(),
  name: z.string(),
  role: z.string(),
  unit: z.optional(z.string()),
});
export type Actor = z.infer<typeof Actor>;

const Reason = z.strictObject({ text: z.string(), cite: z.array(z.string()) });
const GradeRecord = z.strictObject({
  level: z.string(),
  score: z.nullable(z.number()),
  values: z.record(z.string(), z.nullable(z.number())),
  reasons: z.array(Reason),
});
export type GradeRecord = z.infer<typeof GradeRecord>;

export const Source = z.strictObject({
  kind: z.string(),
  /** 收到 by the bureau; for what the bureau finds itself, the instant of 监测发现 is on the case. */
  receivedAt: z.optional(Instant),
  reference: z.optional(z.string()),
  /** The level that a prompting superior itself gave (register X7). */
  regardedAs: z.optional(z.string()),
});
export type Source = z.infer<typeof Source>;

export const ItemReference = z.strictObject({
  feed: z.string(),
  id: z.string(),
  title: z.string(),
  url: z.optional(z.string()),
  publishedAt: z.optional(Instant),
});
export type ItemReference = z.infer<typeof ItemReference>;

export const CaseInstants = z.strictObject({
  occurredAt: z.optional(Instant),
  outbreakAt: z.optional(Instant),
  detectedAt: z.optional(Instant),
  knownAt: z.optional(Instant),
  publishedAt: z.optional(Instant),
});
export type CaseInstants = z.infer<typeof CaseInstants>;

/** One message to one role. Whose numbers it goes to is looked up in the roster when it is sent. */
export const Notice = z.strictObject({
  key: z.string(),
  role: z.string(),
  unit: z.optional(z.string()),
  template: z.string(),
  duty: z.optional(z.string()),
  occurrence: z.optional(z.string()),
  stage: z.optional(z.string()),
  due: z.optional(Instant),
  /** Extra words of the template, such as the number of a supervision order. */
  variables: z._default(z.record(z.string(), z.string()), {}),
  /** 涉密: not to be sent; the office telephones. */
  byTelephone: z._default(z.boolean(), false),
});
export type Notice = z.infer<typeof Notice>;

const HandOver = z.strictObject({
  key: z.string(),
  status: z.enum(['handedOver', 'failed', 'nobody']),
  role: z.string(),
  /** The role that was reached in the end, when nobody held `role` (逐级上报). */
  reachedRole: z.optional(z.string()),
  /** No unit has the case yet: others were told, the unit was not. */
  unassigned: z.optional(z.boolean()),
  people: z.array(z.string()),
  at: Instant,
  messageIds: z.array(z.string()),
  detail: z.optional(z.string()),
});
export type HandOver = z.infer<typeof HandOver>;

const DutyStage = {
  duty: z.string(),
  occurrence: z.string(),
  due: Instant,
  index: z.int(),
  /** The next stage had come too before this one could speak. */
  overtaken: z.optional(z.boolean()),
};

export const CaseEvent = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('CaseOpened'),
    caseId: z.string(),
    regulation: z.strictObject({ id: z.string(), version: z.string() }),
    title: z.string(),
    sources: z.array(Source),
    instants: CaseInstants,
    flags: z.array(z.string()),
    unit: z.optional(z.string()),
    items: z.array(ItemReference),
    how: z.enum(['feed', 'hand']),
  }),
  z.strictObject({
    type: z.literal('ItemAttached'),
    item: ItemReference,
    grade: z.optional(GradeRecord),
    /** The level that is now the highest suggested, when this item raised it. */
    highest: z.optional(z.string()),
  }),
  z.strictObject({ type: z.literal('SourceAdded'), source: Source }),
  z.strictObject({
    type: z.literal('InstantCorrected'),
    instant: z.string(),
    before: z.optional(Instant),
    at: Instant,
    reason: z.string(),
  }),
  z.strictObject({
    type: z.literal('CaseGraded'),
    grade: GradeRecord,
    handling: z.string(),
    byReference: z.optional(Reason),
    provisional: z.boolean(),
  }),
  z.strictObject({
    type: z.literal('GradeConfirmed'),
    level: z.string(),
    handling: z.string(),
    byReference: z.optional(Reason),
    override: z.optional(z.string()),
    reason: z.optional(z.string()),
    factors: z.optional(z.record(z.string(), z.number())),
  }),
  z.strictObject({
    type: z.literal('LevelChanged'),
    from: z.string(),
    to: z.string(),
    handlingFrom: z.string(),
    handlingTo: z.string(),
    direction: z.enum(['raised', 'lowered', 'same']),
    byReference: z.optional(Reason),
    override: z.optional(z.string()),
    reason: z.string(),
    authority: z.string(),
    proposedBy: z.optional(Actor),
  }),
  z.strictObject({
    type: z.literal('LoweringProposed'),
    to: z.string(),
    override: z.optional(z.string()),
    reason: z.string(),
    authority: z.string(),
  }),
  z.strictObject({ type: z.literal('LoweringRejected'), to: z.string(), reason: z.string() }),
  z.strictObject({ type: z.literal('ResponseLevelSet'), level: z.string(), reason: z.string() }),
  z.strictObject({
    type: z.literal('CaseRated'),
    scale: z.string(),
    level: z.string(),
    before: z.optional(z.string()),
    reason: z.string(),
  }),
  z.strictObject({
    type: z.literal('FlagsChanged'),
    added: z.array(z.string()),
    removed: z.array(z.string()),
    reason: z.string(),
  }),
  z.strictObject({
    type: z.literal('UnitAssigned'),
    unit: z.string(),
    before: z.optional(z.string()),
    note: z.optional(z.string()),
  }),
  z.strictObject({ type: z.literal('CaseAcknowledged'), unit: z.string() }),
  z.strictObject({
    type: z.literal('ReportFiled'),
    kind: z.string(),
    form: z.string(),
    to: z.array(z.string()),
    channel: z.optional(z.string()),
    madeAt: Instant,
    reference: z.optional(z.string()),
    summary: z.optional(z.string()),
  }),
  z.strictObject({
    type: z.literal('PublicationRecorded'),
    form: z.string(),
    madeAt: Instant,
    title: z.optional(z.string()),
    link: z.optional(z.string()),
    approvedBy: z.optional(z.string()),
  }),
  z.strictObject({
    type: z.literal('MeetingHeld'),
    madeAt: Instant,
    participants: z.optional(z.string()),
    conclusion: z.optional(z.string()),
  }),
  z.strictObject({ type: z.literal('PlanRequested'), reason: z.string() }),
  z.strictObject({
    type: z.literal('PlanStarted'),
    madeAt: Instant,
    commander: z.optional(z.string()),
    note: z.optional(z.string()),
  }),
  z.strictObject({ type: z.literal('PlanEnded'), reason: z.string() }),
  z.strictObject({
    type: z.literal('InstructionRecorded'),
    from: z.string(),
    madeAt: Instant,
    handleAs: z.optional(z.string()),
    text: z.string(),
  }),
  z.strictObject({
    type: z.literal('DecisionRecorded'),
    decision: z.string(),
    outcome: z.string(),
    madeAt: Instant,
    by: z.string(),
  }),
  z.strictObject({
    type: z.literal('ActionRecorded'),
    action: z.string(),
    madeAt: Instant,
    note: z.optional(z.string()),
  }),
  z.strictObject({ type: z.literal('DutyHeld'), duty: z.string(), reason: z.string() }),
  z.strictObject({ type: z.literal('DutyResumed'), duty: z.string(), reason: z.string() }),
  z.strictObject({
    type: z.literal('DutyExtended'),
    duty: z.string(),
    before: Instant,
    to: Instant,
    reason: z.string(),
    approvedBy: z.optional(z.string()),
  }),
  z.strictObject({
    type: z.literal('DeadlineSet'),
    duty: z.string(),
    before: z.optional(Instant),
    due: Instant,
    reason: z.string(),
    reference: z.optional(z.string()),
  }),
  z.strictObject({
    type: z.literal('DocumentIssued'),
    document: z.string(),
    madeAt: Instant,
    fields: z.record(z.string(), z.string()),
    channel: z.optional(z.string()),
  }),
  z.strictObject({ type: z.literal('CalmDeclared'), calmedAt: Instant, reason: z.string() }),
  z.strictObject({ type: z.literal('CaseRekindled'), outbreakAt: Instant, reason: z.string() }),
  z.strictObject({
    type: z.literal('CaseConcluded'),
    summary: z.string(),
    unmet: z.array(z.string()),
    acknowledged: z.optional(z.string()),
  }),
  z.strictObject({ type: z.literal('ReviewFiled'), points: z.record(z.string(), z.string()) }),
  z.strictObject({ type: z.literal('CaseArchived') }),
  z.strictObject({ type: z.literal('DutyReminded'), ...DutyStage }),
  z.strictObject({ type: z.literal('DutyFellDue'), ...DutyStage }),
  z.strictObject({
    type: z.literal('DutyOverdue'),
    ...DutyStage,
    atDiscovery: z.boolean(),
    lagMilliseconds: z.number(),
  }),
  z.strictObject({ type: z.literal('DutyMissed'), duty: z.string(), occurrence: z.string(), due: Instant }),
  z.strictObject({
    type: z.literal('SupervisionOrderIssued'),
    number: z.string(),
    duty: z.optional(z.string()),
    occurrence: z.optional(z.string()),
    unit: z.optional(z.string()),
    role: z.string(),
    reason: z.string(),
  }),
  z.strictObject({ type: z.literal('NoticesMade'), notices: z.array(Notice) }),
  z.strictObject({ type: z.literal('NoticesHandedOver'), handOvers: z.array(HandOver) }),
  /** Taken by SNS for this person, and not by the gateway behind it. */
  z.strictObject({
    type: z.literal('NoticeUndelivered'),
    notice: Notice,
    person: z.string(),
    detail: z.string(),
  }),
  z.strictObject({
    type: z.literal('NoticeAnswered'),
    key: z.string(),
    how: z.enum(['telephoned', 'read']),
    madeAt: Instant,
    note: z.optional(z.string()),
  }),
  z.strictObject({
    type: z.literal('DutiesSettled'),
    settled: z.array(
      z.strictObject({
        duty: z.string(),
        occurrence: z.string(),
        outcome: z.enum(['planned', 'moved', 'fulfilled', 'fulfilledLate', 'missed', 'cancelled']),
        due: z.optional(Instant),
        at: z.optional(Instant),
        reason: z.optional(z.string()),
      }),
    ),
  }),
  z.strictObject({ type: z.literal('ClockContinued'), generation: z.int(), reason: z.string() }),
  z.strictObject({ type: z.literal('ClockFaulted'), execution: z.string(), error: z.string() }),
  z.strictObject({
    type: z.literal('CommandRefused'),
    command: z.string(),
    code: z.string(),
    message: z.string(),
  }),
]);
export type CaseEvent = z.infer<typeof CaseEvent>;
export type EventType = CaseEvent['type'];

/** One command's events: one item of the log, so that a command is atomic. */
export const LogEntry = z.strictObject({
  caseId: z.string(),
  version: z.int().check(z.minimum(1)),
  at: Instant,
  actor: Actor,
  command: z.string(),
  /** The caller's own key of this request: the same one again is a repeat. */
  request: z.optional(z.string()),
  events: z.array(CaseEvent).check(z.minLength(1)),
  /** Whether this entry changes what the clocks must wait for. */
  rearms: z.boolean(),
  previousHash: z.string(),
  hash: z.string(),
});
export type LogEntry = z.infer<typeof LogEntry>;
