import type { CaseState } from '../../shared/case/state.ts';
import { compose, ownPart } from '../../shared/notices/compose.ts';
import type { Message } from '../../shared/notices/render.ts';
import type { Sms } from '../../shared/notices/sms.ts';
import type { Deliveries } from '../../shared/records/texts/deliveries.ts';
import {
  isOfCase,
  type Last,
  type Mailboxes,
  nameOf,
  type Slot,
  type Waiting,
} from '../../shared/records/texts/mailboxes.ts';
import { dayPlanOf, nextDigest } from '../../shared/regulations/day.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';
import { add, subtract } from '../../shared/time/instants.ts';
import { handedOver, type OfCase } from './hand-over.ts';
import { lookAt, type Ready } from './look.ts';

export interface Delivering {
  mailboxes: Mailboxes;
  deliveries: Deliveries;
  sms: Sms;
  regulation: Regulation;
  load: (caseId: string) => Promise<CaseState | null>;
  /** The mailboxes that a call of this process is looking through. */
  looking: Set<string>;
  now: () => string;
  /** Somebody looks into the mailboxes again at this instant, or a little later. */
  wakeAt: (at: string) => void;
}
/** What a mailbox has for the logs, and what may be taken out of it once it stands there. */
export interface Delivered {
  log: OfCase[];
  done: Waiting[];
  /** The gateway took nothing. */
  error?: unknown;
}

/** One text a person for all that comes within this. */
const APART = 'PT1M';
const AN_HOUR = 'PT1H';

const groupOf = ({ about }: Waiting): string => (isOfCase(about) ? about.caseId : about.group);

/** Claims each for this sender alone: what another has sent only lacks its line in the log, what he is at is left to him. */
const claimAll = async ({ deliveries, now }: Delivering, all: readonly Ready[]) => {
  const mine: Ready[] = [];
  const sent: OfCase[] = [];
  const known: Waiting[] = [];
  for (const ready of all) {
    const { waiting } = ready;
    const claim = await deliveries.claim(groupOf(waiting), nameOf(waiting), now());
    if (claim.mine) mine.push(ready);
    else if (claim.messageId !== undefined) {
      known.push(waiting);
      const { messageId } = claim;
      sent.push(...handedOver(waiting, { status: 'handedOver', at: now(), messageId }));
    }
  }
  return { mine, sent, known };
};

/** What could not be told before, or was held back, is said to be that. */
const howToSay = (mine: readonly Ready[]): 'retold' | 'digest' | undefined => {
  if (mine.some(({ isRetold }) => isRetold)) return 'retold';
  return mine.every(({ waiting }) => waiting.held) ? 'digest' : undefined;
};

/** What belongs to cases goes together; what belongs to none by kind, and not before it. */
const together = (ready: readonly Ready[]): Ready[] => {
  const ofCases = ready.filter(({ waiting }) => isOfCase(waiting.about));
  if (ofCases.length > 0) return ofCases;
  const [first] = ready;
  return ready.filter(({ part }) => part.template === first?.part.template);
};

const messageFor = ({ regulation }: Delivering, ready: readonly Ready[]): Message =>
  compose(
    regulation,
    ready.map(({ part }) => part),
    howToSay(ready),
  );

/** Whoever holds two posts has just read the same words: they were his for the other as well. */
const SAID_WITHIN = 'PT5M';
const hasJustBeenSaid = (of: Delivering, last: Last | undefined, ready: readonly Ready[]): boolean =>
  last !== undefined &&
  add(last.at, SAID_WITHIN, of.regulation.zone) > of.now() &&
  ready.every(({ waiting }) => isOfCase(waiting.about)) &&
  messageFor(of, ready).text === last.text;

/** Sends these as one text, and says so of each; `said`: it has just gone out in these words. */
const sendTogether = async (
  of: Delivering,
  box: string,
  mine: readonly Ready[],
  said?: Last,
): Promise<Delivered> => {
  const { mailboxes, deliveries, sms, regulation, now } = of;
  if (mine.length === 0) return { log: [], done: [] };
  const { mobile } = mine[0]!.waiting;
  const waiting = mine.map((each) => each.waiting);
  const message = messageFor(of, mine);
  const about = waiting.flatMap((each) =>
    isOfCase(each.about)
      ? [
          {
            caseId: each.about.caseId,
            notice: each.about.notice,
            person: each.person,
            address: each.address,
            tries: each.tries,
          },
        ]
      : [],
  );
  try {
    const messageId = said?.messageId ?? (await sms.send(mobile, message, about));
    // It went out: should this not be kept, the log still says so.
    if (said === undefined)
      await mailboxes.noteText(box, { text: message.text, at: now(), messageId }).catch(() => undefined);
    await Promise.all(
      waiting.map((each) =>
        deliveries.confirm(groupOf(each), nameOf(each), now(), messageId).catch(() => undefined),
      ),
    );
    const cases = new Set(mine.map(({ part }) => part.caseId));
    const log = mine.flatMap((each) =>
      handedOver(each.waiting, {
        status: 'handedOver',
        at: now(),
        // A case's log holds only its own part.
        text: cases.size > 1 ? ownPart(regulation, each.part).text : message.text,
        messageId,
      }),
    );
    return { log, done: waiting };
  } catch (error) {
    await Promise.all(waiting.map((each) => deliveries.release(groupOf(each), nameOf(each))));
    const detail = `网关未接收:${error instanceof Error ? error.name : 'Unknown'}`;
    const log = waiting.flatMap((each) => handedOver(each, { status: 'failed', at: now(), detail }));
    // What is of a case comes back with the next sweep; what is of none stays where it is.
    return { log, done: waiting.filter(({ about: of }) => isOfCase(of)), error };
  }
};

const lookAll = async (of: Delivering, all: readonly Waiting[]) => {
  const looks = await Promise.all(all.map((waiting) => lookAt(of, waiting, of.now())));
  return {
    ready: looks.flatMap((look) => ('ready' in look ? [look.ready] : [])),
    gone: looks.flatMap((look) => ('gone' in look ? [look.gone] : [])),
  };
};

/**
 * Those that may go now; once a person has had his texts of the hour, what can wait is put off to the next digest. It goes out
 * with that one, however many he has had: whoever has so many every hour would never hear of it.
 */
const withinHour = async (
  { mailboxes, regulation, now, wakeAt }: Delivering,
  slot: Slot,
  ready: readonly Ready[],
): Promise<Ready[]> => {
  const plan = dayPlanOf(regulation);
  const since = subtract(now(), AN_HOUR, plan.zone);
  if (slot.sent.filter((at) => at > since).length < plan.textsPerHour) return [...ready];
  const digest = nextDigest(plan, now());
  const later = ready.filter(({ canWait, waiting }) => canWait && !waiting.held);
  await Promise.all(later.map(({ waiting }) => mailboxes.hold(waiting, digest)));
  if (later.length > 0) wakeAt(digest);
  return ready.filter((each) => !later.includes(each));
};

/** All that a mailbox has for the logs, once what is this sender's was sent. */
const settle = async (
  useless: Delivered,
  { mine, sent, known }: Awaited<ReturnType<typeof claimAll>>,
  send: (mine: readonly Ready[]) => Promise<Delivered>,
): Promise<Delivered> => {
  const told = await send(mine);
  return {
    log: [...useless.log, ...sent, ...told.log],
    done: [...useless.done, ...known, ...told.done],
    ...('error' in told ? { error: told.error } : {}),
  };
};

/** A mailbox with more than this is looked through once in its minute: each of a hundred cases would look at all the others. */
const FEW = 50;
/** Before its minute has come, only where it holds the texts of one case. */
const isWorthLooking = (all: readonly Waiting[], isFree: boolean): boolean =>
  all.length <= FEW && (isFree || new Set(all.map(groupOf)).size <= 1);

const lookThrough = async (
  of: Delivering,
  box: string,
  slot: Slot,
  { all, free }: { all: readonly Waiting[]; free: string },
): Promise<Delivered> => {
  const { mailboxes, regulation, now, wakeAt } = of;
  for (const { at } of all) if (at > now()) wakeAt(at);
  const { ready, gone } = await lookAll(
    of,
    all.filter(({ at }) => at <= now()),
  );
  const useless: Delivered = {
    log: gone.flatMap(({ log }) => log),
    done: gone.map(({ waiting }) => waiting),
  };
  if (ready.length === 0) return useless;
  const said = hasJustBeenSaid(of, slot.last, ready) ? slot.last : undefined;
  if (said !== undefined)
    return settle(useless, await claimAll(of, ready), (mine) => sendTogether(of, box, mine, said));
  if (free > now()) {
    wakeAt(free);
    return useless;
  }
  const chosen = together(await withinHour(of, slot, ready));
  if (chosen.length === 0) return useless;
  if (chosen.length < ready.length) wakeAt(add(now(), APART, regulation.zone));
  const since = subtract(now(), AN_HOUR, regulation.zone);
  if (!(await mailboxes.takeSlot(box, slot, [...slot.sent.filter((at) => at > since), now()]))) {
    wakeAt(add(now(), APART, regulation.zone));
    return useless;
  }
  return settle(useless, await claimAll(of, chosen), (mine) => sendTogether(of, box, mine));
};

/**
 * Sends what may go to one number now, as one text: the first at once, what comes within a minute after it together. What has
 * become useless, or must wait, is said to the logs or left.
 */
export const deliver = async (of: Delivering, box: string): Promise<Delivered> => {
  const { mailboxes, looking, regulation, now, wakeAt } = of;
  const slot = await mailboxes.slot(box);
  const last = slot.sent.at(-1);
  const free = last === undefined ? now() : add(last, APART, regulation.zone);
  const isFree = free <= now();
  const isMine = isFree && !looking.has(box);
  if (isMine) looking.add(box);
  try {
    const all = await mailboxes.list(box, isMine ? undefined : FEW + 1);
    if (isMine || isWorthLooking(all, isFree)) return await lookThrough(of, box, slot, { all, free });
    wakeAt(isFree ? add(now(), APART, regulation.zone) : free);
    return { log: [], done: [] };
  } finally {
    if (isMine) looking.delete(box);
  }
};
