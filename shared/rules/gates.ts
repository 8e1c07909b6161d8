import type { CaseState } from '../case/state.ts';
import { factsOf } from '../deadlines/condition-facts.ts';
import { isTrue } from '../regulations/conditions.ts';
import { nameIn } from '../regulations/lookup.ts';
import type { Gate, Regulation } from '../regulations/schema.ts';
import { type Refusal, refuse } from './refusal.ts';

/** Sorts after every instant. */
const LATEST = '~';

/** From when an approval counts: with `eachTime` only after the last publication that the gate let through. */
const countsFrom = (state: CaseState, { eachTime, publications }: Gate): string =>
  eachTime
    ? (state.publications.filter(({ id }) => publications?.includes(id) ?? true).at(-1)?.recordedAt ?? '')
    : '';
const isDone = (state: CaseState, gate: Gate, action: string, by = LATEST): boolean => {
  const from = countsFrom(state, gate);
  return state.actions.some(
    ({ id, madeAt, recordedAt }) => id === action && recordedAt > from && madeAt <= by,
  );
};

const applies = (regulation: Regulation, state: CaseState, { whilePlan, levels, when }: Gate): boolean =>
  (!whilePlan || (state.planStartedAt !== null && state.planEndedAt === null)) &&
  (levels === undefined || levels.includes(state.handlingLevel)) &&
  isTrue(when, factsOf(regulation, state));

const quoted = (regulation: Regulation, actions: readonly string[], word: string): string =>
  actions.map((id) => `“${nameIn(regulation.actions, id)}”`).join(word);

/** What still has to be recorded before the gate opens; undefined when it is open. */
const missingAt = (
  regulation: Regulation,
  state: CaseState,
  gate: Gate,
  by: string | undefined,
): string | undefined => {
  const { needs, steps, documents } = gate;
  if (needs !== undefined && !needs.some((action) => isDone(state, gate, action, by)))
    return quoted(regulation, needs, '或');
  const left = steps?.flat().filter((action) => !isDone(state, gate, action, by)) ?? [];
  if (left.length > 0) return quoted(regulation, left, '、');
  const since = state.outbreaks.at(-1)?.at ?? '';
  const unissued = documents?.filter(
    (document) => !state.documents.some(({ id, madeAt }) => id === document && madeAt >= since),
  );
  if (unissued === undefined || unissued.length === 0) return undefined;
  return unissued.map((id) => `“${nameIn(regulation.documents, id)}”`).join('、');
};

/**
 * The first gate that a command must still wait for: which record is missing, and by which clause. `publication`: its form,
 * and when it was made: an approval that came after it has not cleared it.
 */
export const closedGate = (
  regulation: Regulation,
  state: CaseState,
  command: string,
  publication?: { form: string; madeAt: string },
): { name: string; missing: string; clause: string } | undefined => {
  for (const gate of regulation.gates) {
    const isMeant =
      gate.on.includes(command) &&
      (gate.publications === undefined ||
        (publication !== undefined && gate.publications.includes(publication.form)));
    if (!isMeant || !applies(regulation, state, gate)) continue;
    const missing = missingAt(regulation, state, gate, publication?.madeAt);
    if (missing !== undefined) return { name: gate.name, missing, clause: gate.cite[0]! };
  }
  return undefined;
};

/** An approval chain is gone through in its order: 审核 before 审定. */
export const checkOrder = (regulation: Regulation, state: CaseState, action: string): Refusal | undefined => {
  for (const gate of regulation.gates) {
    const { steps, cite } = gate;
    if (steps === undefined || !applies(regulation, state, gate)) continue;
    const step = steps.findIndex((actions) => actions.includes(action));
    const before = steps.slice(0, Math.max(0, step)).flat();
    const missing = before.filter((each) => !isDone(state, gate, each));
    if (missing.length > 0)
      return refuse(
        'APPROVAL_OUT_OF_ORDER',
        `${gate.name}:须先记录${quoted(regulation, missing, '、')}(${cite[0]})`,
      );
  }
  return undefined;
};
