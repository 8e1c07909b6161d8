import { CALLS_TO_OFFICE } from '../../../shared/case/secret.ts';
import type { OpenNotice } from '../../../shared/case/state/open-notice.ts';
import { type CaseState, isSecret } from '../../../shared/case/state.ts';
import type { Call } from '../../../shared/contracts/replies/parts.ts';
import type { Person } from '../../../shared/contracts/roster.ts';
import { scheduleCase } from '../../../shared/deadlines/schedule.ts';
import type { ScheduledDuty } from '../../../shared/deadlines/scheduled-duty.ts';
import { addressesOf } from '../../../shared/notices/addresses.ts';
import { spokenOfSecret, spokenPart } from '../../../shared/notices/compose.ts';
import { recipientsOf } from '../../../shared/notices/recipients.ts';
import { partOf } from '../../../shared/notices/words.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { isSamePerson, personUnder } from '../../../shared/rules/persons.ts';
import type { Reading } from '../../../shared/rules/reading/cases.ts';
import { peopleToCall, readsNumbers, showingNumbers } from '../../../shared/rules/reading/roster.ts';
import { SECRET_FOUND } from '../../../shared/rules/secrecy/telling.ts';
import { createReplyParts } from '../../reply-parts.ts';

/** What must be told without a word of the case: also what was to be told while it was 涉密. */
const saysNothing = (state: CaseState, { template }: OpenNotice): boolean =>
  isSecret(state) || template === SECRET_FOUND || template === CALLS_TO_OFFICE;

const NOBODY: ReadonlySet<string> = new Set();
type CasesSeen = WeakMap<CaseState, { now: string; toCall: ReadonlySet<string> }>;
interface Asker {
  /** Person → whether it is the reader himself. */
  isSelf: Map<string, boolean>;
  cases: CasesSeen;
}
/** Of each request: who reads asks the same of every row of a list. */
const askers = new WeakMap<Reading, Asker>();
const askerOf = (reading: Reading): Asker => {
  const known = askers.get(reading) ?? { isSelf: new Map<string, boolean>(), cases: new WeakMap() };
  askers.set(reading, known);
  return known;
};
const isSelf = (reading: Reading, id: string): boolean => {
  const { isSelf: known } = askerOf(reading);
  const found = known.get(id) ?? isSamePerson(reading, personUnder(id), reading.who.actor);
  known.set(id, found);
  return found;
};
const toCallIn = (
  regulation: Regulation,
  state: CaseState,
  { reading, now }: { reading: Reading; now: string },
): ReadonlySet<string> => {
  const { cases } = askerOf(reading);
  const known = cases.get(state);
  if (known?.now === now) return known.toCall;
  const { duties } = scheduleCase(regulation, state);
  const toCall = readsNumbers(reading) ? NOBODY : peopleToCall(reading, [{ regulation, state, duties }], now);
  cases.set(state, { now, toCall });
  return toCall;
};

/** Whom to ring in a case, and what to say, at `now` and for who reads it: whole numbers where they are his to know. */
export const callsIn = (
  regulation: Regulation,
  state: CaseState,
  { reading, now }: { reading: Reading; now: string },
) => {
  const { named, role } = createReplyParts(regulation);
  const { roster } = reading;
  const callTo = (roleId: string, given: Person): Call => {
    const { person, isMasked } = showingNumbers(
      reading,
      toCallIn(regulation, state, { reading, now }),
    )(given);
    return {
      name: person.name,
      role: role(roleId),
      unit: person.unit === undefined ? null : named(regulation.units, person.unit),
      mobile: person.mobile,
      landline: person.landline ?? null,
      masked: isMasked,
    };
  };
  /** Those who hold a post and are there; nobody rings himself. */
  const holding = (roleId: string, unit: string | null): Call[] => {
    const reached = recipientsOf(regulation, roster, roleId, unit ?? undefined);
    return (reached?.reachedRole === roleId ? reached.people : [])
      .filter(({ id }) => !isSelf(reading, id))
      .map((person) => callTo(roleId, person));
  };
  return {
    /** Of what no text may or could carry. */
    about: (notice: OpenNotice): { call: Call[]; say: string } => {
      const { addresses = [], reachedRole } = addressesOf(regulation, { roster, before: [] }, notice) ?? {};
      const telling = { now, ...(reachedRole === undefined ? {} : { reachedRole }) };
      return {
        call: addresses.map(({ person }) => callTo(reachedRole ?? notice.role, person)),
        say: saysNothing(state, notice)
          ? spokenOfSecret(regulation)
          : spokenPart(regulation, partOf(regulation, state, notice, telling)),
      };
    },
    /** Who has not done what has climbed. */
    toPress: ({ responsible, unit }: ScheduledDuty): Call[] => holding(responsible, unit ?? state.unit),
    /** Whom the roster knows of those whom it has not reached. */
    toReport: ({ missingReceivers }: ScheduledDuty): Call[] =>
      [...new Set(missingReceivers.flat())].flatMap((receiver) =>
        Object.hasOwn(roster.roles, receiver) ? holding(receiver, state.unit) : [],
      ),
  };
};
