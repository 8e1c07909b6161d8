import { isMappingName, MAPPING_NAMES, OWN_MAPPING } from '../../shared/intake/mappings.ts';

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
