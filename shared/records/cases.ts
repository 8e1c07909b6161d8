import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { type Actor, LogEntry } from '../case/events.ts';
import { evolve } from '../case/evolve.ts';
import { CaseState } from '../case/state.ts';
import { scheduleCase } from '../deadlines/schedule.ts';
import { regulationOf } from '../regulations/index.ts';
import type { Regulation } from '../regulations/schema.ts';
import { type CaseCommand, handle } from '../rules/decide.ts';
import type { Refusal } from '../rules/refusal.ts';
import { firstBreak, GENESIS, hashOf } from './chain.ts';
import { createRecentCases } from './recent-cases.ts';
import type { StoredRecord, Table } from './table.ts';

/** Bumped when the projection changes its shape: older heads are rebuilt from their logs. */
const HEAD_FORMAT = 3;
const OPEN_BOARD = 'OPEN';
const ARCHIVE_BOARD = 'ARCHIVED';
/** A record holds 400 KB. A larger projection is left out: the log alone then gives the state. */
const LARGEST_STATE_BYTES = 350_000;
/** Sorts after every instant: open cases that wait for nothing. */
const NO_INSTANT = '9999';
/** A level may owe two dozen things at once, each by a branch of its own, and one writer wins at a time. */
const ATTEMPTS = 40;
/** How many versions a head may lag: reading that many entries costs less than writing the head every time. */
const HEAD_LAG = 8;

const partition = (caseId: string): string => `CASE#${caseId}`;
const sortKey = (version: number): string => `LOG#${String(version).padStart(6, '0')}`;

const StoredEntry = z.object({ entry: LogEntry });
const StoredHead = z
  .object({ format: z.literal(HEAD_FORMAT), version: z.int(), state: CaseState })
  .check(z.refine(({ version, state }) => version === state.version));
const BoardRow = z.object({ caseId: z.string(), boardAt: z.string(), version: z.int() });
export type BoardRow = z.infer<typeof BoardRow>;

export interface Changed {
  state: CaseState;
  /** The entry that this command appended; null when there was nothing left to do. */
  entry: LogEntry | null;
  refusal: Refusal | null;
}

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
  const schedule = scheduleCase(regulationOf(state.regulation.id, state.regulation.version), state);
  return {
    board: OPEN_BOARD,
    boardAt: schedule.duties.flatMap(({ next }) => next?.at ?? []).sort()[0] ?? NO_INSTANT,
  };
};

/**
 * The cases: an append-only log each, and a head that is only its projection. One command's events are one conditional
 * put, so a command is whole or not there; a clash is decided again on the newer state. `onLag`: told of a head that
 * could not be written; the sweep writes it.
 */
export const createCases = (
  table: Table,
  onLag: (caseId: string, error: unknown) => void = () => undefined,
) => {
  const recent = createRecentCases();
  const readLog = async (caseId: string, after = 0): Promise<LogEntry[]> => {
    const records = await table.list(partition(caseId), 'LOG#', after === 0 ? undefined : sortKey(after));
    return records.map((record) => StoredEntry.parse(record).entry);
  };
  const readHead = async (caseId: string): Promise<CaseState | null> => {
    const head = StoredHead.safeParse(await table.get({ pk: partition(caseId), sk: 'HEAD' }));
    return head.success ? head.data.state : null;
  };
  const loadFrom = async (caseId: string, head: CaseState | null): Promise<CaseState | null> => {
    const entries = await readLog(caseId, head?.version ?? 0);
    const fits = head === null || entries[0] === undefined || entries[0].previousHash === head.lastHash;
    // A head that the log does not go on from is damaged.
    return fits ? entries.reduce<CaseState | null>(evolve, head) : loadFrom(caseId, null);
  };
  const load = async (caseId: string): Promise<CaseState | null> => {
    const state = await loadFrom(caseId, recent.find(caseId)?.state ?? (await readHead(caseId)));
    if (state !== null) recent.keep(caseId, { state });
    return state;
  };
  const regulationFor = (state: CaseState | null, fallback: Regulation): Regulation =>
    state === null ? fallback : regulationOf(state.regulation.id, state.regulation.version);

  /** Puts a case that is about to open on the board, so that the sweep finds it should its head never be written. */
  const announce = (caseId: string, at: string): Promise<boolean> =>
    table.put(
      { pk: partition(caseId), sk: 'HEAD', caseId, version: 0, board: OPEN_BOARD, boardAt: at },
      { absent: true },
    );

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

  const append = async (entry: LogEntry): Promise<boolean> => {
    const key = { pk: partition(entry.caseId), sk: sortKey(entry.version) };
    const write = randomUUID();
    let failure: unknown;
    try {
      if (await table.put({ ...key, write, entry: LogEntry.parse(entry) }, { absent: true })) return true;
    } catch (error) {
      failure = error;
    }
    // The answer to a try may have been lost: then what stands there is ours.
    if ((await table.get(key))?.write === write) return true;
    if (failure !== undefined) throw failure;
    return false;
  };

  /**
   * Carries out one command. `regulation` is used for a new case only: an open case keeps the version it was opened
   * under. `request`: the caller's key, by which a repeat is known. Throws CaseNotFound, CaseBusy; a refusal by the rules is an answer, not an error.
   */
  const change = async (
    caseId: string,
    regulation: Regulation,
    actor: Actor,
    now: () => string,
    command: CaseCommand,
    request?: string,
  ): Promise<Changed> => {
    // What is remembered is tried first: if it is stale, the append's condition fails and the log is read.
    const remembered = recent.find(caseId)?.state;
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const isFresh = attempt > 0 || remembered === undefined;
      const state = isFresh ? await load(caseId) : remembered;
      if (state === null && command.type !== 'OpenCase') throw new CaseNotFound(caseId);
      // A number belongs to one opening, so a second one is its repeat.
      if (state !== null && command.type === 'OpenCase') return { state, entry: null, refusal: null };
      if (state !== null && request !== undefined && state.requests.includes(request))
        return { state, entry: null, refusal: null };
      const at = now();
      // Clocks of several machines differ: the log's own time never runs backwards.
      const entryAt = state !== null && state.lastAt > at ? state.lastAt : at;
      const outcome = handle(
        { regulation: regulationFor(state, regulation), now: entryAt, actor },
        state,
        command,
      );
      if (outcome.events.length === 0) {
        if (isFresh) return { state: state!, entry: null, refusal: outcome.refusal };
        continue;
      }
      const content = {
        caseId,
        version: (state?.version ?? 0) + 1,
        at: entryAt,
        actor,
        command: command.type,
        // A refused request may be given again once what stood in its way is gone.
        ...(request === undefined || outcome.refusal !== null ? {} : { request }),
        events: outcome.events,
        rearms: outcome.rearms || state === null,
        previousHash: state?.lastHash ?? GENESIS,
      };
      const entry: LogEntry = { ...content, hash: hashOf(content) };
      if (state === null) await announce(caseId, entryAt);
      if (await append(entry)) {
        const next = evolve(state, entry);
        // The command has succeeded, whatever becomes of its projection.
        await projectAfter(next).catch((error: unknown) => onLag(caseId, error));
        return { state: next, entry, refusal: outcome.refusal };
      }
    }
    throw new CaseBusy(caseId);
  };

  return {
    load,
    change,
    log: (caseId: string) => readLog(caseId),
    /** Rebuilds the head from the log alone; returns the version at which the chain breaks, or null. */
    rebuild: async (caseId: string): Promise<number | null> => {
      const entries = await readLog(caseId);
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
