type Require = (id: string) => unknown;

type JsonPath = (query: { path: string; json: unknown; wrap: boolean }) => unknown;
type Limit = (concurrency: number) => (work: () => unknown) => unknown;

const PLAIN_PATH = /^\$(?:\.[\p{L}\p{N}_-]+)*$/u;

/** Follows `$.a.b` by own properties; undefined where the path leads nowhere. */
const followPlainPath = (path: string, json: unknown): unknown => {
  let value = json;
  for (const key of path.split('.').slice(1)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
};

/**
 * The modules that the library may require. Every task is run by us, so the AWS clients are never needed; the
 * validator is heavy and loads when it is called. The other two are spared their cost where it is only cost: a plain
 * path needs no path machinery (which throws and catches an Error for every query), and work without a limit no queue.
 */
export const createLeanModules = (requireFromLibrary: Require): Require => {
  const queryFully = (requireFromLibrary('jsonpath-plus') as { JSONPath: JsonPath }).JSONPath;
  const queryJson: JsonPath = (query) =>
    PLAIN_PATH.test(query.path) ? followPlainPath(query.path, query.json) : queryFully(query);
  const limit: Limit = (concurrency) =>
    concurrency === Number.POSITIVE_INFINITY
      ? (work) => work()
      : (requireFromLibrary('p-limit') as Limit)(concurrency);
  const validate = (...args: unknown[]): unknown =>
    (requireFromLibrary('asl-validator') as (...args: unknown[]) => unknown)(...args);

  return (id) => {
    if (id.startsWith('@aws-sdk/')) return {};
    if (id === 'jsonpath-plus') return { JSONPath: queryJson };
    if (id === 'p-limit') return limit;
    if (id === 'asl-validator') return validate;
    return requireFromLibrary(id);
  };
};
