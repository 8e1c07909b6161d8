import type { REARRANGEMENTS } from '../events/rearrange.ts';
import type { EventOf } from '../events.ts';
import type { CaseState } from '../state.ts';
import type { Applies, Meta } from './apply.ts';
import { takenOver } from './take-over.ts';

const isItem = (one: { feed: string; id: string }, other: { feed: string; id: string }): boolean =>
  one.feed === other.feed && one.id === other.id;

/** Opened again: all its starts stand. What was summed up before sums up nothing of what follows. */
const reopened = (state: CaseState, event: EventOf<'CaseReopened'>, meta: Meta): CaseState => ({
  ...state,
  status: 'open',
  concludedAt: null,
  reviewedAt: null,
  review: null,
  reopenings: [
    ...state.reopenings,
    { concludedAt: event.concludedAt, at: meta.at, entry: meta.version, by: meta.actor },
  ],
  // The execution that ended with 结报 is not started again under its name.
  generation: state.generation + 1,
});

export const rearrangements: Applies<typeof REARRANGEMENTS> = {
  MergeProposed: (state, { type: _, ...proposal }, { at, actor }) => ({
    ...state,
    merging: { ...proposal, by: actor, at },
  }),
  MergeRejected: (state) => ({ ...state, merging: null }),
  CaseTakenOver: takenOver,
  CaseMerged: (state, { into, entry }, { at }) => ({
    ...state,
    status: 'merged',
    mergedInto: { case: into, at, entry },
    merging: null,
    lowering: null,
    conclusion: null,
  }),
  CaseReopened: reopened,
  ItemDetached: (state, { feed, id, to }, { at, version }) => ({
    ...state,
    items: state.items.filter((item) => !isItem(item, { feed, id })),
    detached: [
      ...state.detached.filter((item) => !isItem(item, { feed, id })),
      { feed, id, to, entry: version, at, placed: null },
    ],
  }),
  ItemPlaced: (state, { feed, id, case: caseId = null }, { at }) => ({
    ...state,
    detached: state.detached.map((item) =>
      isItem(item, { feed, id }) ? { ...item, placed: { case: caseId, at } } : item,
    ),
  }),
};
