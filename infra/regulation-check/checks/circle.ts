/** Follows `next` from `start`; the path walked when it comes back to a place already seen. */
export const circle = (
  start: string,
  next: (id: string) => readonly string[],
  seen: readonly string[] = [],
): string[] => {
  if (seen.includes(start)) return [...seen, start];
  for (const id of next(start)) {
    const found = circle(id, next, [...seen, start]);
    if (found.length > 0) return found;
  }
  return [];
};
