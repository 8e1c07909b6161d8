import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { LogEntry } from '../case/events.ts';

/** What stands before the first entry of every log. */
export const GENESIS = '0'.repeat(64);

/** SHA-256 of the entry's canonical JSON (RFC 8785) without its own hash; the previous hash is part of the content. */
export const hashOf = ({ hash: _, ...content }: Omit<LogEntry, 'hash'> & { hash?: string }): string =>
  createHash('sha256')
    .update(canonicalize(content) ?? '')
    .digest('hex');

/** The version of the first entry that does not fit the chain (edited, missing or out of order), or null. */
export const firstBreak = (entries: readonly LogEntry[]): number | null => {
  let previous = GENESIS;
  for (const [index, entry] of entries.entries()) {
    if (entry.version !== index + 1 || entry.previousHash !== previous || entry.hash !== hashOf(entry))
      return index + 1;
    previous = entry.hash;
  }
  return null;
};
