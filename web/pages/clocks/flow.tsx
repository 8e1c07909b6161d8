import { useEffect, useRef, useState } from 'preact/hooks';
import type { ExecutionReply } from '../../../shared/contracts/replies/clocks.ts';
import { type Light, lightsOf } from '../../model/clocks/lit.ts';
import { loadPicture } from './picture.ts';

const statesIn = (picture: Element): Element[] =>
  Array.prototype.slice.call(picture.querySelectorAll('[data-state]'));
const nameOf = (state: Element): string => state.getAttribute('data-state') ?? '';

const light = (picture: Element, lights: ReadonlyMap<string, Light>): void => {
  for (const state of statesIn(picture)) state.setAttribute('class', lights.get(nameOf(state)) ?? 'st');
};

/** Brings what is active into sight, sideways only. */
const show = (frame: HTMLElement, picture: Element): void => {
  const [first] = statesIn(picture).filter((state) => state.getAttribute('class') === 'lit');
  if (first === undefined) return;
  const left = first.getBoundingClientRect().left - frame.getBoundingClientRect().left;
  frame.scrollLeft += left - frame.clientWidth / 3;
};

/** The level's picture, with the states lit that the execution is in. */
export const Flow = ({ execution }: { execution: ExecutionReply }) => {
  const frame = useRef<HTMLElement>(null);
  const picture = useRef<Element | null>(null);
  const [isMissing, setMissing] = useState(false);
  const { level } = execution;
  const paint = (): void => {
    if (picture.current !== null)
      light(picture.current, lightsOf(execution, statesIn(picture.current).map(nameOf)));
  };
  useEffect(() => {
    let isGone = false;
    loadPicture(level.id).then(
      (loaded) => {
        if (isGone || frame.current === null) return;
        frame.current.textContent = '';
        frame.current.appendChild(loaded);
        picture.current = loaded;
        paint();
        show(frame.current, loaded);
      },
      () => setMissing(true),
    );
    return () => {
      isGone = true;
    };
  }, [level.id]);
  useEffect(paint, [execution]);
  if (isMissing) return <p class="soft">流程图没有取到，不影响计时。</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard (axe: scrollable-region-focusable)
    <section class="scroll" tabIndex={0} aria-label="流程图" ref={frame} />
  );
};
