import { createHash } from 'node:crypto';
import type { FeedItem } from '../../contracts/items.ts';
import { measureOf } from '../../grading/stories/compare.ts';
import { saysOther } from '../../grading/stories/edits/says-other.ts';
import { tellingOf } from '../../grading/stories/telling.ts';
import { levelOfWords } from '../../grading/words-alone.ts';
import { wordsIn } from '../../intake/unread-words.ts';
import type { RefusedItem, RefusedItems } from '../../records/register/refused-items.ts';
import { SECRET_FLAG } from '../../regulations/reserved.ts';
import type { Regulation } from '../../regulations/schema.ts';
import { millisecondsOf } from '../../time/instants.ts';
import { comparable } from '../../wording/comparable.ts';
import { hasItsWords, isAsGrave, parsedOrText, type TakenAs } from './mended.ts';

/** What a feed brings, as far as it can be known again: by its id, and by its words. */
export interface Named {
  id?: string | undefined;
  title?: string | undefined;
  content?: string | undefined;
}

/** Keys hold so much of an id. */
const LONGEST_ID = 200;
/** What says no more may be said of anything: 转发微博. */
const SAYING_WHICH = 20;
const DAY = 86_400_000;
const BY_WORDS = 'words:';

const wordName = ({ title = '', content = '' }: Named): string[] => {
  // A text that has no title gets one from its beginning.
  const said = comparable(content.trim() === '' ? title : content).trim();
  return [...said].length < SAYING_WHICH
    ? []
    : [`${BY_WORDS}${createHash('sha256').update(said).digest('base64url')}`];
};
/** The names by which something is known when its feed brings it again, the surest first. */
export const namesOf = (named: Named): string[] => [
  ...(named.id === undefined ? [] : [`id:${named.id.slice(0, LONGEST_ID).toWellFormed()}`]),
  ...wordName(named),
];

interface Dependencies {
  refusedItems: Pick<RefusedItems, 'find' | 'names'>;
  takenAs: TakenAs;
  regulation: Regulation;
}

/** Whether an item plainly tells something else than what was refused under its id. */
const isOther = ({ raw, title = '' }: RefusedItem, item: Named): boolean => {
  const content = wordsIn(parsedOrText(raw))
    .map(({ text }) => text)
    .join('\\n');
  if (content === '') return false;
  return saysOther(
    tellingOf({ title, content }),
    tellingOf({ title: item.title ?? '', content: item.content }),
  );
};

/**
 * Finds what a feed brings now among that which was refused of it and which nothing has become of: when it came then is when the bureau had
 * it. By its words alone only within the time in which two reports are one story. Undefined: nothing of it was refused.
 */
export const createFirstCame = ({ refusedItems, takenAs, regulation }: Dependencies) => {
  const { days } = measureOf(regulation);
  const openUnder = async (feed: string, name: string): Promise<RefusedItem | undefined> => {
    const refused = await refusedItems.names.find(feed, name);
    const refusal = refused === undefined ? undefined : await refusedItems.find(refused);
    if (refusal === undefined || refusal.entered !== undefined) return undefined;
    return (await takenAs(refusal)) === undefined ? refusal : undefined;
  };
  /** Whether it is what was refused that is brought: what says less leaves that open (createTakenAs). */
  const mends = (refusal: RefusedItem, item: FeedItem, now: string): boolean => {
    if (refusal.isSecret) return item.flags?.includes(SECRET_FLAG) === true;
    if (hasItsWords(item, refusal)) return true;
    const text = `${item.title}\n${item.content ?? ''}`;
    const { handling } = levelOfWords(regulation, { text, observedAt: now });
    return isAsGrave(regulation, handling, refusal) && !isOther(refusal, item);
  };
  const fits = (name: string, refusal: RefusedItem, item: FeedItem, now: string): boolean =>
    name.startsWith(BY_WORDS)
      ? millisecondsOf(now) - millisecondsOf(refusal.at) <= days * DAY
      : mends(refusal, item, now);
  return {
    openUnder,
    find: async (feed: string, item: FeedItem, now: string): Promise<RefusedItem | undefined> => {
      const found: RefusedItem[] = [];
      for (const name of namesOf(item)) {
        const refusal = await openUnder(feed, name);
        if (refusal !== undefined && fits(name, refusal, item, now)) found.push(refusal);
      }
      return found.sort((one, other) => (one.at < other.at ? -1 : 1))[0];
    },
  };
};
export type FirstCame = ReturnType<typeof createFirstCame>;
