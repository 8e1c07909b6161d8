import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { MobileNumber } from '../../contracts/roster.ts';
import { LAST } from '../comparisons.ts';
import type { Table } from '../table.ts';

/** A text on its way to one number: a notice of a case, or words that belong to no case. */
export const Waiting = z.strictObject({
  mobile: MobileNumber,
  person: z.string(),
  name: z.string(),
  /** See Texted. */
  address: z.string(),
  tries: z.int(),
  /** Not to be sent before; compares as text. */
  at: z.string(),
  /** It was put off to a digest. */
  held: z.optional(z.boolean()),
  /** When it was first tried and did not get there. */
  failedAt: z.optional(z.string()),
  /**
   * It is on the way to a gateway that answers later: in which text, what that says of it, since when, and until when the answer
   * is waited for.
   */
  flight: z.optional(
    z.strictObject({ key: z.string(), text: z.string(), at: z.string(), until: z.string() }),
  ),
  about: z.union([
    z.strictObject({
      caseId: z.string(),
      notice: z.string(),
      role: z.string(),
      reachedRole: z.optional(z.string()),
      unassigned: z.optional(z.boolean()),
      among: z.array(z.string()),
    }),
    z.strictObject({ group: z.string(), template: z.string(), variables: z.record(z.string(), z.string()) }),
  ]),
});
export type Waiting = z.infer<typeof Waiting>;
/** So long a text may be on its way to the bridge. Then it is not sent any more as it stands, and its mailbox has it back. */
export const FLIGHT_LASTS = 'PT10M';

export type OfCase = Extract<Waiting['about'], { caseId: string }>;
export const isOfCase = (about: Waiting['about']): about is OfCase => 'caseId' in about;

/** When the last texts went to a number, the newest last. */
const Last = z.object({ text: z.string(), at: z.string(), messageId: z.string() });
export type Last = z.infer<typeof Last>;
const Slot = z.object({
  version: z.int(),
  sent: z.array(z.string()),
  tried: z.optional(z.string()),
  last: z.optional(Last),
});
export interface Slot {
  version: number;
  sent: readonly string[];
  /** When a text was last tried in vain. */
  tried?: string | undefined;
  /** What the last one said, where it was taken. */
  last?: Last | undefined;
}

const BOARD = 'MAILBOX';
const PREFIX = 'WAIT#';
const SLOT = 'SLOT';
/** One for each number, whoever bears it: two ids with one mobile are one person. */
const boxOf = (mobile: string): string =>
  `MAILBOX#${createHash('sha256').update(mobile).digest('hex').slice(0, 32)}`;
/** What belongs to a case is claimed under it, the rest under what it is about. */
export const groupOf = ({ about }: Waiting): string => (isOfCase(about) ? about.caseId : about.group);
/** What a text on its way is called: the case and notice, or the group, and the try. */
export const nameOf = (waiting: Waiting): string => {
  const { about, address, tries } = waiting;
  const notice = isOfCase(about) ? `#${about.notice}` : '';
  return `${groupOf(waiting)}${notice}#${address}${tries === 0 ? '' : `#${tries}`}`;
};
const recordOf = (waiting: Waiting) => ({
  pk: boxOf(waiting.mobile),
  sk: `${PREFIX}${nameOf(waiting)}`,
  at: waiting.at,
  waiting,
  board: BOARD,
  boardAt: waiting.at,
});
const Stored = z.object({ waiting: Waiting });

/** The texts on their way, one mailbox for each number. What is in it is sent, or found to be no longer owed. */
export const createMailboxes = (table: Table) => {
  const list = async (box: string, after?: string, most?: number): Promise<Waiting[]> =>
    (await table.list(box, PREFIX, after, most)).map((record) => Stored.parse(record).waiting);
  return {
    boxOf,
    /** A repeat changes nothing. */
    put: (waiting: Waiting): Promise<boolean> => table.put(recordOf(waiting), { absent: true }),
    /** Puts `after` in the place of what lies there, unless somebody has moved it meanwhile. */
    replace: ({ at }: Waiting, after: Waiting): Promise<boolean> =>
      table.put(recordOf(after), { attribute: 'at', equals: at }),
    remove: (waiting: Waiting): Promise<void> => {
      const { pk, sk } = recordOf(waiting);
      return table.remove({ pk, sk });
    },
    /** All that lies in a mailbox. */
    list: (box: string): Promise<Waiting[]> => list(box),
    /** All that lies in a mailbox, where it is of one case and no more than `most`; else undefined, without having read it all. */
    listOfOne: async (box: string, most: number): Promise<Waiting[] | undefined> => {
      const [first] = await list(box, '', 1);
      if (first === undefined) return [];
      const others = await list(box, `${PREFIX}${groupOf(first)}#${LAST}`, 1);
      if (others.length > 0) return undefined;
      const all = await list(box, '', most + 1);
      return all.length > most ? undefined : all;
    },
    /** The mailboxes in which something may be sent by `now`. An index, which may lag. */
    due: async (now: string): Promise<string[]> => [
      ...new Set((await table.byBoard(BOARD, { upTo: now })).map(({ pk }) => pk)),
    ],
    /** Since when texts wait that might have been sent by then, oldest first. An index, which may lag. */
    waitingSince: async (by: string, most: number): Promise<string[]> =>
      (await table.byBoard(BOARD, { upTo: by, most })).flatMap(({ boardAt }) => boardAt ?? []),
    slot: async (box: string): Promise<Slot> => {
      const record = await table.get({ pk: box, sk: SLOT });
      return record === undefined ? { version: 0, sent: [] } : Slot.parse(record);
    },
    /** True for one of those who would send to a number at the same time. `sent`: as of now, this text among them. */
    takeSlot: (box: string, { version }: Slot, sent: readonly string[]): Promise<boolean> =>
      table.put(
        { pk: box, sk: SLOT, version: version + 1, sent: [...sent] },
        version === 0 ? { absent: true } : { attribute: 'version', equals: version },
      ),
    /** The text that took the slot at `at` went to nobody: it is none of those that the person had, and the minute is kept. */
    giveBack: async (box: string, at: string): Promise<void> => {
      const record = await table.get({ pk: box, sk: SLOT });
      if (record === undefined) return;
      const { version, sent, ...slot } = Slot.parse(record);
      const left = { ...slot, version: version + 1, sent: sent.filter((each) => each !== at), tried: at };
      await table.put({ pk: box, sk: SLOT, ...left }, { attribute: 'version', equals: version });
    },
    /** Remembers what the text of a taken slot said, and that it was taken. */
    noteText: (box: string, last: Last): Promise<void> => table.set({ pk: box, sk: SLOT }, 'last', last),
  };
};
export type Mailboxes = ReturnType<typeof createMailboxes>;
