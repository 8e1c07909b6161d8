import type { Day } from '../../shared/time/calendar.ts';

/** A year without a holiday list that begins in so many days or fewer is no longer only warned of. */
export const WARN_DAYS = 60;

const FILE = 'shared/time/calendar-overrides.json';
const DAY = 24 * 60 * 60 * 1000;

export interface CalendarFaults {
  /** The earlier of this year and the next that has no list; null when both have one. */
  missingYear: number | null;
  /** Days until it begins, 0 or less when it has begun; null when no year is missing. */
  daysLeft: number | null;
  /** Whether a deployment must not go on. */
  refuse: boolean;
  /** For whoever deploys, in plain Chinese; empty when no year is missing. */
  message: string;
}

const NONE: CalendarFaults = { missingYear: null, daysLeft: null, refuse: false, message: '' };

/** No JSON that could be pasted as it is: an entry without the year's own days would make it known and wrong. */
const exampleOf = (year: number): string =>
  `{ "year": ${year}, "source": "国办发明电〔${year - 1}〕…号", "holidays": ["${year}-01-01", …], "makeUpWorkdays": […] }`;

/** Looks whether this year and the next have a holiday list (`isKnown` of the calendar). `today` is the bureau's day. */
export const calendarFaults = (today: Day, isKnown: (year: number) => boolean): CalendarFaults => {
  const thisYear = Number(today.slice(0, 4));
  const missing = [thisYear, thisYear + 1].filter((year) => !isKnown(year));
  const [missingYear] = missing;
  if (missingYear === undefined) return NONE;
  const daysLeft = (Date.parse(`${missingYear}-01-01`) - Date.parse(today)) / DAY;
  const refuse = daysLeft <= WARN_DAYS;
  const message = [
    `缺少${missing.join('年、')}年的放假安排(${missingYear}年${daysLeft > 0 ? `还有${daysLeft}天开始` : '已经开始'})${refuse ? ',不能部署' : ''}。`,
    '没有放假安排的年份,周六、周日和《全国年节及纪念日放假办法》规定的13天按休息日计算;补假和调休未知,涉及节假日前后14日的时限只是暂定(待放假通知),不会逾期。',
    `请在国务院办公厅公布后,照通知填入 ${FILE},例如:`,
    `  ${exampleOf(missingYear)}`,
    'holidays 填全部放假的日期,makeUpWorkdays 填调休上班的周六、周日。',
    ...(refuse ? [] : [`${missingYear}年开始前${WARN_DAYS}天起仍未填写,将不能部署。`]),
  ].join('\n');
  return { missingYear, daysLeft, refuse, message };
};
