/** What RFC 2822 and people call zones by; CST is China's only where the feed is Chinese. */
const NAMED: Readonly<Record<string, string>> = {
  z: 'Z',
  ut: 'Z',
  utc: 'Z',
  gmt: 'Z',
  hkt: '+08:00',
  北京时间: '+08:00',
  中国标准时间: '+08:00',
  est: '-05:00',
  edt: '-04:00',
  cdt: '-05:00',
  mst: '-07:00',
  mdt: '-06:00',
  pst: '-08:00',
  pdt: '-07:00',
};
const CHINA = 'Asia/Shanghai';
const OFFSET = '[+-]\\d{1,2}(?::?\\d{2})?';
/** A zone behind a time of day: `Z`, `+0800`, `GMT+8`, `CST`, `(北京时间)`; after an offset a name adds nothing. */
const ZONE = `(?:(?:utc|gmt)? ?${OFFSET}(?: ?\\(?[\\p{L} ]+\\)?)?|\\(?(?:${Object.keys(NAMED).join('|')}|cst)\\)?)`;
const AT_END = new RegExp(`^(.*\\d:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?(?: ?[ap]m)?) ?(${ZONE})$`, 'iu');
const BEIJING = /^\(?北京时间\)? ?/u;

const offsetOf = (written: string, zone: string): string | undefined => {
  const name = written.toLowerCase().replace(/[()]/g, '').trim();
  const [, sign, hours = '', minutes = '00'] = /([+-])(\d{1,2})(?::?(\d{2}))?/.exec(name) ?? [];
  if (sign !== undefined) return `${sign}${hours.padStart(2, '0')}:${minutes}`;
  if (name === 'cst') return zone === CHINA ? '+08:00' : undefined;
  return NAMED[name];
};

/** A time without its zone, and its offset from UTC: '' where none is written, undefined where it may be more than one. */
export const withoutZone = (text: string, zone: string): { local: string; offset: string | undefined } => {
  if (BEIJING.test(text)) return { local: text.replace(BEIJING, ''), offset: '+08:00' };
  const [, local, written] = AT_END.exec(text) ?? [];
  return local === undefined || written === undefined
    ? { local: text, offset: '' }
    : { local, offset: offsetOf(written, zone) };
};
