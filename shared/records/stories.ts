import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { normaliseUrl, signatureOf, similarity } from '../grading/same-story.ts';
import type { Regulation } from '../regulations/schema.ts';
import { add, instantOf, latest, millisecondsOf, subtract } from '../time/instants.ts';
import type { ItemRecord } from './items.ts';
import type { Table } from './table.ts';

const Telling = z.object({
  sk: z.string(),
  caseId: z.string(),
  at: z.string(),
  /** The item's address in one form, and the signature of its text. */
  address: z.nullable(z.string()),
  signature: z.nullable(z.array(z.number())),
});
type Telling = z.infer<typeof Telling>;
const Claim = z.object({ owner: z.string(), at: z.string() });
const PARTITION = 'STORIES';
/** Clocks of several machines differ and a write takes a moment: what is this young may still appear behind it. */
const OVERLAP_MILLISECONDS = 120_000;
/**
 * Within this time what others wrote is not read again: two requests that overlap by less cannot see one another in any
 * case, and the claim on the story decides between them.
 */
const FRESH_MILLISECONDS = 250;
const short = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22);

export interface StoryMatch {
  caseId: string;
  /** Why: the same address, or how alike the texts are (0–1). */
  by: 'url' | 'text';
  similarity: number;
}

/**
 * Which cases tell which story: by address, or by texts that are nearly the same within the window. There are few of
 * these records, since only items of cases have one, so they are remembered and only new ones are read. They find
 * candidates; whether a case is still open is read from the case.
 */
export const createStories = (table: Table, regulation: Regulation) => {
  const { window, similarity: alike } = regulation.grading.sameStory;
  let remembered = new Map<string, Telling>();
  let readUpTo: string | undefined;

  const addressOf = (url: string | undefined): string | null =>
    url === undefined ? null : normaliseUrl(url);
  const signatureIn = ({ title, content }: Pick<ItemRecord, 'title' | 'content'>) =>
    signatureOf(`${title}\n${content ?? ''}`);

  const isRecent = (now: string): boolean =>
    readUpTo !== undefined && Math.abs(millisecondsOf(now) - millisecondsOf(readUpTo)) < FRESH_MILLISECONDS;

  const tellingsAt = async (now: string): Promise<Telling[]> => {
    if (isRecent(now)) return [...remembered.values()];
    const oldest = subtract(now, window, regulation.zone);
    const overlap =
      readUpTo === undefined ? oldest : instantOf(millisecondsOf(readUpTo) - OVERLAP_MILLISECONDS);
    const after = latest(overlap, oldest);
    for (const record of await table.list(PARTITION, '', after))
      remembered.set(record.sk, Telling.parse(record));
    if (readUpTo === undefined || now > readUpTo) readUpTo = now;
    remembered = new Map([...remembered].filter(([, { at }]) => at >= oldest));
    return [...remembered.values()];
  };

  return {
    /** The cases that tell the same story, the best match first. */
    find: async (item: Pick<ItemRecord, 'title' | 'content' | 'url'>, now: string): Promise<StoryMatch[]> => {
      const tellings = await tellingsAt(now);
      if (tellings.length === 0) return [];
      const address = addressOf(item.url);
      const signature = signatureIn(item);
      const matches = new Map<string, StoryMatch>();
      for (const telling of tellings) {
        const isSameAddress = address !== null && telling.address === address;
        const likeness = isSameAddress
          ? 1
          : signature !== null && telling.signature !== null
            ? similarity(signature, telling.signature)
            : 0;
        const best = matches.get(telling.caseId);
        if (likeness < alike || (best !== undefined && (best.similarity > likeness || best.by === 'url')))
          continue;
        matches.set(telling.caseId, {
          caseId: telling.caseId,
          by: isSameAddress ? 'url' : 'text',
          similarity: likeness,
        });
      }
      return [...matches.values()].sort((one, other) => other.similarity - one.similarity);
    },
    /**
     * Claims the story for an opening, so that two items at once open one case. Returns whose it is: the claimant's, or that of
     * who was first within the window. `over`: an owner whose case is known to be concluded.
     */
    claim: async (claimant: string, item: ItemRecord, now: string, over?: string): Promise<string> => {
      const address = addressOf(item.url);
      const key = { pk: `CLAIM#${short(address ?? `${item.title}\n${item.content ?? ''}`)}`, sk: 'CLAIM' };
      const claim = { ...key, owner: claimant, at: now };
      if (await table.put(claim, { absent: true })) return claimant;
      const held = Claim.parse(await table.get(key));
      const isFree = held.owner === over || add(held.at, window, regulation.zone) < now;
      if (held.owner === claimant || !isFree) return held.owner;
      return (await table.put(claim, { attribute: 'owner', equals: held.owner }))
        ? claimant
        : Claim.parse(await table.get(key)).owner;
    },
    /** Notes that a case tells this item's story. A repeat adds nothing that would matter. */
    note: async (caseId: string, item: ItemRecord, now: string): Promise<void> => {
      const sk = `${now}#${short(`${item.feed}#${item.id}`)}`;
      const telling = { sk, caseId, at: now, address: addressOf(item.url), signature: signatureIn(item) };
      remembered.set(sk, telling);
      await table.put({ pk: PARTITION, ...telling }, { absent: true });
    },
  };
};
export type Stories = ReturnType<typeof createStories>;
