import { useEffect, useRef, useState } from 'preact/hooks';
import { placeInView } from '../../model/case/place-in-view.ts';

export interface Place {
  id: string;
  name: string;
  /** Beside it, softly: 6项未办. */
  count: string;
}
/** A section counts as read when its head has come this far up. */
const LINE_PIXELS = 160;

/** What scrolls: the page or, on a PC, the pane. */
const scrollerOf = (section: Element): Element => {
  const pane = section.closest('.two > *');
  return pane !== null && pane.scrollHeight > pane.clientHeight + 1 ? pane : document.documentElement;
};
const isScrolledOut = ({ scrollTop, clientHeight, scrollHeight }: Element): boolean =>
  scrollTop + clientHeight >= scrollHeight - 1;

/** The section that is being read, as the window stands. */
const placeNow = (places: readonly Place[], asked: string | undefined): string | undefined => {
  const sections = places.flatMap(({ id }) => document.getElementById(id) ?? []);
  const heads = sections.map((section) => ({ id: section.id, top: section.getBoundingClientRect().top }));
  const isAtEnd = sections[0] !== undefined && isScrolledOut(scrollerOf(sections[0]));
  return placeInView(heads, { line: LINE_PIXELS, height: window.innerHeight, isAtEnd, asked });
};

/** Anchors of a long page, at the top all the while. */
export const Jump = ({ places }: { places: readonly Place[] }) => {
  const [here, setHere] = useState(places[0]?.id);
  const asked = useRef<string | undefined>(undefined);
  useEffect(() => {
    let isWaiting = false;
    const look = (): void => {
      if (isWaiting) return;
      isWaiting = true;
      requestAnimationFrame(() => {
        isWaiting = false;
        setHere(placeNow(places, asked.current) ?? places[0]?.id);
      });
    };
    // Either the page scrolls or, on a PC, the pane does.
    document.addEventListener('scroll', look, { capture: true, passive: true });
    return () => document.removeEventListener('scroll', look, { capture: true });
  }, [places.length]);
  // No step back through anchors: the address stays as it is.
  const go = (event: Event, id: string): void => {
    event.preventDefault();
    asked.current = id;
    const section = document.getElementById(id);
    section?.scrollIntoView();
    section?.querySelector('h2')?.focus({ preventScroll: true });
    setHere(id);
  };
  return (
    <nav class="jump" aria-label="本案卷">
      {places.map(({ id, name, count }) => (
        <a
          key={id}
          href={`#${id}`}
          aria-current={here === id ? 'true' : undefined}
          onClick={(event) => go(event, id)}
        >
          {name}
          {count !== '' && <span class="soft"> {count}</span>}
        </a>
      ))}
    </nav>
  );
};
