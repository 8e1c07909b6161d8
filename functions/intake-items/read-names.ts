import type { Problem } from '../../shared/contracts/errors.ts';
import type { FeedItem } from '../../shared/contracts/items.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';
import { idOf } from '../../shared/rules/names.ts';

/**
 * The item with ids where the feed wrote names of the regulation. What the regulation does not have is a problem that
 * says what there is. A superior's own word for a level (`regardedAs`) is kept as it is: no push is lost for that.
 */
export const readNames = (
  regulation: Regulation,
  item: FeedItem,
): { item: FeedItem; problems: Problem[] } => {
  const problems: Problem[] = [];
  const read = (field: string, list: Parameters<typeof idOf>[1], given: string): string => {
    const id = idOf(regulation, list, given);
    if (typeof id === 'string') return id;
    problems.push({ field, message: id.message });
    return given;
  };
  const { source, unit, flags } = item;
  const named: FeedItem = {
    ...item,
    ...(source && { source: { ...source, kind: read('source.kind', 'source', source.kind) } }),
    ...(unit !== undefined && { unit: read('unit', 'unit', unit) }),
    ...(flags && { flags: flags.map((flag) => read('flags', 'flag', flag)) }),
  };
  return { item: named, problems };
};
