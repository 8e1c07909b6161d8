import type { ItemListReply } from '../../../shared/contracts/replies/items.ts';
import { unitName } from '../../api/me.ts';
import { type ItemsAsked, itemsFoundWords, itemsPath } from '../../model/items/asked.ts';
import { joinItems, nextOf } from '../../model/search/pages.ts';
import { FoundList } from '../lists/list-states.tsx';
import { type Found, usePaged } from '../lists/use-paged.ts';
import { ItemLine } from './row.tsx';

const keyOf = ({ feed, id }: { feed: string; id: string }): string => JSON.stringify([feed, id]);

/** The items that meet what is asked, as far as somebody has read on. */
export const useItems = (asked: ItemsAsked): Found<ItemListReply> =>
  usePaged<ItemListReply>({
    pathOf: (cursor) => itemsPath(asked, cursor),
    next: (pages, stops) =>
      nextOf(
        pages.map(({ items, next }) => ({ rows: items.length, next })),
        stops,
      ),
    join: (pages) => joinItems(pages, keyOf),
  });

interface Props {
  asked: ItemsAsked;
  found: Found<ItemListReply>;
  /** That which is shown beside the list. */
  chosen?: { feed: string; id: string };
}
export const ItemsFound = ({ asked, found, chosen }: Props) => {
  const { items = [], next = null } = found.live.value.body ?? {};
  return (
    <FoundList
      {...found}
      words={itemsFoundWords(asked, items.length, { hasMore: next !== null, unit: unitName() })}
      moreWords={items.length === 0 ? '接着往前查' : '再看50条'}
    >
      <ul>
        {items.map((row) => (
          <ItemLine
            key={keyOf(row)}
            row={row}
            asked={asked}
            isChosen={chosen !== undefined && keyOf(chosen) === keyOf(row)}
          />
        ))}
      </ul>
    </FoundList>
  );
};
