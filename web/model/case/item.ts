import type { CaseReply } from '../../../shared/contracts/replies/case.ts';
import { isLeftOut } from '../../../shared/contracts/replies/intake/left-out.ts';
import type { ItemReply } from '../../../shared/contracts/replies/items.ts';
import { spoken } from '../spoken.ts';
import { millisecondsOf, timeAt } from '../wall-clock.ts';
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
