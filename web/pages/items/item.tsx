import { useLocation, useRoute } from 'preact-iso';
import type { ItemReply } from '../../../shared/contracts/replies/items.ts';
import { useLive } from '../../api/live.ts';
import { unitName } from '../../api/me.ts';
import { itemPath, itemsAddress, itemsAskedIn, usualOf } from '../../model/items/asked.ts';
import { Offline } from '../../parts/duty-list/around.tsx';
import { Frame } from '../../parts/frame.tsx';
import { ItemFilters } from '../../parts/item/filters.tsx';
import { ItemsFound, useItems } from '../../parts/item/items-found.tsx';
import { whyNotFound } from '../../parts/item/not-found.ts';
import { ItemView } from '../../parts/item/view.tsx';
import { Alert } from '../../parts/notice.tsx';
import { isWide } from '../../parts/wide.ts';

type Key = { feed: string; id: string };
/** The list at the left, from which one goes on. */
const ListBeside = ({ chosen }: { chosen: Key }) => {
  const asked = itemsAskedIn(useLocation().query, usualOf(unitName()));
  const found = useItems(asked);
  return (
    <section aria-label="舆情信息列表">
      <p class="lead">
        <a href={itemsAddress(asked)}>舆情信息</a>
      </p>
      <ItemFilters asked={asked} />
      <ItemsFound asked={asked} found={found} chosen={chosen} />
    </section>
  );
};

const Item = ({ chosen }: { chosen: Key }) => {
  const asked = itemsAskedIn(useLocation().query, usualOf(unitName()));
  const live = useLive<ItemReply>(itemPath(chosen));
  const { body: item, fault } = live.value;
  if (item !== undefined)
    return (
      <>
        <Offline live={live} goesOn="" />
        <ItemView item={item} asked={asked} />
      </>
    );
  return (
    <div class="pane">
      <h1>舆情信息</h1>
      {fault === undefined ? (
        <p class="soft" role="status">
          正在读取……
        </p>
      ) : (
        <Alert>{whyNotFound(fault)}</Alert>
      )}
    </div>
  );
};

/** One item: on a phone alone, on a PC beside the list that one comes from. */
const ItemPage = () => {
  const { feed = '', item: id = '' } = useRoute().params;
  const { query } = useLocation();
  const chosen = { feed, id };
  return (
    <Frame
      title="一条舆情信息"
      back={{ path: itemsAddress(itemsAskedIn(query, usualOf(unitName()))), name: '舆情信息' }}
      isTwo={isWide.value}
    >
      {isWide.value && <ListBeside chosen={chosen} />}
      <article aria-label="一条舆情信息">
        <Item key={`${feed}/${id}`} chosen={chosen} />
      </article>
    </Frame>
  );
};
export default ItemPage;
