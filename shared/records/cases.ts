import * as z from 'zod/mini';
import { evolve } from '../case/evolve.ts';
import { CaseState } from '../case/state.ts';
import { scheduleCase } from '../deadlines/schedule.ts';
import { regulationOfCase } from '../regulations/index.ts';
import { createCaseLog } from './case-log.ts';
import { firstBreak } from './chain.ts';
import { createRecentCases } from './recent-cases.ts';
import { casePartition as partition, type StoredRecord, type Table } from './table.ts';

/** Bumped when the projection changes its shape: older heads are rebuilt from their logs. */
const HEAD_FORMAT = 3;
const OPEN_BOARD = 'OPEN';
const ARCHIVE_BOARD = 'ARCHIVED';
/** A record holds 400 KB. A larger projection is left out: the log alone then gives the state. */
const LARGEST_STATE_BYTES = 350_000;
/** Sorts after every instant: open cases that wait for nothing. */
const NO_INSTANT = '9999';
/** How many versions a head may lag: reading that many entries costs less than writing the head every time. */
const HEAD_LAG = 8;

const StoredHead = z
  .object({ format: z.literal(HEAD_FORMAT), version: z.int(), state: CaseState })
  .check(z.refine(({ version, state }) => version === state.version));
const BoardRow = z.object({ caseId: z.string(), boardAt: z.string(), version: z.int() });
export type BoardRow = z.infer<typeof BoardRow>;

export class CaseNotFound extends Error {
  override name = 'CaseNotFound';
}
/** Too many writers at once; the caller retries later. */
export class CaseBusy extends Error {
  override name = 'CaseBusy';
}

/** Where the board shows a case: at its next instant until it is closed, then among the archived ones. */
const boardOf = (state: CaseState): { board: string; boardAt: string } => {
  const isDone = state.status === 'archived' && Object.keys(state.pendingNotices).length === 0;
  if (isDone) return { board: ARCHIVE_BOARD, boardAt: state.archivedAt ?? state.lastAt };
  const schedule = scheduleCase(regulationOfCase(state), state);
  return {
    board: OPEN_BOARD,
    boardAt: schedule.duties.flatMap(({ next }) => next?.at ?? []).sort()[0] ?? NO_INSTANT,
  };
};

/**
 * The cases: an append-only log each, and a head that is only its projection. One command's events are one conditional
 * put, so a command is whole or not there. `onLag`: told of a head that could not be written; the sweep writes it.
 */
export const createCases = (
  table: Table,
  onLag: (caseId: string, error: unknown) => void = () => undefined,
) => {
  const recent = createRecentCases();
  /** Puts a case that is about to open on the board, so that the sweep finds it should its head never be written. */
  const announce = (caseId: string, at: string): Promise<boolean> =>
    table.put(
      { pk: partition(caseId), sk: 'HEAD', caseId, version: 0, board: OPEN_BOARD, boardAt: at },
      { absent: true },
    );
  const log = createCaseLog(table, announce);
  const readHead = async (caseId: string): Promise<CaseState | null> => {
    const head = StoredHead.safeParse(await table.get({ pk: partition(caseId), sk: 'HEAD' }));
    return head.success ? head.data.state : null;
  };
  const loadFrom = async (caseId: string, head: CaseState | null): Promise<CaseState | null> => {
    const entries = await log.read(caseId, head?.version ?? 0);
    const fits = head === null || entries[0] === undefined || entries[0].previousHash === head.lastHash;
    // A head that the log does not go on from is damaged.
    return fits ? entries.reduce<CaseState | null>(evolve, head) : loadFrom(caseId, null);
  };
  const load = async (caseId: string): Promise<CaseState | null> => {
    const state = await loadFrom(caseId, recent.find(caseId)?.state ?? (await readHead(caseId)));
    if (state !== null) recent.keep(caseId, { state });
    return state;
  };
  /** Writes the projection, unless a newer one is there. */
  const project = async (state: CaseState): Promise<void> => {
    const board = boardOf(state);
    const fits = Buffer.byteLength(JSON.stringify(state)) <= LARGEST_STATE_BYTES;
    const head: StoredRecord = {
      pk: partition(state.caseId),
      sk: 'HEAD',
      format: HEAD_FORMAT,
      caseId: state.caseId,
      version: state.version,
      ...(fits ? { state } : {}),
      ...board,
    };
    // The same version again is the same state, unless what is there is damaged.
    await table.put(head, { attribute: 'version', below: state.version + 1 });
    recent.keep(state.caseId, {
      state,
      head: { version: state.version, followedTo: state.version, ...board },
    });
  };
  /** After a command: the head may lag behind the log, but never in what the board shows. */
  const projectAfter = async (state: CaseState): Promise<void> => {
    const head = recent.find(state.caseId)?.head;
    const { board, boardAt } = boardOf(state);
    const isShown =
      head?.board === board && head.boardAt === boardAt && head.followedTo === state.version - 1;
    if (isShown && state.version - head.version < HEAD_LAG)
      recent.keep(state.caseId, { state, head: { ...head, followedTo: state.version } });
    else await project(state);
  };

  return {
    load,
    append: log.append,
    /** Follows the log with the head. What is appended stands, whatever becomes of its projection. */
    follow: (state: CaseState): Promise<void> =>
      projectAfter(state).catch((error: unknown) => onLag(state.caseId, error)),
    /** The newest state that this process has seen; it may be stale, then `append` refuses it. */
    remembered: (caseId: string): CaseState | undefined => recent.find(caseId)?.state,
    log: (caseId: string) => log.read(caseId),
    /** Rebuilds the head from the log alone; returns the version at which the chain breaks, or null. */
    rebuild: async (caseId: string): Promise<number | null> => {
      const entries = await log.read(caseId);
      const state = entries.reduce<CaseState | null>(evolve, null);
      if (state !== null) await project(state);
      return firstBreak(entries);
    },
    /** Writes the head again if it lags behind the log. */
    refresh: async (caseId: string): Promise<CaseState | null> => {
      const head = await readHead(caseId);
      const state = await loadFrom(caseId, head);
      if (state !== null && state.version !== head?.version) await project(state);
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
