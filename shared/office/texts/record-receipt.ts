import type { HandOver, Notice } from '../../case/events.ts';
import type { Cases } from '../../records/cases.ts';
import type { SentText } from '../../records/texts/sent-texts.ts';
import type { RecordTextReceipt } from '../../rules/clocks.ts';
import { earliest } from '../../time/instants.ts';
import { type Office, SYSTEM_ACTOR } from '../office.ts';

/** What a gateway reports of a text: that it got there, or why not, and when. */
export type Reported = Pick<RecordTextReceipt, 'status' | 'detail' | 'reportedAt'>;
/** Enters it into a case's file; a repeat changes nothing. True when it is new there. */
export type RecordReceipt = (sent: SentText, reported: Reported) => Promise<boolean>;

const TOLD: readonly HandOver['status'][] = ['handedOver', 'moot', 'spared'];

interface Dependencies {
  cases: Cases;
  office: Pick<Office, 'carryOut'>;
  now: () => string;
}

export const createRecordReceipt =
  ({ cases, office, now }: Dependencies): RecordReceipt =>
  async ({ caseId, notice: key, address, person, mobile, tries }, reported) => {
    // The state forgets a notice that was handed over; the log has it.
    const events = (await cases.log(caseId)).flatMap((entry) => entry.events);
    const notice: Notice | undefined = events
      .flatMap((event) => (event.type === 'NoticesMade' ? event.notices : []))
      .find((each) => each.key === key);
    if (notice === undefined) return false;
    const handOvers = events
      .flatMap((event) => (event.type === 'NoticesHandedOver' ? event.handOvers : []))
      .filter((each) => each.key === key);
    const own = handOvers.find(
      ({ status, to }) => status === 'handedOver' && to?.address === address && to.tries === tries,
    );
    const settled = handOvers.flatMap(({ status, to }) =>
      to !== undefined && to.address !== address && TOLD.includes(status) ? [to.address] : [],
    );
    const { entry } = await office.carryOut(caseId, SYSTEM_ACTOR, {
      type: 'RecordTextReceipt',
      notice,
      address,
      person,
      mobile,
      tries,
      // The receipt may be quicker than the line that says that it was handed over.
      handedOverAt: earliest([own?.at ?? now(), now()])!,
      settled: [...new Set(settled)],
      ...reported,
    });
    return entry !== null;
  };
