import type { Page } from 'playwright-core';

// A device that sleeps: its stopwatch stands still, and its clock goes on, as on a phone in a pocket.

/** To run in a page before anything else. */
export const SLEEPING =
  'window.slept = 0; { const real = Date.now; Date.now = () => real() + window.slept; }';

/** It has slept for so long in all. */
export const hasSlept = (page: Page, milliseconds: number): Promise<unknown> =>
  page.evaluate(`window.slept = ${milliseconds}`);
