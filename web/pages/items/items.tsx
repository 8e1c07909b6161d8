import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { unitName } from '../../api/me.ts';
import { itemsAskedIn, usualOf } from '../../model/items/asked.ts';
import { cameFrom } from '../../parts/came-from.ts';
import { Frame } from '../../parts/frame.tsx';
import { FeedsLine } from '../../parts/item/feeds-line.tsx';
import { ItemFilters } from '../../parts/item/filters.tsx';
import { ItemsFound, useItems } from '../../parts/item/items-found.tsx';
import { FOUND, useFocusOnFound } from '../../parts/lists/focus-on-found.ts';
import { ItemSearch } from './search-form.tsx';

/** 舆情信息: what feeds have brought, and what has become of it. */
const ItemsPage = () => {
  const { query, url } = useLocation();
  const asked = itemsAskedIn(query, usualOf(unitName()));
  const found = useItems(asked);
  useFocusOnFound(url);
  useEffect(() => {
    cameFrom.value = { path: url, name: '舆情信息' };
  }, [url]);
  return (
    <Frame title="舆情信息">
      <section class="broad" aria-label="舆情信息">
        <h1 class="lead">舆情信息</h1>
        <ItemSearch key={url} asked={asked} problems={found.live.value.fault?.problems ?? []} />
        <ItemFilters asked={asked} />
        <FeedsLine />
        <section id={FOUND} tabIndex={-1} aria-label="查到的舆情信息">
          <ItemsFound key={url} asked={asked} found={found} />
        </section>
      </section>
    </Frame>
  );
};
export default ItemsPage;
