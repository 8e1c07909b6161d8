// Where a text is broken that is too long for one row of a page.

/** Of a line; a line break fills its line, however little stands on it. */
const SIGNS_A_LINE = 28;
/** So much fits into a row that is no taller than a third of a page. */
const MOST_SIGNS = 280;
const ENDS = '。；！？\n';

const withSign = (signs: number, sign: string): number =>
  sign === '\n' ? signs + SIGNS_A_LINE - (signs % SIGNS_A_LINE) : signs + 1;

/** How much room a text takes, in signs. */
export const signsOf = (text: string): number => {
  let signs = 0;
  for (let at = 0; at < text.length; at += 1) signs = withSign(signs, text.charAt(at));
  return signs;
};
/** How long the beginning of a text is that takes no more room than `most`. */
const fitting = (text: string, most: number): number => {
  let signs = 0;
  for (let at = 0; at < text.length; at += 1) {
    signs = withSign(signs, text.charAt(at));
    if (signs > most) return at;
  }
  return text.length;
};

/** What belongs to the sign before it: the second half of a pair, an accent, a variant, a skin, a joint. */
const BELONGS =
  /^(?:[\udc00-\udfff]|[\u0300-\u036f]|\u200d|[\u20d0-\u20ff]|[\ufe00-\ufe0f]|\ud83c[\udffb-\udfff])/;
/** No sign has more parts; what goes on longer is none, and may be broken. */
const MOST_PARTS = 32;
const isWithinSign = (text: string, at: number): boolean =>
  BELONGS.test(text.slice(at, at + 2)) || text.charAt(at - 1) === '\u200d';
const beforeSign = (text: string, end: number): number => {
  for (let at = end; at > 0 && at > end - MOST_PARTS; at -= 1) if (!isWithinSign(text, at)) return at;
  return end;
};

/** Where a text is best broken so that what is before takes no more room than `most`: after a sentence that is whole. */
const breakOf = (text: string, most: number): number => {
  const end = fitting(text, most);
  for (let at = end; at > end / 2; at -= 1) if (ENDS.indexOf(text.charAt(at - 1)) >= 0) return at;
  return beforeSign(text, end);
};

/** A text in parts that each fit; nothing of it is lost. */
export const partsOf = (text: string): string[] => {
  const parts: string[] = [];
  let rest = text;
  while (signsOf(rest) > MOST_SIGNS) {
    const at = breakOf(rest, MOST_SIGNS);
    parts.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
  return [...parts, rest];
};

/** A text in two parts of about the same size; undefined: it is one sign. */
export const halvesOf = (text: string): [string, string] | undefined => {
  const half = breakOf(text, Math.ceil(signsOf(text) / 2));
  // A line break at the beginning is more than half of what is there.
  const at = half === 0 ? 1 : half;
  return at >= text.length || isWithinSign(text, at) ? undefined : [text.slice(0, at), text.slice(at)];
};
