import type { CaseEvent } from '../../case/events.ts';
import type { CaseState } from '../../case/state.ts';
import type { Context } from '../context.ts';
import { tellRoles } from '../notices.ts';
import { type Brought, type Found, findSpread, findSpreadAtOpening } from './find.ts';
import { spreadInShort } from './words.ts';

/** The question as it is put, and whom it is put to. */
const asking = (context: Context, state: CaseState, found: Found | undefined): CaseEvent[] => {
  if (found === undefined) return [];
  const spread = spreadInShort(context.regulation, found.spread);
  const told = tellRoles(context, state, 'hotter', { spread });
  const notices = told.notices.map((notice) => ({ ...notice, template: 'spread' }));
  return [
    { type: 'GradeQuestioned', ...found },
    { ...told, notices },
  ];
};

/** The question that is put because the story spreads, by the office's own settings; nothing is changed by it. */
export const askForSpread = (context: Context, state: CaseState, brought: Brought): CaseEvent[] =>
  asking(context, state, findSpread(context.regulation, state, brought));

/** The same of what a case is opened with; `state`: as it stands then. */
export const askForSpreadAtOpening = (context: Context, state: CaseState): CaseEvent[] =>
  asking(context, state, findSpreadAtOpening(context.regulation, state));
