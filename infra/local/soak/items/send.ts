import type { Traffic } from '../traffic.ts';
import type { Expected, Push } from './expected.ts';

/** What a push was answered for one of its items. */
interface Answer {
  status: string;
  id?: string;
}
/** An item that was taken: where it is, and what its feed has said of it last. */
export interface Taken {
  feed: string;
  id: string;
  words: Expected['words'];
}
/** One that was refused, alone or with its push: its feed, and by what it is known. */
export interface Refused {
  feed: string;
  expected: Expected | undefined;
}

/** What has been sent so far, and what became of it by the answers. */
export interface Ledger {
  send: (push: Push, number: number) => Promise<void>;
  taken: () => Taken[];
  refused: () => Refused[];
  /** Answers that were not right. */
  faults: string[];
}

/** The statuses by which a request that cannot be read as a whole is kept for people to read. */
const IS_KEPT: ReadonlySet<number> = new Set([400, 422]);

export const createLedger = (traffic: Traffic): Ledger => {
  const taken = new Map<string, Taken & { number: number }>();
  const refused: Refused[] = [];
  const faults: string[] = [];
  const noteItem = (
    { feed, isRepeat }: Push,
    number: number,
    expected: Expected,
    answer: Answer | undefined,
  ) => {
    const status = answer?.status ?? 'not answered';
    const isTaken = status === 'accepted' || status === 'duplicate';
    if (expected.right !== 'either' && isTaken !== (expected.right === 'taken'))
      faults.push(
        `${feed} ${expected.id ?? expected.words.title}: ${status}, and should be ${expected.right}`,
      );
    if (!isTaken) refused.push({ feed, expected });
    else if (answer?.id !== undefined) {
      const key = `${feed} ${answer.id}`;
      const known = taken.get(key);
      // What comes again is older than what has come since.
      if (known === undefined || (isRepeat !== true && known.number < number))
        taken.set(key, { feed, id: answer.id, words: expected.words, number });
    }
  };
  return {
    faults,
    taken: () => [...taken.values()],
    refused: () => refused,
    send: async (push, number) => {
      const { feed, id, body, headers, items, whole, isRepeat } = push;
      const { status, text } = await traffic.pushBytes(feed, id, body, headers);
      if (whole !== undefined) {
        if (status !== whole) faults.push(`${id}: ${status}, and should be ${whole}`);
        // The same again is kept once.
        else if (IS_KEPT.has(status) && isRepeat !== true) refused.push({ feed, expected: undefined });
        return;
      }
      const answers = (JSON.parse(text) as { items?: (Answer & { index: number })[] }).items ?? [];
      for (const [index, expected] of items.entries())
        noteItem(
          push,
          number,
          expected,
          answers.find((each) => each.index === index),
        );
    },
  };
};
