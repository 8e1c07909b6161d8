import type { Actor, EventOf } from '../../case/events.ts';
import type { CaseState } from '../../case/state.ts';
import type { Person } from '../../contracts/roster.ts';
import { giversOf } from '../../regulations/lookup.ts';
import type { Context } from '../context.ts';
import { tellRoles } from '../notices.ts';
import { isSamePerson, personUnder } from '../persons.ts';

type Told = EventOf<'NoticesMade'>;

/**
 * Of those who are asked to agree to what `first` has done, the ones who can: who may give `command` at this level, and are not he
 * under any of his posts and ids. Where that leaves no post, all of them.
 */
export const askOthers = (
  context: Context,
  state: CaseState,
  told: Told,
  { command, first }: { command: string; first: Actor },
): Told => {
  const { regulation, roster } = context;
  const able = giversOf(regulation, command, state.handlingLevel);
  const isHis = ({ id }: Person): boolean => isSamePerson(context, personUnder(id), first);
  const notices = told.notices.flatMap((notice) => {
    if (!able.includes(notice.role)) return [];
    const holders = Object.hasOwn(roster.roles, notice.role) ? roster.roles[notice.role]! : [];
    const own = holders.filter(isHis);
    const isHisAlone = holders.length === 0 ? notice.role === first.role : own.length === holders.length;
    if (isHisAlone) return [];
    // Who holds it is not known yet, or he is one of several.
    const isAmong = holders.length === 0 || own.length > 0;
    return [isAmong ? { ...notice, notTo: first.person ?? first.id } : notice];
  });
  return notices.length === 0 ? told : { ...told, notices };
};

/** Tells whom the regulation names for it that a second person has to agree. */
export const askSecondPerson = (context: Context, state: CaseState, command: string, what: string): Told =>
  askOthers(context, state, tellRoles(context, state, 'secondPerson', { what }), {
    command,
    first: context.actor,
  });

/** The same of a lowering. */
export const askForLowering = (context: Context, state: CaseState): Told =>
  askOthers(context, state, tellRoles(context, state, 'loweringProposed'), {
    command: 'ApproveLevelChange',
    first: context.actor,
  });
