import type { TriedReply } from '../../../../shared/contracts/replies/try.ts';
import { spoken } from '../../spoken.ts';
import { millisecondsOf, momentOf } from '../../wall-clock.ts';

// What an act makes overdue at once, in the same words in every form and at the terminal.

type Late = TriedReply['late'][number];
type Owed = Pick<Late, 'duty' | 'occurrence'>;

export const isLateIn = (late: readonly Late[], { duty, occurrence }: Owed): boolean =>
  late.some((each) => each.duty === duty && each.occurrence === occurrence);

/** 已逾期, or why nobody could have kept it: 定级时已逾期. */
export const lateWord = ({ foundLateText }: Pick<Late, 'foundLateText'>): string =>
  spoken(foundLateText ?? '已逾期');

/** 对外回应：应于3月2日13:00前办理，定级时已逾期. */
export const lateLines = (late: readonly Late[], now: number): { mark: 'go'; text: string }[] =>
  late.map(({ name, due, foundLateText }) => ({
    mark: 'go',
    text: `${spoken(name)}：应于${momentOf(due, now, true)}前办理，${lateWord({ foundLateText })}`,
  }));

export const hasPassed = (due: string, now: number): boolean => millisecondsOf(due) < now;
/** 3月4日08:00前; of a limit that has passed, 应于3月2日13:00前，已过. `passed`: how that is said where it is overdue. */
export const untilWords = (due: string, now: number, passed = '已过'): string => {
  const until = `${momentOf(due, now, true)}前`;
  return hasPassed(due, now) ? `应于${until}，${passed}` : until;
};
