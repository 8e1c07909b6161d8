import { useEffect, useRef, useState } from 'preact/hooks';
import type { ExecutionReply } from '../../../shared/contracts/replies/clocks.ts';
import { config } from '../../api/config.ts';
import { type Light, lightsOf } from '../../model/clocks/lit.ts';

/** The picture of a level's workflow, as it was drawn when the desk was built. */
const loadPicture = async (level: string): Promise<Element> => {
  const path = config().files.pictures[level];
  if (path === undefined) throw new Error(`no picture of ${level}`);
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  const { documentElement } = new DOMParser().parseFromString(await answer.text(), 'image/svg+xml');
  return document.importNode(documentElement, true);
};

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
        loaded.setAttribute('class', 'flow');
        loaded.removeAttribute('width');
        loaded.removeAttribute('height');
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
