/** Answers that are being made: whoever closes the store waits for them, also where their callers have gone. */
export interface Underway {
  add: (work: Promise<unknown>) => void;
  /** Resolves when none is left. */
  ended: () => Promise<void>;
}

export const createUnderway = (): Underway => {
  const all = new Set<Promise<unknown>>();
  return {
    add: (work) => {
      const one = work.finally(() => all.delete(one));
      // Whoever gave it answers for it.
      one.catch(() => undefined);
      all.add(one);
    },
    ended: async () => {
      while (all.size > 0) await Promise.allSettled(all);
    },
  };
};
