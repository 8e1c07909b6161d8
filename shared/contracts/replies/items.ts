import * as z from 'zod/mini';
import { Problem } from '../errors.ts';
import { Clauses, Named } from '../regulation-view/parts.ts';
import { Warning } from './intake/warning.ts';
import { NEXT } from './list.ts';
import { GradeReason, ItemName, LevelName, OutOf, Suspected, Time } from './parts.ts';

/** `routine`: not yet pushed; `watched`: pushed; `pending`: a case is owed but not yet there. */
const Outcome = z.enum(['routine', 'watched', 'pending', 'inCase']);
/** `open`: to be dealt with; `read`, `notOurs`: somebody has said so, and it says the same since, and is no graver. */
const Became = z.enum(['open', 'read', 'notOurs', 'inCase']);
/** 疑似复燃: of an item that owes no case, a concluded one that had told the same matter, if the reader may know of that. */
const FormerCase = z.optional(z.string());
const Counters = z.strictObject({
  reposts: z.optional(z.number()),
  views: z.optional(z.number()),
  comments: z.optional(z.number()),
  likes: z.optional(z.number()),
});

/** Items, the newest first. `case`: where it is, if the reader may know of that. */
export const ItemListReply = z.strictObject({
  items: z.array(
    z.extend(ItemName, {
      warningLevel: LevelName,
      score: z.nullable(z.number()),
      detectedAt: Time,
      outcome: Outcome,
      became: Became,
      /** Whether something in it is a sign of more than its level says. */
      isGrave: z.boolean(),
      /** Why it has its level. */
      reasons: z.array(GradeReason),
      /** The latest. */
      counters: Counters,
      /** How many of its fields are doubted or could not be read. */
      doubts: z.int(),
      /** Which version of what its feed says of it this is; the first is 1. */
      version: z.int(),
      /** Whether the reader may say of it that it is read, or not the bureau's, in his post. */
      mayJudge: z.boolean(),
      case: z.nullable(z.string()),
      suspected: z.optional(z.array(Suspected)),
      formerCase: FormerCase,
    }),
  ),
  ...NEXT,
});
export type ItemListReply = z.infer<typeof ItemListReply>;

/** An item with all that its feed has said of it. */
export const ItemReply = z.strictObject({
  ...ItemName.shape,
  content: z.optional(z.string()),
  publishedAt: z.nullable(Time),
  detectedAt: Time,
  /** When the feed says that it first had it; 发现 is its arrival here. */
  collectedAt: z.optional(Time),
  /** 事发, when the feed said it. */
  eventAt: z.nullable(Time),
  /** Times of which only the day was given, by their field; they start no clock. */
  dateOnly: z.optional(z.array(z.string())),
  /** Times that were said from another (3小时前), by their field: the earliest that was meant. */
  estimated: z.optional(z.array(z.string())),
  /** What of its fields could not be read, or was read otherwise than it stood; the gravest first. */
  warnings: z.optional(
    z.array(
      z.extend(Warning, {
        /** What people call the field that it is, or looks like. */
        name: z.string(),
        /** It may say 涉密, or come from a superior: to be made sure of at once. */
        isGrave: z.boolean(),
      }),
    ),
  ),
  mediaTier: z.optional(Named),
  hotSearch: z.optional(Named),
  /** Every reading of the counters, oldest first. */
  readings: z.array(z.strictObject({ at: Time, counters: Counters })),
  source: z.nullable(
    z.extend(Named, {
      receivedAt: z.nullable(Time),
      reference: z.optional(z.string()),
      regardedAs: z.nullable(LevelName),
    }),
  ),
  flags: z.array(Named),
  unit: z.nullable(Named),
  /** Fields of the feed that we do not know, as they came. */
  extra: z.record(z.string(), z.unknown()),
  grade: z.strictObject({
    warningLevel: LevelName,
    handlingLevel: LevelName,
    score: z.nullable(z.number()),
    /** Criterion → what it counts; null: no evidence. */
    values: z.record(z.string(), z.nullable(z.number())),
    /** Those that the text itself shows are among them. */
    flags: z.array(Named),
    reasons: z.array(z.extend(GradeReason, { clauses: Clauses })),
  }),
  outcome: Outcome,
  became: Became,
  isGrave: z.boolean(),
  /** What was said of it, oldest first. */
  judgements: z.array(
    z.strictObject({
      as: z.enum(['read', 'notOurs', 'notSame', 'takenBack']),
      /** Of `notSame`: of which case, if the reader may know of that. */
      case: z.optional(z.string()),
      at: Time,
      by: z.strictObject({ id: z.string(), name: z.string(), role: Named }),
      reason: z.optional(z.string()),
    }),
  ),
  /** Whether the reader may say such a thing, in his post. */
  mayJudge: z.boolean(),
  /** Whether he may say that it is of none of the cases which it is suspected to belong to, also where it is in one. */
  mayDeny: z.boolean(),
  case: z.nullable(z.string()),
  /** Those that nobody has denied. */
  suspected: z.optional(z.array(Suspected)),
  formerCase: FormerCase,
  /** From which case it was taken out, if the reader may know of that. */
  outOf: z.optional(OutOf),
  /** Who has entered it in the place of its feed, whose push was refused. */
  enteredBy: z.optional(z.strictObject({ at: Time, id: z.string(), name: z.string(), role: Named })),
  /** Which version of what its feed says of it is shown; the first is 1. */
  version: z.int(),
  /** The versions that came after the first, the oldest first, at most the last 100: when, and what each changed. `?version=` shows one. */
  versions: z.array(
    z.strictObject({
      version: z.int(),
      at: Time,
      changed: z.array(z.strictObject({ field: z.string(), name: z.string() })),
    }),
  ),
  revision: z.int(),
});
export type ItemReply = z.infer<typeof ItemReply>;

const place = { index: z.int() };
/** An item that was taken in, or that was there already. */
const TakenItem = z.strictObject({
  ...place,
  id: z.string(),
  status: z.enum(['accepted', 'duplicate']),
  warningLevel: LevelName,
  handlingLevel: LevelName,
  score: z.nullable(z.number()),
  reasons: z.array(GradeReason),
  /** What the sender should know of its fields: what could not be read and is unknown, what starts no clock; the gravest first. */
  warnings: z.optional(z.array(Warning)),
  case: z.optional(z.string()),
  /** The open case that told the same story: by its address, or by how alike the texts are (0–1). */
  joined: z.optional(z.strictObject({ by: z.enum(['url', 'text']), similarity: z.number() })),
  suspected: z.optional(z.array(Suspected)),
});
/** An item that is refused for what it says. */
const RefusedItem = z.strictObject({
  ...place,
  id: z.optional(z.string()),
  status: z.literal('refused'),
  code: z.literal('ITEM_INVALID'),
  message: z.string(),
  problems: z.array(Problem),
});
/** An item that could not be kept for now: the sender brings it again. */
const FailedItem = z.strictObject({
  ...place,
  id: z.string(),
  status: z.literal('failed'),
  code: z.literal('ITEM_FAILED'),
  message: z.string(),
});
export type ItemAnswer = z.infer<typeof TakenItem | typeof RefusedItem | typeof FailedItem>;

/** A batch of which something was taken (200; 207 when something was refused). */
export const ItemsTaken = z.strictObject({
  accepted: z.int(),
  refused: z.int(),
  /** What the sender should know of the push as a whole: its id came with another body before. */
  notes: z.optional(z.array(z.string())),
  items: z.array(z.discriminatedUnion('status', [TakenItem, RefusedItem])),
});
export type ItemsTaken = z.infer<typeof ItemsTaken>;

/** A batch of which nothing was taken (422). */
export const ItemsInvalid = z.strictObject({
  code: z.literal('ITEMS_INVALID'),
  message: z.string(),
  accepted: z.literal(0),
  items: z.array(RefusedItem),
});
export type ItemsInvalid = z.infer<typeof ItemsInvalid>;

/** A batch that has to be sent again as a whole (503); what was taken of it will be a duplicate then. */
export const ItemsFailed = z.strictObject({
  code: z.literal('ITEMS_FAILED'),
  message: z.string(),
  accepted: z.int(),
  items: z.array(z.discriminatedUnion('status', [TakenItem, RefusedItem, FailedItem])),
});
export type ItemsFailed = z.infer<typeof ItemsFailed>;
