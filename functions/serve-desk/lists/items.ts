import type { QueryOf } from '../../../shared/contracts/queries/routes.ts';
import type { ItemListReply } from '../../../shared/contracts/replies/items.ts';
import type { ItemRecord, Items } from '../../../shared/records/items.ts';
import type { Finder } from '../../../shared/records/lists/finder.ts';
import { itemPlaceOf, itemsOf, readItemPlace } from '../../../shared/records/lists/item-lines.ts';
import { hasWords } from '../../../shared/records/lists/word-pairs.ts';
import { becameOf } from '../../../shared/rules/items/judging.ts';
import { ALL, ofCasesOf, ofUnit } from '../../../shared/rules/listing/scopes.ts';
import { postsWith, type Reading, readsAll, refuseReading } from '../../../shared/rules/reading/cases.ts';
import { type HttpEvent, queryOf } from '../../http.ts';
import { createMayJudge, type MayJudgeDependencies } from '../items/may-judge.ts';
import { type Sight, throwIfRefused } from '../sight.ts';
import { itemRow } from '../views/item.ts';
import { boundsOf, idGiven, isWithin } from './asked.ts';
import type { Pages } from './page.ts';

type Query = QueryOf<'GET /v1/items'>;

interface Dependencies extends MayJudgeDependencies {
  items: Items;
  finder: Finder;
  pages: Pages;
  sight: Sight;
}

const listsFor = (reading: Reading, { feed }: Query): string[] => {
  if (feed !== undefined) return [itemsOf(`feed:${feed}`)];
  if (readsAll(reading)) return [itemsOf(ALL)];
  // What a unit reads is among what came for it, and what the cases have that it sees.
  const units = postsWith(reading, 'ReadCases').flatMap(({ unit }) => unit ?? []);
  return units.flatMap((unit) => [ofUnit(unit), ofCasesOf(unit)]).map(itemsOf);
};

/** GET /v1/items: what feeds have brought and the reader may see, the newest first. */
export const createItemList = ({ items, finder, pages, sight, ...dependencies }: Dependencies) => {
  const { regulation } = dependencies;
  const { mayJudge } = createMayJudge(dependencies);
  const isMeant = (item: ItemRecord, query: Query, level: string | undefined): boolean =>
    (query.feed === undefined || item.feed === query.feed) &&
    (query.outcome === undefined || item.outcome === query.outcome) &&
    (query.became === 'all' || becameOf(regulation, item) === query.became) &&
    (level === undefined || item.grade.level === level || item.grade.handling === level) &&
    (query.title === undefined || hasWords(item.title, query.title)) &&
    isWithin(item.detectedAt, query);
  return async (event: HttpEvent, reading: Reading): Promise<ItemListReply> => {
    throwIfRefused(refuseReading(reading, 'ReadCases'));
    const query = queryOf('GET /v1/items', event);
    const { cursor, limit, ...asked } = query;
    const level = query.level === undefined ? undefined : idGiven(regulation, 'level', query.level);
    const lists = listsFor(reading, query);
    const { rows, next } = await pages.readPage(
      { list: 'items', ...asked },
      { cursor, limit },
      boundsOf(query),
      {
        walk: finder.union(lists),
        show: async (place) => {
          const [found] = await items.findEach([readItemPlace(place)]);
          // A line that says of an item what is not so shows nothing.
          if (
            found === undefined ||
            itemPlaceOf(found) !== place ||
            !(await sight.mayListItem(reading, found))
          )
            return [];
          const item = await sight.shownItem(reading, found);
          const isShown = found.caseId !== undefined && (await sight.seesCase(reading, found.caseId));
          const caseId = isShown ? found.caseId : undefined;
          return isMeant(item, query, level)
            ? [
                itemRow(regulation, await sight.withSeenSuspects(reading, item), {
                  caseId,
                  mayJudge: mayJudge(reading, found),
                }),
              ]
            : [];
        },
      },
    );
    return { items: rows, next };
  };
};
