/** Every `$.…` path that a part of a definition reads. */
const pathsOf = (part: unknown): string[] => {
  if (typeof part === 'string') return part.startsWith('$.') ? [part] : [];
  if (part === null || typeof part !== 'object') return [];
  return Object.values(part).flatMap(pathsOf);
};

/** What the states make themselves: the clock and the names of a branch, and what a Catch or a signal brings. */
const OWN = new Set(['clock', 'duty', 'change', 'fault', 'signal', 'Payload']);
const rootOf = (path: string): string => path.split('.')[1]!;
/** Where a state puts something is not read. */
const withoutResultPaths = (definition: unknown): unknown =>
  JSON.parse(JSON.stringify(definition), (key, value) => (key === 'ResultPath' ? undefined : value));

/** The paths that a machine reads in what the schedule answers. */
export const pathsOfSchedule = (definition: unknown): string[] =>
  [...new Set(pathsOf(withoutResultPaths(definition)))].filter((path) => !OWN.has(rootOf(path)));

/** The paths that it reads in the clock that `enforce` answers. */
export const pathsOfClock = (definition: unknown): string[] =>
  [...new Set(pathsOf(withoutResultPaths(definition)))]
    .filter((path) => path.startsWith('$.Payload.') || path.startsWith('$.clock.'))
    .map((path) => path.replace(/^\$\.(Payload|clock)/, '$'));

/** Whether there is something at a path. */
export const exists = (value: unknown, path: string): boolean =>
  path
    .split('.')
    .slice(1)
    .reduce<unknown>((part, field) => (part as Record<string, unknown> | undefined)?.[field], value) !==
  undefined;
