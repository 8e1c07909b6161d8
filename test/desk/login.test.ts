import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeBrowser } from './support/browser.ts';
import { type OpenBureau, openBureau } from './support/bureau.ts';
import { personAt } from './support/person.ts';

let bureau: OpenBureau;
let caseId: string;
beforeAll(async () => {
  bureau = await openBureau();
  ({ case: caseId } = await bureau.open('dutyOfficer', {
    title: '某食品厂问题产品流入周边市场',
    text: '召回的问题批次糕点仍在门店销售',
    sources: [{ kind: 'monitored' }],
    level: 'orange',
  }));
});
afterAll(async () => {
  await closeBrowser();
  await bureau.close();
});

describe('login', () => {
  it('leads from the link of a text to its case', async () => {
    const clerk = await personAt(bureau, 'dutyOfficer', { path: `/desk/cases/${caseId}` });
    expect(new URL(clerk.page.url()).pathname).toBe(`/desk/cases/${caseId}`);
    expect(clerk.faults).toEqual([]);
    await clerk.leave();
  });
});
