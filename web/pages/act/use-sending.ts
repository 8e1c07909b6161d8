import { useRef, useState } from 'preact/hooks';
import { Fault } from '../../api/fault.ts';
import { request } from '../../api/http.ts';
import { refresh } from '../../api/live.ts';
import {
  afterFault,
  isSame,
  keyFrom,
  outgoing,
  type Sending,
  type Unsettled,
  whileOut,
} from '../../model/forms/sending.ts';

/** A key for one act. */
export const freshKey = (): string => keyFrom(crypto.getRandomValues(new Uint8Array(16)));

/** What came of sending. */
export type Outcome<Reply> =
  /** `isEarlier`: what was sent before and had not been answered, and not what stands in the form now. */
  | { is: 'done'; reply: Reply | undefined; isEarlier: boolean }
  /** Nobody knows; `message`: why. */
  | { is: 'lost'; message: string }
  | { is: 'refused'; fault: Fault };

const asFault = (error: unknown): Fault =>
  error instanceof Fault ? error : new Fault('UNKNOWN', String(error));

interface Options {
  path: string;
  sending: Sending;
  /** Keeps it where a reload finds it, before anything goes out. */
  setSending: (sending: Sending) => void;
}

/** Sends an act once, whatever is tapped. */
export const useSending = <Reply>({ path, sending, setSending }: Options) => {
  const [isBusy, setBusy] = useState(false);
  const out = useRef(false);

  const attempt = async (current: Sending, next: Unsettled): Promise<Outcome<Reply>> => {
    const going = outgoing(current, next);
    const isEarlier = !isSame(going.body, next.body);
    setSending(whileOut(going));
    try {
      const { body, key, version } = going;
      const options = { method: 'POST' as const, body, key, ...(version !== undefined && { version }) };
      const { body: reply } = await request<Reply>(path, options);
      return { is: 'done', reply, isEarlier };
    } catch (error) {
      const fault = asFault(error);
      // The log has it; its answer alone is gone.
      if (fault.code === 'IDEMPOTENCY_KEY_SPENT') return { is: 'done', reply: undefined, isEarlier };
      const after = afterFault(whileOut(going), fault, freshKey());
      setSending(after);
      if (after.unsettled !== undefined) return { is: 'lost', message: fault.message };
      // What was out has been answered as not done: what stands in the form now is sent for the first time.
      return isEarlier ? attempt(after, next) : { is: 'refused', fault };
    }
  };

  /** Undefined: it is on its way already. */
  const send = async (next: Unsettled): Promise<Outcome<Reply> | undefined> => {
    if (out.current) return undefined;
    out.current = true;
    setBusy(true);
    try {
      const outcome = await attempt(sending, next);
      if (outcome.is === 'done') void refresh();
      return outcome;
    } finally {
      out.current = false;
      setBusy(false);
    }
  };
  return { isBusy, send };
};
