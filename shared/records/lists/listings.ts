import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import type { Listing } from '../../case/listing.ts';
import type { CaseState } from '../../case/state.ts';
import { mapEach } from '../some-at-once.ts';
import { casePartition, type Table } from '../table.ts';
import { LISTED, type Line, linesOf } from './lines.ts';

/** Of a case whose lists were written by a program that lists otherwise, all is written anew. */
export const LISTING_FORMAT = 2;
const Stored = z.object({
  format: z.int(),
  version: z.int(),
  listing: z.object({
    at: z.string(),
    title: z.string(),
    facets: z.array(z.string()),
    tasks: z.array(z.object({ scope: z.string(), kind: z.string(), at: z.string() })),
    entries: z.array(z.object({ list: z.string(), at: z.string(), entry: z.int() })),
    items: z._default(
      z.array(z.object({ scope: z.string(), feed: z.string(), id: z.string(), at: z.string() })),
      [],
    ),
  }),
});
type Stored = z.infer<typeof Stored>;

const keyOf = (caseId: string) => ({ pk: casePartition(caseId), sk: LISTED });
const nameOf = ({ pk, sk }: Line): string => `${pk}\n${sk}`;
const without = (lines: readonly Line[], others: readonly Line[]): Line[] => {
  const names = new Set(others.map(nameOf));
  return lines.filter((line) => !names.has(nameOf(line)));
};
const sumOf = (listing: Listing): string =>
  createHash('sha256').update(JSON.stringify(listing)).digest('base64url').slice(0, 22);
/** How many cases' lists this process remembers to have written: two short texts each. */
const REMEMBERED = 20_000;

/**
 * Keeps the lists as the logs have them. What stands in them of a case is written beside it, so that a change writes and removes
 * only what differs. Every part may be repeated, and what is cut off is done by the next: nothing is taken for written before it is.
 */
export const createListings = (table: Table, listingOf: (state: CaseState) => Listing) => {
  const written = new Map<string, string>();
  const remember = (caseId: string, sum: string): void => {
    written.delete(caseId);
    written.set(caseId, sum);
    if (written.size > REMEMBERED) written.delete(written.keys().next().value!);
  };
  const read = async (caseId: string): Promise<Stored | undefined> => {
    const stored = Stored.safeParse(await table.get(keyOf(caseId)));
    return stored.success ? stored.data : undefined;
  };
  const put = (lines: readonly Line[]): Promise<boolean[]> =>
    mapEach(lines, (line) => table.put({ ...line }, { absent: true }));
  const remove = (lines: readonly Line[]): Promise<unknown> => mapEach(lines, (line) => table.remove(line));

  /** `stored`: what is said to stand in the lists; `isAnew`: it is not believed. */
  const write = async (
    { caseId, version }: CaseState,
    listing: Listing,
    stored: Stored | undefined,
    isAnew: boolean,
  ): Promise<void> => {
    if (stored !== undefined && stored.version > version) return;
    const before = stored === undefined ? [] : linesOf(caseId, stored.listing);
    const lines = linesOf(caseId, listing);
    const added = isAnew || stored?.format !== LISTING_FORMAT ? lines : without(lines, before);
    await put(added);
    await remove(without(before, lines));
    const record = { ...keyOf(caseId), format: LISTING_FORMAT, version, listing };
    if (await table.put(record, { attribute: 'version', below: version + 1 })) return;
    // Another process has gone on meanwhile: what is not in its lists goes again.
    const newer = await read(caseId);
    if (newer !== undefined) await remove(without(added, linesOf(caseId, newer.listing)));
  };

  /** The lists of a case as its log has it now; `isAnew`: also where they are said to be so. */
  const follow = async (state: CaseState, isAnew = false): Promise<void> => {
    const listing = listingOf(state);
    const sum = sumOf(listing);
    if (!isAnew && written.get(state.caseId) === sum) return;
    const stored = await read(state.caseId);
    const isWritten = stored?.format === LISTING_FORMAT && sumOf(stored.listing) === sum;
    if (isAnew || !isWritten) await write(state, listing, stored, isAnew);
    remember(state.caseId, sum);
  };
  return { follow };
};
export type Listings = ReturnType<typeof createListings>;
