import * as z from 'zod';
import { InstantInput } from './instants.ts';

const Count = z.preprocess(
  (value) => (typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value),
  z.number().int('应为整数').min(0, '不能为负数').max(1e12).nullish(),
);
const Flag = z.string().min(1).max(40);

const Fields = z.looseObject({
  id: z.preprocess(
    (value) => (Number.isSafeInteger(value) ? String(value) : value),
    z.string().trim().min(1, '不能为空').max(200, '不能超过200字'),
  ),
  title: z.string().trim().min(1, '不能为空').max(500, '不能超过500字'),
  content: z.string().optional(),
  url: z.string().max(4000).optional(),
  publishedAt: InstantInput.optional(),
  collectedAt: InstantInput.optional(),
  occurredAt: InstantInput.optional(),
  siteName: z.string().max(200).optional(),
  author: z.unknown().optional(),
  mediaType: z.string().max(80).optional(),
  mediaTier: z.string().max(80).optional(),
  hotSearch: z.string().max(80).optional(),
  metrics: z
    .looseObject({ reposts: Count, views: Count, comments: Count, likes: Count })
    .partial()
    .optional(),
  /** Set by feeds that pass on a superior's assignment or prompt. */
  source: z
    .strictObject({
      kind: z.string(),
      receivedAt: InstantInput.optional(),
      reference: z.string().max(200).optional(),
      regardedAs: z.string().optional(),
    })
    .optional(),
  flags: z.array(Flag).max(20).optional(),
  unit: z.string().max(80).optional(),
});
const KNOWN_FIELDS = new Set(Object.keys(Fields.shape));
/**
 * One item as a feed pushes it (舆情信息). Fields that we do not know are accepted and kept. A counter that is left out
 * or null is unknown, not zero. A date without a zone is Beijing time.
 */
export const FeedItem = z.preprocess(
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
export const ItemBatch = z
  .union([
    z.array(z.unknown()),
    z.looseObject({ items: z.array(z.unknown()) }).transform(({ items }) => items),
    z.looseObject({}).transform((item) => [item]),
  ])
  .pipe(z.array(z.unknown()).min(1, '没有舆情信息').max(MAX_ITEMS, `一次最多${MAX_ITEMS}条`));

export interface FieldProblem {
  field: string;
  message: string;
}
/** Problems in plain Chinese, named by field. */
export const problemsIn = (error: z.ZodError): FieldProblem[] =>
  error.issues.map((issue) => ({ field: issue.path.join('.') || '(整体)', message: describeIssue(issue) }));

const describeIssue = (issue: z.core.$ZodIssue): string => {
  if (issue.code === 'invalid_type')
    return issue.message.endsWith('received undefined')
      ? '缺少该字段'
      : `类型不对,应为${TYPES[issue.expected] ?? issue.expected}`;
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
