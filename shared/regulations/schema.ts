import * as z from 'zod';
import { Duration as DurationPattern } from '../time/durations.ts';

/** A key of the regulation's `clauses`; every rule carries at least one. */
const Cite = z.array(z.string()).min(1);
const Id = z.string().regex(/^[a-z][A-Za-z0-9-]*$/);
export const Duration = z.string().regex(DurationPattern);

/** Working days, which ISO-8601 does not have: `5WD`. */
export const WorkingDays = z.string().regex(/^[1-9]\d*WD$/);
const Length = z.union([Duration, WorkingDays]);

export const InstantId = z.enum([
  'occurredAt',
  'outbreakAt',
  'detectedAt',
  'knownAt',
  'receivedAt',
  'gradedAt',
  'levelEnteredAt',
  'acknowledgedAt',
  'planStartedAt',
  'publishedAt',
  'calmedAt',
  'concludedAt',
]);
export type InstantId = z.infer<typeof InstantId>;

export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { source: string }
  | { flag: string }
  | { setting: string }
  | { warningLevel: string }
  | { rating: string; is: string }
  | { rating: string; atLeast: string };
export const Condition: z.ZodType<Condition, Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(Condition) }),
    z.strictObject({ any: z.array(Condition) }),
    z.strictObject({ not: Condition }),
    z.strictObject({ source: z.string() }),
    z.strictObject({ flag: z.string() }),
    z.strictObject({ setting: z.string() }),
    z.strictObject({ warningLevel: z.string() }),
    /** What a scale beside the first says of the case (register X31, X37): exactly this level, or this one and above. */
    z.strictObject({ rating: z.string(), is: z.string() }),
    z.strictObject({ rating: z.string(), atLeast: z.string() }),
  ]),
);

/** Where a clock starts: an instant of the case (of some sources only, for 收到), or the completion of a duty. */
export const Anchor = z.union([
  z.strictObject({ instant: InstantId, of: z.array(z.string()).optional(), when: Condition.optional() }),
  /** `orDue`: while that duty is open, from its due instant, provisionally (register X44). */
  z.strictObject({ after: Id, orDue: z.boolean().optional(), when: Condition.optional() }),
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

/** One act that meets a duty. Lists are "any of" unless `everyReceiver` asks for each of `to`. */
export const Fulfilment = z.discriminatedUnion('act', [
  z.strictObject({
    act: z.literal('report'),
    forms: z.array(z.string()).optional(),
    kinds: z.array(z.string()).optional(),
    to: z.array(z.string()).optional(),
    everyReceiver: z.boolean().optional(),
  }),
  z.strictObject({ act: z.literal('publication'), forms: z.array(z.string()).optional() }),
  z.strictObject({ act: z.literal('action'), action: z.string() }),
  z.strictObject({ act: z.literal('decision'), decision: z.string() }),
  z.strictObject({ act: z.literal('meeting') }),
  z.strictObject({ act: z.literal('planStart') }),
  z.strictObject({ act: z.literal('unitAssigned') }),
  z.strictObject({ act: z.literal('gradeConfirmed') }),
  z.strictObject({ act: z.literal('calm') }),
  z.strictObject({ act: z.literal('review') }),
  z.strictObject({ act: z.literal('document'), document: z.string() }),
  /** The case has been put on this scale by a person. */
  z.strictObject({ act: z.literal('rated'), scale: z.string() }),
  /** The system's own notice to every receiver, counted when it is handed over (by telephone for a 涉密 case). */
  z.strictObject({ act: z.literal('notice') }),
]);
export type Fulfilment = z.infer<typeof Fulfilment>;

export const Term = z.strictObject({
  levels: z.array(z.string()).min(1),
  name: z.string().optional(),
  cite: Cite,
  when: Condition.optional(),
  start: z.array(Anchor).min(1),
  /** `first`: the first anchor that is known (fallbacks); `earliest`: the earliest of all that are known. */
  pick: z.enum(['first', 'earliest']).default('first'),
  limit: Limit,
  fulfilledBy: z.array(Fulfilment).min(1).optional(),
  ladder: z.string().optional(),
});
export type Term = z.infer<typeof Term>;

export const Duty = z.strictObject({
  id: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
  name: z.string(),
  /** `law`: stands in the regulation. `bureau`: a prompt that the register proposes; never reported as a breach. */
  basis: z.enum(['law', 'bureau']).default('law'),
  responsible: z.string(),
  receivers: z.array(z.string()),
  copies: z.array(z.string()).default([]),
  channels: z.array(z.string()),
  fulfilledBy: z.array(Fulfilment).min(1),
  /**
   * `eachLevel`: owed anew whenever the case is graded or raised; `eachOutbreak`: whenever it flares up again; otherwise
   * once per case.
   */
  recurs: z.enum(['once', 'eachLevel', 'eachOutbreak']).default('once'),
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

export const Level = z.strictObject({
  id: Id,
  rank: z.int(),
  name: z.string(),
  short: z.string(),
  colour: z.string().nullable(),
  definition: z.string(),
  lead: z.string().nullable(),
  /** Whether this level has clocks and so a state machine. */
  clocked: z.boolean(),
  /** `office`: not in the regulation; where items wait until the office has judged them. */
  basis: z.enum(['law', 'bureau']).default('law'),
  /** Why the regulation gives this level no limit in numbers, or no duty at all (register X41). */
  unlimited: z.string().optional(),
  /** While a matter of this level is open, every case bears this flag (特护期). */
  overlay: z.string().optional(),
  cite: Cite,
});
export type Level = z.infer<typeof Level>;

export const Scale = z.strictObject({
  id: Id,
  name: z.string(),
  /**
   * `handling`: the first, whose level a case is handled at. `response`: 应急响应级别. `rating`: what else is said of a case.
   * `standing`: matters with clocks that are no 舆情 (特护期, 监测申请, 定期报告).
   */
  use: z.enum(['handling', 'response', 'rating', 'standing']).default('rating'),
  levels: z.array(Level).min(1),
  /** Of a `rating` scale: what holds until a person rates the case; the first whose condition holds. */
  defaults: z
    .array(z.strictObject({ when: Condition, level: z.string(), reason: z.string(), cite: Cite }))
    .default([]),
  cite: Cite,
});
export type Scale = z.infer<typeof Scale>;

const Named = z.strictObject({ id: Id, name: z.string(), cite: Cite.optional() });
const Role = z.strictObject({
  id: Id,
  name: z.string(),
  kind: z.enum(['internal', 'superior', 'peer', 'public']),
  perUnit: z.boolean().default(false),
  /** Where a notice goes when nobody holds the role. */
  above: z.string().optional(),
  cite: Cite.optional(),
});
export type Role = z.infer<typeof Role>;

const HandlingRule = z.strictObject({
  id: Id,
  when: Condition,
  handleAs: z.string(),
  /** A source that itself regards the matter as this level does not count for the rule. */
  unlessRegardedAs: z.string().optional(),
  reason: z.string(),
  cite: Cite,
});

const Authority = z.strictObject({
  command: z.string(),
  /** Only at these handling levels; absent = at all. */
  levels: z.array(z.string()).optional(),
  roles: z.array(z.string()).min(1),
  cite: Cite,
});

export const Gate = z.strictObject({
  id: Id,
  name: z.string(),
  /** Publications that must wait; absent = every publication. */
  publications: z.array(z.string()).optional(),
  /** The commands that wait. */
  on: z.array(z.string()).default(['RecordPublication']),
  /** Only while the emergency plan runs. */
  whilePlan: z.boolean().default(false),
  levels: z.array(z.string()).optional(),
  when: Condition.optional(),
  /** Any one of these recorded actions opens the gate. */
  needs: z.array(z.string()).min(1).optional(),
  /** Or all of these: one step after another, the actions of one step in any order. */
  steps: z.array(z.array(z.string()).min(1)).min(1).optional(),
  /** And each of these documents must have been issued, since the story last flared up. */
  documents: z.array(z.string()).min(1).optional(),
  /** What was approved for one publication does not clear the next. */
  eachTime: z.boolean().default(false),
  cite: Cite,
});

export type Gate = z.infer<typeof Gate>;

/** What people are told of beside the duties; each is told at one place in the code. */
export const Occasion = z.enum([
  'routine',
  'opened',
  'assigned',
  'hotter',
  'loweringProposed',
  'levelLowered',
  'planRequested',
  'orderByHand',
  'calmed',
  'rekindled',
  'clockFault',
]);
export type Occasion = z.infer<typeof Occasion>;

const Routing = z.strictObject({
  id: Occasion,
  name: z.string(),
  to: z.array(z.string()).min(1),
  copies: z.array(z.string()).default([]),
  /** `law`: the clause says who is told. `bureau`: it does not; the bureau's own choice, and the clause is its subject. */
  basis: z.enum(['law', 'bureau']).default('law'),
  cite: Cite,
});

const Setting = z.strictObject({
  id: Id,
  name: z.string(),
  /** The register entry (X1…X51) or `bureau`. */
  register: z.string(),
  value: z.union([z.boolean(), z.string(), z.number(), z.null()]),
  /** The bureau has to give it: the regulation asks for one and names none. */
  required: z.boolean().default(false),
  /** What the value must be; `officeHours`: `09:00-12:00 13:00-17:00`. Absent: as the value given. */
  format: z.enum(['duration', 'officeHours']).optional(),
  options: z.array(z.strictObject({ value: z.string(), name: z.string() })).optional(),
  note: z.string(),
  cite: Cite,
});
export type Setting = z.infer<typeof Setting>;

const Word = z.strictObject({
  words: z.array(z.string()).min(1),
  value: z.int().min(1).max(4),
  reason: z.string(),
  cite: Cite,
});
/** Where a number comes from: a source, or 默认值(假设). */
const Basis = z.string();
export const Grading = z.strictObject({
  requireHumanConfirm: z.boolean(),
  decidedBy: z.string(),
  cite: Cite,
  criteria: z.array(
    z.strictObject({ id: Id, name: z.string(), weight: z.number(), words: z.array(Word), cite: Cite }),
  ),
  /** When a word in the text does not count. */
  negation: z
    .strictObject({
      /** Directly before the word: 未, 没有, 防止. */
      before: z.array(z.string()),
      /** May stand between the negator and the word: 造成, 人员. */
      fillers: z.array(z.string()),
      /** Directly after the word: 0人. */
      after: z.array(z.string()),
      /** Anywhere in the same sentence: 辟谣, 不属实. */
      denials: z.array(z.string()),
      /** A sentence with one of these is no denial: 质疑. */
      unless: z.array(z.string()),
      /** Phrases that contain a word and mean something else: 打击假冒伪劣. */
      exceptions: z.array(z.string()),
    })
    .default({ before: [], fillers: [], after: [], denials: [], unless: [], exceptions: [] }),
  heat: z.strictObject({
    cap: z.int(),
    /** Counts are meant over this long; of an older item the total is used and the reason says so. */
    window: Duration.default('PT24H'),
    counters: z.array(
      z.strictObject({ id: Id, name: z.string(), steps: z.array(z.number()), basis: z.array(Basis) }),
    ),
    ranks: z.array(
      z.strictObject({
        id: Id,
        name: z.string(),
        values: z.array(
          z.strictObject({
            id: Id,
            name: z.string(),
            value: z.int(),
            basis: Basis,
            /** The flag that this value suggests. */
            flag: z.string().optional(),
          }),
        ),
      }),
    ),
    growth: z.array(
      z.strictObject({
        window: Duration,
        atLeastPercent: z.number(),
        /** Below so many interactions a percentage says nothing. */
        minimum: z.int().default(0),
        add: z.int(),
        urgency: z.int(),
        basis: Basis,
      }),
    ),
  }),
  bands: z.array(z.strictObject({ level: z.string(), below: z.number().nullable() })),
  floors: z.array(
    z.strictObject({
      id: Id,
      flag: z.string(),
      atLeast: z.string(),
      candidate: z.boolean(),
      words: z.array(z.string()),
      /** A count that suggests the flag by itself (a bureau with hard rules such as 转发 ≥ 20). */
      counters: z
        .array(
          z.strictObject({
            id: Id,
            atLeast: z.number(),
            /** Counts of these media only; a medium that is not known counts too. */
            mediaTypes: z.array(z.string()).optional(),
          }),
        )
        .default([]),
      /** Flags that must hold beside this one (跨市区 and 较大影响). */
      beside: z.array(z.string()).default([]),
      reason: z.string(),
      cite: Cite,
    }),
  ),
  sameStory: z.strictObject({ window: Duration, similarity: z.number() }),
});
export type Grading = z.infer<typeof Grading>;

export const Regulation = z.strictObject({
  id: Id,
  bureau: z.string(),
  /** What the bureau calls its rules: 办法, 预案, 制度. */
  called: z.string().default('制度'),
  title: z.string(),
  version: z.string(),
  issuedOn: z.string(),
  effectiveOn: z.string(),
  zone: z.string(),
  smsSignature: z.string(),
  numbering: z.strictObject({ case: z.string(), supervisionOrder: z.string() }),
  cite: Cite,
  clauses: z.record(z.string(), z.string()),
  roles: z.array(Role),
  units: z.array(z.strictObject({ id: Id, name: z.string() })),
  /** The first drives the clocks of 舆情; the others are beside it, or hold matters that are no 舆情. */
  scales: z.array(Scale).min(1),
  sources: z.array(z.strictObject({ id: Id, name: z.string(), from: z.string().nullable(), cite: Cite })),
  flags: z.array(Named),
  instants: z.array(
    z.strictObject({ id: InstantId, name: z.string(), fallback: z.array(InstantId), cite: Cite }),
  ),
  mediaTypes: z.array(Named),
  reportForms: z.array(Named),
  reportKinds: z.array(Named),
  publicationForms: z.array(Named),
  channels: z.array(Named),
  /** `by`: the only roles that may record it, where an approval must not be a unit's own word. */
  actions: z.array(Named.extend({ by: z.array(z.string()).min(1).optional() })),
  decisions: z.array(Named),
  handling: z.array(HandlingRule),
  grading: Grading,
  duties: z.array(Duty),
  routing: z.array(Routing),
  /** Who may report to a superior (预案 2.2.4); a superior without an entry takes reports from anybody. */
  contacts: z.array(
    z.strictObject({
      to: z.array(z.string()).min(1),
      by: z.array(z.string()).min(1),
      cite: Cite,
    }),
  ),
  authorities: z.array(Authority),
  gates: z.array(Gate),
  /** Channels that must not carry a report while the condition holds (涉密不得用手机). */
  forbiddenChannels: z
    .array(z.strictObject({ channels: z.array(z.string()).min(1), when: Condition, cite: Cite }))
    .default([]),
  ladders: z.array(Ladder),
  settings: z.array(Setting),
  documents: z.array(z.strictObject({ id: Id, name: z.string(), fields: z.array(z.string()), cite: Cite })),
  /** Clauses about which the software only informs, each with the reason. */
  informs: z.array(z.strictObject({ clause: z.string(), reason: z.string() })),
  /** Ambiguities of the text that are no choice of the bureau's: register entry and how the software reads it. */
  readings: z
    .array(z.strictObject({ id: z.string().regex(/^X\d+$/), reading: z.string(), cite: Cite }))
    .default([]),
});
export type Regulation = z.infer<typeof Regulation>;
/** What a regulation file writes: defaults may be left out. */
export type RegulationData = z.input<typeof Regulation>;
