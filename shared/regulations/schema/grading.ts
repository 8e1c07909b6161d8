import * as z from 'zod';
import { Cite, Condition, Duration, Id } from './basics.ts';

export const HandlingRule = z.strictObject({
  id: Id,
  when: Condition,
  handleAs: z.string(),
  /** A source that itself regards the matter as this level does not count for the rule. */
  unlessRegardedAs: z.string().optional(),
  /** Only a source that itself regards the matter as this level counts for the rule. */
  onlyRegardedAs: z.string().optional(),
  reason: z.string(),
  cite: Cite,
});

const Word = z.strictObject({
  /** 几 in one stands for a number (几死几伤). */
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
  /** 定级: what the text calls it, and whether who opens a case with a level has determined it (the text names nobody). */
  determination: z.strictObject({ name: z.string(), byOpener: z.boolean().default(false), cite: Cite }),
  cite: Cite,
  criteria: z.array(
    z.strictObject({
      id: Id,
      name: z.string(),
      weight: z.number(),
      words: z.array(Word),
      /** From this value on it is a sign that somebody should look at once; below it only says what is spoken of, or where. */
      alarmFrom: z.int().min(1).default(1),
      cite: Cite,
    }),
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
      /** In the same clause, or plainly of what is said before or behind: 辟谣, 不属实. */
      denials: z.array(z.string()),
      /** In a sentence with one of these nothing is denied: 质疑. */
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
  /** So far apart two reports of one matter may be, and the share of a text that another has to have to be a copy of it. */
  sameStory: z.strictObject({ window: Duration, similarity: z.number() }),
});
export type Grading = z.infer<typeof Grading>;
