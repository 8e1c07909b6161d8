import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { whenSessionEnds } from '../api/session.ts';

interface Shown {
  title: string;
  body: ComponentChildren;
  /** Where the focus goes back to. */
  from: Element | null;
}
const shown = signal<Shown | null>(null);

/** Explains something beside the page: from below on a phone, in the corner on a PC. */
export const openSheet = (title: string, body: ComponentChildren): void => {
  shown.value = { title, body, from: document.activeElement };
};
/** Of a page that is left nothing stays open. */
export const dropSheet = (): void => {
  shown.value = null;
};
// Nor of a session that has ended, and at once: not for one picture it lies over the login page.
whenSessionEnds(dropSheet);
export const closeSheet = (): void => {
  const { value } = shown;
  shown.value = null;
  if (value?.from instanceof HTMLElement) value.from.focus();
};

const STOPS = 'a[href], button, input, select, textarea, summary';
/** Tab goes round in what lies over the page, rather than out of it to where nobody sees. */
const goRound = (sheet: HTMLElement, event: KeyboardEvent): void => {
  const stops = Array.from(sheet.querySelectorAll<HTMLElement>(STOPS)).filter(
    ({ offsetParent }) => offsetParent !== null,
  );
  const [first, last] = [stops[0], stops[stops.length - 1]];
  const at = document.activeElement;
  if (first === undefined || last === undefined) return;
  const isAtEnd = event.shiftKey ? at === first || stops.indexOf(at as HTMLElement) < 0 : at === last;
  if (!isAtEnd) return;
  event.preventDefault();
  (event.shiftKey ? last : first).focus();
};

const Open = ({ title, body }: Shown) => {
  const sheet = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), [title, body]);
  useLayoutEffect(() => {
    // Wherever the focus is: a sheet is closed by the same key.
    const press = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') closeSheet();
      const isInside = sheet.current?.contains(document.activeElement) === true;
      if (event.key === 'Tab' && isInside) goRound(sheet.current!, event);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
  return (
    <div class="sheet" role="dialog" aria-labelledby="sheet-title" ref={sheet}>
      <div class="line top">
        <h2 class="grow" id="sheet-title" ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <button type="button" class="btn quiet" onClick={closeSheet}>
          关闭
        </button>
      </div>
      {body}
    </div>
  );
};

/** The one place where sheets appear. */
export const Sheet = () => (shown.value === null ? null : <Open {...shown.value} />);
