import type { ItemWarning } from '../../contracts/items.ts';
import type { ItemRecord } from '../../records/items.ts';
import type { StoryMatch } from '../../records/stories/stories.ts';

/** What became of an item that was brought. */
export interface ItemResult {
  status: 'accepted' | 'duplicate';
  item: ItemRecord;
  /** The story that this item turned out to tell, if another item had told it. */
  joined?: StoryMatch;
  /** What is to be said of this push, where the item is kept under another id than it came with. */
  warnings?: readonly ItemWarning[];
}
