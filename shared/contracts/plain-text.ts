import { comparable } from '../wording/comparable.ts';

/**
 * What nobody sees and a terminal or a page obeys: control characters, but tabs and line ends, and those that turn the direction of
 * writing.
 */
const HIDDEN = /[[\p{Cc}\p{Bidi_Control}]--[\t\n\r]]/v;
const ALL_HIDDEN = new RegExp(HIDDEN, 'gv');

export const hasHidden = (text: string): boolean => HIDDEN.test(text);
/** The text without them. */
export const withoutHidden = (text: string): string => text.replace(ALL_HIDDEN, '');

/** The places in a request, as fields are named, whose text has such characters, keys too. */
export const hiddenIn = (value: unknown, path = ''): string[] => {
  if (typeof value === 'string') return hasHidden(value) ? [path] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => {
    const place = path === '' ? name : `${path}.${name}`;
    return hasHidden(name) ? [withoutHidden(place)] : hiddenIn(part, place);
  });
};

/** An address with its scheme: people write www.example.com/a. A port is no scheme. */
export const withScheme = (text: string): string => {
  const address = text.trim().replace(/^\/\//, '');
  return /^[a-z][a-z\d+.-]*:(?!\d)/i.test(address) ? address : `https://${address}`;
};
/** An address that a page may lead to: of http or https; undefined for any other (javascript:, data:, an app's own). */
export const linkIn = (text: string): string | undefined => {
  const address = withScheme(text);
  const url = /\s/.test(address) ? null : URL.parse(address);
  return url !== null && /^https?:$/.test(url.protocol) && url.hostname.includes('.') ? address : undefined;
};

/** The words of a text, as an eye reads them: spaces, punctuation and links make no difference, nor what `comparable` takes away. */
export const wordsIn = (text: string): string =>
  comparable(text)
    .replace(/https?:\/\/[\w.~:/?#[\]@!$&'()*+,;=%-]+/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '');
