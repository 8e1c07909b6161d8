import { expect } from 'vitest';
import { ItemsInvalid } from '../../../shared/contracts/replies/items.ts';
import { createMemoryTable } from '../../../shared/records/memory-table.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { createOffice, START } from '../../support/office.ts';
import { read, takenIn } from '../../support/told.ts';

export const HOUR = 3_600_000;

/** An office over an empty table, and what a feed pushes to it. */
export const openFeed = async (regulation?: Regulation) => {
  const table = createMemoryTable();
  const office = await createOffice({ table, ...(regulation === undefined ? {} : { regulation }) });
  const one = async (item: unknown) => {
    const told = await office.push([item]);
    expect(told.status).toBe(200);
    return takenIn(told);
  };
  const oneRefused = async (item: unknown) => {
    const told = await office.push([item]);
    expect(told.status).toBe(422);
    return read(ItemsInvalid, told).items[0];
  };
  const refused = async () => (await office.system.refusals.list(START.slice(0, 10))).map(({ sk }) => sk);
  const stored = (id: string) => office.system.items.find('demo', id);
  return { table, office, one, oneRefused, refused, stored };
};
export type Feed = Awaited<ReturnType<typeof openFeed>>;
