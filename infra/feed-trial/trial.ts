import { ItemBatch } from '../../shared/contracts/items.ts';
import { batchIn } from '../../shared/intake/mapping/batch.ts';
import type { Mapping } from '../../shared/intake/mapping/mapping.ts';
import { readItem } from '../../shared/intake/read-item.ts';
import { shown, titleOf } from '../../shared/intake/warn.ts';
import { recordOf } from '../../shared/office/item-record.ts';
import { levelOf } from '../../shared/regulations/lookup.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';
import { withOffset } from '../../shared/time/instants.ts';
import { textTable } from '../text-table.ts';

interface Trial {
  regulation: Regulation;
  mapping: Mapping;
  now: string;
}
const SHOWN = 60;
const short = (value: unknown): string => {
  const text = shown(value).replace(/\s+/g, ' ');
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
};

const valueAt = (item: object, target: string): unknown =>
  target.split('.').reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], item);

/** Kept under our names among what came beside. */
const ASIDE = ['siteName', 'author', 'mediaType'];
/** What became of a field: its value as it counts now. */
const becameOf = (item: object, extra: Record<string, unknown>, target: string, zone: string): string => {
  const value = valueAt(item, target) ?? (ASIDE.includes(target) ? extra[target] : undefined);
  if (value === undefined) return '—';
  if (target === 'collectedAt') return withOffset(String(value), zone);
  if (typeof value === 'object' && value !== null && 'at' in value) {
    const { at, isDay, isEstimated } = value as { at: string; isDay?: true; isEstimated?: true };
    if (isDay)
      return `${withOffset(new Date(Date.parse(at) - 1000).toISOString(), zone).slice(0, 10)}(仅知日期)`;
    return `${withOffset(at, zone)}${isEstimated ? '(推算)' : ''}`;
  }
  return short(value);
};

/** What becomes of one item, field by field. */
const linesOf = (trial: Trial, around: unknown, raw: unknown, index: number): string[] => {
  const { regulation, mapping, now } = trial;
  const read = readItem(regulation, mapping, { raw, around, now });
  if ('problems' in read) {
    const why = read.problems.map(({ field, message }) => `${titleOf(field)}(${field})${message}`).join(';');
    return [`第${index + 1}条 不能接收:${why}`];
  }
  const { item, mapped } = read;
  const { extra, warnings } = item;
  const rows = [...mapped].map(([target, { found }]) => [
    `  ${titleOf(target)}`,
    target,
    becameOf(item, extra, target, regulation.zone),
    `← ${found.path}`,
    short(found.value),
  ]);
  const own = new Set<string>(mapped.keys());
  const kept = Object.keys(extra).filter((name) => !own.has(name));
  const { grade } = recordOf(regulation, { feed: 'try', item, known: undefined, at: now });
  return [
    `第${index + 1}条 ${item.id} ${short(item.title)}`,
    ...textTable(rows, [0, 1, 2, 3, 4]),
    ...(kept.length === 0 ? [] : [`  未采用、原样保存:${kept.join('、')}`]),
    ...warnings.map(({ field, value, message }) => `  请注意 ${field}“${short(value)}”:${message}`),
    `  初判 ${levelOf(regulation, grade.level).name}`,
  ];
};

/** What becomes of a sample under a mapping, a block an item; `taken`: how many of them are. Throws in Chinese where it holds no items. */
export const tryFeed = (trial: Trial, body: unknown): { lines: string[]; all: number; taken: number } => {
  const batch = ItemBatch.safeParse(batchIn(trial.mapping, body));
  if (!batch.success) throw new Error(`样本里没有找到信息:${batch.error.issues[0]?.message ?? ''}`);
  const blocks = batch.data.map((raw, index) => linesOf(trial, body, raw, index));
  const taken = blocks.filter(([first = '']) => !first.includes(' 不能接收:')).length;
  return { lines: blocks.flat(), all: blocks.length, taken };
};
