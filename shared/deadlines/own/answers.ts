import type { CaseState } from '../../case/state.ts';
import type { Instant } from '../../time/instants.ts';
import { type Completion, completionOf } from '../completions/completion.ts';

/** The reports since `from` that name this entry of the log as what they answer, the oldest first. */
export const answersTo = (state: CaseState, entry: number, from: Instant): Completion[] =>
  state.reports
    .filter(({ answers, madeAt }) => answers.includes(String(entry)) && madeAt >= from)
    .map(completionOf(state))
    .toSorted((one, other) => (one.at < other.at ? -1 : 1));
