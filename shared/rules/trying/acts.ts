import type { CaseState } from '../../case/state.ts';
import { commandNames } from '../../contracts/api/words/command-names.ts';
import type { OfficeCommand } from '../../contracts/commands.ts';
import { giversOf } from '../../regulations/lookup.ts';
import { type Context, scheduleOf } from '../context.ts';
import { asOfNow, refuseByStanding, refuseGiver } from '../decide.ts';
import type { Refusal } from '../refusal.ts';
import { commandsIn } from '../tasks/command-for.ts';
import { isToDo } from '../tasks/duty-tasks.ts';
import { BARS } from './bars.ts';

type Type = OfficeCommand['type'];
/** What the office enters for another, too (代录). */
type ForAnother = Extract<OfficeCommand, { onBehalf?: { person?: unknown } | undefined }>['type'];
const FOR_ANOTHER: Readonly<Partial<Record<Type, true>>> = {
  FileReport: true,
  RecordMeeting: true,
  RecordAction: true,
  RecordDecision: true,
  RequestPlan: true,
  StartPlan: true,
  EndPlan: true,
  RecordInstruction: true,
  DeclareCalm: true,
} satisfies Record<ForAnother, true>;

/** One thing that could be done to a case; `refusal`: why the actor may not, whatever he would fill in. */
export interface PossibleAct {
  type: Type;
  refusal: Refusal | undefined;
  /** The open duties that it may meet, whoever owes them. */
  duties: string[];
}

/** Why he may not give it at all: neither himself nor for another whose it is. */
const refuseGiverOf = (context: Context, state: CaseState, type: Type): Refusal | undefined => {
  const refused = refuseGiver(context, state, { type });
  const isSomebodys = giversOf(context.regulation, type, state.handlingLevel).length > 0;
  if (refused === undefined || FOR_ANOTHER[type] === undefined || !isSomebodys) return refused;
  return refuseGiver(context, state, { type, onBehalf: {} }) && refused;
};

const metBy = (context: Context, state: CaseState): ReadonlyMap<string, readonly string[]> => {
  const met = new Map<string, string[]>();
  for (const scheduled of scheduleOf(context, state).duties.filter(isToDo))
    for (const type of new Set(
      commandsIn({ regulation: context.regulation, state }, scheduled).map((each) => each.type),
    ))
      met.set(type, [...(met.get(type) ?? []), scheduled.duty]);
  return met;
};

/**
 * What the actor may do to a case now, as far as it can be said before he has filled in anything, in the order in which a case meets
 * it: asked of those who decide commands.
 */
export const possibleActs = (context: Context, state: CaseState): PossibleAct[] => {
  const { standing } = asOfNow(context, state);
  const met = metBy(context, standing);
  const types = commandNames.filter((name): name is Type => name !== 'OpenCase');
  return types.map((type) => ({
    type,
    refusal:
      refuseGiverOf(context, standing, type) ??
      refuseByStanding(context, standing, type) ??
      BARS[type]?.(context, standing),
    duties: [...new Set(met.get(type) ?? [])],
  }));
};
