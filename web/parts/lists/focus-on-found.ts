import { useEffect, useRef } from 'preact/hooks';

/** What was found, on the pages of lists. */
export const FOUND = 'found';
/** Whoever has looked for something else goes on where it is shown. */
export const useFocusOnFound = (url: string): void => {
  const first = useRef(url);
  useEffect(() => {
    if (first.current === url) return;
    first.current = '';
    document.getElementById(FOUND)?.focus();
  }, [url]);
};
