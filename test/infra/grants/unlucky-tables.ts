import type { Listing } from '../../../shared/case/listing.ts';
import { type Key, type LogTable, StoreUnavailable, type Table } from '../../../shared/records/table.ts';

/** A log in which somebody else is always quicker at first, and the answer to the second try is always lost. */
export const unluckyLog = (inner: LogTable): LogTable => {
  const tried = new Map<string, number>();
  return {
    ...inner,
    put: async (record, condition) => {
      const name = `${record.pk} ${record.sk}`;
      const tries = tried.get(name) ?? 0;
      tried.set(name, tries + 1);
      if (tries === 0) return false;
      await inner.put(record, condition);
      throw new StoreUnavailable('the answer was lost');
    },
    get: async ({ pk, sk }) => (await inner.get({ pk, sk })) ?? { pk, sk, write: 'another' },
  };
};

/** Of what stands in the lists one line is said to be another. */
const listedOtherwise = (listing: Listing): Listing => ({
  ...listing,
  facets: ['another', ...listing.facets.slice(1)],
});

/** Records in which every head has been changed by hand, and the lists lag. */
export const changedRecords = (inner: Table): Table => ({
  ...inner,
  get: async (key) => {
    const found = await inner.get(key);
    const { listing } = (found ?? {}) as { listing?: Listing };
    if (listing !== undefined) return { ...found!, listing: listedOtherwise(listing) };
    const { state } = (found ?? {}) as { state?: object };
    return key.sk === 'HEAD' && state !== undefined ? { ...found!, state: { ...state, status: 'x' } } : found;
  },
});

/** A table of which every write is asked for first: `refuse` throws for what is not to be written. */
export const refusingTable = (inner: Table, refuse: (key: Key) => void): Table => ({
  ...inner,
  put: async (record, condition) => {
    refuse(record);
    return inner.put(record, condition);
  },
  set: async (key, attribute, value) => {
    refuse(key);
    return inner.set(key, attribute, value);
  },
  remove: async (key) => {
    refuse(key);
    return inner.remove(key);
  },
  increment: async (key, attribute) => {
    refuse(key);
    return inner.increment(key, attribute);
  },
});
