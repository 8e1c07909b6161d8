import type { Run } from '../model/duration.ts';

/** Figures large, words small. */
export const Runs = ({ runs }: { runs: readonly Run[] }) => (
  <>{runs.map(({ text, isCount }) => (isCount ? <b>{text}</b> : text))}</>
);
