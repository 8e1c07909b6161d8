import type * as z from 'zod/mini';
import type { Roster } from '../../shared/contracts/roster.ts';
import { NotifyInput } from '../../shared/contracts/workflow.ts';
import { sendNotice } from '../../shared/notices/send.ts';
import type { Sms } from '../../shared/notices/sms.ts';
import { type Office, SYSTEM_ACTOR } from '../../shared/office/office.ts';
import type { Cases } from '../../shared/records/cases.ts';
import type { Deliveries } from '../../shared/records/deliveries.ts';
import { type Rosters, rosterIn } from '../../shared/records/roster.ts';
import { regulationOfCase } from '../../shared/regulations/index.ts';
import { roleName } from '../../shared/regulations/lookup.ts';
import { type PartsOf, task } from '../lambda.ts';

interface Dependencies {
  cases: Cases;
  rosters: Rosters;
  deliveries: Deliveries;
  sms: Sms;
  office: Office;
  now: () => string;
  onProblem: (what: string, error: unknown) => void;
}

const DAY = 24 * 60 * 60 * 1000;
/** The roster as it stood a day before `now`, if there was one. */
const dayBefore = async (rosters: Rosters, now: string): Promise<Roster[]> => {
  const then = new Date(Date.parse(now) - DAY).toISOString();
  const version = (await rosters.history()).findLast(({ changedAt }) => changedAt <= then);
  return version === undefined ? [] : [version.roster];
};

/** Sends what a case has to send and records each hand-over. Cut off anywhere, the next call goes on; see deliveries.ts. */
const createNotifyPeople =
  ({ cases, rosters, deliveries, sms, office, now, onProblem }: Dependencies) =>
  async ({ caseId }: z.infer<typeof NotifyInput>): Promise<{ handedOver: number }> => {
    const state = await cases.load(caseId);
    if (state === null) return { handedOver: 0 };
    const pending = Object.values(state.pendingNotices);
    if (pending.length === 0) return { handedOver: 0 };
    const roster = rosterIn(await rosters.read());
    const regulation = regulationOfCase(state);
    const before = pending.some(({ person }) => person !== undefined) ? await dayBefore(rosters, now()) : [];
    const sending = { regulation, roster, before, sms, deliveries, now };
    const results = await Promise.allSettled(pending.map((notice) => sendNotice(sending, state, notice)));
    const handOvers = results.flatMap((result) =>
      result.status === 'fulfilled' ? (result.value ?? []) : [],
    );
    // The case has a telephone task for it; that a role has nobody is the operators' matter.
    for (const { role } of handOvers.filter(({ status }) => status === 'nobody'))
      onProblem(`${caseId} ${roleName(regulation, role)}`, new Error('名册中没有可通知的人'));
    if (handOvers.length > 0)
      await office.carryOut(caseId, SYSTEM_ACTOR, { type: 'RecordHandOvers', handOvers });
    // One that failed must not undo the others; thrown last, so that it is tried again.
    const failed = results.find((result) => result.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
    return { handedOver: handOvers.length };
  };

export const notifyPeople = (parts: PartsOf<typeof createNotifyPeople>) =>
  task(NotifyInput, createNotifyPeople(parts));
