import type { ItemWarning } from '../contracts/items.ts';
import { looksLike, plainName } from './lookalikes.ts';
import type { Mapping } from './mapping/mapping.ts';
import { pathsIn } from './mapping/paths.ts';
import type { Target } from './mapping/targets.ts';
import type { Reading } from './reading.ts';
import { titleOf, warning } from './warn.ts';

const MOST_DEEP = 3;
type Leaf = { path: string; name: string; value: unknown };
const leavesIn = (object: Record<string, unknown>, outer = '', depth = 1): Leaf[] =>
  Object.entries(object).flatMap(([name, value]): Leaf[] => {
    const path = `${outer}${name}`;
    const isInner = typeof value === 'object' && value !== null && !Array.isArray(value);
    if (!isInner) return [{ path, name, value }];
    return depth < MOST_DEEP ? leavesIn(value as Record<string, unknown>, `${path}.`, depth + 1) : [];
  });

const isYes = (value: unknown): boolean =>
  value === true ||
  value === 1 ||
  (typeof value === 'string' && /^(?:true|1|yes|y|是|有)$/i.test(value.trim()));

/** A flag of the regulation that is set as a field of its own: `"涉密": true`, `isSecret: 1`. */
const flagNamed = ({ regulation }: Reading, { name, value }: Leaf): string | undefined => {
  if (!isYes(value)) return undefined;
  const plain = plainName(name).replace(/^is/, '');
  return regulation.flags.find((flag) => [flag.id, flag.name].some((each) => plainName(each) === plain))
    ?.name;
};

/** The paths of an item that its mapping reads. */
export const ownPaths = ({ fields, former = {} }: Mapping): string[] => [
  ...Object.values(fields).flatMap((way) => (typeof way === 'string' ? pathsIn(way) : [])),
  ...Object.keys(former),
];

/**
 * What of an item looks like a field of ours and is not read. `rest`: what is left of it. A counter is always named, another field only
 * where the item gives none itself, a flag loudest.
 */
export const leftOver = (
  reading: Reading,
  mapping: Mapping,
  rest: Record<string, unknown>,
): ItemWarning[] => {
  // What a mapping reads is not left over, readable or not.
  const known = new Set([...ownPaths(mapping), ...(mapping.ignored ?? [])]);
  const isKnown = (path: string): boolean =>
    known.has(path) || [...known].some((one) => path.startsWith(`${one}.`));
  return leavesIn(rest).flatMap((leaf): ItemWarning[] => {
    const { path, name, value } = leaf;
    if (isKnown(path)) return [];
    const flag = flagNamed(reading, leaf);
    if (flag !== undefined) {
      const message = `像是标记“${flag}”,没有读取:请写入标记(flags)`;
      return [warning('flags', { path, value, kind: 'unused', message, isGrave: true })];
    }
    const target = looksLike(name, value);
    if (target === undefined) return [];
    if (reading.mapped.has(target)) return [];
    return [warning(target, { path, value, kind: 'unused', message: unusedMessage(target) })];
  });
};

const unusedMessage = (target: Target): string =>
  `像是${titleOf(target)},没有读取:请改用 ${target},或请本局为这个数据源选定字段对应`;
