import { z } from 'zod';
import { FeedWatch, type WatchedFeeds } from '../../shared/contracts/feeds/watch.ts';
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

/** Feed → how it is watched. */
export const FeedWatches = z.record(z.string(), FeedWatch).default({});

/** A function is told no more than 4 KB in all. */
const MOST_WATCH_BYTES = 2000;
const bytesOf = (watch: Readonly<Record<string, FeedWatch>>): number =>
  Buffer.byteLength(JSON.stringify(watch));

interface OfFeeds {
  feeds: readonly string[];
  mappings: Readonly<Record<string, string>>;
  watch: Readonly<Record<string, FeedWatch>>;
}
/** A mapping is for a feed that there is, and so is how it is watched. */
export const refuseWhatIsOfNoFeed = ({ feeds, mappings, watch }: OfFeeds, context: z.RefinementCtx): void => {
  for (const [setting, ofFeeds] of Object.entries({ mappings, watch }))
    for (const feed of Object.keys(ofFeeds))
      if (!feeds.includes(feed))
        context.addIssue({
          code: 'custom',
          path: [setting, feed],
          message: `没有登记这个数据源;已登记:${feeds.join('、')}`,
        });
  if (bytesOf(watch) > MOST_WATCH_BYTES)
    context.addIssue({
      code: 'custom',
      path: ['watch'],
      message: `各数据源的看管设置合计${bytesOf(watch)}字节,最多${MOST_WATCH_BYTES};请缩短名称或减少时段`,
    });
};

/** The registered feeds, and how each is watched, as the sweep is told. */
export const watchedFeedsOf = ({ feeds, watch }: Pick<OfFeeds, 'feeds' | 'watch'>): WatchedFeeds =>
  Object.fromEntries(feeds.map((feed) => [feed, watch[feed] ?? null]));
