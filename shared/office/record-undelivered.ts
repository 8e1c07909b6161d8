import type { About } from '../notices/sms.ts';
import type { Cases } from '../records/cases.ts';
import { type Office, SYSTEM_ACTOR } from './office.ts';

/** Enters into a case's file that a text did not get to its person; a repeat changes nothing. */
export type RecordUndelivered = (about: About, detail: string) => Promise<void>;

export const createRecordUndelivered =
  ({ cases, office }: { cases: Cases; office: Office }): RecordUndelivered =>
  async ({ caseId, notice: key, ...to }, detail) => {
    const state = await cases.load(caseId);
    if (state === null || (state.undelivered[key]?.[to.address] ?? -1) >= to.tries) return;
    // The state forgets a notice that was handed over; the log has it.
    const made = (await cases.log(caseId)).flatMap(({ events }) =>
      events.flatMap((event) => (event.type === 'NoticesMade' ? event.notices : [])),
    );
    const notice = made.find((each) => each.key === key);
    if (notice === undefined) return;
    await office.carryOut(caseId, SYSTEM_ACTOR, { type: 'RecordUndelivered', notice, ...to, detail });
  };
