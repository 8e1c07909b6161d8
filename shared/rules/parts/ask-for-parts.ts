import type { CaseEvent } from '../../case/events.ts';
import { isSystem } from '../../case/state/act.ts';
import type { CaseState } from '../../case/state.ts';
import type { Context } from '../context.ts';
import { makeNotices } from '../notices.ts';
import { isSamePerson } from '../persons.ts';
import { incompleteActs } from './incomplete.ts';

/** Whoever leaves an act incomplete is asked for the rest: once, until the file lacks nothing of his again. */
export const askForParts = (context: Context, before: CaseState | null, after: CaseState): CaseEvent[] => {
  const { regulation, actor } = context;
  if (before === null || isSystem(actor)) return [];
  const lacks = (state: CaseState): boolean =>
    incompleteActs(regulation, state).some(({ by }) => isSamePerson(context, by, actor));
  if (lacks(before) || !lacks(after)) return [];
  const key = `case#${after.version}#incomplete#${actor.role}`;
  return [makeNotices(context, after, [{ key, role: actor.role, template: 'incomplete' }])];
};
