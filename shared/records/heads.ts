import * as z from 'zod/mini';
import type { CaseState } from '../case/state.ts';
import { scheduleCase } from '../deadlines/schedule.ts';
import { regulationOfCase } from '../regulations/index.ts';
import type { StoredEntry } from './log/chain.ts';
import { hashOf } from './log/chain.ts';
import type { Folded } from './log/fold.ts';
import { type BareState, STATE_FORMAT, stateHashOf } from './log/state-hash.ts';
import type { createRecentCases } from './recent-cases.ts';
import { casePartition as partition, type StoredRecord, type Table } from './table.ts';

export const OPEN_BOARD = 'OPEN';
export const ARCHIVE_BOARD = 'ARCHIVED';
/** A record holds 400 KB. A larger projection is left out: the log alone then gives the state. */
const LARGEST_STATE_BYTES = 350_000;
/** Sorts after every instant: open cases that wait for nothing. */
const NO_INSTANT = '9999';
/** How many versions a head may lag: reading that many entries costs less than writing the head every time. */
const HEAD_LAG = 8;

/** What stands there; whether it is so, only the log can say. */
export const Head = z.object({
  format: z.int(),
  version: z.int(),
  state: z.optional(z.looseObject({ version: z.int(), lastHash: z.string() })),
  board: z.optional(z.string()),
  boardAt: z.optional(z.string()),
});
export type Head = z.infer<typeof Head>;

/** The state of a head that the log proves: it is that of the entry of its version, by the hash that stands there. */
export const provenState = (
  head: Head | undefined,
  entry: StoredEntry | undefined,
): BareState | undefined => {
  const state = head?.state as unknown as BareState | undefined;
  const isProven =
    state !== undefined &&
    entry !== undefined &&
    entry.state.format === STATE_FORMAT &&
    head?.version === entry.version &&
    state.version === entry.version &&
    state.lastHash === entry.hash &&
    entry.hash === hashOf(entry) &&
    entry.state.hash === stateHashOf(state);
  return isProven ? state : undefined;
};

/** Where the board shows a case: at its next instant until it is closed, then among the archived ones. */
const boardOf = (state: CaseState): { board: string; boardAt: string } => {
  const isClosed = state.status === 'archived' || state.status === 'merged';
  const isDone = isClosed && Object.keys(state.pendingNotices).length === 0;
  const closedAt = state.archivedAt ?? state.mergedInto?.at;
  if (isDone) return { board: ARCHIVE_BOARD, boardAt: closedAt ?? state.lastAt };
  const schedule = scheduleCase(regulationOfCase(state), state);
  return {
    board: OPEN_BOARD,
    boardAt: schedule.duties.flatMap(({ next }) => next?.at ?? []).sort()[0] ?? NO_INSTANT,
  };
};

/** Whether the board shows it at all. */
export const isOnBoard = (head: Head | undefined): boolean =>
  head?.board === OPEN_BOARD || head?.board === ARCHIVE_BOARD;

/** Whether a head shows the case where its state has it: what is on no board, no sweep goes by. */
export const isInPlace = (head: Head, state: CaseState): boolean => {
  const { board, boardAt } = boardOf(state);
  return head.board === board && head.boardAt === boardAt;
};

/** Whether it is what the log leads to, folded anew. */
export const isHeadOf = (head: Head | undefined, bare: BareState): boolean =>
  head?.state !== undefined &&
  head.format === STATE_FORMAT &&
  head.version === bare.version &&
  head.state.lastHash === bare.lastHash &&
  stateHashOf(head.state as unknown as BareState) === stateHashOf(bare);

/** The heads of cases: projections of their logs without the texts of people, and what the board shows. */
export const createHeads = (table: Table, recent: ReturnType<typeof createRecentCases>) => {
  /** Writes the projection, unless a newer one is there. */
  const project = async ({ bare, state }: Folded): Promise<void> => {
    const board = boardOf(state);
    const fits = Buffer.byteLength(JSON.stringify(bare)) <= LARGEST_STATE_BYTES;
    const head: StoredRecord = {
      pk: partition(state.caseId),
      sk: 'HEAD',
      format: STATE_FORMAT,
      caseId: state.caseId,
      version: state.version,
      ...(fits ? { state: bare } : {}),
      ...board,
    };
    // The same version again is the same state, unless what is there is damaged.
    await table.put(head, { attribute: 'version', below: state.version + 1 });
    recent.keep(state.caseId, {
      folded: { bare, state },
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
    read: async (caseId: string): Promise<Head | undefined> => {
      const head = Head.safeParse(await table.get({ pk: partition(caseId), sk: 'HEAD' }));
      return head.success ? head.data : undefined;
    },
    /** After a command: the head may lag behind the log, but never in what the board shows. */
    projectAfter: async (folded: Folded): Promise<void> => {
      const { state } = folded;
      const head = recent.find(state.caseId)?.head;
      const { board, boardAt } = boardOf(state);
      const isShown =
        head?.board === board && head.boardAt === boardAt && head.followedTo === state.version - 1;
      if (isShown && state.version - head.version < HEAD_LAG)
        recent.keep(state.caseId, { folded, head: { ...head, followedTo: state.version } });
      else await project(folded);
    },
  };
};
