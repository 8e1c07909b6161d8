import type { LogEntry } from '../../case/events.ts';
import { evolve } from '../../case/evolve.ts';
import { endsSecret } from '../../case/secret.ts';
import type { CaseState } from '../../case/state.ts';
import { EntryUnreadable, type Evidence, entryOf, hashOf, type StoredEntry } from './chain.ts';
import { MISSING, PURGED, putBack, type Texts } from './content/salted-texts.ts';
import { type BareState, STATE_FORMAT, stateHashOf } from './state-hash.ts';

/** A case as of one version of its log: as the log proves it, and with the texts that people wrote. */
export interface Folded {
  bare: BareState;
  state: CaseState;
}

/** The bare state after one more entry. Texts are only carried about by a fold, so hashes may stand for them. */
export const evolveBare = (before: BareState | null, entry: Omit<StoredEntry, 'state'>): BareState =>
  evolve(before, entry as unknown as LogEntry) as BareState;

/** A bare state with those of its texts that are there; `purged`: entries of the case were ordered to be purged. */
export const withTexts = (bare: BareState, texts: Texts, purged: readonly number[]): CaseState =>
  putBack(bare, texts, purged.length > 0 ? PURGED : MISSING) as CaseState;

/** Whether an entry follows: it is the next one, goes on from the last, and is as it was written. */
const follows = (before: BareState | null, stored: StoredEntry, genesis: string): boolean =>
  stored.version === (before?.version ?? 0) + 1 &&
  stored.previousHash === (before?.lastHash ?? genesis) &&
  stored.hash === hashOf(stored);

/** Whether this program folds a state that the entry says another of. */
export const isOtherState = (bare: BareState, { state }: StoredEntry): boolean =>
  state.format === STATE_FORMAT && state.hash !== stateHashOf(bare);

/** One more entry upon what is known; undefined when it does not follow from that. */
export const advance = (before: Folded, evidence: Evidence): Folded | undefined => {
  if (!follows(before.bare, evidence.stored, '')) return undefined;
  const entry = entryOf(evidence);
  const bare = evolveBare(before.bare, evidence.stored);
  return isOtherState(bare, evidence.stored) ? undefined : { bare, state: evolve(before.state, entry) };
};

/** The whole of a log, whether it holds together or not; null when it is empty. Throws EntryUnreadable when it does not begin. */
export const foldAll = (evidence: readonly Evidence[]): Folded | null =>
  evidence.reduce<Folded | null>((before, each) => {
    const entry = entryOf(each);
    if (before === null && entry.version !== 1) throw new EntryUnreadable(entry.caseId, 1);
    return {
      state: evolve(before?.state ?? null, entry),
      bare: evolveBare(before?.bare ?? null, each.stored),
    };
  }, null);

/** Whether a case is 涉密 as its log leaves it: no entry need be readable for that. */
export const isSecretLog = (evidence: readonly Evidence[]): boolean =>
  endsSecret(
    false,
    evidence.flatMap(({ stored }) => stored.events),
  );
