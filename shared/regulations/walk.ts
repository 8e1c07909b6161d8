/** A node of the regulation's data: where it stands, the clauses of the nearest rule around it, and its value. */
export interface Place {
  path: string;
  /** The key under which the value stands; the members of a list carry the list's key. */
  key: string;
  clauses: readonly string[];
  value: unknown;
  parent: Record<string, unknown>;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** How a list member is named in a path: by its id (or command) where it has one, else by its position. */
const label = (value: unknown, index: number): string => {
  if (!isRecord(value)) return String(index);
  if (typeof value.id === 'string') return value.id;
  return typeof value.command === 'string' ? `${index} ${value.command}` : String(index);
};

/** Every place of `value`, from the outside inwards. */
export function* walk(value: unknown, at: Partial<Place> = {}): Generator<Place> {
  const { path = '', key = '', parent = {} } = at;
  const own = isRecord(value) && Array.isArray(value.cite) ? (value.cite as string[]) : undefined;
  // The root cites the notice of issue, which says nothing about the rules below it.
  const clauses = path === '' ? [] : (own ?? at.clauses ?? []);
  yield { path, key, clauses, value, parent };
  if (Array.isArray(value)) {
    for (const [index, member] of value.entries()) {
      yield* walk(member, { path: `${path}[${label(member, index)}]`, key, clauses, parent });
    }
  } else if (isRecord(value)) {
    for (const [name, member] of Object.entries(value)) {
      const next = path === '' ? name : `${path}.${name}`;
      yield* walk(member, { path: next, key: name, clauses, parent: value });
    }
  }
}
