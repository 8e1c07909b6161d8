import * as z from 'zod/mini';
import { shortText } from '../command-fields.ts';
import { wordsIn } from '../plain-text.ts';
import { Day, Flag, From, ItemVersion, LONG_PAGE, PAGE, To, UpTo, Version } from './parts.ts';

/** What the regulation has, by its id or its name; a person's id; a number. */
const Name = z.optional(shortText());
const PERIOD = { from: z.optional(From), to: z.optional(To) };
const Title = z.string().check(
  z.maxLength(100, '不能超过100字'),
  z.refine((text) => [...wordsIn(text)].length > 1, '至少写两个字(汉字、字母或数字)'),
);
/** From when to when, in this order. */
const inOrder = z.refine<{ from?: string | undefined; to?: string | undefined }>(
  ({ from, to }) => from === undefined || to === undefined || from <= to,
  { path: ['from'], message: '起始时间不能晚于截止时间' },
);

export const TASK_KINDS = [
  'duty',
  'immediate',
  'climbed',
  'confirm',
  'sign',
  'acknowledge',
  'telephone',
  'complete',
] as const;
/** Of which tasks there are limits that can be overdue. */
export const OF_LIMITS: readonly string[] = ['duty', 'climbed'];
/** Which tasks wait for another's word about what somebody has entered. */
export const OF_WORDS: readonly string[] = ['confirm', 'sign'];

/** Nothing is written: what would happen is answered. */
const TRY = z.strictObject({ try: z._default(Flag, false) });

/** Route → the parameters of its query. A route that is not here has none; every other parameter is refused. */
export const QUERIES = {
  'GET /v1/cases': z
    .strictObject({
      state: z._default(z.enum(['open', 'concluded', 'archived', 'merged', 'all']), 'open'),
      level: Name,
      unit: Name,
      title: z.optional(Title),
      number: Name,
      former: Name,
      ...PERIOD,
      source: Name,
      person: Name,
      flag: Name,
      ...PAGE,
    })
    .check(inOrder),
  'POST /v1/cases': TRY,
  'POST /v1/cases/{case}/commands': TRY,
  'GET /v1/duties': z
    .strictObject({
      of: z._default(z.enum(['mine', 'all', 'awaited']), 'mine'),
      kind: z.optional(z.enum(TASK_KINDS)),
      role: Name,
      unit: Name,
      case: Name,
      'due-before': z.optional(UpTo),
      overdue: z._default(Flag, false),
      ...PAGE,
    })
    .check(
      z.refine(({ kind, overdue }) => !overdue || kind === undefined || OF_LIMITS.includes(kind), {
        path: ['overdue'],
        message: '这一类事项没有可逾期的时限',
      }),
      z.refine(({ of, kind }) => of !== 'awaited' || kind === undefined || OF_WORDS.includes(kind), {
        path: ['kind'],
        message: '等别人确认的,只有 confirm 待确认、sign 待签发',
      }),
      z.refine(({ of, overdue }) => of !== 'awaited' || !overdue, {
        path: ['overdue'],
        message: '等别人确认的事项没有可逾期的时限',
      }),
    ),
  'GET /v1/cases/{case}/log': z.strictObject({ after: z.optional(Version), ...LONG_PAGE }),
  'GET /v1/cases/{case}/texts': z.strictObject(PAGE),
  'GET /v1/orders': z.strictObject({ unit: Name, ...PERIOD, ...PAGE }).check(inOrder),
  'GET /v1/documents': z.strictObject({ document: Name, ...PERIOD, ...PAGE }).check(inOrder),
  'GET /v1/items': z
    .strictObject({
      became: z._default(z.enum(['open', 'read', 'notOurs', 'inCase', 'all']), 'all'),
      outcome: z.optional(z.enum(['routine', 'watched', 'pending', 'inCase'])),
      feed: Name,
      level: Name,
      title: z.optional(Title),
      ...PERIOD,
      ...PAGE,
    })
    .check(inOrder),
  'GET /v1/items/{feed}/{item}': z.strictObject({ version: z.optional(ItemVersion) }),
  'GET /v1/refusals': z.strictObject({ day: z.optional(Day), code: Name, feed: Name, ...PAGE }),
  'GET /v1/refused-items': z.strictObject({
    became: z._default(z.enum(['open', 'notNeeded', 'entered', 'mended', 'all']), 'open'),
    feed: Name,
    ...PAGE,
  }),
  'GET /v1/roster': z.strictObject({ at: z.optional(UpTo) }),
  'GET /v1/roster/changes': z.strictObject(PAGE),
} as const;
export type QueryRoute = keyof typeof QUERIES;
export type QueryOf<Route extends QueryRoute> = z.output<(typeof QUERIES)[Route]>;

/** The parameters that a route has, by name. */
export const parametersOf = (route: string): string[] =>
  route in QUERIES ? Object.keys(QUERIES[route as QueryRoute].shape) : [];
