import type { z } from 'zod';
import type { NotifyInput } from '../../shared/contracts/workflow.ts';
import { sendNotice } from '../../shared/notices/send.ts';
import type { Sms } from '../../shared/notices/sms.ts';
import type { Cases } from '../../shared/records/cases.ts';
import type { Deliveries } from '../../shared/records/deliveries.ts';
import type { Rosters } from '../../shared/records/roster.ts';
import { regulationOf } from '../../shared/regulations/index.ts';
import { type Office, SYSTEM_ACTOR } from '../../shared/workflows/office.ts';

interface Dependencies {
  cases: Cases;
  rosters: Rosters;
  deliveries: Deliveries;
  sms: Sms;
  office: Office;
  now: () => string;
}

/** Sends what a case has to send and records each hand-over. Cut off anywhere, the next call goes on; see deliveries.ts. */
export const createNotifyPeople =
  ({ cases, rosters, deliveries, sms, office, now }: Dependencies) =>
  async ({ caseId }: z.infer<typeof NotifyInput>): Promise<{ handedOver: number }> => {
    const state = await cases.load(caseId);
    if (state === null) return { handedOver: 0 };
    const pending = Object.values(state.pendingNotices);
    if (pending.length === 0) return { handedOver: 0 };
    const roster = (await rosters.read())?.roster ?? { roles: {} };
    const regulation = regulationOf(state.regulation.id, state.regulation.version);
    const sending = { regulation, roster, sms, deliveries, now };
    const handOvers = (await Promise.all(pending.map((notice) => sendNotice(sending, state, notice)))).filter(
      (done) => done !== undefined,
    );
    if (handOvers.length > 0)
      await office.carryOut(caseId, SYSTEM_ACTOR, { type: 'RecordHandOvers', handOvers });
    return { handedOver: handOvers.length };
  };
