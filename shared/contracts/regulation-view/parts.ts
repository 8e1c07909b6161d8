import * as z from 'zod/mini';

/** What the parts of a view have in common: ids beside the bureau's own names, clauses with their exact words. */
export const Named = z.strictObject({ id: z.string(), name: z.string() });
export type Named = z.infer<typeof Named>;

/** `clause`: the key of the data; `name`, `short`: as people find it in its text (several clauses may have the same). */
export const Clause = z.strictObject({
  clause: z.string(),
  name: z.string(),
  short: z.string(),
  quote: z.string(),
});
export type Clause = z.infer<typeof Clause>;
export const Clauses = z.array(Clause);

/** A condition in plain Chinese; null: always. */
export const When = z.nullable(z.string());

export const LimitView = z.strictObject({
  /** As it holds with the settings: 定期 without a period is `ongoing` with `unset`. */
  kind: z.enum(['within', 'every', 'immediate', 'prompt', 'ongoing', 'external']),
  text: z.string(),
  /** Whether it is a number, or becomes one once a person enters it (`external`). */
  isNumeric: z.boolean(),
  /** The regulation's own word; null for a number. */
  word: z.nullable(z.string()),
  /** ISO-8601, or working days as `5WD`. */
  within: z.nullable(z.string()),
  soft: z.nullable(z.string()),
  /** How the office hours count (`count`, `shiftEnd`, `shiftStart`); null: by the wall clock. */
  workingTime: z.nullable(z.string()),
  extension: z.nullable(z.strictObject({ upTo: z.nullable(z.string()), clauses: Clauses })),
  every: z.nullable(z.string()),
  until: z.nullable(Named),
  from: z.nullable(z.enum(['due', 'completion'])),
  /** The setting that still has to give the period. */
  unset: z.nullable(Named),
  /** The other rule that gives the limit. */
  rule: z.nullable(z.string()),
});
export type LimitView = z.infer<typeof LimitView>;

export const AnchorView = z.strictObject({
  /** The instant, the duty whose completion counts, or the decision. */
  instant: z.nullable(Named),
  after: z.nullable(Named),
  decision: z.nullable(Named),
  /** While that duty is open its due instant stands in (provisionally). */
  orDue: z.boolean(),
  sources: z.array(Named),
  when: When,
  /** 参照: what counts from here is the office's own limit, read like the rule of another occasion. */
  isOwn: z.boolean(),
  /** Whether it never counts: the settings as they are rule it out, or the anchor before it is always known. */
  isOff: z.boolean(),
  /** What stands in, in this order, when nobody gave the instant; the clock then says “估算”. */
  fallback: z.array(Named),
  text: z.string(),
});
export type AnchorView = z.infer<typeof AnchorView>;

/** One duty as it is owed at some levels: a duty has as many rows as its terms differ. */
export const DutyView = z.strictObject({
  duty: z.string(),
  name: z.string(),
  basis: z.enum(['law', 'bureau']),
  levels: z.array(z.strictObject({ id: z.string(), name: z.string(), short: z.string() })),
  when: When,
  /** The same without what the settings as they are have answered. */
  whenNow: When,
  /** Whether the settings as they are rule it out. */
  isOff: z.boolean(),
  limit: LimitView,
  clock: z.strictObject({
    pick: z.enum(['first', 'earliest']),
    anchors: z.array(AnchorView),
    text: z.string(),
    /** The same of those that count, without what the settings as they are have answered. */
    textNow: z.string(),
  }),
  responsible: Named,
  receivers: z.array(Named),
  copies: z.array(Named),
  forms: z.array(z.string()),
  /** What counts as done; any one of these. */
  fulfilledBy: z.array(z.string()),
  recurs: z.enum(['once', 'eachLevel', 'eachOutbreak', 'eachUnit', 'eachReceipt', 'eachAsking']),
  holdable: z.boolean(),
  survivesConclusion: z.boolean(),
  ladder: Named,
  /** What the office may set itself where the law has no number. Never part of the law. */
  ownTarget: z.nullable(
    z.strictObject({
      setting: Named,
      value: z.nullable(z.union([z.string(), z.number(), z.boolean()])),
      /** What the case is called when it is full and nothing was done; null: it has no name. */
      beyond: z.nullable(z.string()),
    }),
  ),
  clauses: Clauses,
});
export type DutyView = z.infer<typeof DutyView>;
