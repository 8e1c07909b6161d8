import type { CaseState } from '../../case/state.ts';
import { isDone } from '../../deadlines/occurrences/occurrence.ts';
import { scheduleCase } from '../../deadlines/schedule.ts';
import { regulationOfCase } from '../../regulations/index.ts';
import type { Regulation } from '../../regulations/schema.ts';
import type { Pending } from './limits/stricter.ts';

/** Whether a duty is owed to whoever wrote a post: from 知晓发帖内容, or after what is. */
export const isOfPost = (regulation: Regulation, id: string): boolean =>
  regulation.duties
    .filter((duty) => duty.id === id)
    .flatMap(({ terms }) => terms)
    .flatMap(({ start }) => start)
    .some((anchor) =>
      'after' in anchor
        ? isOfPost(regulation, anchor.after)
        : 'instant' in anchor && anchor.instant === 'knownAt',
    );

/** What is owed to who wrote a post, and in the other case was done before anybody knew of it: that answers somebody else. */
export const postsUnanswered = (
  regulation: Regulation,
  pending: readonly Pending[],
  parts: readonly CaseState[],
): Pending[] =>
  pending.filter(
    ({ of, scheduled }) =>
      isOfPost(regulation, scheduled.duty) &&
      parts
        .filter(({ caseId }) => caseId !== of.caseId)
        .flatMap((other) => scheduleCase(regulationOfCase(other), other).duties)
        .some(
          ({ duty, current }) =>
            duty === scheduled.duty && isDone(current) && current.completedAt! < scheduled.start!.at,
        ),
  );
