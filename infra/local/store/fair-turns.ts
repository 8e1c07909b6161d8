/** A longer turn of the event loop keeps its timers waiting, and with them the clocks. */
const LONGEST_MILLISECONDS = 10;
/** What is let in at once does its work only afterwards: so many at most in one turn, however short it has been. */
const MOST_AT_ONCE = 16;

/**
 * Answers of the store come at once, so a chain of them would be one long turn of the event loop, in which no clock strikes and
 * nobody is let in. Once a turn has lasted, what comes next waits for one of the next turns, in the order in which it came.
 */
export const createFairTurns = () => {
  const waiting: (() => void)[] = [];
  let began: number | undefined;
  let entered = 0;
  let isLettingIn = false;
  const hasRoom = (): boolean =>
    began !== undefined && entered < MOST_AT_ONCE && performance.now() - began < LONGEST_MILLISECONDS;

  const begin = (): void => {
    if (began !== undefined) return;
    began = performance.now();
    entered = 0;
    setImmediate(end);
  };
  const end = (): void => {
    began = undefined;
    void letIn();
  };
  const letIn = async (): Promise<void> => {
    if (isLettingIn || waiting.length === 0) return;
    isLettingIn = true;
    begin();
    while (waiting.length > 0 && hasRoom()) {
      entered += 1;
      waiting.shift()!();
      // What it sets going comes before the next one.
      await undefined;
    }
    isLettingIn = false;
    if (waiting.length > 0) begin();
  };

  return {
    /** Resolves when the caller may go on: at once while the turn has room and nobody waits. */
    enter: async (): Promise<void> => {
      begin();
      if (waiting.length === 0 && hasRoom()) entered += 1;
      else await new Promise<void>((resolve) => waiting.push(resolve));
    },
    /** Carries these out one after the other, each with what it sets going, as far as the turn has room; the rest in the next ones. */
    oneByOne: (works: readonly (() => void)[]): void => {
      waiting.push(...works);
      void letIn();
    },
  };
};
export type FairTurns = ReturnType<typeof createFairTurns>;
