import * as z from 'zod/mini';
import { evolve } from '../case/evolve.ts';
import type { CaseState } from '../case/state.ts';
import { type Addition, createCaseLog, entryOf } from './case-log.ts';
import { firstBreak, purgedIn } from './chain.ts';
import { ARCHIVE_BOARD, createHeads, OPEN_BOARD } from './heads.ts';
import { createRecentCases } from './recent-cases.ts';
import type { Table } from './table.ts';

const BoardRow = z.object({ caseId: z.string(), boardAt: z.string(), version: z.int() });
export type BoardRow = z.infer<typeof BoardRow>;

export class CaseNotFound extends Error {
  override name = 'CaseNotFound';
}
/** Too many writers at once; the caller retries later. */
export class CaseBusy extends Error {
  override name = 'CaseBusy';
}

/**
 * The cases: an append-only log each, and a head that is only its projection. One command's events are one conditional
 * put, so a command is whole or not there. `onLag`: told of a head that could not be written; the sweep writes it.
 */
export const createCases = (
  table: Table,
  onLag: (caseId: string, error: unknown) => void = () => undefined,
) => {
  const recent = createRecentCases();
  const heads = createHeads(table, recent);
  const log = createCaseLog(table, heads.announce);
  const loadFrom = async (caseId: string, head: CaseState | null): Promise<CaseState | null> => {
    const entries = (await log.read(caseId, head?.version ?? 0)).map(entryOf);
    const fits = head === null || entries[0] === undefined || entries[0].previousHash === head.lastHash;
    // A head that the log does not go on from is damaged; one from before a purge has what may not be read any more.
    const isSound = fits && (head === null || purgedIn(entries).size === 0);
    return isSound ? entries.reduce<CaseState | null>(evolve, head) : loadFrom(caseId, null);
  };
  const load = async (caseId: string): Promise<CaseState | null> => {
    const state = await loadFrom(caseId, recent.find(caseId)?.state ?? (await heads.read(caseId)));
    if (state !== null) recent.keep(caseId, { state });
    return state;
  };
  const rebuild = async (caseId: string): Promise<number | null> => {
    const evidence = await log.read(caseId);
    const entries = evidence.map(entryOf);
    for (const version of purgedIn(entries)) await log.removeContent(caseId, version);
    const state = entries.reduce<CaseState | null>(evolve, null);
    if (state !== null) await heads.project(state);
    return firstBreak(evidence);
  };

  return {
    load,
    append: (caseId: string, before: CaseState | null, addition: Addition) =>
      log.append(caseId, before, addition),
    /**
     * Appends the order to purge the content of earlier entries, and carries it out: the log and its chain stay as they
     * are. False when somebody else was quicker: then nothing is written. What is cut off after the order, `rebuild`
     * finishes. Throws a RangeError for a version that is not in the log.
     */
    purge: async (
      before: CaseState,
      order: Addition & { purges: readonly [number, ...number[]] },
    ): Promise<boolean> => {
      const { caseId, version } = before;
      if (order.purges.some((each) => each < 1 || each > version))
        throw new RangeError(`${caseId} has no entries ${order.purges.join(', ')} to purge`);
      const entry = await log.append(caseId, before, { ...order, purges: [...order.purges] });
      if (entry !== null) await rebuild(caseId);
      return entry !== null;
    },
    /** Follows the log with the head. What is appended stands, whatever becomes of its projection. */
    follow: (state: CaseState): Promise<void> =>
      heads.projectAfter(state).catch((error: unknown) => onLag(state.caseId, error)),
    /** The newest state that this process has seen; it may be stale, then `append` refuses it. */
    remembered: (caseId: string): CaseState | undefined => recent.find(caseId)?.state,
    log: async (caseId: string) => (await log.read(caseId)).map(entryOf),
    /** The log as it is stored, with the texts beside it: what its chain is proved on. */
    evidence: (caseId: string) => log.read(caseId),
    /**
     * Rebuilds the head from the log alone, and removes what the log orders to be purged; a repeat changes nothing. Returns
     * the version at which the chain breaks, or null.
     */
    rebuild,
    /** Writes the head again if it lags behind the log. */
    refresh: async (caseId: string): Promise<CaseState | null> => {
      const head = await heads.read(caseId);
      const state = await loadFrom(caseId, head);
      if (state !== null && state.version !== head?.version) await heads.project(state);
      return state;
    },
    /** Cases that are not closed, by next instant, from the index: for lists and for the sweep, never for a decision. */
    open: async (upTo?: string): Promise<BoardRow[]> =>
      (await table.byBoard(OPEN_BOARD, upTo)).map((record) => BoardRow.parse(record)),
    /** Archived cases, the latest last. */
    archived: async (): Promise<BoardRow[]> =>
      (await table.byBoard(ARCHIVE_BOARD)).map((record) => BoardRow.parse(record)),
  };
};
export type Cases = ReturnType<typeof createCases>;
