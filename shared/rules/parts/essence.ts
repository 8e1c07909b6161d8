import type { CaseState } from '../../case/state.ts';
import { withoutStop } from '../../contracts/sentences.ts';
import { rolesInChinese } from '../../regulations/lookup.ts';
import type { Regulation } from '../../regulations/schema.ts';
import { actName } from './incomplete.ts';

/** Words in a line of a list: who wants all of them opens the form. */
const LONGEST_WORDS = 30;
const quoted = (words: string): string => {
  const text = withoutStop(words);
  return `“${text.length > LONGEST_WORDS ? `${text.slice(0, LONGEST_WORDS)}…` : text}”`;
};

/** What an act is about, as far as the state of the case keeps it: the text approved, what is asked for, whom it chose. */
const aboutOf = (regulation: Regulation, state: CaseState, entry: number): string => {
  const isIt = (act: { entry: number }): boolean => act.entry === entry;
  const said =
    state.actions.find(isIt)?.text ??
    state.instructions.find(isIt)?.task ??
    state.planRequests.find(isIt)?.reason;
  if (said !== undefined) return quoted(said);
  const to = state.decisions.find(isIt)?.to;
  if (to == null) return '';
  return to.length === 0 ? '(不上报)' : `(报${rolesInChinese(regulation, to)})`;
};

/** What an act of the log is, and what it is about: 审定回应口径“情况通报”. */
export const essenceOf = (regulation: Regulation, state: CaseState, entry: number): string =>
  `${actName(regulation, state, entry)}${aboutOf(regulation, state, entry)}`;
