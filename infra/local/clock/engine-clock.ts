/**
 * The time that the engine lives by. `now` and delays are in milliseconds (`now` since the Unix epoch); a delay may
 * be of any length. `clearTimeout` takes what `setTimeout` returned and ignores anything else.
 */
export interface EngineClock {
  now(): number;
  setTimeout(callback: () => void, delayMs: number): unknown;
  clearTimeout(handle: unknown): void;
}
