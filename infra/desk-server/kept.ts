interface Entry<T> {
  value: T;
  until: number;
}

/** Things in memory by a name that nobody guesses, each until its time, in milliseconds since the Unix epoch, and the newest `most` of them. */
export const createKept = <T>(most: number, now: () => number) => {
  const entries = new Map<string, Entry<T>>();
  const dropPast = (): void => {
    for (const [id, { until }] of entries) if (until <= now()) entries.delete(id);
  };
  const get = (id: string): T | undefined => {
    const entry = entries.get(id);
    return entry === undefined || entry.until <= now() ? undefined : entry.value;
  };
  return {
    get,
    keep: (id: string, value: T, until: number): void => {
      dropPast();
      for (const oldest of [...entries.keys()].slice(0, Math.max(0, entries.size + 1 - most)))
        entries.delete(oldest);
      entries.set(id, { value, until });
    },
    /** For once. */
    take: (id: string): T | undefined => {
      const value = get(id);
      entries.delete(id);
      return value;
    },
    /** Of those that are like this, leaves the newest so many. */
    leave: (count: number, isLike: (value: T) => boolean): void => {
      const like = [...entries].filter(([, { value }]) => isLike(value)).map(([id]) => id);
      for (const id of like.slice(0, Math.max(0, like.length - count))) entries.delete(id);
    },
    size: (): number => entries.size,
  };
};
export type Kept<T> = ReturnType<typeof createKept<T>>;
