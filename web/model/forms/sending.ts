// One act is one request, however often it is tapped and whatever becomes of its answer.

import { spoken } from '../spoken.ts';

/** A request of which nobody knows whether it was done: what it said, word for word, and on which version of the case. */
export interface Unsettled {
  body: Readonly<Record<string, unknown>>;
  version?: number;
  /** Nothing of it may lie on the device. */
  isSecret?: true;
}
/** The same where what it said was kept nowhere, and the page has been opened anew. */
export interface Wordless {
  /** When it went out, by the server's clock, in milliseconds. */
  at: number;
  version?: number;
}
/** `key`: of the request that is out, or the next. */
export interface Sending {
  key: string;
  unsettled?: Unsettled;
  wordless?: Wordless;
}
export interface Outgoing extends Unsettled {
  key: string;
}
/** Why it was not done, as the API has it; status 0: no answer came. */
export interface Refusal {
  status: number;
  code: string;
  message: string;
}

/** Those that say nothing of whether it was done: no answer, ours, or that the first is still being carried out. */
const isUnsettling = (status: number, code: string): boolean =>
  status === 0 || status === 429 || status >= 500 || code === 'IDEMPOTENCY_KEY_IN_USE';

/**
 * What is sent now. What was sent before and was not answered goes first and as it was: only so does one learn whether it was done, and
 * a key never comes with other words.
 */
export const outgoing = ({ key, unsettled }: Sending, next: Unsettled): Outgoing => ({
  key,
  ...(unsettled ?? next),
});

const wordlessIn = ({ wordless }: Sending): Pick<Sending, 'wordless'> => (wordless ? { wordless } : {});
/** How it stands while the request is out. */
export const whileOut = ({ key, ...out }: Outgoing, before: Sending): Sending => ({
  key,
  unsettled: out,
  ...wordlessIn(before),
});
/**
 * After an answer that is no success. `freshKey`: answered means not done, so that what comes next is another act; but what went out
 * without its words was not answered by it.
 */
export const afterFault = (
  sending: Sending,
  fault: { status: number; code: string },
  freshKey: string,
): Sending => {
  if (isUnsettling(fault.status, fault.code)) return sending;
  return sending.wordless === undefined
    ? { key: freshKey }
    : { key: sending.key, wordless: sending.wordless };
};
/** What may be kept of it where nothing of a case may lie: that something is out, under which key. Undefined: nothing is. */
export const withoutWords = (
  { key, unsettled, wordless }: Sending,
  at: number,
): (Sending & { wordless: Wordless }) | undefined => {
  if (unsettled === undefined) return wordless === undefined ? undefined : { key, wordless };
  const version = wordless?.version ?? unsettled.version;
  return { key, wordless: { at, ...(version !== undefined && { version }) } };
};
/** What was kept so, if it is that at all. */
export const wordlessFrom = (kept: unknown): Sending | undefined => {
  const { key, wordless } = (kept ?? {}) as Partial<Sending>;
  return typeof key === 'string' && typeof wordless?.at === 'number' ? { key, wordless } : undefined;
};
/** The longest that a server carries out a request which it has begun, and by how much clocks may differ. */
const LONGEST_OUT_MILLISECONDS = 120_000;
/** Whether it is carried out no more: what has not been done by then is not going to be. */
export const isOver = ({ at }: Wordless, now: number): boolean => now - at > LONGEST_OUT_MILLISECONDS;

/** Why nobody knows, to whoever waits. */
export const lostWords = ({ code, message }: Refusal): string =>
  code === 'IDEMPOTENCY_KEY_IN_USE' ? '上次发出的可能还在办理（最多一分钟）' : spoken(message);

/** Whether two requests say the same. */
export const isSame = (one: object, other: object): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What came of sending. */
export type Outcome<Reply, Fault extends Refusal> =
  /** `reply` undefined: it was done, and its answer is gone. `isEarlier`: what had been sent before, and not what stands in the form. */
  | { is: 'done'; reply: Reply | undefined; isEarlier: boolean }
  /** Nobody knows whether it was done. */
  | { is: 'lost'; fault: Fault }
  /** What went out under this key, without its words or from another tab, has arrived and said something else: this has not been done. */
  | { is: 'unlike' }
  | { is: 'refused'; fault: Fault };

interface Ways<Reply, Fault extends Refusal> {
  request: (out: Outgoing) => Promise<{ reply: Reply } | { fault: Fault }>;
  /** Keeps it where a reload finds it; before anything goes out. */
  save: (sending: Sending) => void;
  freshKey: () => string;
}
/** Sends what stands in a form, after what is still out. */
export const sendOnce = async <Reply, Fault extends Refusal>(
  sending: Sending,
  next: Unsettled,
  ways: Ways<Reply, Fault>,
  isAgain = false,
): Promise<Outcome<Reply, Fault>> => {
  const out = outgoing(sending, next);
  const isEarlier = !isSame(out.body, next.body);
  ways.save(whileOut(out, sending));
  const answer = await ways.request(out);
  if ('reply' in answer) return { is: 'done', reply: answer.reply, isEarlier };
  const { fault } = answer;
  // The log has it; its answer alone is gone.
  if (fault.code === 'IDEMPOTENCY_KEY_SPENT') return { is: 'done', reply: undefined, isEarlier };
  const after = afterFault(whileOut(out, sending), fault, ways.freshKey());
  ways.save(after);
  if (fault.code === 'IDEMPOTENCY_KEY_REUSED') {
    const isTold = after.wordless === undefined && next.version !== undefined;
    // The same draft was sent from another tab. This is another act, and its version tells whether the case has changed by the first.
    return isTold && !isAgain ? sendOnce(after, next, ways, true) : { is: 'unlike' };
  }
  if (after.unsettled !== undefined) return { is: 'lost', fault };
  // What was out has been answered as not done: what stands in the form now is sent for the first time.
  return isEarlier ? sendOnce(after, next, ways) : { is: 'refused', fault };
};

/** 128 random bits. */
export const keyFrom = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => (byte < 16 ? '0' : '') + byte.toString(16)).join('');
