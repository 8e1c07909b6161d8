const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  '○': 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
/** 二〇二六 → 2026, 二十八 → 28, 廿八 → 28; as it was where it is no number. */
const numberIn = (written: string): string => {
  const tens = written.replace('廿', '二十').replace('卅', '三十');
  const [, ten, one] = /^(.?)十(.?)$/.exec(tens) ?? [];
  if (ten !== undefined)
    return String(
      (ten === '' ? 1 : DIGITS[ten]!) * 10 + (one === undefined || one === '' ? 0 : DIGITS[one]!),
    );
  return tens.includes('十') ? written : [...tens].map((digit) => DIGITS[digit]).join('');
};
const NUMBER = /[〇零○一二两三四五六七八九十廿卅]+(?=\s*(?:年|个|月|日|号|时|点|分|秒|小时|天|刻))/gu;
/** A weekday says nothing that the date does not. */
const WEEKDAY = /[([]?(?:星期|礼拜|周)[一二三四五六日天](?![前末])[)\]]?/gu;
const LABEL = /^(?:(?:发布|发表|刊发|发文|推送)(?:时间|日期|于)?|时间|日期)\s*:?\s*/u;
const ENDING = /\s*(?:发布|发表|来自.*)$/u;

/** As long as a time is ever written. */
const LONGEST = 80;

/**
 * A written time in one form: half width, one blank, Arabic digits, without what only decorates it (a weekday, 发布于, what nobody
 * sees). Undefined: too long to be a time.
 */
export const normalForm = (text: string): string | undefined => {
  if (text.length > LONGEST) return undefined;
  return text
    .normalize('NFKC')
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cf}\p{Cc}]/gu, '')
    .replace(/[–—−]/gu, '-')
    .trim()
    .replace(LABEL, '')
    .replace(ENDING, '')
    .replace(NUMBER, numberIn)
    .replace(WEEKDAY, ' ')
    .replace(/ +/g, ' ')
    .trim();
};
