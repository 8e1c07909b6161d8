/** So many at once of what reads or writes the records: a list may be long, and whoever comes meanwhile is not to wait for all of it. */
const AT_ONCE = 16;

/** Runs for each of a list, some at once; what became of each, in the order of the list. */
export const settleEach = async <T, R>(
  list: readonly T[],
  run: (each: T) => Promise<R>,
): Promise<PromiseSettledResult<R>[]> => {
  const results: PromiseSettledResult<R>[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < list.length) {
      const own = next;
      next += 1;
      try {
        results[own] = { status: 'fulfilled', value: await run(list[own]!) };
      } catch (reason) {
        results[own] = { status: 'rejected', reason };
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, list.length) }, worker));
  return results;
};

/** Runs for each of a list, some at once; the results, in the order of the list. Throws what one threw, once all have ended. */
export const mapEach = async <T, R>(list: readonly T[], run: (each: T) => Promise<R>): Promise<R[]> =>
  (await settleEach(list, run)).map((result) => {
    if (result.status === 'rejected') throw result.reason;
    return result.value;
  });
