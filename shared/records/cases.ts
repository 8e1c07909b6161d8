import * as z from 'zod/mini';
import type { Listing } from '../case/listing.ts';
import { type CaseState, isSecret } from '../case/state.ts';
import { ARCHIVE_BOARD, createHeads, type Head, isOnBoard, OPEN_BOARD, provenState } from './heads.ts';
import { createListings } from './lists/listings.ts';
import { type Appended, createCaseLog } from './log/case-log.ts';
import { type Evidence, entryOf, hashOf, masked, type StoredEntry } from './log/chain.ts';
import { maskBeside } from './log/content/salted-texts.ts';
import { createFindings, type Finding, wordsFor } from './log/findings.ts';
import { advance, type Folded, foldAll, isSecretLog, withTexts } from './log/fold.ts';
import { createProve, type Proof } from './log/prove.ts';
import { createRounds } from './log/rounds.ts';
import { STATE_FORMAT } from './log/state-hash.ts';
import { createTips, type Tip } from './log/tips.ts';
import { createRecentCases } from './recent-cases.ts';
import { type BoardPart, casePartition, type LogTable, type Table } from './table.ts';

const BoardRow = z.object({ caseId: z.string(), boardAt: z.string(), version: z.int() });
export type BoardRow = z.infer<typeof BoardRow>;

/** So many archived cases, after this one; all from the first, when nothing is said. */
interface ArchivePart extends Pick<BoardPart, 'most' | 'newestFirst'> {
  after?: Pick<BoardRow, 'caseId' | 'boardAt'> | undefined;
}
const placed = ({ after, ...part }: ArchivePart): BoardPart => ({
  ...part,
  after: after && { pk: casePartition(after.caseId), sk: 'HEAD', boardAt: after.boardAt },
});

export class CaseNotFound extends Error {
  override name = 'CaseNotFound';
}
/** Too many writers at once; the caller retries later. */
export class CaseBusy extends Error {
  override name = 'CaseBusy';
}
/** Told to the operators: what was found in the records of a case. */
export class RecordsDiffer extends Error {
  override name = 'RecordsDiffer';
}

/** An entry that is as it was written, by a program that folds as this one. */
const isSealed = (entry: StoredEntry): boolean =>
  entry.state.format === STATE_FORMAT && entry.hash === hashOf(entry);

interface Dependencies {
  /** Heads, witnesses, texts: all but the logs. */
  records: Table;
  log: LogTable;
  now: () => string;
  /** Where a case stands in the lists. */
  listingOf: (state: CaseState) => Listing;
  /** Told of a head or of lists that could not be written, which the sweep writes, and of what does not fit together. */
  onProblem: (what: string, error: unknown) => void;
}

/**
 * The cases: an append-only log each, and a head that is only its projection and believed as far as the log proves it. One
 * command's events are one conditional put, so a command is whole or not there.
 */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: a factory; what is long are the functions that it returns.
export const createCases = ({ records, log: logTable, now, listingOf, onProblem }: Dependencies) => {
  const recent = createRecentCases();
  const heads = createHeads(records, recent);
  const tips = createTips(records);
  const findings = createFindings(records, now);
  const listings = createListings(records, listingOf);
  const log = createCaseLog(logTable, records, heads.announce);
  /** What the log proves of each state that was given out: an append goes on from there. */
  const proven = new WeakMap<CaseState, Folded>();

  /** What a state is given out as: of a 涉密 case nothing that people wrote leaves the store. */
  const givenOut = new WeakMap<Folded, CaseState>();
  const give = (folded: Folded): CaseState => {
    if (!isSecret(folded.state)) return folded.state;
    const given = givenOut.get(folded) ?? (maskBeside(folded.bare, folded.state) as CaseState);
    givenOut.set(folded, given);
    return given;
  };
  const keep = (folded: Folded): CaseState => {
    const given = give(folded);
    proven.set(given, folded);
    recent.keep(given.caseId, { folded });
    return given;
  };
  const tell = async (caseId: string, found: readonly Finding[]): Promise<void> => {
    for (const finding of found)
      if (await findings.note(caseId, finding))
        onProblem(`${caseId} record`, new RecordsDiffer(wordsFor(finding)));
  };

  /** Goes on from what is known; undefined when the log does not. */
  const goOn = (from: Folded, newer: readonly Evidence[]): Folded | undefined =>
    newer.reduce<Folded | undefined>(
      (before, each) => (before === undefined ? undefined : advance(before, each)),
      from,
    );

  /** From a head that the log proves, or undefined. */
  const fromHead = async (caseId: string, head: Head | undefined): Promise<Folded | undefined> => {
    if (head?.state === undefined) return undefined;
    const [at, ...newer] = await log.read(caseId, head.version - 1);
    const bare = provenState(head, at?.stored);
    if (bare === undefined) return undefined;
    const purged = [...bare.purged, ...newer.flatMap(({ stored }) => stored.purges ?? [])];
    const texts = await log.texts(caseId, purged);
    return goOn({ bare, state: withTexts(bare, texts, purged) }, newer);
  };

  /** What the whole log says, and whether the head said otherwise. One that an earlier program wrote, or that was cut off, is no finding. */
  const fromLog = async (
    caseId: string,
    head: Head | undefined,
    evidence: readonly Evidence[],
  ): Promise<Folded | null> => {
    const folded = foldAll(evidence);
    if (head?.state === undefined || head.format !== STATE_FORMAT) return folded;
    const at = evidence.find(({ stored }) => stored.version === head.version)?.stored;
    if (at === undefined) await tell(caseId, [{ kind: 'cut', version: head.version }]);
    else if (isSealed(at) && provenState(head, at) === undefined)
      await tell(caseId, [{ kind: 'head', version: head.version }]);
    return folded;
  };

  /** What a witness saw last, before the log was read, must be in what was read. */
  const compare = async (caseId: string, tip: Tip | undefined, { bare }: Folded): Promise<void> => {
    if (tip === undefined || tip.version < bare.version) return;
    if (tip.version > bare.version || tip.hash !== bare.lastHash)
      await tell(caseId, [{ kind: 'cut', version: tip.version }]);
  };

  interface Loaded {
    folded: Folded | null;
    /** The stored head is what the log says, or was not looked at. */
    isHeadRight: boolean;
  }
  const readAnew = async (caseId: string, head: Head | undefined): Promise<Loaded> => {
    const tip = await tips.read(caseId);
    const proved = await fromHead(caseId, head);
    const folded = proved ?? (await fromLog(caseId, head, await log.read(caseId)));
    if (folded !== null) await compare(caseId, tip, folded);
    return { folded, isHeadRight: proved !== undefined };
  };

  const loadUpon = async (caseId: string, readHead: () => Promise<Head | undefined>): Promise<Loaded> => {
    const known = recent.find(caseId)?.folded;
    const newer = known && (await log.read(caseId, known.bare.version));
    // A purge takes texts out of what was folded before it.
    const isPurged = newer?.some(({ stored }) => stored.purges !== undefined) === true;
    const next = known && newer && !isPurged ? goOn(known, newer) : undefined;
    const loaded = next ? { folded: next, isHeadRight: true } : await readAnew(caseId, await readHead());
    if (loaded.folded !== null) keep(loaded.folded);
    return loaded;
  };

  const load = async (caseId: string): Promise<CaseState | null> => {
    let isHeadless = false;
    const { folded } = await loadUpon(caseId, async () => {
      const head = await heads.read(caseId);
      isHeadless = head === undefined;
      return head;
    });
    // Without a head it is on no board, and no sweep would come by.
    if (folded !== null && isHeadless)
      await heads.project(folded).catch((error: unknown) => onProblem(`${caseId} head`, error));
    return folded === null ? null : give(folded);
  };

  /** As it is read. */
  const shown = (evidence: Evidence[]): Evidence[] =>
    isSecretLog(evidence) ? evidence.map(masked) : evidence;
  const newer = async (caseId: string, after: number): Promise<Evidence[]> => {
    const found = await log.read(caseId, after);
    // Whether it is 涉密 is asked afterwards: what it has become counts.
    const state = await load(caseId);
    return state !== null && isSecret(state) ? found.map(masked) : found;
  };
  /** The lists only lag: what could not be written of them is told, the sweep writes it, and nothing else waits for it. */
  const followWithLists = async (state: CaseState): Promise<void> => {
    try {
      await listings.follow(state);
    } catch (error) {
      onProblem(`${state.caseId} lists`, error);
    }
  };
  const proveLog = createProve({ log, heads, tips, findings, tell, keep, foldBeside: fromLog });
  const prove = async (caseId: string, hadLog?: boolean): Promise<Proof> => {
    const proof = await proveLog(caseId, hadLog);
    const known = recent.find(caseId);
    if (known !== undefined) await followWithLists(give(known.folded));
    return proof;
  };

  const append = async (
    caseId: string,
    before: CaseState | null,
    addition: Parameters<typeof log.append>[2],
  ): Promise<{ entry: Appended['entry']; state: CaseState } | null> => {
    const from = before === null ? null : proven.get(before);
    const stray = addition.purges?.find((each) => each < 1 || each > (before?.version ?? 0));
    if (stray !== undefined) throw new RangeError(`${caseId} has no entry ${stray} to purge`);
    if (from === undefined) throw new RangeError(`${caseId} is appended to from a state that was not loaded`);
    const appended = await log.append(caseId, from, addition);
    return appended === null ? null : { entry: appended.entry, state: keep(appended.folded) };
  };
  const purge = async (caseId: string): Promise<void> => {
    // What is remembered has the texts still.
    recent.forget(caseId);
    await prove(caseId);
  };

  return {
    load,
    /** Appends to the log of a case as it was loaded (null: the case is opened), and gives what it has become. Null when somebody else was quicker. */
    append,
    /** Carries out what the log orders to be purged: its chain stays as it is. What is cut off, `prove` finishes. */
    purge,
    /** Follows the log with its witness, the head and the lists. What is appended stands, whatever becomes of its projections. */
    follow: async (state: CaseState): Promise<void> => {
      const folded = proven.get(state)!;
      try {
        await Promise.all([tips.note(folded.bare), heads.projectAfter(folded), followWithLists(state)]);
      } catch (error) {
        onProblem(`${state.caseId} head`, error);
      }
    },
    /** The newest state that this process has seen; it may be stale, then `append` refuses it. */
    remembered: (caseId: string): CaseState | undefined => {
      const known = recent.find(caseId);
      return known && give(known.folded);
    },
    /** The log as it is read: of a 涉密 case without what people wrote. */
    log: async (caseId: string) => shown(await log.read(caseId)).map(entryOf),
    /** The entries of the log after that version, as they are read. */
    logAfter: async (caseId: string, after: number) => (await newer(caseId, after)).map(entryOf),
    /** The entries after that version as they are stored, as they are read: only these are looked at, and nothing is proved. */
    newer,
    /** The log as it is stored, with the texts beside it that are to be read: what its chain is proved on. */
    evidence: async (caseId: string) => shown(await log.read(caseId)),
    /** Folds a log anew, looks for all that does not fit together, and gives it as it is read. */
    prove: async (caseId: string, hadLog?: boolean): Promise<Proof> => {
      const proof = await prove(caseId, hadLog);
      return { ...proof, evidence: shown(proof.evidence) };
    },
    /**
     * Looks after a case of which only the number is known: puts it back on the board, where it stands on none. `hadLog`: its log
     * was seen once. False when it has no log; where it had one, that is told.
     */
    lookUp: async (caseId: string, hadLog: boolean): Promise<boolean> => {
      const isThere = await log.isThere(caseId);
      if (isThere ? !isOnBoard(await heads.read(caseId)) : hadLog) await prove(caseId, hadLog);
      return isThere;
    },
    /** Writes the head again if it lags behind the log, or says otherwise, and the lists. */
    refresh: async (caseId: string): Promise<CaseState | null> => {
      const head = await heads.read(caseId);
      const { folded, isHeadRight } = await loadUpon(caseId, async () => head);
      if (folded === null) return null;
      const { version, lastHash } = folded.bare;
      await tips.note(folded.bare);
      if (!isHeadRight || head?.version !== version || (head.state?.lastHash ?? lastHash) !== lastHash)
        await heads.project(folded);
      const state = give(folded);
      await followWithLists(state);
      return state;
    },
    /** Writes the lists of a case as its log has it, whatever they are said to be. Null when there is no such case. */
    list: async (caseId: string): Promise<CaseState | null> => {
      const state = await load(caseId);
      if (state !== null) await listings.follow(state, true);
      return state;
    },
    /** Cases that are not closed, by next instant, from the index: for lists and for the sweep, never for a decision. */
    open: async (upTo?: string): Promise<BoardRow[]> =>
      (await records.byBoard(OPEN_BOARD, { upTo })).map((record) => BoardRow.parse(record)),
    /** Archived cases, by when they were archived. */
    archived: async (part: ArchivePart = {}): Promise<BoardRow[]> =>
      (await records.byBoard(ARCHIVE_BOARD, placed(part))).map((record) => BoardRow.parse(record)),
    /** How far the rounds of proofs have come, and from where the next one goes on. */
    rounds: createRounds(records),
  };
};
export type Cases = ReturnType<typeof createCases>;
