import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

const root = new URL('../../../', import.meta.url);
const Items = z.object({ items: z.array(z.record(z.string(), z.unknown())).min(1) });

/** An item of a bureau's own field, and the file that it stands in, from the project's folder. */
export interface ExampleItem {
  file: string;
  item: Record<string, unknown>;
}

/** A bureau's example item: the first of its file in `examples/`; undefined for a bureau that has none yet. */
export const exampleItem = (bureau: string): ExampleItem | undefined => {
  const file = `examples/${bureau}.json`;
  const url = new URL(file, root);
  if (!existsSync(url)) return undefined;
  return { file, item: Items.parse(JSON.parse(readFileSync(url, 'utf8'))).items[0]! };
};
