/** How the addresses of a site name one article. */
export interface Site {
  /** The site's own name for what is named: two hosts of one site have the same articles. */
  name: string;
  /** Hosts, and what ends with a point and one of them. */
  hosts: readonly string[];
  /** Found in `path?query`; the article is what the groups have, in their order. */
  articles: readonly RegExp[];
}

/**
 * Sites whose addresses are known. What matches none of its patterns is a list, a topic, a search or somebody's page, and names no
 * article.
 */
export const SITES: readonly Site[] = [
  {
    name: 'weibo',
    hosts: ['weibo.com', 'weibo.cn'],
    articles: [
      /^\/(?:status|detail|statuses)\/(\w+)/,
      /^\/\d{5,}\/(\w{6,})/,
      /^\/ttarticle\/p\/show\?(?:.*&)?id=(\d+)/,
    ],
  },
  {
    name: 'weixin',
    hosts: ['mp.weixin.qq.com'],
    articles: [/^\/s\/([\w-]+)/, /^\/s\?(?=(?:.*&)?(__biz=[^&]+))(?=(?:.*&)?(mid=\d+))(?=(?:.*&)?(idx=\d+))/],
  },
  {
    name: 'douyin',
    hosts: ['douyin.com', 'iesdouyin.com'],
    articles: [/^\/(?:share\/)?(?:video|note|slides)\/(\d+)/, /[?&]modal_id=(\d+)/],
  },
  {
    name: 'kuaishou',
    hosts: ['kuaishou.com', 'chenzhongtech.com'],
    articles: [/^\/(?:short-video|fw\/photo)\/(\w+)/],
  },
  {
    name: 'toutiao',
    hosts: ['toutiao.com', 'ixigua.com'],
    articles: [/^\/(?:article|w|video|group|item)\/(\d+)/, /^\/[ai](\d{8,})/, /^\/(\d{8,})/],
  },
  {
    name: 'bilibili',
    hosts: ['bilibili.com'],
    articles: [
      /^\/(?:video|bangumi\/play)\/(BV\w+|av\d+|ep\d+)/i,
      /^\/read\/(?:mobile\/)?(cv\d+)/,
      /^\/(?:opus|dynamic)\/(\d+)/,
      /^\/(\d{10,})/,
    ],
  },
  {
    name: 'zhihu',
    hosts: ['zhihu.com'],
    articles: [
      /^\/question\/\d+\/(answer\/\d+)/,
      /^\/(question\/\d+)/,
      /^\/(p\/\d+)/,
      /^\/(zvideo\/\d+)/,
      /^\/(pin\/\d+)/,
    ],
  },
  { name: 'tieba', hosts: ['tieba.baidu.com'], articles: [/^\/p\/(\d+)/] },
  {
    name: 'baijiahao',
    hosts: ['baijiahao.baidu.com', 'mbd.baidu.com'],
    articles: [/^\/s\?(?:.*&)?id=(\d+)/, /[?&]context=([^&]+)/],
  },
  {
    name: 'xiaohongshu',
    hosts: ['xiaohongshu.com'],
    articles: [/^\/(?:explore|discovery\/item)\/([0-9a-f]{16,})/],
  },
  { name: 'sohu', hosts: ['sohu.com'], articles: [/^\/a\/(\d+)_\d+/] },
  {
    name: 'netease',
    hosts: ['163.com'],
    articles: [/\/article\/(?:detail\/)?([A-Z\d]{12,})/, /^\/v\/video\/(\w+)/],
  },
  {
    name: 'tencent',
    hosts: ['new.qq.com', 'news.qq.com', 'view.inews.qq.com'],
    articles: [/\/a\/(\w{12,})/],
  },
  { name: 'thepaper', hosts: ['thepaper.cn'], articles: [/(?:newsDetail_forward_|\/detail\/)(\d+)/] },
];

/** Parameters of who shared a link or where it was clicked; none that may be the number of a letter. */
export const TRACKING = new Set(
  (
    'spm scm scene isappinstalled chksm mpshare srcid nsukey wxshare_count wfr fr gclid fbclid vd_source unique_k ' +
    'spm_id_from tt_from weibo_id sudaref retcode timestamp _t sharetoken poc_token sessionid clicktime enterid'
  ).split(' '),
);
export const TRACKING_BEGINNINGS = ['utm_', 'share', 'bd_'];
/** These say where somebody came from, unless there is a number in them. */
export const ORIGINS = new Set('from ref referer referrer source src channel jump log_from app'.split(' '));

/** What the number of an article, a letter, a topic is called in a query. */
export const NUMBER_NAMES =
  /^(?:[a-z_]*(?:id|no|num|code|ref|sn|key|bh|guid|uuid)|[tanp]|letter|article|news|case|doc|topic|info)$/i;
/** Of these the number is that of a list, a board or a page. */
export const LIST_NAMES =
  /^(?:page|pageno|pagenum|pageid|col|columnid|colid|channelid|catid|catalogid|categoryid|boardid|fid|forumid|siteid|webid|typeid|nodeid|deptid|areaid|userid|uid)$/i;
/** Last parts of a path that name a list, a form or a front page. */
export const LIST_PAGES =
  /^(?:index|default|home|main|list|lists|search|hot|top|rank|node|col|column|channel|category|tag|tags|forum|board|bbs|discover|explore|latest|news|letter|mailbox|detail|show|view|read|thread|article|content|info)(?:[_-]?\d{0,3})?$/i;
