/**
 * Lets work on one thing wait for its turn within this process, in the order in which it came: what would otherwise clash, read
 * again and clash once more. Other things go on beside it.
 */
export const createTurns = () => {
  const last = new Map<string, Promise<unknown>>();
  return async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const before = last.get(name);
    const own = before === undefined ? work() : before.then(work, work);
    // Whoever waits behind it is not concerned with how it ended.
    const ended = own.catch(() => undefined);
    last.set(name, ended);
    try {
      return await own;
    } finally {
      if (last.get(name) === ended) last.delete(name);
    }
  };
};
