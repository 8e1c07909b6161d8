import type { SuspicionGround } from '../../case/events/parts.ts';
import type { SameGround } from './compare.ts';

/** Why an item is only suspected to tell the matter of a case, as people read it. */
export const SUSPICIONS: Readonly<Record<SuspicionGround, string>> = {
  place: '内容相近,所写地点不同',
  house: '内容相近,所写单位或场所不同',
  day: '内容相近,所写日期或发布时间相隔较远',
  detail: '内容相近,所写编号、规格、楼栋、年龄或时段等不同',
  word: '标题相近,关键词不同',
  template: '行文相同,具体事项不尽相同',
  few: '部分内容相近',
  sameAddress: '网址相同,内容不同',
  byHand: '与立案时登记的内容相近',
  parted: '与人工认定不属该案卷的信息相近',
};

/** Why two texts tell one matter, as people read it. */
export const SAME: Readonly<Record<SameGround, string>> = {
  address: '网址指向同一篇内容',
  words: '标题和内容相同',
  copied: '大部分内容相同',
  quoted: '写有同一标题',
  short: '标题相近',
  retold: '所述事项大部分相同',
};
