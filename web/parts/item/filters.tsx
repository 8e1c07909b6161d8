import { useLayoutEffect, useRef } from 'preact/hooks';
import { may } from '../../api/me.ts';
import { BECAMES, type ItemsAsked, itemsAddress } from '../../model/items/asked.ts';

/** What has become of items, and the way to those that were not taken in. */
export const ItemFilters = ({ asked }: { asked: ItemsAsked | null }) => {
  const nav = useRef<HTMLElement>(null);
  // On a phone they have no room side by side.
  useLayoutEffect(() => {
    const current = nav.current?.querySelector<HTMLElement>('[aria-current]');
    if (nav.current != null && current != null)
      nav.current.scrollLeft = current.offsetLeft + current.offsetWidth - nav.current.clientWidth;
  }, [asked?.became]);
  return (
    <nav ref={nav} class="jump" aria-label="舆情信息的处理情况">
      {BECAMES.map(({ id, name }) => (
        <a
          key={id}
          href={itemsAddress({ title: '', feed: '', level: '', from: '', to: '', ...asked, became: id })}
          aria-current={asked?.became === id ? 'true' : undefined}
        >
          {name}
        </a>
      ))}
      {may('ReadRefusedItems') && (
        <a href="/desk/refused" aria-current={asked === null ? 'true' : undefined}>
          未收下
        </a>
      )}
    </nav>
  );
};
