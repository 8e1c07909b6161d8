import type { EventOf } from '../../case/events.ts';
import type { CaseState } from '../../case/state.ts';
import { giversOf } from '../../regulations/lookup.ts';
import type { Context } from '../context.ts';
import { tellRoles } from '../notices.ts';

/**
 * Tells whom the regulation names for it that a second person has to agree: of them those who may give `command` at this
 * level, and not the post that asks. Where that leaves nobody, all of them.
 */
export const askSecondPerson = (
  context: Context,
  state: CaseState,
  command: string,
  what: string,
): EventOf<'NoticesMade'> => {
  const told = tellRoles(context, state, 'secondPerson', { what });
  const able = giversOf(context.regulation, command, state.handlingLevel);
  const notices = told.notices.filter(({ role }) => able.includes(role) && role !== context.actor.role);
  return notices.length === 0 ? told : { ...told, notices };
};
