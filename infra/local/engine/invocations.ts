import { setImmediate } from 'node:timers/promises';
import { copyJson } from './copy-json.ts';

/** Runs one function: its name and its payload in, its result out. */
export type Invoke = (functionName: string, payload: unknown) => Promise<unknown>;

/**
 * So many run at once, as an account's concurrency bounds them on AWS; the others wait in turn. Each holds a case and its
 * schedule: a thousand cases whose stages fall due together would fill the memory.
 */
const MOST_AT_ONCE = 64;

/** Runs at most so many at once. */
const createGate = (most: number) => {
  let running = 0;
  const waiting: (() => void)[] = [];
  const goOn = (): void => {
    running -= 1;
    waiting.shift()?.();
  };
  const run = <T>(work: () => Promise<T>): Promise<T> => {
    running += 1;
    const result = work();
    void result.then(goOn, goOn);
    return result;
  };
  return <T>(work: () => Promise<T>): Promise<T> =>
    running < most ? run(work) : new Promise((resolve) => waiting.push(() => resolve(run(work))));
};

/** Counts what is under way, so that a virtual clock knows when nothing moves any more. */
export const createInvocations = (invoke: Invoke) => {
  const gate = createGate(MOST_AT_ONCE);
  let inFlight = 0;
  let activity = 0;
  let wake: (() => void)[] = [];

  /** Starts `work` in the next microtask (never within the caller) and counts it until it settles. */
  const track = async <T>(work: () => Promise<T> | T): Promise<T> => {
    inFlight++;
    activity++;
    try {
      await undefined;
      return await work();
    } finally {
      inFlight--;
      activity++;
      const sleepers = wake;
      wake = [];
      for (const resume of sleepers) resume();
    }
  };

  return {
    track,
    /** Calls a function with a copy of the payload and gives back a copy of its result, as JSON carries them. */
    call: (functionName: string, payload: unknown): Promise<unknown> => {
      const copy = copyJson(payload);
      return track(() => gate(async () => copyJson(await invoke(functionName, copy))));
    },
    /** Says that something moved which is not an invocation. */
    touch: (): void => void activity++,
    inFlight: (): number => inFlight,
    /** Resolves when nothing is in flight and a whole turn of the event loop has passed without anything moving. */
    async idle(): Promise<void> {
      for (let seen = -1; inFlight > 0 || seen !== activity; ) {
        seen = activity;
        if (inFlight > 0) await new Promise<void>((resolve) => wake.push(resolve));
        await setImmediate();
      }
    },
  };
};

export type Invocations = ReturnType<typeof createInvocations>;
