import type { Day } from '../../shared/time/calendar.ts';

const FILE = 'shared/time/calendar-overrides.json';
const DAY = 24 * 60 * 60 * 1000;

/** No JSON that could be pasted as it is: an entry without the year's own days would make it known and wrong. */
const exampleOf = (year: number): string =>
  `{ "year": ${year}, "source": "国办发明电〔${year - 1}〕…号", "holidays": ["${year}-01-01", …], "makeUpWorkdays": […] }`;

/**
 * Which of this year and the next have no holiday list (`isKnown` of the calendar), for whoever deploys, in plain Chinese;
 * empty when both have one. `today` is the bureau's day.
 */
export const missingLists = (today: Day, isKnown: (year: number) => boolean): string => {
  const thisYear = Number(today.slice(0, 4));
  const missing = [thisYear, thisYear + 1].filter((year) => !isKnown(year));
  const [first] = missing;
  if (first === undefined) return '';
  const daysLeft = (Date.parse(`${first}-01-01`) - Date.parse(today)) / DAY;
  return [
    `缺少${missing.join('年、')}年的放假安排(${daysLeft > 0 ? `距${first}年还有${daysLeft}天` : `${first}年已经开始`})。`,
    '没有放假安排的年份,周六、周日和《全国年节及纪念日放假办法》规定的13天按休息日计算;补假和调休未知,计算中遇到节假日前后14日的时限只是暂定(待放假通知),不会自行逾期。',
    `请在国务院办公厅公布后,照通知填入 ${FILE} 并重新部署,例如:`,
    `  ${exampleOf(first)}`,
    'holidays 填全部放假的日期,makeUpWorkdays 填调休上班的周六、周日。',
  ].join('\n');
};
