import { afterAll, beforeAll } from 'vitest';
import { closeBrowser } from './browser.ts';
import { type OpenBureau, openBureau } from './bureau.ts';

/** A bureau for the tests of a file, at 22:50, with cases of 橙 as they want them; closed with the browser after them. */
export const nightForTests = () => {
  let bureau: OpenBureau;
  let count = 0;
  beforeAll(async () => {
    bureau = await openBureau({ at: '2026-03-02T22:50:00+08:00' });
  });
  afterAll(async () => {
    await closeBrowser();
    await bureau.close();
  });
  return {
    bureau: (): OpenBureau => bureau,
    /** Returns the number of a new case; `more`: what it has otherwise. */
    openCase: async (more: object = {}): Promise<string> => {
      count += 1;
      const { case: id } = await bureau.open('officeHead', {
        title: `某食品厂问题产品${count}`,
        text: '门店销售',
        sources: [{ kind: 'monitored' }],
        level: 'orange',
        ...more,
      });
      return id;
    },
  };
};
