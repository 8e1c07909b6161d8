import type { Page } from 'playwright-core';

/**
 * How long a page's own thread has worked since it was opened or opened anew, in milliseconds, whenever it is asked: since it is no time
 * on the wall, whatever else runs on the machine does not count. Two figures of one machine can be compared.
 */
export const openMeter = async (page: Page): Promise<() => Promise<number>> => {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return 1000 * metrics.find(({ name }) => name === 'TaskDuration')!.value;
  };
};
