import type { HandOver } from '../../case/events.ts';
import { lastTry, nextTry } from '../../notices/retry.ts';
import { mapEach } from '../../records/some-at-once.ts';
import type { Deliveries } from '../../records/texts/deliveries.ts';
import { groupOf, type Mailboxes, nameOf, type Waiting } from '../../records/texts/mailboxes.ts';
import { type Office, SYSTEM_ACTOR } from '../office.ts';
import { type Became, handedOver, type OfCase } from './hand-over.ts';

// What becomes of texts once a gateway has answered, at once or later: said to the logs, and taken out of their mailbox or left
// there to be tried again.

export interface Texting {
  mailboxes: Mailboxes;
  deliveries: Deliveries;
  office: Pick<Office, 'carryOut'>;
  now: () => string;
  /** Somebody looks into the mailboxes again at this instant, or a little later. */
  wakeAt: (at: string) => void;
  onProblem: (what: string, error: unknown) => void;
}
/** What the logs are to be told, and what may be taken out of its mailbox once it stands there. */
export interface Delivered {
  log: OfCase[];
  done: Waiting[];
}
export const together = (all: readonly Delivered[]): Delivered => ({
  log: all.flatMap(({ log }) => log),
  done: all.flatMap(({ done }) => done),
});

/** One text in its mailbox, and what it says of its case. */
export interface Said {
  waiting: Waiting;
  text?: string;
}

/** The gateway took these as the message `messageId`. */
export const taken = async (
  { deliveries, now }: Texting,
  said: readonly Said[],
  messageId: string,
): Promise<Delivered> => {
  const confirm = ({ waiting }: Said): Promise<void> =>
    // It went out: should this not be kept, the log still says so.
    deliveries.confirm(groupOf(waiting), nameOf(waiting), now(), messageId).catch(() => undefined);
  await mapEach(said, confirm);
  return {
    log: said.flatMap(({ waiting, text }) =>
      handedOver(waiting, {
        status: 'handedOver',
        at: now(),
        ...(text === undefined ? {} : { text }),
        messageId,
      }),
    ),
    done: said.map(({ waiting }) => waiting),
  };
};

/**
 * No gateway took these: each stays in its mailbox and is tried again; once it has been tried for 72 hours it is given up, and only
 * the telephone is left.
 */
export const notTaken = async (
  { mailboxes, deliveries, now, wakeAt, onProblem }: Texting,
  box: string,
  all: readonly Waiting[],
  why: Pick<Became, 'detail' | 'error'>,
): Promise<Delivered> => {
  const at = now();
  const giveUp = (waiting: Waiting): Delivered => {
    onProblem(`${groupOf(waiting)} text`, new Error('短信满72小时未能发出,不再补发'));
    const reason = { ...why, detail: why.detail ?? '短信网关一直未接收' };
    return { log: handedOver(waiting, { status: 'givenUp', at, ...reason }), done: [waiting] };
  };
  const tryLater = async (waiting: Waiting): Promise<Delivered> => {
    const { flight: _flight, held: _held, failedAt = at, ...left } = waiting;
    const next = nextTry(failedAt, at, box);
    await mailboxes.replace(waiting, { ...left, failedAt, at: next });
    wakeAt(next);
    return { log: handedOver(waiting, { status: 'failed', at, ...why }), done: [] };
  };
  const settled = await mapEach(all, async (waiting) => {
    const isOver = waiting.failedAt !== undefined && at >= lastTry(waiting.failedAt);
    const outcome = isOver ? giveUp(waiting) : await tryLater(waiting);
    await deliveries.release(groupOf(waiting), nameOf(waiting));
    return outcome;
  });
  return together(settled);
};

/** Nobody was asked to take these: they lie in their mailbox again, to be looked at anew. */
export const takenBack = async (
  { mailboxes, deliveries, now }: Texting,
  box: string,
  all: readonly Waiting[],
): Promise<void> => {
  for (const at of new Set(all.flatMap(({ flight }) => flight?.at ?? []))) await mailboxes.giveBack(box, at);
  await mapEach(all, async (waiting) => {
    const { flight: _flight, ...left } = waiting;
    await mailboxes.replace(waiting, { ...left, at: now() });
    await deliveries.release(groupOf(waiting), nameOf(waiting));
  });
};

/** One entry a case, whatever a call has sent: what stands in the log is then taken out of the mailboxes. */
export const recordTexts = async (
  { office, mailboxes }: Texting,
  { log, done }: Delivered,
): Promise<void> => {
  await mapEach([...Map.groupBy(log, ({ caseId }) => caseId)], ([caseId, told]) => {
    const handOvers: HandOver[] = told.map(({ handOver }) => handOver);
    return office.carryOut(caseId, SYSTEM_ACTOR, { type: 'RecordHandOvers', handOvers });
  });
  await mapEach(done, mailboxes.remove);
};
