import type { Action } from '../case/state/acts.ts';
import { type CaseState, isPlanRunning } from '../case/state.ts';
import { factsOf } from '../deadlines/condition-facts.ts';
import { isTrue } from '../regulations/conditions.ts';
import { cited, clauseName, nameIn } from '../regulations/lookup.ts';
import { RESULTS_FORM } from '../regulations/reserved.ts';
import type { Gate, Regulation } from '../regulations/schema.ts';
import { approvalOf, isOfText, isResult, letsOut, onRecordBefore, type Publication } from './approvals.ts';
import { type Refusal, refuse } from './refusal.ts';

export interface ClosedGate {
  name: string;
  missing: string;
  /** The actions that are missing. */
  actions: readonly string[];
  clause: string;
}

/** From when an approval counts: with `eachTime` only after the last publication, or document, that the gate let through. */
const countsFrom = (state: CaseState, { eachTime, publications, papers }: Gate): string => {
  if (!eachTime) return '';
  const gated = papers ?? publications;
  const out = papers === undefined ? state.publications : state.documents;
  return out.findLast(({ id, happened }) => !happened && (gated?.includes(id) ?? true))?.recordedAt ?? '';
};
/** A paper names no approval: one of no paper in particular is of none. */
const isOfNone = (regulation: Regulation, { papers }: Gate, { id, text }: Action): boolean =>
  papers !== undefined && text === undefined && approvalOf(regulation, id) === 'paper';
/** The last time that an action was done which counts for a gate. */
const doneFor = (
  { regulation, state }: { regulation: Regulation; state: CaseState },
  gate: Gate,
  action: string,
  counts: (act: Action) => boolean,
): Action | undefined => {
  const from = countsFrom(state, gate);
  return state.actions.findLast(
    (act) => act.id === action && act.recordedAt > from && !isOfNone(regulation, gate, act) && counts(act),
  );
};
const isFor =
  (regulation: Regulation, state: CaseState, { steps }: Gate, publication: Publication | undefined) =>
  (act: Action): boolean =>
    publication === undefined ||
    (act.madeAt <= publication.madeAt &&
      onRecordBefore(state, act, publication) === undefined &&
      letsOut({ regulation, actions: state.actions }, act, publication, steps?.flat()));

const applies = (regulation: Regulation, state: CaseState, { whilePlan, levels, when }: Gate): boolean =>
  (!whilePlan || isPlanRunning(state)) &&
  (levels === undefined || levels.includes(state.handlingLevel)) &&
  isTrue(when, factsOf(regulation, state));

const quoted = (regulation: Regulation, actions: readonly string[], word: string): string =>
  actions.map((id) => `“${nameIn(regulation.actions, id)}”`).join(word);

/** What a gate still waits for. `next`: what has to be recorded now, `left`: with what may only follow it. */
export interface Waiting {
  next: readonly string[];
  /** Any one of `next` will do. */
  isAny: boolean;
  left: readonly string[];
  documents: readonly string[];
}
const waiting = (next: readonly string[], more: Partial<Waiting> = {}): Waiting => ({
  ...{ next, left: next, isAny: false, documents: [] },
  ...more,
});

/** What still has to be recorded before the gate opens, for this text or, without one, for any; undefined when it is open. */
const missingAt = (
  regulation: Regulation,
  state: CaseState,
  gate: Gate,
  publication?: Publication,
): Waiting | undefined => {
  const { needs, steps, documents } = gate;
  const isDone = (action: string): boolean =>
    doneFor({ regulation, state }, gate, action, isFor(regulation, state, gate, publication)) !== undefined;
  if (needs !== undefined && !needs.some(isDone)) return waiting(needs, { isAny: true });
  const open = (steps ?? []).flatMap((step) => {
    const actions = step.filter((action) => !isDone(action));
    return actions.length === 0 ? [] : [actions];
  });
  if (open.length > 0) return waiting(open[0]!, { left: open.flat() });
  const since = state.outbreaks.at(-1)?.at ?? '';
  const unissued = documents?.filter(
    (document) => !state.documents.some(({ id, madeAt }) => id === document && madeAt >= since),
  );
  return unissued === undefined || unissued.length === 0 ? undefined : waiting([], { documents: unissued });
};

const inWords = (regulation: Regulation, { left, isAny, documents }: Waiting): string =>
  left.length > 0
    ? quoted(regulation, left, isAny ? '或' : '、')
    : documents.map((id) => `“${nameIn(regulation.documents, id)}”`).join('、');

/** Those that stand before a command, or before these forms of it. */
const gatesBefore = (
  regulation: Regulation,
  state: CaseState,
  command: string,
  forms: readonly string[],
): Gate[] =>
  regulation.gates.filter((gate) => {
    const waits = command === 'IssueDocument' ? gate.papers : gate.publications;
    const isMeant = waits === undefined || waits.some((form) => forms.includes(form));
    return gate.on.includes(command) && isMeant && applies(regulation, state, gate);
  });

/** What the gates before a publication of this form, or a document, wait for, whatever its text. */
export const waitingBefore = (
  regulation: Regulation,
  state: CaseState,
  command: string,
  form: string,
): Waiting[] =>
  gatesBefore(regulation, state, command, [form]).flatMap((gate) => missingAt(regulation, state, gate) ?? []);

/** An approval chain that somebody has begun for a text and that is not at its end. */
export interface Begun {
  last: Action;
  next: readonly string[];
}
/** Of each chain, its last text. */
export const begunChains = (regulation: Regulation, state: CaseState): Begun[] =>
  regulation.gates.flatMap((gate): Begun[] => {
    const steps = gate.steps?.flat() ?? [];
    const isOfChain = ({ id, recordedAt }: Action): boolean =>
      steps.includes(id) && approvalOf(regulation, id) !== undefined && recordedAt > countsFrom(state, gate);
    const last = applies(regulation, state, gate) ? state.actions.findLast(isOfChain) : undefined;
    if (last === undefined) return [];
    const kind = gate.papers === undefined ? 'text' : 'paper';
    const isOfIt = (act: Action): boolean =>
      last.text === undefined || isOfText(regulation, act, last.text.trim(), kind);
    const isOpen = (action: string): boolean =>
      doneFor({ regulation, state }, gate, action, isOfIt) === undefined;
    const next = gate.steps!.map((step) => step.filter(isOpen)).find((step) => step.length > 0);
    return next === undefined ? [] : [{ last, next }];
  });

/** What has to be recorded before an action that stands in an approval chain, or else the action itself. */
export const nextTowards = (regulation: Regulation, state: CaseState, action: string): readonly string[] => {
  const before = regulation.gates.flatMap((gate) => {
    const step = gate.steps?.findIndex((actions) => actions.includes(action)) ?? -1;
    if (step < 1 || !applies(regulation, state, gate)) return [];
    const { next = [], left = [] } = missingAt(regulation, state, gate) ?? {};
    return left.includes(action) ? next : [];
  });
  return before.length === 0 ? [action] : [...new Set(before)];
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
  const forms = publication === undefined ? [] : [publication.form];
  return gatesBefore(regulation, state, command, isResults ? [...forms, RESULTS_FORM] : forms);
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
      return {
        name: gate.name,
        missing: inWords(regulation, missing),
        actions: missing.left,
        clause: clauseName(regulation, gate.cite[0]!),
      };
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
      (action) =>
        doneFor({ regulation, state }, gate, action, isFor(regulation, state, gate, publication)) ?? [],
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
    const missing = before.filter(
      (each) => doneFor({ regulation, state }, gate, each, () => true) === undefined,
    );
    if (missing.length > 0)
      return refuse(
        'APPROVAL_OUT_OF_ORDER',
        `${gate.name}:须先记录${quoted(regulation, missing, '、')}${cited(regulation, cite)}`,
      );
    const isOfIt = (act: Action): boolean =>
      text === undefined || isOfText(regulation, act, text.trim(), kind);
    const other = before.filter((each) => doneFor({ regulation, state }, gate, each, isOfIt) === undefined);
    if (other.length > 0)
      return refuse(
        'APPROVAL_OUT_OF_ORDER',
        `${gate.name}:${quoted(regulation, other, '、')}所审的不是“${text}”,各步须为同一文本${cited(regulation, cite)}`,
      );
  }
  return undefined;
};
