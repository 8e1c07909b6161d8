import { afterAll, beforeAll } from 'vitest';
import { meantWords } from '../../../web/model/forms/guide/meant.ts';
import { closeBrowser } from './browser.ts';
import type { OpenBureau } from './bureau.ts';
import { openScene } from './scene.ts';

type Scene = Awaited<ReturnType<typeof openScene>>;
export type Case = keyof Scene['cases'];

/** What a task of 电话报告湛江市局 brings to its form. */
export const TELEPHONE = { kind: 'first', form: 'telephone', to: ['zhanjiang'] };

/** The office at night for the tests of a file, closed with the browser after them, and the forms of its cases. */
export const formsForTests = () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene();
  });
  afterAll(async () => {
    await closeBrowser();
    await scene.bureau.close();
  });
  const bureau = (): OpenBureau => scene.bureau;
  const caseOf = (of: Case): string => scene.cases[of];
  return {
    bureau,
    caseOf,
    /** The path of a form; `with`: what its task brings, `for`: the duty that it is opened for. */
    at: (of: Case, command: string, given: { with?: object; for?: string } = {}): string => {
      const query = new URLSearchParams();
      if (given.with !== undefined) query.set('with', JSON.stringify(given.with));
      if (given.for !== undefined) query.set('for', meantWords({ duty: given.for, occurrence: '1' }));
      return `/desk/cases/${caseOf(of)}/do/${command}?${query}`;
    },
    /** What the log of the case of 橙 has of a command. */
    entriesOf: async (command: string): Promise<{ command: string }[]> => {
      const { entries } = await bureau().read('officeHead', `/v1/cases/${caseOf('orange')}/log`);
      return (entries as { command: string }[]).filter((entry) => entry.command === command);
    },
  };
};
