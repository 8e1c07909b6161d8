import { useEffect, useRef, useState } from 'preact/hooks';
import { now } from '../../../api/clock.ts';
import type { LogEntry } from '../../../model/forms/case-lists.ts';
import { isOver, type Sending } from '../../../model/forms/sending.ts';
import { wholeLog } from '../conflict/whole-log.ts';

/** What is known of an act that went out before the page was opened anew, and whose words were kept nowhere. */
export interface Earlier {
  /**
   * `none`: nothing went out. `asking`, `unread`: whether it was done is being asked of the log, or could not be. `absent`: the log has
   * it not. `arrived`: something has come of it that the log does not tell, or is still to come. `entered`: the log has it. `undone`: it
   * has come to nothing.
   */
  is: 'none' | 'asking' | 'unread' | 'absent' | 'arrived' | 'entered' | 'undone';
  entry?: LogEntry;
  /** When it went out, by the server's clock, in milliseconds. */
  at?: number;
}

/**
 * Asks the log for what is out, as soon as a form is opened, and `ask`s again; of an opening there is no log to ask. `forget`: it is
 * settled, and what comes next is another act. `hasArrived`: the server has said that it knows the key.
 */
export const useEarlier = (caseId: string | undefined, { key, wordless }: Sending, forget: () => void) => {
  const [earlier, setEarlier] = useState<Earlier>({ is: 'none' });
  const turn = useRef(0);
  const ask = async (hasArrived = false): Promise<void> => {
    if (wordless === undefined) return;
    turn.current += 1;
    const mine = turn.current;
    const { at, version } = wordless;
    const unknown: Earlier = { is: hasArrived ? 'arrived' : 'absent', at };
    if (caseId === undefined) return setEarlier(unknown);
    setEarlier({ is: 'asking', at });
    const entries = await wholeLog(caseId, version).catch(() => undefined);
    if (turn.current !== mine) return;
    const entry = entries?.find(({ request }) => request?.slice(-key.length - 1) === `#${key}`);
    if (entries === undefined) return setEarlier({ is: 'unread', at });
    if (entry === undefined && !(hasArrived && isOver(wordless, now.value))) return setEarlier(unknown);
    setEarlier(entry === undefined ? { is: 'undone', at } : { is: 'entered', at, entry });
    forget();
  };
  useEffect(() => {
    void ask();
    return () => {
      turn.current += 1;
    };
  }, []);
  return {
    ...earlier,
    ask,
    /** He has looked himself: it has come to nothing. */
    leave: (): void => {
      setEarlier({ is: 'none' });
      forget();
    },
  };
};
