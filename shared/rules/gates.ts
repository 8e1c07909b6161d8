import type { Action } from '../case/state/acts.ts';
import { type CaseState, isPlanRunning } from '../case/state.ts';
import { factsOf } from '../deadlines/condition-facts.ts';
import { isTrue } from '../regulations/conditions.ts';
import { cited, clauseName, nameIn } from '../regulations/lookup.ts';
import { RESULTS_FORM } from '../regulations/reserved.ts';
import type { Gate, Regulation } from '../regulations/schema.ts';
import { isOfText, isResult, type Publication } from './approvals.ts';
import { type Refusal, refuse } from './refusal.ts';

export interface ClosedGate {
  name: string;
  missing: string;
  clause: string;
}

/** From when an approval counts: with `eachTime` only after the last publication, or document, that the gate let through. */
const countsFrom = (state: CaseState, { eachTime, publications, papers }: Gate): string => {
  if (!eachTime) return '';
  const gated = papers ?? publications;
  const out = papers === undefined ? state.publications : state.documents;
  return out.findLast(({ id, happened }) => !happened && (gated?.includes(id) ?? true))?.recordedAt ?? '';
};
/** The last time that an action was done which counts for a gate. */
const doneFor = (
  state: CaseState,
  gate: Gate,
  action: string,
  counts: (act: Action) => boolean,
): Action | undefined => {
  const from = countsFrom(state, gate);
  return state.actions.findLast((act) => act.id === action && act.recordedAt > from && counts(act));
};
const isFor =
  (regulation: Regulation, publication: Publication | undefined) =>
  (act: Action): boolean =>
    publication === undefined ||
    (act.madeAt <= publication.madeAt &&
      isOfText(regulation, act, publication.title, publication.paper ? 'paper' : 'text'));

const applies = (regulation: Regulation, state: CaseState, { whilePlan, levels, when }: Gate): boolean =>
  (!whilePlan || isPlanRunning(state)) &&
  (levels === undefined || levels.includes(state.handlingLevel)) &&
  isTrue(when, factsOf(regulation, state));

const quoted = (regulation: Regulation, actions: readonly string[], word: string): string =>
  actions.map((id) => `“${nameIn(regulation.actions, id)}”`).join(word);

/** What still has to be recorded before the gate opens; undefined when it is open. */
const missingAt = (
  regulation: Regulation,
  state: CaseState,
  gate: Gate,
  publication: Publication | undefined,
): string | undefined => {
  const { needs, steps, documents } = gate;
  const isDone = (action: string): boolean =>
    doneFor(state, gate, action, isFor(regulation, publication)) !== undefined;
  if (needs !== undefined && !needs.some(isDone)) return quoted(regulation, needs, '或');
  const left = steps?.flat().filter((action) => !isDone(action)) ?? [];
  if (left.length > 0) return quoted(regulation, left, '、');
  const since = state.outbreaks.at(-1)?.at ?? '';
  const unissued = documents?.filter(
    (document) => !state.documents.some(({ id, madeAt }) => id === document && madeAt >= since),
  );
  if (unissued === undefined || unissued.length === 0) return undefined;
  return unissued.map((id) => `“${nameIn(regulation.documents, id)}”`).join('、');
};

/** The gates that a command has to pass. What its approver calls the 处置结果 is published as that, whatever its form. */
const gatesOf = (
  regulation: Regulation,
  state: CaseState,
  command: string,
  publication: Publication | undefined,
): Gate[] => {
  const isResults =
    publication !== undefined && !publication.paper && isResult(regulation, state, publication);
  const forms = [
    ...(publication === undefined ? [] : [publication.form]),
    ...(isResults ? [RESULTS_FORM] : []),
  ];
  return regulation.gates.filter((gate) => {
    const waits = command === 'IssueDocument' ? gate.papers : gate.publications;
    const isMeant = waits === undefined || waits.some((form) => forms.includes(form));
    return gate.on.includes(command) && isMeant && applies(regulation, state, gate);
  });
};

/** The first gate that a command must still wait for: which record is missing, and by which clause. */
export const closedGate = (
  regulation: Regulation,
  state: CaseState,
  command: string,
  publication?: Publication,
): ClosedGate | undefined => {
  for (const gate of gatesOf(regulation, state, command, publication)) {
    const missing = missingAt(regulation, state, gate, publication);
    if (missing !== undefined)
      return { name: gate.name, missing, clause: clauseName(regulation, gate.cite[0]!) };
  }
  return undefined;
};

/** The command by which it goes out. */
export const outBy = ({ paper }: Publication): 'IssueDocument' | 'RecordPublication' =>
  paper ? 'IssueDocument' : 'RecordPublication';

/** What let a publication, or a document, through the gates that it has to pass. */
export const clearedBy = (regulation: Regulation, state: CaseState, publication: Publication): Action[] => {
  const acts = gatesOf(regulation, state, outBy(publication), publication).flatMap((gate) =>
    [...(gate.needs ?? []), ...(gate.steps?.flat() ?? [])].flatMap(
      (action) => doneFor(state, gate, action, isFor(regulation, publication)) ?? [],
    ),
  );
  return [...new Set(acts)];
};

/** An approval chain is gone through in its order, 审核 before 审定, and all its steps are of one text. */
export const checkOrder = (
  regulation: Regulation,
  state: CaseState,
  action: string,
  text: string | undefined,
): Refusal | undefined => {
  for (const gate of regulation.gates) {
    const { steps, cite, papers } = gate;
    const kind = papers === undefined ? 'text' : 'paper';
    if (steps === undefined || !applies(regulation, state, gate)) continue;
    const step = steps.findIndex((actions) => actions.includes(action));
    const before = steps.slice(0, Math.max(0, step)).flat();
    const missing = before.filter((each) => doneFor(state, gate, each, () => true) === undefined);
    if (missing.length > 0)
      return refuse(
        'APPROVAL_OUT_OF_ORDER',
        `${gate.name}:须先记录${quoted(regulation, missing, '、')}${cited(regulation, cite)}`,
      );
    const isOfIt = (act: Action): boolean =>
      text === undefined || isOfText(regulation, act, text.trim(), kind);
    const other = before.filter((each) => doneFor(state, gate, each, isOfIt) === undefined);
    if (other.length > 0)
      return refuse(
        'APPROVAL_OUT_OF_ORDER',
        `${gate.name}:${quoted(regulation, other, '、')}所审的不是“${text}”,各步须为同一文本${cited(regulation, cite)}`,
      );
  }
  return undefined;
};
