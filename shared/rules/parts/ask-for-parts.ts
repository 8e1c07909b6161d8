import type { CaseEvent } from '../../case/events.ts';
import type { CaseState } from '../../case/state.ts';
import type { Context } from '../context.ts';
import { makeNotices } from '../notices.ts';
import { incompleteActs } from './incomplete.ts';

/** Whoever leaves an act incomplete is asked for the rest: once, until the file lacks nothing again. */
export const askForParts = (context: Context, before: CaseState | null, after: CaseState): CaseEvent[] => {
  const { regulation, actor } = context;
  const isNew =
    before !== null &&
    incompleteActs(regulation, before).length === 0 &&
    incompleteActs(regulation, after).length > 0;
  if (!isNew || actor.role === 'system') return [];
  const key = `case#${after.version}#incomplete#${actor.role}`;
  return [makeNotices(context, after, [{ key, role: actor.role, template: 'incomplete' }])];
};
