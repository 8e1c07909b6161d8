import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import * as z from 'zod/mini';
import { LogEntry } from '../../case/events.ts';
import { MISSING, PURGED, putBack, StoredEvent, type Texts } from './content/salted-texts.ts';
import { StateMark } from './state-hash.ts';

/** What stands before the first entry of every log. */
export const GENESIS = '0'.repeat(64);

/** An entry as the log holds it: salted hashes stand where people's texts were; `state`: what follows from it. */
export const StoredEntry = z.extend(LogEntry, { events: z.array(StoredEvent), state: StateMark });
export type StoredEntry = z.infer<typeof StoredEntry>;

/** An entry as it is stored, and those of its texts that are still there. */
export interface Evidence {
  stored: StoredEntry;
  texts: Texts;
  /** A later entry orders its texts to be purged. */
  isPurged?: boolean;
}

/** The entry with its texts, as everything but the chain reads it. */
export const entryOf = ({ stored: { state: _, ...stored }, texts, isPurged = false }: Evidence): LogEntry =>
  LogEntry.parse({ ...stored, events: putBack(stored.events, texts, isPurged ? PURGED : MISSING) });

/** SHA-256 of the stored entry's canonical JSON (RFC 8785) without its own hash; the previous hash is part of the content. */
export const hashOf = ({ hash: _, ...content }: Omit<StoredEntry, 'hash'> & { hash?: string }): string =>
  createHash('sha256')
    .update(canonicalize(content) ?? '')
    .digest('hex');

/** The versions of the log whose content a later entry orders to be purged. */
export const purgedIn = (entries: readonly Pick<LogEntry, 'purges'>[]): ReadonlySet<number> =>
  new Set(entries.flatMap(({ purges }) => purges ?? []));
