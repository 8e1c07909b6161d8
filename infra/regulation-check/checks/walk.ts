/** A node of the regulation's data: where it stands, the clauses of the nearest rule around it, and its value. */
export interface Place {
  path: string;
  /** The same as JSON has it: names and positions. */
  keys: readonly (string | number)[];
  /** The key under which the value stands; the members of a list carry the list's key. */
  key: string;
  clauses: readonly string[];
  value: unknown;
  parent: Record<string, unknown>;
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** How a list member is named in a path: by its id (or command) where it has one, else by its position. */
const label = (value: unknown, index: number): string => {
  if (!isRecord(value)) return String(index);
  if (typeof value.id === 'string') return value.id;
  return typeof value.command === 'string' ? `${index} ${value.command}` : String(index);
};

const step = (path: string, key: string | number, member: unknown): string => {
  if (typeof key === 'number') return `${path}[${label(member, key)}]`;
  return path === '' ? key : `${path}.${key}`;
};

const citeOf = (value: unknown): string[] | undefined =>
  isRecord(value) && Array.isArray(value.cite)
    ? value.cite.filter((clause) => typeof clause === 'string')
    : undefined;

/** Every place of `value`, from the outside inwards. */
export function* walk(value: unknown, at: Partial<Place> = {}): Generator<Place> {
  const { path = '', keys = [], key = '', parent = {} } = at;
  // The root cites the notice of issue, which says nothing about the rules below it.
  const clauses = path === '' ? [] : (citeOf(value) ?? at.clauses ?? []);
  yield { path, keys, key, clauses, value, parent };
  if (Array.isArray(value)) {
    for (const [index, member] of value.entries())
      yield* walk(member, { path: step(path, index, member), keys: [...keys, index], key, clauses, parent });
  } else if (isRecord(value)) {
    for (const [name, member] of Object.entries(value))
      yield* walk(member, {
        path: step(path, name, member),
        keys: [...keys, name],
        key: name,
        clauses,
        parent: value,
      });
  }
}

/** How the place at `keys` is named, and the clauses around it; the place itself may be missing. */
export const placeAt = (
  root: unknown,
  keys: readonly (string | number)[],
): Pick<Place, 'path' | 'clauses' | 'value'> => {
  let [path, clauses, value]: [string, readonly string[], unknown] = ['', [], root];
  for (const key of keys) {
    value = (value as Record<string | number, unknown> | undefined | null)?.[key];
    path = step(path, key, value);
    clauses = citeOf(value) ?? clauses;
  }
  return { path, clauses, value };
};
