import type { Line } from './lines.ts';

export interface Merged {
  lines: Line[];
  /** The lines that both have changed, each otherwise: mine stands. */
  both: string[];
}

const isSame = (one: Line | undefined, other: Line | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
const byKey = (lines: readonly Line[]): Map<string, Line> => new Map(lines.map((line) => [line.key, line]));

/**
 * What I have changed, upon what somebody else has changed meanwhile. `base`: what both began with. Where both have changed a line it
 * is as I have it.
 */
export const merge = (base: readonly Line[], mine: readonly Line[], theirs: readonly Line[]): Merged => {
  const [was, my, their] = [byKey(base), byKey(mine), byKey(theirs)];
  const both: string[] = [];
  const choose = (key: string): Line | undefined => {
    const [old, own, other] = [was.get(key), my.get(key), their.get(key)];
    if (isSame(old, own)) return other;
    if (!isSame(old, other) && !isSame(own, other)) both.push(key);
    return own;
  };
  const keys = [...new Set([...their.keys(), ...my.keys(), ...was.keys()])];
  const lines = keys.map(choose).filter((line): line is Line => line !== undefined);
  return { lines, both };
};
