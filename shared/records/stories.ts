import { createHash } from 'node:crypto';
import { z } from 'zod';
import { add } from '../deadlines/instants.ts';
import { bandsOf, normaliseUrl, signatureOf, similarity } from '../grading/same-story.ts';
import type { Regulation } from '../regulations/schema.ts';
import { type ItemRecord, itemKey, readItem } from './items.ts';
import type { Table } from './table.ts';

const Telling = z.object({ caseId: z.string(), at: z.string(), signature: z.array(z.number()).nullable() });
type Telling = z.infer<typeof Telling>;
const Claim = z.object({ caseId: z.string(), at: z.string() });
const KEY_PARTS = new Set(['pk', 'sk']);
const short = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22);

export interface StoryMatch {
  caseId: string;
  /** Why: the same address, or how alike the texts are (0–1). */
  by: 'url' | 'text';
  similarity: number;
}

/**
 * Which cases are about which story: by address and by the bands of the text's signature. These records only find
 * candidates; whether a case is still open is read from the case.
 */
export const createStories = (table: Table, regulation: Regulation) => {
  const { window, similarity: alike } = regulation.grading.sameStory;
  const keysOf = (url: string | undefined, signature: number[] | null) => {
    const address = url === undefined ? null : normaliseUrl(url);
    return [
      ...(address === null ? [] : [{ pk: `STORY#U#${short(address)}`, sk: 'STORY' }]),
      ...(signature === null
        ? []
        : bandsOf(signature).map((band) => ({ pk: `STORY#T#${band}`, sk: 'STORY' }))),
    ];
  };
  const tellingsIn = (record: Record<string, unknown>): Telling[] =>
    Object.entries(record).flatMap(([name, value]) =>
      KEY_PARTS.has(name) ? [] : (Telling.safeParse(value).data ?? []),
    );
  const signature = ({ title, content }: Pick<ItemRecord, 'title' | 'content'>) =>
    signatureOf(`${title}\n${content ?? ''}`);

  return {
    /** One read: the item if we have it, and the cases that tell the same story, best match first. */
    lookUp: async (
      feed: string,
      id: string,
      item: Pick<ItemRecord, 'title' | 'content' | 'url'>,
      now: string,
    ) => {
      const own = signature(item);
      const records = await table.getMany([itemKey(feed, id), ...keysOf(item.url, own)]);
      const known = records.find(({ sk }) => sk === 'ITEM');
      const matches = new Map<string, StoryMatch>();
      for (const record of records) {
        if (record.sk !== 'STORY') continue;
        const by = record.pk.startsWith('STORY#U#') ? 'url' : 'text';
        for (const telling of tellingsIn(record)) {
          if (add(telling.at, window, regulation.zone) < now) continue;
          const likeness =
            by === 'url'
              ? 1
              : own !== null && telling.signature !== null
                ? similarity(own, telling.signature)
                : 0;
          const best = matches.get(telling.caseId);
          const isBetter =
            best === undefined ||
            likeness > best.similarity ||
            (likeness === best.similarity && by === 'url');
          if (likeness >= alike && isBetter)
            matches.set(telling.caseId, { caseId: telling.caseId, by, similarity: likeness });
        }
      }
      return {
        known: known === undefined ? undefined : readItem(known),
        matches: [...matches.values()].sort((one, other) => other.similarity - one.similarity),
      };
    },
    /**
     * Claims the story for a case that is about to open, so that two items at once open one case. Returns the case that
     * has it: the claimant, or the one that was first within the window. `over`: a holder that is known to be concluded.
     */
    claim: async (caseId: string, item: ItemRecord, now: string, over?: string): Promise<string> => {
      const address = item.url === undefined ? null : normaliseUrl(item.url);
      const key = { pk: `CLAIM#${short(address ?? `${item.title}\n${item.content ?? ''}`)}`, sk: 'CLAIM' };
      const claim = { ...key, caseId, at: now };
      if (await table.put(claim, { absent: true })) return caseId;
      const held = Claim.parse(await table.get(key));
      const isFree = held.caseId === over || add(held.at, window, regulation.zone) < now;
      if (held.caseId === caseId || !isFree) return held.caseId;
      return (await table.put(claim, { attribute: 'caseId', equals: held.caseId }))
        ? caseId
        : Claim.parse(await table.get(key)).caseId;
    },
    /** Notes that a case tells this item's story. A repeat writes the same. */
    note: async (caseId: string, item: ItemRecord, now: string): Promise<void> => {
      const own = signature(item);
      const telling: Telling = { caseId, at: now, signature: own };
      await Promise.all(keysOf(item.url, own).map((key) => table.set(key, caseId, telling)));
    },
  };
};
export type Stories = ReturnType<typeof createStories>;
