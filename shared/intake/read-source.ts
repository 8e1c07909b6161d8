import type { FeedItem, ToldTime } from '../contracts/items.ts';
import type { Target } from './mapping/targets.ts';
import { maySaySomethingGrave, readName } from './names.ts';
import { saysNothing } from './nothing.ts';
import { cannotRead, givenAs, type Reading, say, use } from './reading.ts';
import { shown } from './warn.ts';

type Part = 'kind' | 'receivedAt' | 'reference' | 'regardedAs';
const PARTS: readonly Part[] = ['kind', 'receivedAt', 'reference', 'regardedAs'];
const LONGEST_REFERENCE = 200;

interface Raw {
  path: string;
  value: unknown;
}
type Parts = Partial<Record<Part, Raw>>;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The parts of a source: of an object, of one name alone, or as a mapping finds each. */
const partsOf = (reading: Reading): Parts => {
  const whole = givenAs(reading, 'source');
  if (whole === undefined)
    return Object.fromEntries(
      PARTS.flatMap((part) => {
        const found = givenAs(reading, `source.${part}`);
        return found === undefined ? [] : [[part, found]];
      }),
    );
  const { path, value } = whole;
  if (!isObject(value)) return { kind: { path, value } };
  return Object.fromEntries(
    PARTS.flatMap((part) =>
      saysNothing(value[part]) ? [] : [[part, { path: `${path}.${part}`, value: value[part] }]],
    ),
  );
};

/** A name of nothing (`{"id": null, "name": "某报"}`) is no source of ours; what is one says how it came. */
const unreadKind = (reading: Reading, parts: Parts, why: string): undefined => {
  const { kind } = parts;
  const whole = reading.mapped.get('source')?.found;
  const { path, value } = kind ?? whole ?? { path: 'source', value: undefined };
  const saysMore = parts.receivedAt !== undefined || parts.reference !== undefined;
  cannotRead(reading, 'source.kind', why, {
    path,
    value,
    isGrave: saysMore || maySaySomethingGrave(reading.regulation, shown(value)),
  });
};

const textOf = (reading: Reading, target: Target, raw: Raw | undefined): string | undefined => {
  if (raw === undefined) return undefined;
  if (typeof raw.value === 'string' || typeof raw.value === 'number') return String(raw.value).trim();
  cannotRead(reading, target, '类型不对,应为文字', raw);
  return undefined;
};

const referenceOf = (reading: Reading, raw: Raw | undefined): string | undefined => {
  const text = textOf(reading, 'source.reference', raw);
  if (text === undefined || text.length <= LONGEST_REFERENCE) return text;
  say(reading, 'source.reference', {
    kind: 'cut',
    message: `收文号超过${LONGEST_REFERENCE}字,取其前部`,
    ...raw,
  });
  return text.slice(0, LONGEST_REFERENCE).toWellFormed();
};

/** A level of ours by name as by id; a superior's other word for one stays as it was given. */
const regardedAsOf = (reading: Reading, raw: Raw | undefined): string | undefined => {
  const text = textOf(reading, 'source.regardedAs', raw);
  if (raw === undefined || text === undefined) return text;
  const read = readName(reading.regulation, 'level', text);
  if ('id' in read) return read.id;
  say(reading, 'source.regardedAs', {
    kind: 'unread',
    message: `上级认定的级别识别不出:${read.fault},按原话保存`,
    isGrave: true,
    ...raw,
  });
  return text;
};

/** A superior's assignment or prompt, by name as by id. What is no source of the regulation is told, loudest where it may be one. */
export const readSource = (
  reading: Reading,
  timeOf: (target: 'source.receivedAt', value: unknown) => ToldTime | undefined,
): FeedItem['source'] => {
  const parts = partsOf(reading);
  const isGiven = reading.mapped.has('source') || Object.keys(parts).length > 0;
  if (!isGiven) return undefined;
  const { kind, receivedAt } = parts;
  if (kind === undefined) return unreadKind(reading, parts, '没有写明');
  if (typeof kind.value !== 'string' && typeof kind.value !== 'number')
    return unreadKind(reading, parts, '类型不对,应为文字');
  const read = readName(reading.regulation, 'source', String(kind.value));
  if ('fault' in read) return unreadKind(reading, parts, `识别不出:${read.fault}`);
  const at = receivedAt === undefined ? undefined : timeOf('source.receivedAt', receivedAt.value);
  const reference = referenceOf(reading, parts.reference);
  const regardedAs = regardedAsOf(reading, parts.regardedAs);
  const isCut = reference !== undefined && String(parts.reference?.value).trim() !== reference;
  const whole = givenAs(reading, 'source');
  const isExact = receivedAt === undefined || (at !== undefined && !at.isDay && !at.isEstimated);
  if (whole !== undefined && !isObject(whole.value)) use(reading, whole);
  else
    for (const [part, { path }] of Object.entries(parts))
      if ((part !== 'receivedAt' || isExact) && (part !== 'reference' || !isCut)) reading.used.add(path);
  return {
    kind: read.id,
    // 收到 to the minute, or its arrival: half a time is none there.
    ...(at === undefined || at.isDay ? {} : { receivedAt: at.at }),
    ...(reference === undefined ? {} : { reference }),
    ...(regardedAs === undefined ? {} : { regardedAs }),
  };
};
