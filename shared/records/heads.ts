import * as z from 'zod/mini';
import { CaseState } from '../case/state.ts';
import { scheduleCase } from '../deadlines/schedule.ts';
import { regulationOfCase } from '../regulations/index.ts';
import type { createRecentCases } from './recent-cases.ts';
import { casePartition as partition, type StoredRecord, type Table } from './table.ts';

/** Bumped when the projection changes its shape: older heads are rebuilt from their logs. */
const HEAD_FORMAT = 5;
export const OPEN_BOARD = 'OPEN';
export const ARCHIVE_BOARD = 'ARCHIVED';
/** A record holds 400 KB. A larger projection is left out: the log alone then gives the state. */
const LARGEST_STATE_BYTES = 350_000;
/** Sorts after every instant: open cases that wait for nothing. */
const NO_INSTANT = '9999';
/** How many versions a head may lag: reading that many entries costs less than writing the head every time. */
const HEAD_LAG = 8;

const StoredHead = z
  .object({ format: z.literal(HEAD_FORMAT), version: z.int(), state: CaseState })
  .check(z.refine(({ version, state }) => version === state.version));

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

/** The heads of cases: projections of their logs, and what the board shows. */
export const createHeads = (table: Table, recent: ReturnType<typeof createRecentCases>) => {
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
  return {
    project,
    /** Puts a case that is about to open on the board, so that the sweep finds it should its head never be written. */
    announce: (caseId: string, at: string): Promise<boolean> =>
      table.put(
        { pk: partition(caseId), sk: 'HEAD', caseId, version: 0, board: OPEN_BOARD, boardAt: at },
        { absent: true },
      ),
    read: async (caseId: string): Promise<CaseState | null> => {
      const head = StoredHead.safeParse(await table.get({ pk: partition(caseId), sk: 'HEAD' }));
      return head.success ? head.data.state : null;
    },
    /** After a command: the head may lag behind the log, but never in what the board shows. */
    projectAfter: async (state: CaseState): Promise<void> => {
      const head = recent.find(state.caseId)?.head;
      const { board, boardAt } = boardOf(state);
      const isShown =
        head?.board === board && head.boardAt === boardAt && head.followedTo === state.version - 1;
      if (isShown && state.version - head.version < HEAD_LAG)
        recent.keep(state.caseId, { state, head: { ...head, followedTo: state.version } });
      else await project(state);
    },
  };
};
