import { createHash } from 'node:crypto';
import { compose, ownPart } from '../../shared/notices/compose.ts';
import type { Message } from '../../shared/notices/render.ts';
import type { Sms } from '../../shared/notices/sms.ts';
import { handedOver } from '../../shared/office/texts/hand-over.ts';
import {
  type Delivered,
  notTaken,
  type Said,
  type Texting,
  taken,
} from '../../shared/office/texts/outcome.ts';
import { mapEach } from '../../shared/records/some-at-once.ts';
import {
  FLIGHT_LASTS,
  groupOf,
  isOfCase,
  type Last,
  nameOf,
  type Waiting,
} from '../../shared/records/texts/mailboxes.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';
import { add } from '../../shared/time/instants.ts';
import type { Ready } from './look.ts';

export interface Sender extends Texting {
  sms: Sms;
  regulation: Regulation;
}

/** Claims each for this sender alone: what another has sent only lacks its line in the log, what he is at is left to him. */
export const claimAll = async <T extends { waiting: Waiting }>(
  { deliveries, now }: Texting,
  all: readonly T[],
): Promise<{ mine: T[]; known: Delivered }> => {
  const mine: T[] = [];
  const known: Delivered = { log: [], done: [] };
  for (const each of all) {
    const { waiting } = each;
    const claim = await deliveries.claim(groupOf(waiting), nameOf(waiting), now());
    if (claim.mine) mine.push(each);
    else if (claim.messageId !== undefined) {
      known.done.push(waiting);
      const { messageId } = claim;
      known.log.push(...handedOver(waiting, { status: 'handedOver', at: now(), messageId }));
    }
  }
  return { mine, known };
};

/** What could not be told before, or was held back, is said to be that; whom to call is said in its own words. */
const howToSay = (ready: readonly Ready[]): 'retold' | 'digest' | undefined => {
  if (ready.length === 1 && ready[0]!.part.template === 'telephone') return undefined;
  if (ready.some(({ isRetold }) => isRetold)) return 'retold';
  return ready.every(({ waiting }) => waiting.held) ? 'digest' : undefined;
};

export const messageFor = (regulation: Regulation, ready: readonly Ready[]): Message =>
  compose(
    regulation,
    ready.map(({ part }) => part),
    howToSay(ready),
  );

/** What the gateway knows the text by; every try has its own, so that no answer to an earlier one is taken for its own. */
const keyOf = (mobile: string, all: readonly Said[], at: string): string =>
  createHash('sha256')
    .update([mobile, at, ...all.map(({ waiting }) => nameOf(waiting))].join('\n'))
    .digest('hex');

/** Marks each as on its way. Whoever has the gateway's answer finds it by the key; without one it is free again at `until`. */
const takeOff = async ({ mailboxes }: Texting, key: string, said: readonly Said[], at: string) => {
  const until = add(at, FLIGHT_LASTS, 'UTC');
  return mapEach(said, async ({ waiting, text = '' }) => {
    const flying = { ...waiting, at: until, flight: { key, text, at, until } };
    await mailboxes.replace(waiting, flying);
    return flying;
  });
};

/** Sends these as one text, in the slot taken at `at`, and says of each what became of it. */
export const sendTogether = async (
  of: Sender,
  box: string,
  mine: readonly Ready[],
  at: string,
): Promise<Delivered> => {
  const { mailboxes, sms, regulation, now } = of;
  const [first] = mine;
  if (first === undefined) return { log: [], done: [] };
  const { mobile, about } = first.waiting;
  const message = messageFor(regulation, mine);
  const isOfSeveral = new Set(mine.map(({ part }) => part.caseId)).size > 1;
  const said = mine.map(({ waiting, part }) => ({
    waiting,
    // A case's log holds only its own part.
    text: isOfSeveral ? ownPart(regulation, part).text : message.text,
  }));
  const key = keyOf(mobile, said, at);
  const waiting = sms.relays ? await takeOff(of, key, said, at) : said.map((each) => each.waiting);
  try {
    const messageId = await sms.send(mobile, message, { key, ofCase: isOfCase(about) });
    if (sms.relays) return { log: [], done: [] };
    // It went out: should this not be kept, the log still says so.
    await mailboxes.noteText(box, { text: message.text, at: now(), messageId }).catch(() => undefined);
    return taken(of, said, messageId);
  } catch (error) {
    await mailboxes.giveBack(box, at);
    return notTaken(of, box, waiting, { error: error instanceof Error ? error.name : 'Unknown' });
  }
};

/** What has just gone to this number in these very words is said of these too. */
export const saidAlready = (
  of: Sender,
  mine: readonly Ready[],
  { text, messageId }: Last,
): Promise<Delivered> =>
  taken(
    of,
    mine.map(({ waiting }) => ({ waiting, text })),
    messageId,
  );
