import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** Whether the reader goes from place to place by keys: he was last seen pressing one. */
let isByKeys = false;
const note = ({ type }: Event): void => {
  isByKeys = type === 'keydown';
};
for (const type of ['keydown', 'mousedown', 'touchstart']) document.addEventListener(type, note, true);

/** Where a page begins. Whoever has come by keys goes on from there: what he pressed is gone with the page before. */
export const useFoundFocus = (): RefObject<HTMLElement | null> => {
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isByKeys && document.activeElement === document.body) place.current?.focus();
  }, []);
  return place;
};
