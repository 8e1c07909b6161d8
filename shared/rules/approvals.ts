import type { Actor } from '../case/events.ts';
import type { Action, CaseState } from '../case/state.ts';
import type { Context } from './context.ts';
import { isSamePerson } from './persons.ts';

// Whose an approval is, and of which text.

/** What is published, or is to be: an approval that came after it has not cleared it, nor has one of another text. */
export interface Publication {
  form: string;
  madeAt: string;
  title?: string;
  /** The entry of the approval of what is published. */
  approval?: number;
}
/** The person whose act it is: who did it, or for whom it was entered. */
export const giverOf = (state: CaseState, { entry, by }: Pick<Action, 'entry' | 'by'>): Actor => {
  const confirmation = state.confirmations[entry];
  return confirmation?.person == null
    ? by
    : { id: confirmation.person, person: confirmation.person, name: '', role: confirmation.role };
};

/** The text that the named approval is of. */
const textOf = (state: CaseState, { approval }: Publication): string | undefined =>
  state.actions.find(({ entry }) => entry === approval)?.text;

/**
 * Whether an approval is of what is published. One that was entered for its person opens the way for its own text alone, so
 * the publication has to name it, or bear its title; a person's own without a text is of whatever is published.
 */
export const isOfText = (state: CaseState, { entry, text }: Action, publication: Publication): boolean => {
  if (text === undefined || publication.approval === entry) return true;
  const named = textOf(state, publication);
  if (named !== undefined) return named === text;
  if (publication.title !== undefined) return publication.title === text;
  return state.confirmations[entry] === undefined;
};

/** Whether the approver of what is published has said that it is the 处置结果 (办法第二十九条). */
export const isResult = (state: CaseState, publication: Publication): boolean =>
  state.actions.some(
    (act) => act.result && act.madeAt <= publication.madeAt && isOfText(state, act, publication),
  );

/** The approval that the same person gave who publishes; a leader may publish his own words. */
export const ownApproval = (
  context: Context,
  state: CaseState,
  approvals: readonly Action[],
): Action | undefined => {
  const { regulation, actor } = context;
  const isApproval = ({ id }: Action): boolean =>
    ['text', 'act'].includes(regulation.actions.find((action) => action.id === id)?.approval ?? '');
  return approvals.find((act) => {
    const giver = giverOf(state, act);
    return isApproval(act) && !isLeader(context, giver.role) && isSamePerson(context, giver, actor);
  });
};

/** Whether the role is one of the bureau's leaders: who countersigns. */
export const isLeader = ({ regulation }: Pick<Context, 'regulation'>, role: string): boolean =>
  regulation.authorities.some(({ command, roles }) => command === 'Countersign' && roles.includes(role));
