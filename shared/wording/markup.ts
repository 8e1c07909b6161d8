import { decodeHTMLAttribute } from 'entities/decode';

/** However often an ampersand was escaped: &amp;amp;lt; */
const ESCAPED_AGAIN = /&(?:amp;|#0*38;|#x0*26;)+/gi;

/**
 * A tag as programs write it. What only begins like one is text, and stays: 3<5, <重磅>, <a 曝光>. A browser would hide the last; who is
 * on duty sees it. Each character can be read in one way only, so that no text makes the search slow.
 */
const TAG =
  /<\/?([a-z][a-z\d:-]*)(?:\s+[a-z_:@*][\w:.@-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[!#-&(-;?-_a-~]+))?){0,100}\s*\/?>/iy;
/** What is in them is no text that is read: programs, styles, the pronunciation above a character. */
const UNREAD = new Map(
  ['script', 'style', 'template', 'rp', 'rt'].map((name) => [name, new RegExp(`</${name}\\b`, 'gi')]),
);
/** A line ends where one begins or ends; other tags stand within a line. */
const BLOCKS = new Set(
  (
    'address article aside blockquote body br caption center dd details div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 head header hr html legend li main nav ol option p pre section select summary table tbody td ' +
    'textarea tfoot th thead title tr ul'
  ).split(' '),
);
/** Comments and the like. */
const ENCLOSED = [
  { begin: '<!--', end: /-->/g },
  { begin: '<!DOCTYPE', end: />/g },
  { begin: '<?xml', end: /\?>/g },
] as const;
/** What is in such a section is text, and as a rule with tags. */
const SECTION_SIGNS = /<!\[CDATA\[|\]\]>/g;

/** Where an end stands and where it is over; one that is not found is not looked for again. */
const createSeeker = (text: string) => {
  const missing = new Set<RegExp>();
  return (end: RegExp, from: number): { at: number; over: number } | undefined => {
    if (missing.has(end)) return undefined;
    end.lastIndex = from;
    const found = end.exec(text);
    if (found === null) missing.add(end);
    return found === null ? undefined : { at: found.index, over: end.lastIndex };
  };
};

interface Piece {
  /** Where the text goes on. */
  next: number;
  shown: string;
}

const createReader = (text: string) => {
  const seek = createSeeker(text);

  const enclosedAt = (at: number): Piece | undefined => {
    for (const { begin, end } of ENCLOSED) {
      const found = text.startsWith(begin, at) ? seek(end, at + begin.length) : undefined;
      if (found !== undefined) return { next: found.over, shown: '' };
    }
    return undefined;
  };

  const tagAt = (at: number): Piece | undefined => {
    TAG.lastIndex = at;
    const name = TAG.exec(text)?.[1]?.toLowerCase();
    if (name === undefined) return undefined;
    const next = TAG.lastIndex;
    const end = text[at + 1] === '/' ? undefined : UNREAD.get(name);
    if (end === undefined) return { next, shown: BLOCKS.has(name) ? '\n' : '' };
    return { next: seek(end, next)?.at ?? next, shown: '' };
  };

  return (at: number): Piece => enclosedAt(at) ?? tagAt(at) ?? { next: at + 1, shown: '<' };
};

const withoutTags = (text: string): string => {
  const read = createReader(text);
  let rest = 0;
  let shown = '';
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', rest)) {
    const piece = read(at);
    shown += text.slice(rest, at) + piece.shown;
    rest = piece.next;
  }
  return shown + text.slice(rest);
};

/**
 * The text that a page shows for this: without tags and comments, a line end where a block begins or ends, and with the characters that
 * references stand for (&nbsp; &#98; &amp;lt;).
 */
export const withoutMarkup = (text: string): string => {
  const decoded = text.includes('&') ? decodeHTMLAttribute(text.replace(ESCAPED_AGAIN, '&')) : text;
  return decoded.includes('<') ? withoutTags(decoded.replace(SECTION_SIGNS, '')) : decoded;
};
