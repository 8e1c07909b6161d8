import type { Stretch } from '../model/regulation/mark.ts';

/** A text with what matters in it marked. */
export const Stretches = ({ stretches }: { stretches: readonly Stretch[] }) => (
  <>{stretches.map(({ text, isMarked }) => (isMarked ? <mark>{text}</mark> : text))}</>
);
