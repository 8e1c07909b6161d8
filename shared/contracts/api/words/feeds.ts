/** What the fields of a feed with its last signs hold. */
const ROW: Readonly<Record<string, string>> = {
  accepted: '最近一次有信息入库的推送:何时、几条;从未有过的为 null',
  refused: '最近一次未予接收的推送;从未有过的为 null',
  unsigned: '截至最近一次,连续多少次推送签名不符;最近一次相符的为0',
  watch: '本局对它的看管设置;没有设置的为 null,只列出最近的推送',
  'watch.name': '名称',
  'watch.expected': '各时段应推送的间隔;没有设置的为空',
  'watch.next': '最迟何时应有信息入库,过时即为中断;没有设置间隔的为 null',
  'watch.signatureFailures': '连续多少次签名不符即告知;没有设置的为 null',
  'watch.contact': '推送单位的联系人;没有设置的为 null',
  'watch.told': '最近一次告知异常的时间;没有告知过的为 null',
  trouble: '现有的异常;没有的为 null',
  'trouble.kind': '哪种异常:silent 超过间隔没有信息入库、unsigned 连续签名不符',
  'trouble.since':
    'silent 的:最近一次入库的时间(从未有过的为开始看管的时间);unsigned 的:最近一次签名不符的时间',
  'trouble.text': '异常的说明',
};

/** By their places in the answers. */
export const FEED_WORDS: Readonly<Record<string, string>> = {
  'GetFeedsReply.feeds': '已登记的数据源,有异常的在前,其余按名称',
  ...Object.fromEntries(Object.entries(ROW).map(([name, about]) => [`GetFeedsReply.feeds.${name}`, about])),
};
