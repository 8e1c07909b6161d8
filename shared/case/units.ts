import type { CaseUnit, UnitPart } from './state/units/unit.ts';
import type { CaseState } from './state.ts';

// Which units have a case: one leads (主办), others may have it beside it (会办). Their order is that of the first hand-over and
// never changes, since it names what each of them owes.

type OfUnits = Pick<CaseState, 'unit' | 'units'>;

/** What is known of a unit that has, or had, the case. */
export const unitIn = ({ units }: Pick<CaseState, 'units'>, unit: string | null): CaseUnit | undefined =>
  units.find((each) => each.unit === unit);

/** The units that have the case besides the 主办, in the order in which they first got it. */
export const jointUnits = ({ units }: Pick<CaseState, 'units'>): string[] =>
  units.filter(({ part }) => part === 'joint').map(({ unit }) => unit);

/** The units that have the case, the 主办 first. */
export const unitsOf = (state: OfUnits): string[] => [
  ...(state.unit === null ? [] : [state.unit]),
  ...jointUnits(state),
];

/** The 主办 that had the case up to an instant: of a limit that passed then, whose it was. */
export const leadUntil = ({ leads }: Pick<CaseState, 'leads'>, instant: string): string | undefined =>
  leads.findLast(({ since }) => since < instant)?.unit;

/** Whether the unit has the case, as 主办 or as 会办. */
export const hasCase = (state: OfUnits, unit: string | undefined): boolean =>
  unit !== undefined && unitsOf(state).includes(unit);

/** Whether the unit has the case as 会办. */
export const isJoint = (state: Pick<CaseState, 'units'>, unit: string | undefined): boolean =>
  unit !== undefined && jointUnits(state).includes(unit);

/** Which units have yet to sign for the case (签收), the 主办 first; none: all have, none has it, or it is over. */
export const unitsToAcknowledge = (state: OfUnits & Pick<CaseState, 'status'>): string[] =>
  state.status === 'open'
    ? unitsOf(state).filter((unit) => unitIn(state, unit)?.acknowledgedAt === null)
    : [];

/** 签收 of the 主办. */
export const leadAcknowledgedAt = (state: OfUnits): string | null =>
  unitIn(state, state.unit)?.acknowledgedAt ?? null;

/** The units once one of them has left the case. */
export const withoutUnit = (units: readonly CaseUnit[], unit: string): CaseUnit[] =>
  units.map((each) => (each.unit === unit ? { ...each, part: null } : each));

/**
 * The units once the case is handed to one as `part`, at `at`. One that has the case already goes on with it: what it has signed
 * for it need not sign for again. A new 主办 takes the place of the one before, who has the case no more.
 */
export const withUnit = (
  units: readonly CaseUnit[],
  unit: string,
  part: UnitPart,
  at: string,
): CaseUnit[] => {
  const others = units.map((each) =>
    part === 'lead' && each.part === 'lead' && each.unit !== unit ? { ...each, part: null } : each,
  );
  const anew = { part, assignedAt: at, acknowledgedAt: null };
  if (!others.some((each) => each.unit === unit))
    return [...others, { unit, since: at, heard: null, ...anew }];
  return others.map((each) => {
    if (each.unit !== unit) return each;
    return each.part === null ? { ...each, ...anew } : { ...each, part };
  });
};
