import { RequestError } from '../../../shared/contracts/errors.ts';
import type {
  RefusedItemReply,
  RefusedItemsReply,
} from '../../../shared/contracts/replies/intake/refused-items.ts';
import type { Items } from '../../../shared/records/items.ts';
import type { Finder } from '../../../shared/records/lists/finder.ts';
import {
  REFUSED_ITEMS,
  type RefusedItem,
  type RefusedItems,
  readRefusedPlace,
  refusedPlaceOf,
} from '../../../shared/records/register/refused-items.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import type { Reading } from '../../../shared/rules/reading/cases.ts';
import { refuseRefusedItems } from '../../../shared/rules/reading/refused-items.ts';
import { type HttpEvent, pathPart, queryOf } from '../../http.ts';
import type { Pages } from '../lists/page.ts';
import { type Sight, throwIfRefused } from '../sight.ts';
import { createRefusedView } from './view.ts';

interface Dependencies {
  refusedItems: Pick<RefusedItems, 'find' | 'tryToFind'>;
  items: Pick<Items, 'find' | 'findVersion'>;
  finder: Finder;
  pages: Pages;
  sight: Sight;
  regulation: Regulation;
}

const LONGEST_ID = 100;
/** The refused item that a path names. Throws REFUSED_ITEM_UNKNOWN (404). */
export const findRefused = async (
  refusedItems: Pick<RefusedItems, 'find'>,
  event: HttpEvent,
): Promise<RefusedItem> => {
  const id = pathPart(event, 'refused');
  const found = id.length > LONGEST_ID ? undefined : await refusedItems.find(id);
  if (found === undefined) throw new RequestError('REFUSED_ITEM_UNKNOWN', '没有这条未入库的信息');
  return found;
};

/** What is read of that which feeds brought and which was refused. */
export const createRefusedReading = (dependencies: Dependencies) => {
  const { refusedItems, finder, pages } = dependencies;
  const view = createRefusedView(dependencies);
  return {
    /** GET /v1/refused-items: the newest first; without more those of which nothing has become. */
    list: async (event: HttpEvent, reading: Reading): Promise<RefusedItemsReply> => {
      throwIfRefused(refuseRefusedItems(reading));
      const { cursor, limit, ...asked } = queryOf('GET /v1/refused-items', event);
      const { rows, next } = await pages.readPage(
        { list: 'refused-items', ...asked },
        { cursor, limit },
        {},
        {
          walk: finder.union([REFUSED_ITEMS]),
          show: async (place) => {
            const refusal = await refusedItems.tryToFind(readRefusedPlace(place));
            // A line that was cut off says what is not so.
            if (refusal === undefined || refusedPlaceOf(refusal) !== place) return [];
            if (asked.feed !== undefined && refusal.feed !== asked.feed) return [];
            const row = await view.row(reading, refusal);
            return asked.became === 'all' || row.became === asked.became ? [row] : [];
          },
        },
      );
      return { items: rows, next };
    },
    /** GET /v1/refused-items/{refused}. */
    one: async (event: HttpEvent, reading: Reading): Promise<RefusedItemReply> => {
      throwIfRefused(refuseRefusedItems(reading));
      return view.one(reading, await findRefused(refusedItems, event));
    },
  };
};
