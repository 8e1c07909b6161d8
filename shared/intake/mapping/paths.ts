import { isBlank, saysNothing } from '../nothing.ts';

// A way is one or several paths, the first that says something counts: `guid.#text|guid|link`. A path goes through objects by their
// names, through a list by a number or, without one, by its first entry. `$.` begins at the whole body; `{…}` within text is a template.

/** An item in its push. */
export interface Place {
  item: unknown;
  /** The body that the item came in. */
  around: unknown;
}
/** What stands at a path. `blocked`: something on the way is no object; then it is named. */
export interface Found {
  path: string;
  value: unknown;
  /** The paths of the item that it was made of. */
  used: readonly string[];
  isBlocked?: true;
}

export const FROM_BODY = '$.';
const HOLE = /\{([^{}]+)\}/g;

export const alternativesIn = (way: string): string[] => way.split('|');
export const isTemplate = (text: string): boolean => text.includes('{');
/** All paths that a way asks for. */
export const pathsIn = (way: string): string[] =>
  alternativesIn(way).flatMap((each) =>
    isTemplate(each) ? [...each.matchAll(HOLE)].map(([, path]) => path!) : [each],
  );

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

type Step = { value: unknown } | { stuck: number; value: unknown };
const walk = (from: unknown, names: readonly string[]): Step => {
  let at = from;
  for (const [index, name] of names.entries()) {
    if (saysNothing(at)) return { value: undefined };
    if (Array.isArray(at) && /^\d+$/.test(name)) {
      at = at[Number(name)];
      continue;
    }
    const object: unknown = Array.isArray(at) ? at[0] : at;
    if (!isObject(object)) return { stuck: index, value: at };
    at = Object.hasOwn(object, name) ? object[name] : undefined;
  }
  return { value: at };
};

/** What stands at one path. Undefined: nothing is said there; `isWord`: what is there is a word, whatever it says (“无” is a title). */
export const findAt = ({ item, around }: Place, path: string, isWord = false): Found | undefined => {
  const isAround = path.startsWith(FROM_BODY);
  const names = (isAround ? path.slice(FROM_BODY.length) : path).split('.');
  const step = walk(isAround ? around : item, names);
  if ('stuck' in step) {
    if (isAround || step.stuck === 0) return undefined;
    const stuck = names.slice(0, step.stuck).join('.');
    return { path: stuck, value: step.value, used: [], isBlocked: true };
  }
  return (isWord ? isBlank : saysNothing)(step.value)
    ? undefined
    : { path, value: step.value, used: isAround ? [] : [path] };
};

const isScalar = (value: unknown): value is string | number =>
  typeof value === 'string' || typeof value === 'number';
/** One value in a list, as programs that read XML give it, is that value. */
const bare = (found: Found): Found =>
  Array.isArray(found.value) && found.value.length === 1 && isScalar(found.value[0])
    ? { ...found, value: found.value[0] }
    : found;

const fill = (place: Place, template: string): Found | undefined => {
  const used: string[] = [];
  let isWhole = true;
  const value = template.replace(HOLE, (_, path: string) => {
    const found = findAt(place, path);
    const { value: part } = found === undefined ? { value: undefined } : bare(found);
    if (found === undefined || found.isBlocked || !isScalar(part)) isWhole = false;
    else used.push(path);
    return String(part);
  });
  return isWhole ? { path: template, value, used: [] } : undefined;
};

/** What a way leads to: the first of its paths with a plain value, else the first with anything. */
export const follow = (place: Place, way: string, isWord = false): Found | undefined => {
  const found = alternativesIn(way).flatMap((each) => {
    const one = isTemplate(each) ? fill(place, each) : findAt(place, each, isWord);
    return one === undefined ? [] : [bare(one)];
  });
  return found.find(({ value, isBlocked }) => !isBlocked && isScalar(value)) ?? found[0];
};

/** Of these paths those, or what they lie in, where an item says nothing. */
export const silentAt = (item: unknown, paths: readonly string[]): string[] =>
  paths.flatMap((path) => {
    const names = path.split('.');
    const silent = names.findIndex((_, index) => {
      const step = walk(item, names.slice(0, index + 1));
      return 'stuck' in step || saysNothing(step.value);
    });
    if (silent < 0) return [];
    const before = walk(item, names.slice(0, silent + 1));
    return 'stuck' in before ? [] : [names.slice(0, silent + 1).join('.')];
  });

/** What stands first on a way, though it says nothing. */
export const firstOn = ({ item }: Place, way: string): unknown => {
  const values = pathsIn(way).map((path) => walk(item, path.split('.')).value);
  return values.find((value) => value !== undefined && value !== null);
};

const MOST_DEEP = 6;
/** A value without what stands at these paths; objects that are empty for it are gone too. Lists stay as they are. */
export const without = (
  value: Record<string, unknown>,
  used: ReadonlySet<string>,
): Record<string, unknown> => {
  const prune = (object: Record<string, unknown>, outer: string, depth: number): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(object).flatMap(([name, each]): [string, unknown][] => {
        const path = `${outer}${name}`;
        if (used.has(path)) return [];
        const isInside =
          isObject(each) && depth < MOST_DEEP && [...used].some((one) => one.startsWith(`${path}.`));
        if (!isInside) return [[name, each]];
        const rest = prune(each, `${path}.`, depth + 1);
        return Object.keys(rest).length === 0 ? [] : [[name, rest]];
      }),
    );
  return prune(value, '', 0);
};
