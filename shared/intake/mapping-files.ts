// Written by `npm run feed -- register`: every mapping of ./mappings, by the name of its file.
import hotList from './mappings/hot-list.json' with { type: 'json' };
import jsonFeed from './mappings/json-feed.json' with { type: 'json' };
import mediacrawler from './mappings/mediacrawler.json' with { type: 'json' };
import newsapi from './mappings/newsapi.json' with { type: 'json' };
import rss from './mappings/rss.json' with { type: 'json' };
import shixian from './mappings/shixian.json' with { type: 'json' };
import weiboSearch from './mappings/weibo-search.json' with { type: 'json' };

export const mappingFiles = {
  'hot-list': hotList,
  'json-feed': jsonFeed,
  mediacrawler,
  newsapi,
  rss,
  shixian,
  'weibo-search': weiboSearch,
};
