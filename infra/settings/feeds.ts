import { z } from 'zod';
import { MAPPING_NAMES } from '../../shared/intake/mappings.ts';

const FeedName = z
  .string()
  .regex(/^[A-Za-z0-9][\w.-]{0,47}$/, '数据源名称应为1至48个字母、数字、点、横线或下划线,以字母或数字开头');
export const Feeds = z
  .array(FeedName)
  .min(1, '至少登记一个数据源')
  .max(20, '最多登记20个数据源')
  // IAM does not tell upper from lower case in the names of the feeds' policies.
  .refine((names) => new Set(names.map((name) => name.toLowerCase())).size === names.length, {
    error: '数据源名称重复(不分大小写)',
  });

/** Feed → how its items become ours, where they are not in our own form. */
export const FeedMappings = z
  .record(
    z.string(),
    z.enum(MAPPING_NAMES, {
      error: ({ input }) => `不认识的字段对应“${input}”;可填:${MAPPING_NAMES.join('、')}`,
    }),
  )
  .default({});

/** A mapping is for a feed that there is. */
export const refuseMappingsOfNoFeed = (
  { feeds, mappings }: { feeds: readonly string[]; mappings: Readonly<Record<string, string>> },
  context: z.RefinementCtx,
): void => {
  for (const feed of Object.keys(mappings))
    if (!feeds.includes(feed))
      context.addIssue({
        code: 'custom',
        path: ['mappings', feed],
        message: `没有登记这个数据源;已登记:${feeds.join('、')}`,
      });
};
