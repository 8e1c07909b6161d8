import * as z from 'zod';
import { Cite, Condition, Duration, Id, InstantId, Length } from './basics.ts';

/** Where a clock starts: an instant of the case (of some sources only, for 收到), or the completion of a duty. */
export const Anchor = z.union([
  z.strictObject({
    instant: InstantId,
    of: z.array(z.string()).optional(),
    when: Condition.optional(),
    /** 收到: after a raise for new facts the limit counts from the raise (办法第二十三条(一)); otherwise always from the receipt. */
    fromRaise: z.boolean().optional(),
    /** `bureau`: what counts from here is the office's own limit (参照), never broken. */
    basis: z.literal('bureau').optional(),
  }),
  /** `orDue`: while that duty is open, from its due instant, provisionally (register X44). */
  z.strictObject({ after: Id, orDue: z.boolean().optional(), when: Condition.optional() }),
  /** A decision that names bodies to report to (决定上报); one that names none starts nothing. */
  z.strictObject({ decision: Id, when: Condition.optional() }),
]);
export type Anchor = z.infer<typeof Anchor>;

/** 立即 / 及时 / 随时 carry the regulation's own word and no number. */
export const Limit = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('within'),
    within: Length,
    /** 一般应在…: told at this length, not overdue before `within` (register X36). */
    soft: Duration.optional(),
    /** A yes-or-no setting: when it is on, what is done before the soft instant does not count. */
    notBeforeSoft: z.string().optional(),
    /** 非工作时间顺延: the setting that says which reading holds, `count`, `shiftEnd` or `shiftStart` (register X34). */
    deferral: z.string().optional(),
    /** 确需延长的: how far in all, counted from the same start; null = the regulation names no maximum. */
    extension: z.strictObject({ upTo: Length.nullable(), cite: Cite }).optional(),
  }),
  z.strictObject({
    kind: z.literal('every'),
    /** The period, or the setting in which the bureau has to give it (register X30). */
    every: z.union([Duration, z.strictObject({ setting: z.string() })]),
    until: z.enum(['calmedAt', 'concludedAt']),
    from: z.enum(['due', 'completion']),
  }),
  z.strictObject({ kind: z.literal('immediate'), word: z.string() }),
  z.strictObject({ kind: z.literal('prompt'), word: z.string() }),
  z.strictObject({ kind: z.literal('ongoing'), word: z.string() }),
  /** Another rule gives the limit, or a person does: no number until somebody enters the instant (register X42). */
  z.strictObject({ kind: z.literal('external'), word: z.string(), rule: z.string() }),
]);
export type Limit = z.infer<typeof Limit>;

/** Whose act it has to be: the role of who made it. */
const By = z.array(z.string()).min(1);
/** Where the system finds the words of one part of a warning's draft. */
export const DraftSource = z.enum(['situation', 'media', 'unit', 'trend', 'analysis', 'advice']);
export type DraftSource = z.infer<typeof DraftSource>;
/** What a warning has to say (办法第十六条: 趋势、初步分析、处置建议); without `from` whoever releases it fills it in. */
const Says = z.array(z.strictObject({ part: z.string(), from: DraftSource.optional() })).min(1);

/** One act that meets a duty. `to` is all of the receivers, every other list any one of its members. */
export const Fulfilment = z.discriminatedUnion('act', [
  z.strictObject({
    act: z.literal('report'),
    forms: z.array(z.string()).optional(),
    kinds: z.array(z.string()).optional(),
    to: z.array(z.string()).min(1).optional(),
    /** And one of these. */
    toAnyOf: z.array(z.string()).min(1).optional(),
    /** And all the bodies that the last decision of this name chose; of a decision that says none, any of the duty's receivers. */
    toDecided: z.string().optional(),
    by: By.optional(),
  }),
  z.strictObject({
    act: z.literal('publication'),
    forms: z.array(z.string()).optional(),
    by: By.optional(),
  }),
  z.strictObject({ act: z.literal('action'), action: z.string(), by: By.optional() }),
  z.strictObject({ act: z.literal('decision'), decision: z.string(), by: By.optional() }),
  z.strictObject({ act: z.literal('meeting'), by: By.optional() }),
  z.strictObject({ act: z.literal('planRequest'), by: By.optional() }),
  z.strictObject({ act: z.literal('planStart'), by: By.optional() }),
  /** Entering the case by hand is the report itself (办法第十八条). */
  z.strictObject({ act: z.literal('opening'), by: By }),
  z.strictObject({ act: z.literal('unitAssigned') }),
  z.strictObject({ act: z.literal('gradeConfirmed') }),
  /** Asked again, the office has kept the level or raised it. */
  z.strictObject({ act: z.literal('gradeReviewed') }),
  z.strictObject({ act: z.literal('calm') }),
  z.strictObject({ act: z.literal('review') }),
  z.strictObject({ act: z.literal('document'), document: z.string(), by: By.optional() }),
  /** The case has been put on this scale by a person. */
  z.strictObject({ act: z.literal('rated'), scale: z.string() }),
  /**
   * The system's own notice to every receiver, counted when it is handed over (by telephone for a 涉密 case). With `says`
   * it is a warning: it counts once somebody on duty has released its text.
   */
  z.strictObject({ act: z.literal('notice'), says: Says.optional() }),
]);
export type Fulfilment = z.infer<typeof Fulfilment>;

export const Term = z.strictObject({
  levels: z.array(z.string()).min(1),
  name: z.string().optional(),
  toldAs: z.string().optional(),
  cite: Cite,
  when: Condition.optional(),
  start: z.array(Anchor).min(1),
  /** `first`: the first anchor that is known (fallbacks); `earliest`: the earliest of all that are known. */
  pick: z.enum(['first', 'earliest']).default('first'),
  limit: Limit,
  /** Who is told or reported to, where it is not whom the duty names. */
  receivers: z.array(z.string()).optional(),
  fulfilledBy: z.array(Fulfilment).min(1).optional(),
  ladder: z.string().optional(),
  /** Owed at the unit's own judgement of the level: law without the determination once the unit has set it, or signed for it. */
  withoutDetermination: z.boolean().optional(),
});
export type Term = z.infer<typeof Term>;

export const Duty = z.strictObject({
  id: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
  name: z.string(),
  /** How a text puts it to whoever has to do it (请立即…, 尚未…), where the name is no such phrase: 每日书面报告 → 报送每日书面报告. */
  toldAs: z.string().optional(),
  /** `law`: stands in the regulation. `bureau`: a prompt that the register proposes; never reported as a breach. */
  basis: z.enum(['law', 'bureau']).default('law'),
  responsible: z.string(),
  receivers: z.array(z.string()),
  copies: z.array(z.string()).default([]),
  channels: z.array(z.string()),
  fulfilledBy: z.array(Fulfilment).min(1),
  /**
   * Owed anew: `eachLevel` whenever the case is graded or raised; `eachOutbreak` whenever it flares up again; `eachReceipt`
   * for every assignment or prompt received; `eachAsking` whenever the office is asked for the level again; `eachUnit` by every
   * unit that gets the case, and met by its own acts alone; otherwise once per case.
   */
  recurs: z
    .enum(['once', 'eachLevel', 'eachOutbreak', 'eachReceipt', 'eachAsking', 'eachUnit'])
    .default('once'),
  /** The duties of a higher level that take its place there; a raise ends no other. */
  replacedBy: z.array(Id).default([]),
  holdable: z.boolean().default(false),
  /** Still owed after 结报 (the review of 办法第三十条). */
  survivesConclusion: z.boolean().default(false),
  ladder: z.string(),
  /** Optional office target for 立即 and 及时: the setting that carries it. Never part of the law. */
  ownTarget: z.string().optional(),
  /** For whoever reads the data file: why it is so. */
  note: z.string().optional(),
  terms: z.array(Term).min(1),
});
export type Duty = z.infer<typeof Duty>;

/**
 * Who is told at each stage: the duty's responsible role first, then the rungs above it. The spacings are the
 * office's own settings, not limits of the regulation.
 */
export const Ladder = z.strictObject({
  id: Id,
  name: z.string(),
  remindBefore: z.array(Duration),
  climbEvery: Duration,
  thenEvery: Duration,
  rungs: z.array(z.string()).min(1),
  cite: Cite,
});
export type Ladder = z.infer<typeof Ladder>;
