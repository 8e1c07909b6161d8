import { itemShown } from './secret-items.ts';
import type { ItemDependencies } from './take-item.ts';

const ATTEMPTS = 5;
/**
 * Marks items as told by a case, so that later reports of the same story join it. A repeat changes nothing, and what a
 * feed has written to an item meanwhile is kept.
 */
export const createBringIn =
  ({ cases, items, stories, now }: Pick<ItemDependencies, 'cases' | 'items' | 'stories' | 'now'>) =>
  async (caseId: string, keys: readonly { feed: string; id: string }[]): Promise<void> => {
    const state = keys.length === 0 ? null : await cases.load(caseId);
    for (const { feed, id } of keys) {
      for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        const item = await items.find(feed, id);
        if (item === undefined || (item.outcome === 'inCase' && item.caseId === caseId)) break;
        const shown = itemShown(item, state);
        // By its words nothing is found again of which no word is kept.
        if (shown === item) await stories.note(caseId, item, now());
        if (await items.put({ ...shown, outcome: 'inCase', caseId, revision: item.revision + 1 })) break;
      }
    }
  };
