import { useEffect, useState } from 'preact/hooks';

export interface Place {
  id: string;
  name: string;
  /** Beside it, softly: 6项未办. */
  count: string;
}
/** A section counts as read when its head has come this far up. */
const LINE_PIXELS = 160;

/** The last section whose head has passed the line. */
const placeInView = (places: readonly Place[]): string | undefined => {
  const passed = places.filter(({ id }) => {
    const section = document.getElementById(id);
    return section !== null && section.getBoundingClientRect().top < LINE_PIXELS;
  });
  return passed[passed.length - 1]?.id;
};

/** Anchors of a long page, at the top all the while. */
export const Jump = ({ places }: { places: readonly Place[] }) => {
  const [here, setHere] = useState(places[0]?.id);
  useEffect(() => {
    let isWaiting = false;
    const look = (): void => {
      if (isWaiting) return;
      isWaiting = true;
      requestAnimationFrame(() => {
        isWaiting = false;
        setHere(placeInView(places) ?? places[0]?.id);
      });
    };
    // Either the page scrolls or, on a PC, the pane does.
    document.addEventListener('scroll', look, { capture: true, passive: true });
    return () => document.removeEventListener('scroll', look, { capture: true });
  }, [places.length]);
  // No step back through anchors: the address stays as it is.
  const go = (event: Event, id: string): void => {
    event.preventDefault();
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
