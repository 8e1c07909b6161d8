import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';
import * as z from 'zod/mini';
import { LogEntry } from '../../case/events.ts';
import { MASKED } from '../../case/secret.ts';
import { MISSING, neutralAmong, PURGED, putBack, StoredEvent, type Texts } from './content/salted-texts.ts';
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
  /** The case is 涉密: its texts are not shown. */
  isMasked?: boolean;
}

/** An entry that is there and cannot be read: its case is not shown, and nothing is decided on it, until it is found again. */
export class EntryUnreadable extends Error {
  override name = 'EntryUnreadable';
  readonly caseId: string;
  readonly version: number;
  constructor(caseId: string, version: number) {
    super(`${caseId} entry ${version} cannot be read`);
    this.caseId = caseId;
    this.version = version;
  }
}

/** The entry as it is shown of a 涉密 case. */
export const masked = ({ texts, ...evidence }: Evidence): Evidence => ({
  ...evidence,
  texts: neutralAmong(texts),
  isMasked: true,
});

/** The entry with its texts, as everything but the chain reads it. Throws EntryUnreadable when it has not the shape of one. */
export const entryOf = ({ stored: { state: _, ...stored }, texts, ...how }: Evidence): LogEntry => {
  const gone = how.isPurged ? PURGED : how.isMasked ? MASKED : MISSING;
  const events = putBack(stored.events, texts, gone);
  const entry = LogEntry.safeParse({ ...stored, events });
  const { caseId, version } = stored;
  // The first one opens the case.
  if (!entry.success || (version === 1 && entry.data.events[0]?.type !== 'CaseOpened'))
    throw new EntryUnreadable(caseId, version);
  return entry.data;
};

/** SHA-256 of the stored entry's canonical JSON (RFC 8785) without its own hash; the previous hash is part of the content. */
export const hashOf = ({ hash: _, ...content }: Omit<StoredEntry, 'hash'> & { hash?: string }): string =>
  hash('sha256', canonicalize(content) ?? '');

/** The versions of the log whose content a later entry orders to be purged. */
export const purgedIn = (entries: readonly Pick<LogEntry, 'purges'>[]): ReadonlySet<number> =>
  new Set(entries.flatMap(({ purges }) => purges ?? []));
