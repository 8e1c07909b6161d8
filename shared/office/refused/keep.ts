import { createHash } from 'node:crypto';
import type { Problem } from '../../contracts/errors.ts';
import { hasNumericLimit } from '../../grading/words-alone.ts';
import type { DispatchNotices } from '../../notices/dispatch.ts';
import type { RefusedItem, RefusedItems } from '../../records/register/refused-items.ts';
import type { Regulation } from '../../regulations/schema.ts';
import { type FirstCame, type Named, namesOf } from './first-came.ts';
import { isMarkedSecret, judgeWords } from './judge.ts';
import { parsedOrText, readInText } from './mended.ts';

const KEPT_BYTES = 64 * 1024;
/** Of a feed and a day (UTC); what cannot wait is kept beyond it, up to twice as many. */
export const MOST_A_DAY = 1000;
const LONGEST_TITLE = 200;
const ID_CHARACTERS = 22;

/** What a feed brought and what was wrong with it. `raw`: an item as its JSON was read, or the text of a push that is none. */
export interface Refused {
  feed: string;
  raw: unknown;
  code: string;
  problems: readonly Problem[];
  index?: number;
  item?: string | undefined;
  /** What it says, as far as it can be read. */
  words?: Pick<Named, 'title' | 'content'>;
  /** It is kept only if it cannot wait: what came with it was taken. */
  isIfUrgent?: boolean;
}

const textOf = ({ raw, index }: Refused): string =>
  index === undefined && typeof raw === 'string' ? raw : (JSON.stringify(raw) ?? '');
/** As much of a text as is kept; no character is cut in two. */
const cut = (text: string): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(Buffer.from(text).subarray(0, KEPT_BYTES), {
    stream: true,
  });

const titleIn = (raw: unknown): string | undefined => {
  if (typeof raw !== 'object' || raw === null || !('title' in raw)) return undefined;
  return typeof raw.title === 'string' ? raw.title.trim().slice(0, LONGEST_TITLE).toWellFormed() : undefined;
};

interface Dependencies {
  refusedItems: Pick<RefusedItems, 'find' | 'count' | 'put' | 'names'>;
  firstCame: Pick<FirstCame, 'openUnder'>;
  dispatch: DispatchNotices;
  regulation: Regulation;
  now: () => string;
}

/** The refusal as it is kept. */
const recordOf = (regulation: Regulation, refused: Refused, now: string): RefusedItem => {
  const { feed, code, problems, index, item } = refused;
  const text = textOf(refused);
  const whole = index === undefined ? parsedOrText(text) : refused.raw;
  const raw = index === undefined && typeof whole === 'string' ? readInText(whole) : whole;
  const isSecret = isMarkedSecret(regulation, raw);
  const grade = judgeWords(regulation, raw, { now, isOne: index !== undefined });
  const sha256 = createHash('sha256').update(text).digest('hex');
  const own = createHash('sha256')
    .update(JSON.stringify([feed, text]))
    .digest('base64url');
  // Of what is 涉密 not even a digest is kept.
  const names = index === undefined ? [] : namesOf({ id: item, ...(isSecret ? {} : refused.words) });
  const title = isSecret ? undefined : titleIn(raw);
  const isAtOnce = isSecret || (grade !== undefined && hasNumericLimit(regulation, grade.handling));
  return {
    refused: own.slice(0, ID_CHARACTERS),
    feed,
    at: now,
    code,
    problems: [...problems],
    ...(index === undefined ? {} : { index }),
    ...(item === undefined ? {} : { item }),
    ...(title === undefined || title === '' ? {} : { title }),
    raw: isSecret ? '' : cut(text),
    bytes: Buffer.byteLength(text),
    sha256,
    ...(isSecret ? { isSecret } : {}),
    ...(names.length === 0 ? {} : { names }),
    ...(grade === undefined ? {} : { grade }),
    told: isAtOnce ? 'atOnce' : 'digest',
    isOwed: true,
    revision: 1,
  };
};

/**
 * Keeps whole what a feed brought and what was refused, and sees to it that the office hears of it: at once what its words alone would put at
 * a level with a limit in numbers, and what is marked 涉密. A repeat changes nothing.
 */
export const createKeepRefusedItem = (dependencies: Dependencies) => {
  const { refusedItems, firstCame, dispatch, regulation, now } = dependencies;
  /** The first of which nothing has become has the name: what its feed brings again counts from it. */
  const noteNames = async ({ feed, names = [], refused }: RefusedItem): Promise<void> => {
    for (const name of names) {
      if (await refusedItems.names.note(feed, name, refused)) continue;
      if ((await firstCame.openUnder(feed, name)) !== undefined) continue;
      await refusedItems.names.note(feed, name, refused, await refusedItems.names.find(feed, name));
    }
  };
  return async (refused: Refused): Promise<void> => {
    const record = recordOf(regulation, refused, now());
    if (refused.isIfUrgent && record.told !== 'atOnce') return;
    if ((await refusedItems.find(record.refused)) !== undefined) return;
    const most = record.told === 'atOnce' ? 2 * MOST_A_DAY : MOST_A_DAY;
    if ((await refusedItems.count(record)) > most) return;
    await noteNames(record);
    // Should this be cut off, the next minute looks too.
    if ((await refusedItems.put(record)) && record.told === 'atOnce') await dispatch().catch(() => undefined);
  };
};
export type KeepRefusedItem = ReturnType<typeof createKeepRefusedItem>;
