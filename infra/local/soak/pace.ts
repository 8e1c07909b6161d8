/** At once at most: what is slower than the pace is then not piled up. */
const AT_ONCE = 16;

export const rest = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Sends so many requests at a pace; returns how many milliseconds each took. */
export const sendAll = async (
  count: number,
  perSecond: number | undefined,
  next: () => Promise<void>,
): Promise<number[]> => {
  const from = performance.now();
  const took: number[] = [];
  let sent = 0;
  const worker = async (): Promise<void> => {
    while (sent < count) {
      const due = perSecond === undefined ? 0 : from + (sent / perSecond) * 1000;
      sent += 1;
      await rest(Math.max(0, due - performance.now()));
      const begun = performance.now();
      await next();
      took.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return took;
};
