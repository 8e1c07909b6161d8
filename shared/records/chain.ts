import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import * as z from 'zod/mini';
import { LogEntry } from '../case/events.ts';
import { hashesOf, StoredEvent, saltedHashOf, type Texts } from './content/salted-texts.ts';

/** What stands before the first entry of every log. */
export const GENESIS = '0'.repeat(64);

/** An entry as the log holds it: salted hashes stand where people's texts were. */
export const StoredEntry = z.extend(LogEntry, { events: z.array(StoredEvent) });
export type StoredEntry = z.infer<typeof StoredEntry>;

/** An entry as it is stored, and those of its texts that are still there. */
export interface Evidence {
  stored: StoredEntry;
  texts: Texts;
}

/** SHA-256 of the stored entry's canonical JSON (RFC 8785) without its own hash; the previous hash is part of the content. */
export const hashOf = ({ hash: _, ...content }: Omit<StoredEntry, 'hash'> & { hash?: string }): string =>
  createHash('sha256')
    .update(canonicalize(content) ?? '')
    .digest('hex');

/** The versions of the log whose content a later entry orders to be purged. */
export const purgedIn = (entries: readonly Pick<LogEntry, 'purges'>[]): ReadonlySet<number> =>
  new Set(entries.flatMap(({ purges }) => purges ?? []));

/**
 * The version of the first entry that does not fit the chain (edited, missing or out of order), or one of whose texts does
 * not fit its hash or is gone although no entry orders it to be purged; or null.
 */
export const firstBreak = (evidence: readonly Evidence[]): number | null => {
  const purged = purgedIn(evidence.map(({ stored }) => stored));
  let previous = GENESIS;
  for (const [index, { stored, texts }] of evidence.entries()) {
    const stands =
      stored.version === index + 1 && stored.previousHash === previous && stored.hash === hashOf(stored);
    const isWhole = hashesOf(stored.events).every((hash) => {
      const salted = texts[hash];
      return salted === undefined ? purged.has(stored.version) : saltedHashOf(salted) === hash;
    });
    if (!stands || !isWhole) return index + 1;
    previous = stored.hash;
  }
  return null;
};
