import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
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

const Open = ({ title, body }: Shown) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [title, body]);
  return (
    <div
      class="sheet"
      role="dialog"
      aria-labelledby="sheet-title"
      onKeyDown={({ key }) => {
        if (key === 'Escape') closeSheet();
      }}
    >
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
