import { type Evidence, GENESIS, hashOf, type StoredEntry } from './chain.ts';
import { hashesOf, saltedHashOf } from './content/salted-texts.ts';
import type { Finding } from './findings.ts';
import { evolveBare, isOtherState } from './fold.ts';
import type { BareState } from './state-hash.ts';
import type { Tip } from './tips.ts';

/** The entry that stands under each number, or what is wrong there. */
const gapsIn = (entries: readonly StoredEntry[], unreadable: readonly number[]): Finding[] => {
  const there = new Set([...entries.map(({ version }) => version), ...unreadable]);
  const last = Math.max(0, ...there);
  const missing = Array.from({ length: last }, (_, index) => index + 1).filter((each) => !there.has(each));
  return [
    ...missing.map((version) => ({ kind: 'missing' as const, version })),
    ...unreadable.map((version) => ({ kind: 'unreadable' as const, version })),
  ];
};

/** Entries that are not what they were, or do not go on from the one before. */
const breaksIn = (entries: readonly StoredEntry[]): Finding[] =>
  entries.flatMap((stored, index): Finding[] => {
    const { version } = stored;
    const before = entries[index - 1];
    const previous = version === 1 ? GENESIS : before?.version === version - 1 ? before.hash : undefined;
    if (before !== undefined && before.version >= version) return [{ kind: 'joint', version }];
    return [
      ...(stored.hash === hashOf(stored) ? [] : [{ kind: 'changed' as const, version }]),
      // Where the one before is missing, that is told already.
      ...(previous === undefined || stored.previousHash === previous
        ? []
        : [{ kind: 'joint' as const, version }]),
    ];
  });

/** The first entry that leads to another state than it says; the ones after it inherit that. */
const statesIn = (entries: readonly StoredEntry[]): Finding[] => {
  let state: BareState | null = null;
  for (const entry of entries) {
    state = evolveBare(state, entry);
    if (isOtherState(state, entry)) return [{ kind: 'state', version: entry.version }];
  }
  return [];
};

const textsIn = (evidence: readonly Evidence[]): Finding[] =>
  evidence
    .filter(({ stored, texts, isPurged, isMasked }) =>
      hashesOf(stored.events).some((hash) => {
        const salted = texts[hash];
        return salted === undefined ? isPurged !== true && isMasked !== true : saltedHashOf(salted) !== hash;
      }),
    )
    .map(({ stored }) => ({ kind: 'text', version: stored.version }));

/** What a witness saw last is there no more, or is another. */
const cutIn = (entries: readonly StoredEntry[], tip: Tip | undefined): Finding[] => {
  if (tip === undefined) return [];
  const isThere = entries.some(({ version, hash }) => version === tip.version && hash === tip.hash);
  return isThere ? [] : [{ kind: 'cut', version: tip.version }];
};

/**
 * All that does not fit together in a log, folded anew. `unreadable`: the numbers of the entries that are there and cannot be
 * read. `tips`: what others have seen as its last entry. Empty: 链条完整. What an earlier program wrote of the state is not compared.
 */
export const findingsIn = (
  evidence: readonly Evidence[],
  unreadable: readonly number[],
  tips: readonly (Tip | undefined)[],
): Finding[] => {
  const entries = evidence.map(({ stored }) => stored);
  const [gaps, breaks] = [gapsIn(entries, unreadable), breaksIn(entries)];
  const cut = tips
    .flatMap((tip) => cutIn(entries, tip))
    .filter(({ version }) => !unreadable.includes(version));
  return [
    ...gaps,
    ...breaks,
    // Entries that are not what they were lead elsewhere.
    ...(gaps.length + breaks.length > 0 ? [] : statesIn(entries)),
    ...textsIn(evidence),
    ...cut,
  ].sort((one, other) => one.version - other.version);
};
