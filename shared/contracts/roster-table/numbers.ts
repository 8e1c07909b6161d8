// How telephone numbers are written and kept. The desk in the browser has the same rules: nothing here needs a library.

/** A mainland mobile number in E.164. */
export const MOBILE = /^\+861\d{10}$/;
export const MOBILE_SAID = '手机号应为11位号码,可加 +86 或 0086';
/** A landline with its area code, and the extension where there is one: 0759-1234567-801. */
export const LANDLINE = /^0\d{2,3}-\d{7,8}(-\d{1,5})?$/;
export const LANDLINE_SAID = '固定电话应为区号加7至8位号码,如 0759-1234567';

/** As people write numbers: in full width, with spaces, points and brackets. */
const bare = (text: string): string => text.normalize('NFKC').replace(/[\s.()]/g, '');
/** 13800000001, 0086 138-0000-0001 and +86… are one number. What is none stays as it is, and is refused. */
export const toMobile = (text: string): string =>
  bare(text)
    .replace(/-/g, '')
    .replace(/^(?:(?:\+|00)?86)?(1\d{10})$/, '+86$1');
export const toLandline = (text: string): string =>
  bare(text)
    .replace(/^(?:\+|00)86-?0?(?=\d)/, '0')
    .replace(/^(0(?:10|2\d|[3-9]\d{2}))-?(\d{7,8})/, '$1-$2');
/** As it is shown and dialled here. */
export const withoutCountry = (mobile: string): string => mobile.replace(/^\+86(?=1\d{10}$)/, '');

export const LONGEST_NAME = 40;
export const NAME_MISSING = '须填写姓名';
export const NAME_TOO_LONG = `姓名不超过${LONGEST_NAME}个字`;
