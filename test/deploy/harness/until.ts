import { setTimeout as pause } from 'node:timers/promises';

/** Who has just had a text gets the next within two minutes (decision 051), and an emulator takes its time. */
const SECONDS = 240;

/** Asks again and again until there is an answer; rejects, saying what was waited for, after four minutes or `seconds`. */
export const until = async <T>(
  what: string,
  ask: () => Promise<T | undefined> | T | undefined,
  seconds = SECONDS,
): Promise<T> => {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`Waited ${seconds} s in vain: ${what}`);
    await pause(500);
  }
};
