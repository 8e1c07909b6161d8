import { type FieldWords, field } from '../field.ts';

/** What stands in a push (舆情信息). */
export const ITEM_WORDS: Readonly<Record<string, FieldWords>> = {
  id: field(
    '信息编号',
    '推送方的编号,在本数据源中唯一,至多2000字;超过200字的,另取一个较短的编号记录,原编号完整保留。同一编号再次推送:内容没有变化的为重复;计数、标题或正文有变化的,按新内容更新并重新初判;说另一件事的(一两行的短文,地点、编号、事件不同即是),视为另一条信息,编号后加“~2”等,两条都保留,内容相近的列为疑似同一舆情',
  ),
  title: field('标题', '标题和正文至少有一项;没有标题的,以正文的开头为标题'),
  content: field('正文'),
  besides: field('转发原文或摘要', '与正文不同的,并入正文'),
  url: field('网址', 'http 或 https 网址'),
  publishedAt: field(
    '公开时间',
    '建议填写到时分,时限可能据以起算。ISO 8601、RFC 2822、微博的写法、2026年3月2日 8时5分、2026-03-02 8:05、秒至微秒的时间戳都可以;不写时区的为北京时间。“3小时前”一类按采集时间(没有的按到达时间)推算,取可能的最早时间。只写日期的不据以起算;读不出来或晚于现在的照原文保留,不据以起算',
  ),
  collectedAt: field('采集时间', '写法同公开时间,须为确切的时刻'),
  eventAt: field('事发时间', '事件本身发生的时间,写法同公开时间'),
  occurredAt: field('事发时间(旧名)', '旧字段名,按 eventAt 接收'),
  siteName: field('网站或平台名称', '为直接定级情形所列媒体的,视为该媒体的报道'),
  author: field('作者', '为直接定级情形所列媒体的账号的,视为该媒体的报道'),
  mediaType: field('媒体类型'),
  mediaTier: field('媒体级别', '如中央媒体、省级媒体、地方媒体'),
  hotSearch: field('热搜', '所在的热搜榜'),
  metrics: field(
    '传播计数',
    '0以上的整数;也可以写“6,100”“1.2万”“10万+”(按至少计)“2k”。没有取得数据的不写或写 null,不要写0',
  ),
  reposts: field('转发数'),
  views: field('阅读数'),
  comments: field('评论数'),
  likes: field('点赞数'),
  source: field('交办或提示来源', '转来上级交办、提示时填写;识别不出的不采用,并立即提请值班人员核实'),
  kind: field('来源种类'),
  receivedAt: field('收到时间'),
  reference: field('收文号'),
  regardedAs: field('上级认定的级别', '照上级原话填写'),
  flags: field(
    '标记',
    '代号或名称的列表,也可以是用逗号、顿号隔开的文字;识别不出的不采用,疑似涉密、交办的立即提请值班人员核实',
  ),
  unit: field('责任单位'),
  items: field('舆情信息'),
};
