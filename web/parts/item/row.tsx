import type { ItemListReply } from '../../../shared/contracts/replies/items.ts';
import { now } from '../../api/clock.ts';
import { type ItemsAsked, itemAddress } from '../../model/items/asked.ts';
import { becameText, countsOf, signsOf, whyOf } from '../../model/items/words.ts';
import { momentOf } from '../../model/wall-clock.ts';
import { LevelTag } from '../level-tag.tsx';
import { FOUND } from '../lists/focus-on-found.ts';
import { Alert } from '../notice.tsx';
import { useFeeds } from './feed-names.ts';
import { useJudging } from './use-judging.ts';

interface Props {
  row: ItemListReply['items'][number];
  asked: ItemsAsked;
  isChosen: boolean;
}
/** 已阅 without opening it: what has a sign of more is opened first. */
const ReadHere = ({ row, beside }: Pick<Props, 'row'> & { beside: string }) => {
  const { isBusy, judge, why } = useJudging(row);
  const read = async (button: HTMLElement): Promise<void> => {
    // The row goes away, and whoever works by keyboard goes on with the next.
    const next = button.closest('li')?.nextElementSibling?.querySelector<HTMLElement>('[data-row]');
    if (await judge('read')) (next ?? document.getElementById(FOUND))?.focus();
  };
  return (
    <>
      {why !== '' && <Alert>{why}</Alert>}
      <p class="line">
        <span class="grow soft tiny">{beside}</span>
        <button
          type="button"
          class="btn quiet"
          aria-busy={isBusy || undefined}
          onClick={({ currentTarget }) => void read(currentTarget)}
        >
          已阅<span class="hide">：{row.title}</span>
        </button>
      </p>
    </>
  );
};

/** An item in the list: level, where it comes from, title, why it has its level, how far it has spread. */
export const ItemLine = ({ row, asked, isChosen }: Props) => {
  const { nameOf } = useFeeds();
  const signs = signsOf(row);
  const why = whyOf(row);
  const isReadHere = row.mayJudge && row.became === 'open' && !row.isGrave;
  // What all of the list are, nobody needs to read in each row.
  const isPlain = asked.became === row.became && row.became !== 'inCase' && row.outcome !== 'pending';
  const rest = [...(isPlain ? [] : [becameText(row)]), countsOf(row)]
    .filter((said) => said !== '')
    .join('，');
  return (
    <li class="row" aria-current={isChosen ? 'true' : undefined}>
      <p class="line top">
        <LevelTag level={row.warningLevel} isGuess />
        <span class="soft grow">{nameOf(row.feed)}</span>
        <span class="soft">{momentOf(row.detectedAt, now.value)}</span>
      </p>
      <h2>
        <a class="title line" data-row="" href={itemAddress(row, asked)}>
          {row.title}
        </a>
      </h2>
      {signs.length > 0 && <p class="warn tiny">{signs.join('，')}</p>}
      {why !== '' && <p class="tiny">{why}</p>}
      {isReadHere ? <ReadHere row={row} beside={rest} /> : rest !== '' && <p class="soft tiny">{rest}</p>}
    </li>
  );
};
