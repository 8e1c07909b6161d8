import { isDeepStrictEqual } from 'node:util';
import { CALLS_TO_OFFICE } from '../../shared/case/secret.ts';
import type { CaseState } from '../../shared/case/state.ts';
import { saysNothingNew } from '../../shared/notices/compose.ts';
import { lastTry } from '../../shared/notices/retry.ts';
import type { Part } from '../../shared/notices/words.ts';
import { type Delivered, notTaken, together } from '../../shared/office/texts/outcome.ts';
import { EntryUnreadable } from '../../shared/records/log/chain.ts';
import { mapEach } from '../../shared/records/some-at-once.ts';
import { isOfCase, type Last, type Slot, type Waiting } from '../../shared/records/texts/mailboxes.ts';
import { dayPlanOf, nextDigest } from '../../shared/regulations/day.ts';
import { add, latest, subtract } from '../../shared/time/instants.ts';
import { lookAt, type Ready } from './look.ts';
import { claimAll, messageFor, type Sender, saidAlready, sendTogether } from './send.ts';

export interface Delivering extends Sender {
  load: (caseId: string) => Promise<CaseState | null>;
  /** The mailboxes that a call of this process is looking through. */
  looking: Set<string>;
}
/** A mailbox, its slot as it was read, and from when it is free for the next text. */
interface Box {
  box: string;
  slot: Slot;
  free: string;
}

/** One text a person for all that comes within this. */
const APART = 'PT1M';
const AN_HOUR = 'PT1H';

const NOTHING: Delivered = { log: [], done: [] };

/** Whether one text says both: the same, or numbers that add up. */
const saySame = (one: Part, other: Part): boolean =>
  one.template === other.template &&
  (one.variables.count !== undefined || isDeepStrictEqual(one.variables, other.variables));
/** What belongs to cases goes together; what belongs to none by kind, and not before it. */
const goingTogether = (ready: readonly Ready[]): Ready[] => {
  // It must not be known from its neighbours what calls to the office.
  const calls = ready.filter(({ part }) => part.template === CALLS_TO_OFFICE);
  if (calls.length > 0) return calls;
  const ofCases = ready.filter(({ waiting }) => isOfCase(waiting.about));
  if (ofCases.length > 0) return ofCases;
  const [first] = ready;
  return ready.filter(({ part }) => first !== undefined && saySame(first.part, part));
};

/** Whether this was within so long before now; what lies further ahead than clocks differ was noted while a clock had jumped. */
const wasWithin = ({ now, regulation: { zone } }: Delivering, at: string, length: string): boolean =>
  at > subtract(now(), length, zone) && at <= add(now(), APART, zone);

/**
 * Whoever holds two posts has just read the same words: they were his for the other as well. So were those of what the text that
 * handed him the case asked for at once.
 */
const SAID_WITHIN = 'PT5M';
const hasJustBeenSaid = (of: Delivering, last: Last | undefined, ready: readonly Ready[]): boolean =>
  last !== undefined &&
  wasWithin(of, last.at, SAID_WITHIN) &&
  ready.every(({ waiting }) => isOfCase(waiting.about)) &&
  (messageFor(of.regulation, ready).text === last.text ||
    ready.every(({ part }) => saysNothingNew(part, last.text)));

/** What cannot be looked at stays where it is: a case of which an entry cannot be read keeps no other one's texts back. */
const tryToLook = async (of: Delivering, waiting: Waiting) => {
  try {
    return await lookAt(of, waiting, of.now());
  } catch (error) {
    if (!(error instanceof EntryUnreadable)) throw error;
    of.onProblem(`${error.caseId} texts`, error);
    return { unreadable: waiting };
  }
};

const lookAll = async (of: Delivering, all: readonly Waiting[]) => {
  const looks = await mapEach(all, (waiting) => tryToLook(of, waiting));
  return {
    ready: looks.flatMap((look) => ('ready' in look ? [look.ready] : [])),
    gone: looks.flatMap((look) => ('gone' in look ? [look.gone] : [])),
  };
};

/**
 * Those that may go now; once a person has had his texts of the hour, what can wait is put off to the next digest. It goes out
 * with that one, however many he has had: whoever has so many every hour would never hear of it.
 */
const withinHour = async (of: Delivering, slot: Slot, ready: readonly Ready[]): Promise<Ready[]> => {
  const { mailboxes, regulation, now, wakeAt } = of;
  const plan = dayPlanOf(regulation);
  if (slot.sent.filter((at) => wasWithin(of, at, AN_HOUR)).length < plan.textsPerHour) return [...ready];
  const digest = nextDigest(plan, now());
  const later = ready.filter(({ canWait, waiting }) => canWait && !waiting.held);
  await mapEach(later, ({ waiting }) => mailboxes.replace(waiting, { ...waiting, at: digest, held: true }));
  if (later.length > 0) wakeAt(digest);
  return ready.filter((each) => !later.includes(each));
};

/** Those that no gateway took in 72 hours, or of which no answer came: of the one the last word, of the other the next try. */
const settleUntold = async (
  of: Delivering,
  box: string,
  all: readonly Waiting[],
  why: string,
): Promise<Delivered> => {
  const { mine, known } = await claimAll(
    of,
    all.map((waiting) => ({ waiting })),
  );
  for (const at of new Set(all.flatMap(({ flight }) => flight?.at ?? [])))
    await of.mailboxes.giveBack(box, at);
  const settled = await notTaken(
    of,
    box,
    mine.map(({ waiting }) => waiting),
    { detail: why },
  );
  return together([known, settled]);
};

/** What may be looked at now. With the first that is due goes whatever only waits to be tried again: one text for all. */
const dueOf = (all: readonly Waiting[], now: string): Waiting[] => {
  const here = all.filter(({ flight }) => flight === undefined);
  if (here.every(({ at }) => at > now)) return [];
  return here.filter(({ at, failedAt, held }) => at <= now || (failedAt !== undefined && held !== true));
};

/**
 * Before its minute has come, or while somebody else looks through it, a mailbox is looked at where it holds this few texts, of one
 * case: each of a hundred cases would look at all the others.
 */
const FEW = 50;

const sendReady = async (
  of: Delivering,
  { box, slot, free }: Box,
  ready: readonly Ready[],
): Promise<Delivered> => {
  const { mailboxes, regulation, now, wakeAt } = of;
  const { last } = slot;
  if (last !== undefined && hasJustBeenSaid(of, last, ready)) {
    const { mine, known } = await claimAll(of, ready);
    return together([known, await saidAlready(of, mine, last)]);
  }
  if (free > now()) {
    wakeAt(free);
    return NOTHING;
  }
  const chosen = goingTogether(await withinHour(of, slot, ready));
  if (chosen.length === 0) return NOTHING;
  if (chosen.length < ready.length) wakeAt(add(now(), APART, regulation.zone));
  const at = now();
  const sent = slot.sent.filter((each) => wasWithin(of, each, AN_HOUR));
  if (!(await mailboxes.takeSlot(box, slot, [...sent, at]))) {
    wakeAt(add(at, APART, regulation.zone));
    return NOTHING;
  }
  const { mine, known } = await claimAll(of, chosen);
  // What another call has sent already is none of the texts of this hour a second time.
  if (mine.length === 0) await mailboxes.giveBack(box, at);
  return together([known, await sendTogether(of, box, mine, at)]);
};

const lookThrough = async (of: Delivering, of1: Box, all: readonly Waiting[]): Promise<Delivered> => {
  const { box } = of1;
  const now = of.now();
  for (const { at } of all) if (at > now) of.wakeAt(at);
  const unanswered = all.filter(({ flight }) => flight !== undefined && flight.until <= now);
  const lost = await settleUntold(of, box, unanswered, '短信没有交到网关');
  const { ready, gone } = await lookAll(of, dueOf(all, now));
  const useless: Delivered = {
    log: gone.flatMap(({ log }) => log),
    done: gone.map(({ waiting }) => waiting),
  };
  const isOver = ({ waiting: { failedAt } }: Ready): boolean =>
    failedAt !== undefined && now > lastTry(failedAt);
  const over = ready.filter(isOver).map(({ waiting }) => waiting);
  const givenUp = await settleUntold(of, box, over, '短信网关一直未接收');
  const left = ready.filter((each) => !isOver(each));
  const told = left.length === 0 ? NOTHING : await sendReady(of, of1, left);
  return together([lost, useless, givenUp, told]);
};

/**
 * Sends what may go to one number now, as one text: the first at once, what comes within a minute after it together. What has
 * become useless, or must wait, is said to the logs or left.
 */
export const deliver = async (of: Delivering, box: string): Promise<Delivered> => {
  const { mailboxes, looking, regulation, now, wakeAt } = of;
  const slot = await mailboxes.slot(box);
  const last = [...slot.sent, slot.tried ?? ''].filter((at) => wasWithin(of, at, AN_HOUR)).reduce(latest, '');
  const free = last === '' ? now() : add(last, APART, regulation.zone);
  const isFree = free <= now();
  const isMine = isFree && !looking.has(box);
  if (isMine) looking.add(box);
  try {
    const all = await (isMine ? mailboxes.list(box) : mailboxes.listOfOne(box, FEW));
    if (all !== undefined) return await lookThrough(of, { box, slot, free }, all);
    wakeAt(isFree ? add(now(), APART, regulation.zone) : free);
    return NOTHING;
  } finally {
    if (isMine) looking.delete(box);
  }
};
