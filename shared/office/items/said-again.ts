import type { FeedItem, ToldTime } from '../../contracts/items.ts';
import { TARGETS } from '../../intake/mapping/targets.ts';
import type { ItemRecord } from '../../records/items.ts';

type Field = 'publishedAt' | 'eventAt';
const toldTime = (item: ItemRecord, field: Field): { [K in Field]?: ToldTime } => {
  const at = item[field];
  if (at === undefined) return {};
  const isDay = item.dateOnly?.includes(field) === true;
  const isEstimated = item.estimated?.includes(field) === true;
  return { [field]: { at, ...(isDay && { isDay }), ...(isEstimated && { isEstimated }) } };
};

/** An item as its feed would say again what it says now. */
export const saidAgain = (item: ItemRecord): FeedItem => {
  const { id, title, content, url, collectedAt, mediaTier, hotSearch, source, flags, unit, extra } = item;
  const fields = { content, url, collectedAt, mediaTier, hotSearch, source, unit };
  return {
    id,
    title,
    ...(Object.fromEntries(
      Object.entries(fields).filter(([, value]) => value !== undefined),
    ) as Partial<FeedItem>),
    ...toldTime(item, 'publishedAt'),
    ...toldTime(item, 'eventAt'),
    flags,
    extra,
    warnings: item.warnings ?? [],
    told: TARGETS,
  };
};
