const KILOBYTE = 1024;

/** Write request units of one write of `bytes`: one for every KB begun, at least one. */
export const writeUnits = (bytes: number): number => Math.max(1, Math.ceil(bytes / KILOBYTE));

/** Read request units of one consistent read of `bytes`: one for every 4 KB begun, at least one. */
export const readUnits = (bytes: number): number => Math.max(1, Math.ceil(bytes / (4 * KILOBYTE)));
