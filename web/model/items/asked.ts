import { encoded } from '../search/asked.ts';

// What is asked for on the page of 舆情信息. It stands in the page's address, also in that of an item which is opened from there.

const FIELDS = ['became', 'title', 'feed', 'level', 'from', 'to'] as const;
export type ItemField = (typeof FIELDS)[number];
export type ItemsAsked = Readonly<Record<ItemField, string>>;

/** What has become of items, as the list tells them apart. */
export const BECAMES = [
  { id: 'open', name: '待处理' },
  { id: 'inCase', name: '已入案卷' },
  { id: 'read', name: '已阅' },
  { id: 'notOurs', name: '不属本局' },
  { id: 'all', name: '全部' },
] as const;
/** What is shown where nothing is asked: what waits, to whoever deals with it; all, to a unit, whose items are in its cases. */
export const usualOf = (unit: unknown): 'open' | 'all' => (unit == null ? 'open' : 'all');
/** Those below 更多条件. */
const FILTERS = ['feed', 'level', 'from', 'to'] as const;

const PAGE = '/desk/items';

/** What an address asks for. `usual`: where it does not say what has become of the items. */
export const itemsAskedIn = (
  query: Readonly<Record<string, string>>,
  usual: ReturnType<typeof usualOf> = 'open',
): ItemsAsked => {
  const asked = {} as Record<ItemField, string>;
  for (const field of FIELDS) asked[field] = (query[field] ?? '').trim();
  if (!BECAMES.some(({ id }) => id === asked.became)) asked.became = usual;
  return asked;
};

const queryOf = (asked: ItemsAsked): string => {
  const said = encoded(FIELDS.map((field) => [field, asked[field]]));
  return said === '' ? '' : `?${said}`;
};

/** The address of the page that asks for this. */
export const itemsAddress = (asked: ItemsAsked): string => `${PAGE}${queryOf(asked)}`;

interface Key {
  feed: string;
  id: string;
}
const pathOf = ({ feed, id }: Key): string => `${encodeURIComponent(feed)}/${encodeURIComponent(id)}`;
/** The address of an item, which keeps from which list it was opened. */
export const itemAddress = (key: Key, asked: ItemsAsked): string => `${PAGE}/${pathOf(key)}${queryOf(asked)}`;
/** The address where a case is looked for that an item belongs to. */
export const attachAddress = (key: Key, asked: ItemsAsked): string =>
  `${PAGE}/${pathOf(key)}/attach${queryOf(asked)}`;
/** Where the API has an item. */
export const itemPath = (key: Key): string => `/v1/items/${pathOf(key)}`;
/** Where a case is opened from it. */
export const openingAddress = ({ feed, id }: Key): string =>
  `/desk/open?${encoded([['with', JSON.stringify({ items: [{ feed, id }] })]])}`;
/** Where it is put into a case. */
export const attachingAddress = (caseId: string, { feed, id }: Key): string =>
  `/desk/cases/${encodeURIComponent(caseId)}/do/AttachItem?${encoded([
    ['with', JSON.stringify({ id: JSON.stringify([feed, id]) })],
  ])}`;

/** Where it is taken out of one. */
export const detachingAddress = (caseId: string, { feed, id }: Key): string =>
  `/desk/cases/${encodeURIComponent(caseId)}/do/DetachItem?${encoded([
    ['with', JSON.stringify({ id: JSON.stringify([feed, id]) })],
  ])}`;

/** How many of the conditions below 更多条件 are set. */
export const itemFilterCount = (asked: ItemsAsked): number =>
  FILTERS.filter((field) => asked[field] !== '').length;
/** The same list without them. */
export const withoutFilters = (asked: ItemsAsked): ItemsAsked => ({
  ...asked,
  feed: '',
  level: '',
  from: '',
  to: '',
});

/** Where the API is asked. */
export const itemsPath = (asked: ItemsAsked, cursor: string | null): string =>
  `/v1/items?${encoded([...FIELDS.map((field) => [field, asked[field]] as const), ['cursor', cursor ?? '']])}`;

/** By which field of the page a parameter of the API is given. */
export const itemFieldOf = (parameter: string): ItemField | undefined =>
  FIELDS.find((field) => field === parameter);

/** What is said above what was found. */
export const itemsFoundWords = (
  asked: ItemsAsked,
  count: number,
  { hasMore, unit = null }: { hasMore: boolean; unit?: string | null },
): string => {
  if (count === 0 && hasMore) return '较新的信息里没有，还可以接着往前查';
  if (hasMore) return `已列出${count}条，还有更早的`;
  if (count > 0) return `共${count}条`;
  const isNarrow = asked.title !== '' || itemFilterCount(asked) > 0;
  const state = BECAMES.find(({ id }) => id === asked.became)?.name ?? '';
  const of = asked.became === 'all' ? '信息' : `“${state}”的信息`;
  if (isNarrow) return `没有符合条件的${of}`;
  // A unit reads what came for it and what its cases have, and may think that there is no more.
  return unit === null ? `没有${of}` : `没有${of}。这里只列推送给${unit}的信息和${unit}承办案卷中的信息`;
};
