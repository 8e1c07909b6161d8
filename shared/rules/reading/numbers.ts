// How a number is shown to whoever does not read numbers (ReadNumbers): of people of the roster, and of those who stand in what callers
// said and feeds brought.

/** A number as whoever need not dial it sees it: 138****0001. Of any other no more than its last two digits, in whatever words it stands. */
export const maskNumber = (number: string): string =>
  number
    .replace(/^\+86(?=1\d{10}$)/, '')
    .replaceAll(/\d+/g, (digits) =>
      /^1\d{10}$/.test(digits)
        ? `${digits.slice(0, 3)}****${digits.slice(-4)}`
        : `${'*'.repeat(Math.max(digits.length - 2, 1))}${digits.length > 2 ? digits.slice(-2) : ''}`,
    );

/** A mobile number as it is written in words, with or without the country's; wide figures too. Part of no longer number. */
const MOBILE =
  /(?<![0-9０-９])(?:[+＋]?(?:86|８６)[- ]?)?[1１][3-9３-９][0-9０-９](?:[- ]?[0-9０-９]{4}){2}(?![0-9０-９])/gu;
const narrow = (text: string): string => text.normalize('NFKC').replaceAll(/[- ]/g, '');

/** A text with each mobile number in it as whoever need not dial it sees it: 138****0001. */
export const maskNumbersIn = (text: string): string =>
  text.replace(MOBILE, (number) => maskNumber(narrow(number).replace(/^\+?86/, '')));
export const hasNumbers = (text: string): boolean => maskNumbersIn(text) !== text;

/** What vendors call the field with somebody's number, whatever its form. */
const IS_NUMBER_FIELD = /电话|手机|来电|联系方式|phone|mobile|^tel|caller|contact/iu;

/** What a feed has beside what we read, with the numbers in it masked; what a field with such a name holds, as a whole. */
export const maskNumbersWithin = (value: unknown, isNumber = false): unknown => {
  if (typeof value === 'string') return isNumber ? maskNumber(narrow(value)) : maskNumbersIn(value);
  if (typeof value === 'number') {
    const said = isNumber ? maskNumber(String(value)) : maskNumbersIn(String(value));
    return said === String(value) ? value : said;
  }
  if (Array.isArray(value)) return value.map((part) => maskNumbersWithin(part, isNumber));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [
      name,
      maskNumbersWithin(part, isNumber || IS_NUMBER_FIELD.test(name)),
    ]),
  );
};
