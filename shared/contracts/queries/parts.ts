import * as z from 'zod/mini';
import type { Instant } from '../../time/instants.ts';
import { readMoment, ZONE } from '../instants.ts';

// What the parameters of queries are made of. All of them come as text.

/** A flag: `?try`, `?try=true`. */
export const Flag = z.pipe(
  z.string().check(z.regex(/^(?:|true|1|false|0)$/, '只能写参数名,或 true、false')),
  z.transform((text) => text === '' || text === 'true' || text === '1'),
);

/** In an address `+` stands for a space: 2026-03-02T10:00:00+08:00 arrives with one. */
const withOffset = (text: string): string => text.replace(/(?<=:\d\d(?:\.\d+)?) (?=\d\d:?\d\d$)/, '+');

/** What of a day counts, from the midnight that ends it: its beginning, what still belongs to it, that midnight. */
const OF_A_DAY = { from: -86_400_000, to: -1, upTo: 0 } as const;
/** An instant as feeds and people write it. */
const moment = (end: keyof typeof OF_A_DAY) =>
  z.pipe(
    z.string(),
    z.transform((text, context): Instant => {
      const read = readMoment(withOffset(text), ZONE);
      if ('at' in read)
        return read.dateOnly ? new Date(Date.parse(read.at) + OF_A_DAY[end]).toISOString() : read.at;
      context.issues.push({ code: 'custom', message: '不是有效的日期时间', input: text });
      return z.NEVER;
    }),
  );
/** A period: a day that ends one does not have the next day's midnight. */
export const From = moment('from');
export const To = moment('to');
/** A limit that ends with a day ends at that midnight. */
export const UpTo = moment('upTo');

/** A day: 2026-03-02. */
export const Day = z.iso.date('应为 2026-03-02 这样的日期');

export const MOST_ON_A_PAGE = 200;
/** How many rows a page has. */
const Limit = z.pipe(
  z.string().check(z.regex(/^\d{1,6}$/, '应为整数')),
  z.pipe(
    z.transform(Number),
    z.number().check(z.minimum(1, '至少为1'), z.maximum(MOST_ON_A_PAGE, `最多为${MOST_ON_A_PAGE}`)),
  ),
);
/** A version of a case: the number of an entry of its log. */
export const Version = z.pipe(
  z.string().check(z.regex(/^\d{1,9}$/, '应为案卷的版本号')),
  z.transform(Number),
);
/** A version of an item: the first is 1. */
export const ItemVersion = z.pipe(
  z.string().check(z.regex(/^[1-9]\d{0,5}$/, '应为信息的版本号,如1')),
  z.transform(Number),
);
/** Where the page before ended: `next` of its answer, as it came. */
const Cursor = z.string().check(z.minLength(1, '不能为空'), z.maxLength(2000, '不是有效的翻页标记'));
/** Of every list; `usual`: how many rows a page has where nothing is said. */
const page = (usual: number) => ({ cursor: z.optional(Cursor), limit: z._default(Limit, usual) });
export const PAGE = page(50);
/** Of what is mostly read as a whole. */
export const LONG_PAGE = page(MOST_ON_A_PAGE);
