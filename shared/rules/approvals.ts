import type { Actor } from '../case/events.ts';
import { standingOf } from '../case/standing.ts';
import type { Action, WentOut } from '../case/state/acts.ts';
import type { CaseState } from '../case/state.ts';
import { mayGive } from '../regulations/lookup.ts';
import type { Action as ActionData, Regulation } from '../regulations/schema.ts';
import type { Context } from './context.ts';
import { isSaid } from './parts/given.ts';
import { isSamePerson, personUnder } from './persons.ts';

// Whose an approval is, and of which text.

/** What is published, or is to be: an approval that came after it has not cleared it, nor has one of another text. */
export interface Publication {
  /** The form of a publication, or the document. */
  form: string;
  /** A document that the office issues, not a publication. */
  paper?: boolean;
  madeAt: string;
  title?: string | undefined;
  link?: string | undefined;
  /** The log entry of the approval that it names. */
  approval?: number;
}
/** The person whose act it is: who did it, or for whom it was entered. */
export const giverOf = (state: CaseState, { entry, by }: Pick<Action, 'entry' | 'by'>): Actor => {
  const confirmation = state.confirmations[entry];
  return confirmation?.person == null ? by : personUnder(confirmation.person, confirmation.role);
};

/** The last draft of what an approval approves. */
export const draftOf = ({ documents }: CaseState, { draft }: Pick<ActionData, 'draft'>) =>
  draft === undefined ? undefined : documents.findLast(({ id }) => id === draft);

/** The documents that are the drafts of these actions, of which nobody has written any; none where one of them has no draft. */
export const undrafted = ({ actions }: Regulation, state: CaseState, wanted: readonly string[]): string[] => {
  const drafts = wanted.map((id) => actions.find((action) => action.id === id));
  const open = drafts.flatMap((action) =>
    action?.draft !== undefined && draftOf(state, action) === undefined ? [action.draft] : [],
  );
  return open.length < wanted.length ? [] : open;
};

/** The title that a publication bears: its own, or the text of the approval that it names. */
export const titleOf = (
  state: CaseState,
  { title, approval }: { title?: string | undefined; approval?: number | undefined },
): string | undefined =>
  isSaid(title) ? title?.trim() : state.actions.find(({ entry }) => entry === approval)?.text;

/** What an action approves; undefined when it is no approval. */
export const approvalOf = ({ actions }: Regulation, action: string): ActionData['approval'] =>
  actions.find(({ id }) => id === action)?.approval;
/** Whether it is an approval by a person of the bureau, who gives it himself or has it entered for him (代录). */
export const isPersons = (approval: ActionData['approval']): boolean =>
  approval !== undefined && approval !== 'outside';

/**
 * Whether an approval may be of the text that bears this title. What is approved for publication, or as a paper, is of its own text and
 * no other; one that names none may be of any. `kind`: what goes out.
 */
export const isOfText = (
  regulation: Regulation,
  { id, text }: Action,
  title: string | undefined,
  kind: 'text' | 'paper' = 'text',
): boolean => text === undefined || approvalOf(regulation, id) !== kind || text.trim() === title;

/** What goes out: a paper, or what is published. */
export const kindOf = ({ paper }: Pick<Publication, 'paper'>): 'text' | 'paper' => (paper ? 'paper' : 'text');

/**
 * Whether an approval lets this out. One that names no text lets out what itself names it, so that it is on record which one was meant;
 * so does a step of a chain before the one that is named, and a paper names none. `chain`: the actions of its chain.
 */
export const letsOut = (
  { regulation, actions }: { regulation: Regulation; actions: readonly Action[] },
  act: Action,
  publication: Publication,
  chain: readonly string[] = [],
): boolean => {
  const kind = kindOf(publication);
  if (!isOfText(regulation, act, publication.title, kind)) return false;
  if (act.text !== undefined || approvalOf(regulation, act.id) !== kind) return true;
  const named = actions.find(({ entry }) => entry === publication.approval);
  if (named === undefined) return false;
  return act.entry === named.entry || (act.entry < named.entry && chain.includes(named.id));
};

/** Whether it is the text that is to go out now, by its title or its link; or the paper, by its name and its instant. */
const isSame = (out: WentOut, { form, paper, madeAt, title, link }: Publication): boolean => {
  if (paper) return out.id === form && out.madeAt === madeAt;
  if (link !== undefined && out.link === link) return true;
  return out.title === title && (title !== undefined || out.id === form);
};
/**
 * The record, where there is one, that this text had gone out without its approvals when `act` was entered: whatever instant that
 * says of itself, it approves nothing that went out before it was entered (办法第27条(一)). What goes out afterwards it does.
 */
export const onRecordBefore = (
  state: CaseState,
  act: Pick<Action, 'recordedAt'>,
  publication: Publication,
): WentOut | undefined => {
  if (publication.madeAt >= act.recordedAt) return undefined;
  const list = publication.paper ? 'documents' : 'publications';
  return [...state.unapprovedGone[list], ...state[list]].find(
    (out) =>
      out.recordedAt < act.recordedAt &&
      isSame(out, publication) &&
      (!state[list].includes(out) || standingOf(state, out) === 'unapproved'),
  );
};

/** Whether the approver of what is published has said that it is the 处置结果 (办法第二十九条); what bears no title may be. */
export const isResult = (regulation: Regulation, state: CaseState, { madeAt, title }: Publication): boolean =>
  state.actions.some(
    (act) => act.result && act.madeAt <= madeAt && (title === undefined || isOfText(regulation, act, title)),
  );

/** The approval that the same person gave who publishes; a leader may publish his own words. */
export const ownApproval = (
  context: Context,
  state: CaseState,
  approvals: readonly Action[],
): Action | undefined => {
  const { regulation, actor } = context;
  return approvals.find((act) => {
    const giver = giverOf(state, act);
    const isOwn = isPersons(approvalOf(regulation, act.id));
    return isOwn && !isLeader(context, giver.role) && isSamePerson(context, giver, actor);
  });
};

/** Whether the role is one of the bureau's leaders: who countersigns. */
export const isLeader = ({ regulation }: Pick<Context, 'regulation'>, role: string): boolean =>
  mayGive(regulation, role, 'Countersign');
