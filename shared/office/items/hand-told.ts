import { type CaseState, isSecret } from '../../case/state.ts';
import type { ItemRecord } from '../../records/items.ts';
import type { Stories } from '../../records/stories/stories.ts';
import { isStanding } from '../../regulations/lookup.ts';
import type { Regulation } from '../../regulations/schema.ts';

// What whoever opens a case by hand tells of it, to be compared with what feeds bring and others open.

type Told = Pick<ItemRecord, 'feed' | 'id' | 'title' | 'content' | 'url'>;

/** No feed is called so. */
const BY_HAND = '';
const LINK = /https?:\/\/[^\s<>"”’，。；、）)]+/;

/** As an item would tell it; `id`: of the case, once it has one. An address within the words is that of what they are about. */
export const handTold = (
  { title, text = '' }: { title: string; text?: string | undefined },
  id = '',
): Told => {
  const [url] = LINK.exec(`${title}\n${text}`) ?? [];
  return {
    feed: BY_HAND,
    id,
    title,
    ...(text === '' ? {} : { content: text }),
    ...(url === undefined ? {} : { url }),
  };
};

/**
 * Notes what a case tells that was opened about no item, so that others of the same matter are seen to resemble it. Of a 涉密 case nothing is
 * noted, nor of a matter that is no 舆情. A repeat adds nothing.
 */
export const createNoteHandTold =
  ({
    stories,
    regulation,
    now,
  }: {
    stories: Pick<Stories, 'note'>;
    regulation: Regulation;
    now: () => string;
  }) =>
  async (state: CaseState): Promise<void> => {
    const { caseId, title, note, items, handlingLevel } = state;
    if (items.length > 0 || isSecret(state) || isStanding(regulation, handlingLevel)) return;
    await stories.note(caseId, handTold({ title, text: note.text }, caseId), now(), { byHand: true });
  };
