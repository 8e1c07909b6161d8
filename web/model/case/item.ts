import type { CaseReply } from '../../../shared/contracts/replies/case.ts';
import { isLeftOut } from '../../../shared/contracts/replies/intake/left-out.ts';
import type { ItemReply } from '../../../shared/contracts/replies/items.ts';
import { spoken } from '../spoken.ts';
import { millisecondsOf, timeAt } from '../wall-clock.ts';
import type { Entry } from './log.ts';
import type { Say } from './matter.ts';

// What a feed has brought, as the desk says it.

type Item = Pick<CaseReply['items'][number], 'publishedAt' | 'dateOnly' | 'estimated'>;
const SECOND = 1000;

/** When it was published, as far as that is known: 22:50发布, 11月28日发布，时刻不详, 约22:50发布. `day`: how a day is said. */
export const publishedText = ({ publishedAt, dateOnly, estimated }: Item, say: Say, day: Say): string => {
  if (publishedAt === null) return '发布时间不详';
  // A day stands as its end, which is already the next.
  if (dateOnly === true) return `${day(timeAt(millisecondsOf(publishedAt) - SECOND))}发布，时刻不详`;
  return `${estimated === true ? '约' : ''}${say(publishedAt)}发布`;
};

export interface LeftOut {
  text: string;
  isGrave: boolean;
}
/** 未能识别的内容: what the feed has said and the system does not go by, each with its field and as it came. */
export const leftOutOf = ({ warnings = [] }: Pick<ItemReply, 'warnings'>): LeftOut[] =>
  warnings.filter(isLeftOut).map(({ kind, name, value, isGrave }) => {
    const how = kind === 'doubted' ? '存疑，未采用' : kind === 'unused' ? '像是此项，未采用' : '未能识别';
    const text = `${spoken(name)}：“${value}”，${how}${isGrave ? '，请立即核实' : ''}`;
    return { text, isGrave };
  });

/** What is read of an item: by its newest version, or by that which a case rests on, where it says something else by now. */
export const versionPath = (path: string, { version }: { version: number }, newest?: { version: number }) =>
  newest === undefined || newest.version === version ? path : `${path}?version=${version}`;
/** That its feed has changed what it says since the case took it in; empty where it has not. */
export const versionText = (
  { version }: { version: number },
  newest: Pick<ItemReply, 'version' | 'title'> | undefined,
): string =>
  newest === undefined || newest.version === version
    ? ''
    : `案卷依据的是第${version}版，推送方后来改过，现为第${newest.version}版：“${newest.title}”`;

type Key = { feed: string; id: string };
type Event = Entry['events'][number];
const isKey = (one: unknown, { feed, id }: Key): boolean => {
  const other = one as Partial<Key> | undefined;
  return other?.feed === feed && other.id === id;
};
/** How an item came into the case by an event; undefined: by that it did not. */
const howIn = (event: Event, key: Key): string | undefined => {
  const among = (list: unknown): boolean => Array.isArray(list) && list.some((each) => isKey(each, key));
  if (event.type === 'CaseOpened') return among(event.items) ? '随立案收入' : undefined;
  if (event.type === 'CaseTakenOver') return among(event.items) ? '随并案收入' : undefined;
  return event.type === 'ItemAttached' && isKey(event.item, key) ? '并入' : undefined;
};
/** What an item may bring in the entry by which it came, beside itself. */
const BRINGS: readonly string[] = ['LevelChanged', 'GradeQuestioned', 'FlagsChanged', 'SourceAdded'];

/** When and how an item came into the case, by which version, and what it brought, as far as the log is there, the newest entry of it last. */
export const cameIn = (
  item: Key & { version: number; newest: number },
  entries: readonly Entry[],
  say: Say,
): { came: string; brought: string[] } => {
  const versions =
    item.newest > item.version
      ? `案卷依据第${item.version}版，现有第${item.newest}版`
      : `案卷依据第${item.version}版`;
  for (const { events, labels, localTime } of entries) {
    const how = events.map((event) => howIn(event, item)).find((each) => each !== undefined);
    if (how === undefined) continue;
    const brought = events.flatMap(({ type }, index) =>
      how === '并入' && BRINGS.indexOf(type) >= 0 ? [spoken(labels[index] ?? '')] : [],
    );
    return { came: `${say(localTime)}${how}，${versions}`, brought };
  }
  return { came: versions, brought: [] };
};
