import * as z from 'zod/mini';
import type { Problem } from './errors.ts';
import { MomentInput } from './instants.ts';
import { hasHidden } from './plain-text.ts';

/** A schema that sees a value only after it has been put right. */
const preprocess = <T extends z.core.$ZodType>(mend: (value: unknown) => unknown, schema: T) =>
  z.pipe(z.transform(mend), schema);

const Count = preprocess(
  (value) => (typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value),
  z.nullish(z.number().check(z.int('应为整数'), z.minimum(0, '不能为负数'), z.maximum(1e12))),
);
const Flag = z.string().check(z.minLength(1), z.maxLength(40));

const Fields = z.looseObject({
  id: preprocess(
    (value) => (Number.isSafeInteger(value) ? String(value) : value),
    z.string().check(
      z.trim(),
      z.minLength(1, '不能为空'),
      z.maxLength(200, '不能超过200字'),
      z.refine((id) => !hasHidden(id), '不能含控制字符或改变书写方向的字符'),
    ),
  ),
  title: z.string().check(z.trim(), z.minLength(1, '不能为空'), z.maxLength(500, '不能超过500字')),
  content: z.optional(z.string()),
  url: z.optional(z.string().check(z.maxLength(4000))),
  publishedAt: z.optional(MomentInput),
  collectedAt: z.optional(MomentInput),
  /** 事发: when the event itself happened. */
  eventAt: z.optional(MomentInput),
  /** The former name of `eventAt`; read as that, and named in the answer. */
  occurredAt: z.optional(MomentInput),
  siteName: z.optional(z.string().check(z.maxLength(200))),
  author: z.optional(z.unknown()),
  mediaType: z.optional(z.string().check(z.maxLength(80))),
  mediaTier: z.optional(z.string().check(z.maxLength(80))),
  hotSearch: z.optional(z.string().check(z.maxLength(80))),
  metrics: z.optional(
    z.partial(z.looseObject({ reposts: Count, views: Count, comments: Count, likes: Count })),
  ),
  /** Set by feeds that pass on a superior's assignment or prompt. */
  source: z.optional(
    z.strictObject({
      kind: z.string(),
      receivedAt: z.optional(MomentInput),
      reference: z.optional(z.string().check(z.maxLength(200))),
      regardedAs: z.optional(z.string()),
    }),
  ),
  flags: z.optional(z.array(Flag).check(z.maxLength(20))),
  unit: z.optional(z.string().check(z.maxLength(80))),
});
const KNOWN_FIELDS = new Set(Object.keys(Fields.shape));
/**
 * One item as a feed pushes it (舆情信息). Fields that we do not know are accepted and kept. A counter that is left out
 * or null is unknown, not zero. A date without a zone is Beijing time.
 */
export const FeedItem = preprocess(
  // Many senders write null for what they do not have.
  (value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value).filter(([name, each]) => each !== null || !KNOWN_FIELDS.has(name)),
        )
      : value,
  Fields,
);
export type FeedItem = z.infer<typeof FeedItem>;

/** A body is one item, a list of items, or `{ items: [...] }`. */
export const MAX_ITEMS = 200;
export const ItemBatch = z.pipe(
  z.union([
    z.array(z.unknown()),
    z.pipe(
      z.looseObject({ items: z.array(z.unknown()) }),
      z.transform(({ items }) => items),
    ),
    z.pipe(
      z.looseObject({}),
      z.transform((item) => [item]),
    ),
  ]),
  z
    .array(z.unknown())
    .check(z.minLength(1, '没有舆情信息'), z.maxLength(MAX_ITEMS, `一次最多${MAX_ITEMS}条`)),
);

/** Problems in plain Chinese, named by field. */
export const problemsIn = (error: z.core.$ZodError): Problem[] =>
  error.issues.map((issue) => ({ field: issue.path.join('.') || '(整体)', message: describeIssue(issue) }));

/** Nothing was given at all, whichever of several forms it might have had. */
const isAbsent = (issue: z.core.$ZodIssue): boolean => {
  if (issue.code === 'invalid_union')
    return issue.errors.length > 0 && issue.errors.every(([first]) => first !== undefined && isAbsent(first));
  return (
    issue.code === 'invalid_type' && issue.path.length === 0 && issue.message.endsWith('received undefined')
  );
};

const describeIssue = (issue: z.core.$ZodIssue): string => {
  if (isAbsent({ ...issue, path: [] })) return '缺少该字段';
  if (issue.code === 'invalid_type') return `类型不对,应为${TYPES[issue.expected] ?? issue.expected}`;
  if (issue.code === 'unrecognized_keys') return `不认识的字段:${issue.keys.join('、')}`;
  if (issue.code === 'invalid_value') return `只能是:${issue.values.map(String).join('、')}`;
  if (issue.code === 'invalid_union')
    return 'discriminator' in issue && issue.discriminator !== undefined ? '不认识的命令类型' : '格式不对';
  if (issue.code === 'invalid_format')
    return issue.message.startsWith('Invalid') ? '格式不对' : issue.message;
  return /[\u4e00-\u9fff]/.test(issue.message) ? issue.message : '格式不对';
};
const TYPES: Record<string, string> = {
  string: '文字',
  number: '数字',
  array: '列表',
  object: '对象',
  boolean: '是或否',
  int: '整数',
  record: '对象',
};
