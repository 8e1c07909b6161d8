import * as z from 'zod/mini';
import { FeedWatch } from '../../shared/contracts/feeds/watch.ts';
import { isMappingName, MAPPING_NAMES, OWN_MAPPING } from '../../shared/intake/mappings.ts';
import { readJsonFile } from '../read-json.ts';

const NAME = /^[A-Za-z0-9][\w.-]{0,47}$/;

/** `--feed weibo=weibo-search` as often as one likes; without a mapping its items are in our own form. Throws in Chinese. */
export const readFeeds = (pairs: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    pairs.map((pair) => {
      const [feed = '', mapping = OWN_MAPPING] = pair.split('=', 2);
      if (!NAME.test(feed))
        throw new Error(
          `--feed 应写作 数据源=字段对应,数据源为1至48个字母、数字、点、横线或下划线,现为“${pair}”`,
        );
      if (!isMappingName(mapping))
        throw new Error(`没有字段对应“${mapping}”;可用:${MAPPING_NAMES.join('、')}`);
      return [feed, mapping] as const;
    }),
  );

export type FeedWatches = Readonly<Record<string, FeedWatch>>;
const Watches = z.record(z.string(), FeedWatch);
/** `--watch feeds.json`: feed → how it is watched, in the form of `intake.watch` of a deployment. Throws in Chinese, named by setting. */
export const readWatches = (path: string): FeedWatches => {
  const { data, error } = Watches.safeParse(readJsonFile(path));
  if (data !== undefined) return data;
  const lines = error.issues.map(
    ({ path: place, code, message }) =>
      `  ${place.join('.') || '(整体)'}:${code === 'invalid_type' ? '缺少这个设置,或类型不对' : message}`,
  );
  throw new Error(`数据源的看管设置 ${path} 有误:\n${lines.join('\n')}`);
};
