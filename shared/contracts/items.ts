import * as z from 'zod/mini';
import type { Instant } from '../time/instants.ts';
import type { Problem } from './errors.ts';
import { hasHidden } from './plain-text.ts';
import { Warning } from './replies/intake/warning.ts';

/** An id may have so many characters; one of more than 200 is kept under a shorter one, and whole beside it. */
const LONGEST_ID = 2000;
const Text = z.string();
const Count = z.nullable(z.union([z.int().check(z.minimum(0)), Text]));
const Written = z.union([Text, z.number()]);

/**
 * An item as a feed pushes it (舆情信息), in the form that is asked for. Only the id and words, a title or a content, are needed: whatever
 * else is missing, null or written otherwise refuses nothing (shared/intake/read-item.ts). Fields that we do not know are kept.
 */
export const PushedItem = z.looseObject({
  id: z.union([z.string().check(z.minLength(1), z.maxLength(LONGEST_ID)), z.int()]),
  title: z.optional(Text),
  content: z.optional(Text),
  url: z.optional(Text),
  publishedAt: z.optional(Written),
  collectedAt: z.optional(Written),
  /** 事发: when the event itself happened. */
  eventAt: z.optional(Written),
  /** The former name of `eventAt`; read as that, and named in the answer. */
  occurredAt: z.optional(Written),
  siteName: z.optional(Text),
  author: z.optional(z.unknown()),
  mediaType: z.optional(Text),
  mediaTier: z.optional(Text),
  hotSearch: z.optional(Text),
  metrics: z.optional(
    z.partial(z.looseObject({ reposts: Count, views: Count, comments: Count, likes: Count })),
  ),
  /** Set by feeds that pass on a superior's assignment or prompt. */
  source: z.optional(
    z.looseObject({
      kind: Text,
      receivedAt: z.optional(Written),
      reference: z.optional(Text),
      regardedAs: z.optional(Text),
    }),
  ),
  flags: z.optional(z.array(Text)),
  unit: z.optional(Text),
});

/** The same as it is kept with the item. */
export const ItemWarning = z.extend(Warning, {
  /** Our name for the field. */
  as: z.string(),
  /** It may say what the bureau must hear at once: 涉密, 上级交办. */
  isGrave: z.optional(z.literal(true)),
});
export type ItemWarning = z.infer<typeof ItemWarning>;

/** When something was, as far as the feed has said it. */
export interface ToldTime {
  /** Of a day its end. */
  at: Instant;
  /** Only the day is known. */
  isDay?: true;
  /** The earliest time that the words can mean. */
  isEstimated?: true;
}
/** An item as it has been read: ids of the regulation, instants, numbers. What a feed has not said, or nobody could read, is not there. */
export interface FeedItem {
  id: string;
  title: string;
  content?: string;
  url?: string;
  publishedAt?: ToldTime;
  eventAt?: ToldTime;
  collectedAt?: Instant;
  mediaType?: string;
  mediaTier?: string;
  hotSearch?: string;
  metrics?: { reposts?: number; views?: number; comments?: number; likes?: number };
  source?: { kind: string; receivedAt?: Instant; reference?: string; regardedAs?: string };
  flags?: string[];
  unit?: string;
  /** All the rest, as it came. */
  extra: Record<string, unknown>;
  warnings: ItemWarning[];
  /** Our names of the fields that this push speaks of, readable or not. */
  told: readonly string[];
}

/** A schema that sees a value only after it has been put right. */
const preprocess = <T extends z.core.$ZodType>(mend: (value: unknown) => unknown, schema: T) =>
  z.pipe(z.transform(mend), schema);

/** Without these an item is refused: by which it is known again, and what it says. */
export const NeededFields = z.object({
  id: preprocess(
    (value) => (Number.isSafeInteger(value) ? String(value) : value),
    z.string().check(
      z.trim(),
      z.minLength(1, '不能为空'),
      z.maxLength(LONGEST_ID, `不能超过${LONGEST_ID}字`),
      z.refine((id) => !hasHidden(id), '不能含控制字符或改变书写方向的字符'),
    ),
  ),
  title: z.string().check(z.trim(), z.minLength(1, '不能为空')),
});

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
