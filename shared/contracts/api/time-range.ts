/** What lies before, or from `LATEST` on, is read as no time; in milliseconds. */
export const EARLIEST = Date.UTC(2000, 0, 1);
export const LATEST = Date.UTC(2100, 0, 1);

/** Whether it is read as a time. */
export const isInRange = (milliseconds: number): boolean => milliseconds >= EARLIEST && milliseconds < LATEST;
/** What is said of a time that lies outside. */
export const OUT_OF_RANGE = '年份须在2000年至2099年之间，请核对年份';
