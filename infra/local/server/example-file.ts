import { existsSync } from 'node:fs';

const root = new URL('../../../', import.meta.url);

/** The file of example items of a bureau's own field, from the project's folder; undefined for a bureau that has none yet. */
export const exampleFile = (bureau: string): string | undefined => {
  const file = `examples/${bureau}.json`;
  return existsSync(new URL(file, root)) ? file : undefined;
};
