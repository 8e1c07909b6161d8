import { useLayoutEffect } from 'preact/hooks';

const STEPS: Readonly<Record<string, number>> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };
const ROWS = '[data-row]';
/** Where keys are for writing, or for something that lies over the page. */
const ELSEWHERE = 'input, textarea, select, [contenteditable], [role=dialog]';

const isElsewhere = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(ELSEWHERE) !== null;
const step = (by: number): void => {
  const rows = Array.from(document.querySelectorAll<HTMLElement>(ROWS)).filter(
    ({ offsetParent }) => offsetParent !== null,
  );
  const row = document.activeElement?.closest('.row');
  const at = rows.findIndex((each) => row?.contains(each) === true);
  const next = at < 0 ? (by > 0 ? 0 : rows.length - 1) : at + by;
  rows[next]?.focus();
};

/** j, k and the arrows go from row to row; Enter opens, since the row's link has the focus. */
export const useRowKeys = (): void => {
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const by = STEPS[event.key];
      if (by === undefined || event.ctrlKey || event.altKey || event.metaKey || isElsewhere(event.target))
        return;
      event.preventDefault();
      step(by);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
};
