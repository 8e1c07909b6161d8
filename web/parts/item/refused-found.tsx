import type { RefusedItemsReply } from '../../../shared/contracts/replies/intake/refused-items.ts';
import { now } from '../../api/clock.ts';
import { saidAt } from '../../model/case/matter.ts';
import {
  REFUSED_BECAMES,
  type RefusedBecame,
  refusedAddress,
  refusedBecameText,
  refusedBecause,
  refusedFoundWords,
  refusedListAddress,
  refusedListPath,
  refusedTitle,
} from '../../model/items/refused.ts';
import { joinItems, nextOf } from '../../model/search/pages.ts';
import { momentOf } from '../../model/wall-clock.ts';
import { LevelTag } from '../level-tag.tsx';
import { FoundList } from '../lists/list-states.tsx';
import { usePaged } from '../lists/use-paged.ts';
import { useFeeds } from './feed-names.ts';

const keyOf = ({ refused }: { refused: string }): string => refused;

const Line = ({
  row,
  became,
  isChosen,
}: {
  row: RefusedItemsReply['items'][number];
  became: RefusedBecame;
  isChosen: boolean;
}) => {
  const { nameOf } = useFeeds();
  return (
    <li class="row" aria-current={isChosen ? 'true' : undefined}>
      <p class="line top">
        {row.level !== null && <LevelTag level={row.level} isGuess />}
        <span class="soft grow">{nameOf(row.feed)}</span>
        <span class="soft">{momentOf(row.at, now.value)}</span>
      </p>
      <h2>
        <a class="title line" data-row="" href={refusedAddress(row, became)}>
          {refusedTitle(row)}
        </a>
      </h2>
      <p>{refusedBecause(row)}</p>
      <p class="soft tiny">{refusedBecameText(row, saidAt(now.value))}</p>
    </li>
  );
};

/** What was not taken in, the newest first. */
export const RefusedFound = ({ became, chosen }: { became: RefusedBecame; chosen?: string }) => {
  const found = usePaged<RefusedItemsReply>({
    pathOf: (cursor) => refusedListPath(became, cursor),
    next: (pages, stops) =>
      nextOf(
        pages.map(({ items, next }) => ({ rows: items.length, next })),
        stops,
      ),
    join: (pages) => joinItems(pages, keyOf),
  });
  const { items = [], next = null } = found.live.value.body ?? {};
  return (
    <>
      <div class="pane">
        <nav class="acts" aria-label="未收下的信息后来怎样">
          {REFUSED_BECAMES.map(({ id, name }) => (
            <a
              key={id}
              class={`btn${id === became ? '' : ' quiet'}`}
              href={refusedListAddress(id)}
              aria-current={id === became ? 'true' : undefined}
            >
              {name}
            </a>
          ))}
        </nav>
      </div>
      <FoundList
        {...found}
        words={refusedFoundWords(became, items.length, next !== null)}
        moreWords={items.length === 0 ? '接着往前查' : '再看50条'}
      >
        <ul>
          {items.map((row) => (
            <Line key={row.refused} row={row} became={became} isChosen={row.refused === chosen} />
          ))}
        </ul>
      </FoundList>
    </>
  );
};
