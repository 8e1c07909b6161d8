/** Longer than this nothing is waited for: it only ends what hangs. */
export const LONGEST_MILLISECONDS = 120_000;
