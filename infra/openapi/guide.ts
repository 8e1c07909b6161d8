import { MAX_ITEMS } from '../../shared/contracts/items.ts';

// What holds for every route, in Chinese: for the document and for the page.

export interface GuideSection {
  title: string;
  paragraphs: readonly string[];
}

export const GUIDE: readonly GuideSection[] = [
  {
    title: '怎样调用',
    paragraphs: [
      '请求和答复都是 UTF-8 的 JSON。接口不认识的参数和字段不予接受,并说明有哪些可用(推送的舆情信息除外,其不认识的字段照样保留)。绝对值在2的53次方以上的整数按文字接收,以免失真。',
      `推送舆情的数据源和短信网关用签名,一次最多${MAX_ITEMS}条、256 KB;办公室和各单位用统一身份认证的令牌(请求头 authorization: Bearer …)。有不止一个岗位的人员,用请求头 shixian-post 选定岗位。`,
    ],
  },
  {
    title: '时间怎样写',
    paragraphs: [
      'ISO 8601、2026-03-02 8:05、2026/3/2 8:05,或者秒、毫秒时间戳;不写时区的为北京时间。推送的信息只写日期的,算到当日24时。答复中的时间都带时区,精确到秒。',
    ],
  },
  {
    title: '代号和名称',
    paragraphs: [
      '制度中的级别、单位、来源、报告种类等,写代号或名称都可以(如 orange 或 橙);可以填写的都列在各字段的“可填”一栏。',
    ],
  },
  {
    title: '出错时的答复',
    paragraphs: [
      '每个错误都是同一形式:code 是不会改变的原因代码,message 是中文说明,requestId 是本次请求的编号,problems 逐一列出有误的字段。怎样改正,见“原因代码”。',
      '部署之后,没有到达程序的请求(未登录、请求太多等)由接口网关答复,只有 message。',
    ],
  },
  {
    title: '同一请求再次发送',
    paragraphs: [
      '立案、办理和写入名册可以带请求头 idempotency-key:每次办理用新的,重发时不变。24小时内重发同一请求,得到第一次的答复,只办理一次。正在办理时重发,答复409 IDEMPOTENCY_KEY_IN_USE;同一编号用于另一请求,答复422 IDEMPOTENCY_KEY_REUSED;答复500、503或没有答复的,可以用原编号重发。',
      '推送的舆情信息按数据源和编号识别,重发不会重复入库。',
    ],
  },
  {
    title: '看过之后再办理',
    paragraphs: [
      '办理可以带请求头 if-match,写决定办理时所见案卷的版本号(案卷答复中的 version)。其后有他人办理,或者有并入的信息、新增的来源和标记的,不予办理,答复412 CASE_CHANGED,说明有几条、最近一条是什么;什么都不写入。只有提醒、短信、到期核查等系统自己的记录,或者他人被拒绝的办理的,照常办理。不写 if-match 的不核对。重新读取案卷之后,可以用原请求编号和新的版本号重发。',
      '案卷自某一版本以后的新记录,用 GET /v1/cases/{case}/log?after=版本号 读取。',
    ],
  },
  {
    title: '案卷日志怎样验算',
    paragraphs: [
      '每条日志去掉 hash、texts、localTime、labels 之后,其规范 JSON(RFC 8785)的 SHA-256 即为 hash;previousHash 是前一条的 hash(首条为64个0)。',
      'texts 中每段文字的指纹,是盐值后接原文的 UTF-8 的 SHA-256。没有原文的指纹,须在后面某条的 purges 中列有本条的条号,即内容已依令清除。',
    ],
  },
];
