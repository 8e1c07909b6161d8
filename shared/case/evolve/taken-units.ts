import type { EventOf } from '../events.ts';
import type { CaseState } from '../state.ts';
import { hasCase, withUnit } from '../units.ts';
import type { Meta } from './apply.ts';
import { withReturnEnded } from './facts.ts';

// The units of two cases that become one.

type TakenOver = EventOf<'CaseTakenOver'>;
type Handed = Pick<CaseState, 'unit' | 'units' | 'unitAssignedAt'>;
type UnitThere = TakenOver['units'][number];
const earlierOf = (one: string | null, other: string | null): string | null =>
  one === null || (other !== null && other < one) ? other : one;

/** What a unit has heard of and signed for in either it has heard of and signed for: nobody signs again. */
const withSignature = (units: CaseState['units'], { unit, heardAt, acknowledgedAt }: UnitThere) =>
  units.map((each) =>
    each.unit === unit
      ? {
          ...each,
          heard: each.heard ?? (heardAt === null ? null : { at: heardAt, notice: null }),
          acknowledgedAt: earlierOf(each.acknowledgedAt, acknowledgedAt),
        }
      : each,
  );

/** A unit gets the case as 会办, or as 主办 where nobody leads; one that has it here has it as before. */
const withHanded = (known: Handed, { unit, since, assignedAt }: UnitThere, at: string): Handed => {
  if (hasCase(known, unit)) return known;
  const isLead = known.unit === null;
  const isNew = !known.units.some((each) => each.unit === unit);
  const units = withUnit(known.units, unit, isLead ? 'lead' : 'joint', at).map((each) =>
    each.unit === unit
      ? {
          ...each,
          // It is chased, and late, since its own hand-over.
          since: isNew ? since : each.since,
          assignedAt: isLead ? assignedAt : each.assignedAt,
        }
      : each,
  );
  return isLead ? { unit, units, unitAssignedAt: known.unitAssignedAt ?? assignedAt } : { ...known, units };
};

/** The units of both: that of this case leads on, those of the other have it with it (会办). A 退回 of one that has signed there ends. */
export const withUnits = (
  state: CaseState,
  { units: theirs }: TakenOver,
  meta: Meta,
): Handed & Pick<CaseState, 'returns'> => {
  const { unit: own, units, unitAssignedAt } = state;
  const handed = theirs.reduce<Handed>(
    (known, each) => {
      const next = withHanded(known, each, meta.at);
      return { ...next, units: withSignature(next.units, each) };
    },
    { unit: own, units, unitAssignedAt },
  );
  const returns = theirs
    .filter(({ acknowledgedAt }) => acknowledgedAt !== null)
    .reduce((known, { unit }) => withReturnEnded({ returns: known }, unit, 'signed', meta), state.returns);
  return { ...handed, returns };
};

/** Who led there leads on where nobody has the one, since when he did. */
export const withLead = (
  { unit: own, leads }: CaseState,
  { units: [lead] }: TakenOver,
): CaseState['leads'] =>
  own !== null || lead === undefined ? leads : [...leads, { unit: lead.unit, since: lead.assignedAt }];

/** 签收 by whichever unit of both came first: what starts with it starts no later than it did in either. */
export const firstSigned = ({ firstAcknowledgedAt }: CaseState, { units }: TakenOver): string | null =>
  [firstAcknowledgedAt, ...units.map(({ acknowledgedAt }) => acknowledgedAt)]
    .filter((at) => at !== null)
    .sort()[0] ?? null;
