import * as z from 'zod/mini';
import { evidence, Id, Key, Level, Reference, Text } from './command-fields.ts';
import { InstantInput, MomentInput } from './instants.ts';

const Factor = z.int().check(z.minimum(0), z.maximum(4));
/** The five criteria of 办法第十条, each 0–4, as a person judges them. */
export const Factors = z.partial(
  z.strictObject({ sensitivity: Factor, severity: Factor, urgency: Factor, scope: Factor, heat: Factor }),
);

/** How the matter came to the bureau: by which source, when, under which 收文号. */
export const SourceInput = z.strictObject({
  kind: Id,
  receivedAt: z.optional(InstantInput),
  reference: z.optional(Reference),
  /** Without a number: the matter of the receipt before (同一件), or a new one (新交办). */
  same: z.optional(z.boolean()),
  regardedAs: z.optional(Level),
});

/** An item, by its feed and the id that the feed gave it. */
export const ItemKey = z.strictObject({ feed: Key, id: Key });

/** 值班电话记录. `number`: from which number it came; `post`: of whom called; `takenBy`: who took the call. */
const Call = z.strictObject({
  caller: z.optional(evidence('来电人')),
  number: z.optional(evidence('来电号码')),
  post: z.optional(evidence('来电单位或岗位')),
  at: z.optional(InstantInput),
  takenBy: z.optional(evidence('接听人')),
});

/** POST /v1/cases: a case from items that were kept as 常规, or from a telephone note or another paper source. */
export const OpenCase = z
  .strictObject({
    type: z._default(z.literal('OpenCase'), 'OpenCase'),
    /** The office's own key for the note: the same key opens one case only. Absent = the content is the key. */
    key: z.optional(z.string().check(z.regex(/^[\w.:-]{1,80}$/, '只能含字母、数字和 . _ : -,最多80字'))),
    title: z.optional(Text),
    text: z.optional(z.string().check(z.maxLength(50_000))),
    call: z.optional(Call),
    items: z._default(z.array(ItemKey).check(z.maxLength(50)), []),
    sources: z.array(SourceInput).check(z.minLength(1, '至少填写一个来源')),
    instants: z._default(
      z.partial(
        z.strictObject({
          eventAt: MomentInput,
          occurredAt: MomentInput,
          outbreakAt: MomentInput,
          detectedAt: InstantInput,
          knownAt: InstantInput,
          publishedAt: MomentInput,
        }),
      ),
      {},
    ),
    flags: z._default(z.array(Id), []),
    unit: z.optional(Id),
    level: z.optional(Level),
    factors: z.optional(Factors),
  })
  .check(
    z.refine(({ title, items }) => title !== undefined || items.length > 0, {
      path: ['title'],
      message: '没有引用舆情信息时必须填写标题',
    }),
  );
export type OpenCase = z.infer<typeof OpenCase>;
