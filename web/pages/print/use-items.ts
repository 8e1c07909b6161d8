import { useEffect, useState } from 'preact/hooks';
import type { CaseReply } from '../../../shared/contracts/replies/case.ts';
import type { ItemReply } from '../../../shared/contracts/replies/items.ts';
import { read } from '../../api/http.ts';
import { versionPath } from '../../model/case/item.ts';
import { itemPath } from '../../model/items/asked.ts';

type Items = (ItemReply | undefined)[];
const AT_ONCE = 4;

/** An item as it stands, with the words of the version that the case rests on. */
const readOne = async (item: CaseReply['items'][number]): Promise<ItemReply> => {
  const newest = await read<ItemReply>(itemPath(item));
  if (newest.version === item.version) return newest;
  const { content: _, ...rest } = newest;
  const { content } = await read<ItemReply>(versionPath(itemPath(item), item, newest));
  return { ...rest, ...(content === undefined ? {} : { content }) };
};
/** What feeds said of the items, a few at a time; undefined at the place of one that cannot be read. */
const readItems = async (items: CaseReply['items']): Promise<Items> => {
  const found: Items = [];
  for (let from = 0; from < items.length; from += AT_ONCE) {
    const some = items.slice(from, from + AT_ONCE);
    const asked = some.map((item) => readOne(item).catch(() => undefined));
    found.push(...(await Promise.all(asked)));
  }
  return found;
};

/** The items of a case; undefined: not read yet. */
export const useItems = (items: CaseReply['items']): Items | undefined => {
  const [found, setFound] = useState<Items | undefined>(undefined);
  useEffect(() => {
    let isWanted = true;
    void readItems(items).then((body) => isWanted && setFound(body));
    return () => {
      isWanted = false;
    };
  }, [items.map(itemPath).join('\n')]);
  return found;
};
