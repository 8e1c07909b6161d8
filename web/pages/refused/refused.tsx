import { useLocation } from 'preact-iso';
import { refusedBecameIn } from '../../model/items/refused.ts';
import { Frame } from '../../parts/frame.tsx';
import { ItemFilters } from '../../parts/item/filters.tsx';
import { RefusedFound } from '../../parts/item/refused-found.tsx';
import { FOUND, useFocusOnFound } from '../../parts/lists/focus-on-found.ts';

/** 未收下: what registered feeds brought and what was not taken in. */
const RefusedPage = () => {
  const { query, url } = useLocation();
  useFocusOnFound(url);
  const became = refusedBecameIn(query);
  return (
    <Frame title="未收下的信息">
      <section class="broad" aria-label="未收下的信息">
        <h1 class="lead">未收下的信息</h1>
        <ItemFilters asked={null} />
        <section id={FOUND} tabIndex={-1} aria-label="查到的未收下的信息">
          <p class="pane soft tiny">数据源推来而读不出、没有入库的信息，留存90天。可以照原文人工录入。</p>
          <RefusedFound key={became} became={became} />
        </section>
      </section>
    </Frame>
  );
};
export default RefusedPage;
