import * as z from 'zod/mini';

export const Instant = z.string();
/**
 * Who gave a command: the id that the token names, the role it speaks for, the unit if the role is a unit's. `person`: his
 * one id in the roster of that moment, whatever post he acts in; none when the roster did not know him. `ids`: all of them,
 * where he stood in it under more than one.
 */
export const Actor = z.strictObject({
  id: z.string(),
  person: z.optional(z.string()),
  ids: z.optional(z.array(z.string())),
  name: z.string(),
  role: z.string(),
  unit: z.optional(z.string()),
});
export type Actor = z.infer<typeof Actor>;

/** 代录: for whom it was entered, in which of his posts, how and when he gave it, and of which text. */
export const OnBehalf = z.strictObject({
  person: z.string(),
  name: z.string(),
  role: z.string(),
  unit: z.optional(z.string()),
  channel: z.string(),
  at: Instant,
});
export type OnBehalf = z.infer<typeof OnBehalf>;
/** What a body outside the bureau agreed to. `countersigned`: a leader entered it himself. */
export const Outside = z.strictObject({
  body: z.string(),
  who: z.string(),
  channel: z.string(),
  at: Instant,
  reference: z.string(),
  countersigned: z.boolean(),
});
export type Outside = z.infer<typeof Outside>;

export const Reason = z.strictObject({ text: z.string(), cite: z.array(z.string()) });
/** Of a grade; `ground`: it speaks of what is in the item itself. */
export const GradeReason = z.strictObject({ ...Reason.shape, ground: z.optional(z.boolean()) });
export const GradeRecord = z.strictObject({
  level: z.string(),
  score: z.nullable(z.number()),
  values: z.record(z.string(), z.nullable(z.number())),
  reasons: z.array(GradeReason),
});
export type GradeRecord = z.infer<typeof GradeRecord>;

export const Source = z.strictObject({
  kind: z.string(),
  /** 收到 by the bureau; for what the bureau finds itself, the instant of 监测发现 is on the case. */
  receivedAt: z.optional(Instant),
  reference: z.optional(z.string()),
  /** The level that a prompting superior itself gave (register X7). */
  regardedAs: z.optional(z.string()),
  /** The office says that it is the matter of the receipt before (同一件): it moves nothing. */
  same: z.optional(z.boolean()),
});
export type Source = z.infer<typeof Source>;

/** Why a publication starts nothing: it lies before the event that is known, or long before it was found. */
export const Doubt = z.enum(['beforeEvent', 'stale']);

/** How a story was found to spread: what was counted from when to when, by which of the office's own rules. */
export const Spread = z.strictObject({
  rule: z.string(),
  from: Instant,
  to: Instant,
  /** So many different posts of it. */
  posts: z.optional(z.int()),
  /** A counter of one item, at the beginning and at the end. */
  growth: z.optional(
    z.strictObject({
      feed: z.string(),
      id: z.string(),
      counter: z.string(),
      before: z.number(),
      after: z.number(),
    }),
  ),
});
export type Spread = z.infer<typeof Spread>;

/**
 * Why an item only perhaps tells the matter of a case: the words are alike, and yet it names another place, house or day, or says
 * otherwise which, whom or when (a batch, a building, an age), or in its title another word; both are written by one pattern; they
 * have little in common; or one address has other words;
 * or it is told as by the words that a person wrote when he opened the case, which are nobody's report; or it tells what a person said is none
 * of the case's matter.
 */
export const SuspicionGround = z.enum([
  'place',
  'house',
  'day',
  'detail',
  'word',
  'template',
  'few',
  'sameAddress',
  'byHand',
  'parted',
]);
export type SuspicionGround = z.infer<typeof SuspicionGround>;
/** 疑似同一舆情: an open case that perhaps tells the matter of an item, when that came. */
export const SuspectedCase = z.strictObject({
  caseId: z.string(),
  /** How much of what the shorter says is in the other, 0–1. */
  similarity: z.number(),
  ground: SuspicionGround,
});
export type SuspectedCase = z.infer<typeof SuspectedCase>;

/** The case that an item was taken out of last (移出信息), and the entry of that case's log which says so. */
export const OutOf = z.strictObject({ caseId: z.string(), entry: z.int() });

export const ItemReference = z.strictObject({
  feed: z.string(),
  id: z.string(),
  title: z.string(),
  url: z.optional(z.string()),
  /** The beginning of what it said when it was taken: evidence that lies beside the log and not in the state. */
  text: z.optional(z.string()),
  publishedAt: z.optional(Instant),
  /** When it came to the bureau: it was found then, whoever says what. */
  arrivedAt: z.optional(Instant),
  /** Only the day of its publication is known. */
  dateOnly: z.optional(z.boolean()),
  /** The publication was said from another time (3小时前): it stands as the earliest that was meant. */
  estimated: z.optional(z.boolean()),
  /** 事发, as the item says; what the case counts from is said of the case. */
  eventAt: z.optional(Instant),
  /** Only the day of the event is known. */
  eventDateOnly: z.optional(z.boolean()),
  /** 存疑: its publication starts nothing. */
  doubt: z.optional(Doubt),
  /** Which version of what its feed says of it this is; absent: the first. */
  version: z.optional(z.int()),
  suspected: z.optional(z.array(SuspectedCase)),
  outOf: z.optional(OutOf),
  /** What its feed gave as a mark, may mean 涉密 or a superior's word, and could not be read: as it was written. */
  unreadMark: z.optional(z.string()),
});
export type ItemReference = z.infer<typeof ItemReference>;

/** 值班电话记录: who called, from which number and post, when, and who took the call. */
export const Call = z.strictObject({
  caller: z.optional(z.string()),
  number: z.optional(z.string()),
  post: z.optional(z.string()),
  at: z.optional(Instant),
  takenBy: z.optional(z.string()),
});
export type Call = z.infer<typeof Call>;

export const CaseInstants = z.strictObject({
  eventAt: z.optional(Instant),
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
  /** To a 会办, of what the 主办 is told too: the duty that it is about is met by telling the 主办. */
  beside: z.optional(z.boolean()),
  /** One person of the role alone, by his id in the roster. */
  person: z.optional(z.string()),
  /** Not for this person of the role, by his id: he asks, and another has to agree. */
  notTo: z.optional(z.string()),
  /** The act that the notice is about. */
  act: z.optional(z.int()),
  template: z.string(),
  duty: z.optional(z.string()),
  occurrence: z.optional(z.string()),
  stage: z.optional(z.string()),
  due: z.optional(Instant),
  /** Its text leaves not before this instant: what can wait for the morning. */
  notBefore: z.optional(Instant),
  /** Says again what was said: a person who has just signed for the case is spared it. */
  repeat: z.optional(z.boolean()),
  /** Extra words of the template, such as the number of a supervision order. */
  variables: z._default(z.record(z.string(), z.string()), {}),
  /** 涉密: not to be sent; the office telephones. */
  byTelephone: z._default(z.boolean(), false),
});
export type Notice = z.infer<typeof Notice>;

/** One text to one number: whose it is, as he was called and numbered then, and what it said of this case. */
export const Texted = z.strictObject({
  /** The person's id; of one who is told under two numbers the second has a name of its own. */
  address: z.string(),
  person: z.string(),
  name: z.string(),
  /** Masked: 138****0001. */
  mobile: z.string(),
  /** How often it was tried before. */
  tries: z.int(),
  /** As it was sent; of a text that tells of several cases its own part. */
  text: z.optional(z.string()),
  messageId: z.optional(z.string()),
});
export type Texted = z.infer<typeof Texted>;

/**
 * What became of one notice at one number. `handedOver`: the gateway took it. `failed`: it did not, and it is tried again;
 * `givenUp`: not any more. `nobody`: no number was found. `moot`: what it asks for had been done before it could be sent;
 * `overtaken`: a later one asks for the same; `spared`: it says again what its person has just signed for.
 */
export const HandOver = z.strictObject({
  key: z.string(),
  status: z.enum(['handedOver', 'failed', 'givenUp', 'nobody', 'moot', 'overtaken', 'spared']),
  role: z.string(),
  /** The role that was reached in the end, when nobody held `role` (逐级上报). */
  reachedRole: z.optional(z.string()),
  /** No unit has the case yet: others were told, the unit was not. */
  unassigned: z.optional(z.boolean()),
  /** The addresses of all whom the notice goes to. */
  among: z.array(z.string()),
  to: z.optional(Texted),
  at: Instant,
  /** Why, in plain Chinese. */
  detail: z.optional(z.string()),
  /** What the channel called its error; no reader of the file can do anything with it. */
  error: z.optional(z.string()),
});
export type HandOver = z.infer<typeof HandOver>;

/** An entry in the log of a case that was merged into another. */
export const EntryThere = z.strictObject({ case: z.string(), act: z.int() });
export type EntryThere = z.infer<typeof EntryThere>;
/** What stands in such an entry: an act, or a source that was entered after the opening. */
export const DoneThere = z.strictObject({
  ...EntryThere.shape,
  name: z.string(),
  at: Instant,
  /** Who entered it; absent: it is nothing that can be taken back. */
  by: z.optional(Actor),
  /** Whose word it was by then, where somebody else had entered it for him. */
  owner: z.optional(Actor),
  /** It was taken back in the case that went on. */
  withdrawn: z.optional(z.strictObject({ at: Instant, by: Actor, reason: z.string() })),
});
export type DoneThere = z.infer<typeof DoneThere>;
