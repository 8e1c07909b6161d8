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

/** Whom to ring in a case, and what to say, at `now` and for who reads it: whole numbers where they are his to know. */
export const callsIn = (
  regulation: Regulation,
  state: CaseState,
  { reading, now }: { reading: Reading; now: string },
) => {
  const { named, role } = createReplyParts(regulation);
  const { roster, who } = reading;
  const toCall = readsNumbers(reading)
    ? new Set<string>()
    : peopleToCall(reading, [{ regulation, state, duties: scheduleCase(regulation, state).duties }], now);
  const show = showingNumbers(reading, toCall);
  const callTo = (roleId: string, given: Person): Call => {
    const { person, isMasked } = show(given);
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
      .filter(({ id }) => !isSamePerson({ roster }, personUnder(id), who.actor))
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
