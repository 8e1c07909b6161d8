import type { SuspicionGround } from '../../case/events/parts.ts';

/** Why an item is only suspected to tell the matter of a case, as people read it. */
export const SUSPICIONS: Readonly<Record<SuspicionGround, string>> = {
  place: '内容相近,所写地点不同',
  house: '内容相近,所写单位或场所不同',
  day: '内容相近,所写日期或发布时间相隔较远',
  word: '标题相近,关键词不同',
  template: '行文相同,具体事项不尽相同',
  few: '部分内容相近',
  sameAddress: '网址相同,内容不同',
};
