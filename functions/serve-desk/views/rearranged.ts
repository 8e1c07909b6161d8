import type { CaseState } from '../../../shared/case/state.ts';
import type { CaseReply } from '../../../shared/contracts/replies/case.ts';
import { nameIn } from '../../../shared/regulations/lookup.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import type { ReplyParts } from '../../reply-parts.ts';

type Rearranged = Pick<
  CaseReply,
  'mergedInto' | 'takenOver' | 'awaitingMerge' | 'detached' | 'reopenings' | 'formerCase'
>;
type Detached = CaseState['detached'][number];

const detachedText = ({ to, placed }: Detached): string => {
  if (placed === null) return to === 'case' ? '正在另行立案' : '正在退回';
  return placed.case === null ? '已退回,作为信息留存' : `已在案卷${placed.case}办理`;
};

/** The limits of a case that was merged into this one which hold here. */
const limitsOf = (regulation: Regulation, { ceilings }: CaseState, from: string) =>
  Object.entries(ceilings)
    .filter(([, ceiling]) => ceiling.case === from)
    .map(([key, { due }]) => {
      const place = key.lastIndexOf('#');
      const duty = key.slice(0, place);
      return { duty, occurrence: key.slice(place + 1), name: nameIn(regulation.duties, duty), due };
    });

/** Which case is which: what was merged, taken out and opened again. */
export const rearrangedOf = (regulation: Regulation, state: CaseState, { time }: ReplyParts): Rearranged => {
  const { mergedInto, merging } = state;
  return {
    mergedInto: mergedInto && { case: mergedInto.case, at: time(mergedInto.at) },
    takenOver: state.takenOver.map(({ case: caseId, title, at, entry, done = [] }) => ({
      case: caseId,
      title,
      at: time(at),
      act: entry,
      limits: limitsOf(regulation, state, caseId).map(({ due, ...limit }) => ({ ...limit, due: time(due) })),
      done: done
        .filter(({ withdrawn }) => withdrawn === undefined)
        .map(({ case: of, act, name, at: madeAt }) => ({ case: of, act, name, at: time(madeAt) })),
    })),
    awaitingMerge: merging && {
      into: merging.into,
      reason: merging.reason,
      by: merging.by.name,
      at: time(merging.at),
    },
    detached: state.detached.map((each) => ({
      feed: each.feed,
      id: each.id,
      to: each.to,
      text: detachedText(each),
      case: each.placed?.case ?? null,
      at: time(each.at),
      act: each.entry,
    })),
    reopenings: state.reopenings.map(({ concludedAt, at, by, entry }) => ({
      concludedAt: time(concludedAt),
      at: time(at),
      by: by.name,
      act: entry,
    })),
    formerCase: state.formerCase,
  };
};
