import type { CaseState } from '../../../shared/case/state.ts';
import type { CaseReply } from '../../../shared/contracts/replies/case.ts';
import { scheduleCase } from '../../../shared/deadlines/schedule.ts';
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

/** The limits of a case that was merged into this one which hold here, each as its duty is called in the list of duties. */
const limitsOf = (regulation: Regulation, state: CaseState, from: string) => {
  const { duties } = scheduleCase(regulation, state);
  return Object.entries(state.ceilings)
    .filter(([, ceiling]) => ceiling.case === from)
    .map(([key, { due }]) => {
      const place = key.lastIndexOf('#');
      const [duty, occurrence] = [key.slice(0, place), key.slice(place + 1)];
      const owed = duties.filter((each) => each.duty === duty);
      const { name } = owed.find(({ current }) => current.occurrence === occurrence) ??
        owed[0] ?? { name: nameIn(regulation.duties, duty) };
      return { duty, occurrence, name, due };
    });
};

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
