import { useRef, useState } from 'preact/hooks';
import { Fault } from '../../api/fault.ts';
import { request } from '../../api/http.ts';
import { newKey } from '../../api/key.ts';
import { refresh } from '../../api/live.ts';
import {
  type Outcome,
  type Outgoing,
  type Sending,
  sendOnce,
  type Unsettled,
} from '../../model/forms/sending.ts';

const post =
  <Reply>(path: string) =>
  async ({ body, key, version }: Outgoing): Promise<{ reply: Reply } | { fault: Fault }> => {
    try {
      const asked = { method: 'POST' as const, body, key, ...(version !== undefined && { version }) };
      const answer = await request<Reply>(path, asked);
      return { reply: answer.body as Reply };
    } catch (error) {
      return { fault: error instanceof Fault ? error : new Fault('UNKNOWN', String(error)) };
    }
  };

interface Options {
  path: string;
  sending: Sending;
  setSending: (sending: Sending) => void;
}
/** Sends an act once, whatever is tapped. */
export const useSending = <Reply>({ path, sending, setSending }: Options) => {
  const [isBusy, setBusy] = useState(false);
  const isOut = useRef(false);
  /** Undefined: it is on its way already. */
  const send = async (next: Unsettled): Promise<Outcome<Reply, Fault> | undefined> => {
    if (isOut.current) return undefined;
    isOut.current = true;
    setBusy(true);
    try {
      const outcome = await sendOnce(sending, next, {
        request: post<Reply>(path),
        save: setSending,
        freshKey: newKey,
      });
      if (outcome.is === 'done') void refresh();
      return outcome;
    } finally {
      isOut.current = false;
      setBusy(false);
    }
  };
  return { isBusy, send };
};
