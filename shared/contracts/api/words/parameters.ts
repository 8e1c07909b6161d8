/** A part of the path, by its name. */
export const PATH_WORDS: Readonly<Record<string, string>> = {
  feed: '数据源代号,由本局登记',
  case: '案卷编号',
  item: '舆情信息在数据源中的编号',
  refused: '未入库信息的编号',
  file: '文件名',
  proxy: '值班台的页面地址或文件名',
};

/** A parameter of a query, by its name; `route?name` where one route means something else by it. */
export const QUERY_WORDS: Readonly<Record<string, string>> = {
  state:
    '案卷状态:open 在办(默认,含已结报尚欠上报的)、concluded 已结报、archived 已归档、merged 已并入另一案卷、all 全部',
  level: '级别(舆情级别或处置级别),写代号或名称',
  unit: '责任单位,写代号或名称',
  'GET /v1/duties?unit': '哪个单位应办的,写代号或名称',
  title: '标题中的字,至少两个;空格隔开的几个词,须都在标题中,先后不论;全角半角、大小写和标点不论',
  former: '疑似由这一案卷复燃的:先前已结报的案卷编号',
  number: '案卷编号、来文的收文号或文号、督办通知编号,须写全',
  from: '从何时起(日期时间;只写日期的从当日0时起)',
  to: '到何时止(日期时间;只写日期的到当日24时止)',
  source: '来源,写代号或名称',
  person: '办理人在名册中的编号',
  flag: '标记,写代号或名称',
  of: 'mine 本人的(默认)、all 可阅案卷的全部;写了 role 或 unit 的,为该岗位或单位的。awaited 本人录入、等别人确认或签发的,这时 role、unit 为由谁确认',
  kind: '哪一类:duty 应办、immediate 应立即办、climbed 待督促、confirm 待确认、sign 待签发、acknowledge 待签收、telephone 待电话通知、complete 待补全',
  role: '哪个岗位应办的,写代号或名称',
  case: '只列这一案卷的',
  'due-before': '只列时限(没有数字时限的,开始等待的时间)不晚于这一时刻的(日期时间;只写日期的算到当日24时)',
  overdue: '只列已逾期的',
  document: '文书,写代号或名称',
  became:
    '后来怎样:open 尚未处理(默认)、notNeeded 不需录入、entered 已人工录入、mended 数据源已重新推送、all 全部',
  'GET /v1/items?became':
    '后来怎样:open 待处理、read 已阅、notOurs 不属本局、inCase 已在案卷中、all 全部(默认)',
  outcome: '处理情况:routine 待推送、watched 已推送、pending 待立案、inCase 已在案卷中',
  feed: '数据源代号',
  code: '原因代码',
  cursor: '翻页标记:上一页答复中的 next,原样填写',
  after: '只要这一条之后的记录(案卷的版本号);写了的不重新验算,intact 为 null',
  version: '看信息的哪一版(第一版为1);不写为最新的一版',
  limit: '一页的行数,1至200',
  try: '只预演,不办理:答复说明会怎样,什么都不写入',
  day: '日期(世界协调时),如 2026-03-02;不写为今日',
  at: '当时的名册(日期时间;只写日期的算到当日24时);不写为现在',
};

/** A header that a request may or must bear. */
export const HEADER_WORDS: Readonly<Record<string, string>> = {
  'idempotency-key':
    '请求编号:1至80个可显示的 ASCII 字符,每次办理用新的,同一办理重发时不变。24小时内重发得到第一次的答复',
  'if-match':
    '决定办理时所见案卷的版本号(案卷答复中的 version),写作 "12" 或 12。其后有他人办理的,不予办理(CASE_CHANGED);只有提醒、短信等系统自己的记录的,照办。不写的不核对',
  'shixian-post': '有不止一个岗位的人员,选定以哪个岗位办理(写岗位代号)',
  'webhook-id': '本次推送的编号,重发时不变',
  'webhook-timestamp': '签名时间(秒),与现在相差不超过5分钟',
  'webhook-signature': '签名:v1,后接 Base64 的 HMAC-SHA256',
};
