import { comparable } from '../../wording/comparable.ts';
import { articleOf } from './address.ts';

/** What an item tells, as it is kept to be compared with others. */
export interface Telling {
  /** As an eye reads it. */
  title: string;
  /** The beginning of its content, likewise. */
  lead: string;
  /** The article that its address names, in one form; null when it names none. */
  article: string | null;
  publishedAt?: string | undefined;
}

/** As much of a content as tells the matter: news say it first. */
const LEAD = 1000;
const LONGEST_TITLE = 1000;
/** Of tags and the like there may be several times as much. */
const WRITTEN = 8;
const beginning = (text: string, characters: number): string =>
  comparable(text.slice(0, WRITTEN * characters))
    .slice(0, characters)
    .toWellFormed();

/** `lead`: so many characters of a content are kept. */
export const tellingOf = (
  {
    title,
    content = '',
    url,
    publishedAt,
  }: {
    title: string;
    content?: string | undefined;
    url?: string | undefined;
    publishedAt?: string | undefined;
  },
  lead = LEAD,
): Telling => ({
  title: beginning(title, LONGEST_TITLE),
  lead: beginning(content, lead),
  article: url === undefined ? null : articleOf(url),
  ...(publishedAt === undefined ? {} : { publishedAt }),
});
