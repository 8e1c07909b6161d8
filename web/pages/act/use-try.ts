import { useEffect, useRef, useState } from 'preact/hooks';
import type { TriedReply } from '../../../shared/contracts/replies/try.ts';
import { Fault } from '../../api/fault.ts';
import { request } from '../../api/http.ts';

/** After the last touch. */
const WAIT_MILLISECONDS = 500;

export interface Tried<Reply> {
  /** What a request would do; undefined: not asked yet, or it cannot be asked. */
  reply: Reply | undefined;
  /** Of which request. */
  of: string;
  fault: Fault | undefined;
  isAsking: boolean;
}

/**
 * Asks what a request would do, each time when it changes and things have been still for a moment. `body` undefined: there is not
 * enough of it to ask. `again`: anything that makes the answer old, such as a new version of the case.
 */
export const useTry = <Reply extends TriedReply>(
  path: string,
  body: object | undefined,
  again: unknown,
): Tried<Reply> => {
  const [tried, setTried] = useState<Tried<Reply>>({
    reply: undefined,
    of: '',
    fault: undefined,
    isAsking: false,
  });
  const turn = useRef(0);
  const text = body === undefined ? undefined : JSON.stringify(body);
  useEffect(() => {
    turn.current += 1;
    const mine = turn.current;
    if (text === undefined) {
      setTried({ reply: undefined, of: '', fault: undefined, isAsking: false });
      return;
    }
    setTried((before) => ({ ...before, isAsking: true }));
    const ask = async (): Promise<Tried<Reply>> => {
      try {
        const { body: reply } = await request<Reply>(`${path}?try`, {
          method: 'POST',
          body: JSON.parse(text),
        });
        return { reply, of: text, fault: undefined, isAsking: false };
      } catch (error) {
        const fault = error instanceof Fault ? error : new Fault('UNKNOWN', String(error));
        return { reply: undefined, of: text, fault, isAsking: false };
      }
    };
    const timer = setTimeout(async () => {
      const answer = await ask();
      // A slow answer to what stood there before is no answer any more.
      if (turn.current === mine) setTried(answer);
    }, WAIT_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [path, text, again]);
  return tried;
};
