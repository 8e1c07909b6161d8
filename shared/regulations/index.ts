import { leizhou } from './leizhou.ts';
import type { Regulation } from './schema.ts';

/** Every version that a case may have been opened under; of one bureau the newest stands last. */
export const versions: readonly Regulation[] = [leizhou];

/** Bureau → the regulation now in force. */
export const regulations: Record<string, Regulation> = Object.fromEntries(
  versions.map((regulation) => [regulation.id, regulation]),
);

/** The regulation that a case was opened under; a case keeps its version. An unknown one throws. */
export const regulationOf = (id: string, version: string): Regulation => {
  const found = versions.find((each) => each.id === id && each.version === version);
  if (found !== undefined) return found;
  const known = versions.map((each) => `${each.id} ${each.version}`).join('、');
  throw new Error(`没有制度“${id}”的版本“${version}”;现有:${known}`);
};
