import type { Mapping } from './mapping/mapping.ts';
import hotList from './mappings/hot-list.json' with { type: 'json' };
import jsonFeed from './mappings/json-feed.json' with { type: 'json' };
import mediaCrawler from './mappings/mediacrawler.json' with { type: 'json' };
import newsApi from './mappings/newsapi.json' with { type: 'json' };
import rss from './mappings/rss.json' with { type: 'json' };
import shixian from './mappings/shixian.json' with { type: 'json' };
import weiboSearch from './mappings/weibo-search.json' with { type: 'json' };

/** Every mapping that a feed may be given, by the name of its file. A test checks each, so that none is checked at run time. */
export const MAPPINGS = {
  shixian,
  'weibo-search': weiboSearch,
  mediacrawler: mediaCrawler,
  newsapi: newsApi,
  'json-feed': jsonFeed,
  rss,
  'hot-list': hotList,
} as const satisfies Readonly<Record<string, unknown>>;
export type MappingName = keyof typeof MAPPINGS;
export const MAPPING_NAMES = Object.keys(MAPPINGS) as MappingName[];

/** That of a feed for which none was chosen: our own form. */
export const OWN_MAPPING: MappingName = 'shixian';

export const isMappingName = (name: string): name is MappingName => Object.hasOwn(MAPPINGS, name);
export const mappingNamed = (name: MappingName): Mapping => MAPPINGS[name] as Mapping;

/** Feed → the mapping that was chosen for it; our own form where none was. Throws when one is chosen that there is not. */
export const mappingsFor = (chosen: Readonly<Record<string, string>>): ((feed: string) => Mapping) => {
  const named = new Map(
    Object.entries(chosen).map(([feed, name]) => {
      if (!isMappingName(name)) throw new Error(`没有字段对应“${name}”;可用:${MAPPING_NAMES.join('、')}`);
      return [feed, mappingNamed(name)] as const;
    }),
  );
  return (feed) => named.get(feed) ?? mappingNamed(OWN_MAPPING);
};
