/** A part of the path, by its name. */
export const PATH_WORDS: Readonly<Record<string, string>> = {
  feed: '数据源代号,由本局登记',
  case: '案卷编号',
  item: '舆情信息在数据源中的编号',
  file: '文件名',
};

/** A parameter of a query, by its name; `route?name` where one route means something else by it. */
export const QUERY_WORDS: Readonly<Record<string, string>> = {
  state: '案卷状态:open 在办(默认)、concluded 已结报、archived 已归档',
  'due-before': '只列在这一时刻之前有时限的案卷(日期时间;只写日期的算到当日24时)',
  day: '日期(世界协调时),如 2026-03-02;不写为今日',
  at: '当时的名册(日期时间;只写日期的算到当日24时);不写为现在',
};

/** A header that a request may or must bear. */
export const HEADER_WORDS: Readonly<Record<string, string>> = {
  'idempotency-key':
    '请求编号:1至80个可显示的 ASCII 字符,每次办理用新的,同一办理重发时不变。24小时内重发得到第一次的答复',
  'shixian-post': '有不止一个岗位的人员,选定以哪个岗位办理(写岗位代号)',
  'webhook-id': '本次推送的编号,重发时不变',
  'webhook-timestamp': '签名时间(秒),与现在相差不超过5分钟',
  'webhook-signature': '签名:v1,后接 Base64 的 HMAC-SHA256',
};
