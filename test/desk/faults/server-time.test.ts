import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { taskMade } from '../../web/duties/made-task.ts';
import { closeBrowser, openDevice } from '../support/browser.ts';
import { type OpenBureau, openBureau } from '../support/bureau.ts';
import { personAt } from '../support/person.ts';
import { hasSlept, SLEEPING } from '../support/probes/sleep.ts';

// Where the screen says something else than the record. Each opens its own bureau, since it moves the clock.

let bureau: OpenBureau;
beforeAll(async () => {
  bureau = await openBureau({ at: '2026-03-02T22:50:00+08:00' });
});
afterAll(async () => {
  await closeBrowser();
  await bureau.close();
});
const openOrange = async (more: object = { level: 'orange' }, who = 'officeHead') => {
  const sources = [
    {
      kind: '湛江市局交办',
      reference: '湛市监舆交〔2026〕33号',
      receivedAt: new Date(bureau.now()).toISOString(),
    },
  ];
  const { case: id } = await bureau.open(who, {
    title: `某食品厂问题产品流入周边市场${Math.random()}`,
    text: '召回的问题批次糕点仍在周边三县市门店销售。',
    sources,
    ...more,
  });
  return id;
};
type Duty = {
  duty: string;
  name: string;
  due: string | null;
  overdue: boolean;
  outcome: string;
  statusText: string;
};
const dutyOf = async (id: string, name: string): Promise<Duty> => {
  const { duties } = (await bureau.read('officeHead', `/v1/cases/${id}/schedule`)) as unknown as {
    duties: Duty[];
  };
  return duties.find((each) => each.name === name)!;
};
const TELEPHONE = encodeURIComponent(JSON.stringify({ kind: 'first', form: 'telephone', to: ['zhanjiang'] }));

describe('what was done', () => {
  it('is told as the record has it, and not as a try foresaw it', async () => {
    const id = await openOrange();
    const { due } = await dutyOf(id, '电话报告湛江市局');
    await bureau.passTo(new Date(Date.parse(due!) - 20_000).toISOString());
    const clerk = await personAt(bureau, 'dutyOfficer', {
      path: `/desk/cases/${id}/do/FileReport?with=${TELEPHONE}`,
    });
    await clerk.fill('对方接听人的单位和职务', '湛江市局办公室值班员');
    await clerk.fill('报告要点', '已封存库存');
    await clerk.sees(/^电话报告湛江市局按时完成/);
    // Forty seconds later, before the page has asked again: the limit has passed.
    await bureau.passTo(new Date(Date.parse(due!) + 20_000).toISOString());
    await clerk.submit.click();
    await clerk.sees(/^已办：/);
    const record = await dutyOf(id, '电话报告湛江市局');
    expect(record.outcome).toBe('fulfilledLate');
    expect(await clerk.text()).not.toContain('电话报告湛江市局按时完成');
    await clerk.leave();
  });
});

describe('a case', () => {
  it('is asked for again every twenty seconds, also after its print was opened first', async () => {
    const id = await openOrange();
    const clerk = await personAt(bureau, 'dutyOfficer', { path: `/desk/cases/${id}/print` });
    await clerk.page.locator('article.paper').first().waitFor();
    await clerk.page.getByRole('link', { name: '返回', exact: true }).click();
    await clerk.sees(/^事情/);
    const asked: string[] = [];
    clerk.page.on('request', (request) => {
      if (request.url().endsWith(`/v1/cases/${id}`)) asked.push(request.url());
    });
    await clerk.settles();
    asked.length = 0;
    await bureau.act('officeHead', id, { type: 'AssignUnit', unit: 'food' });
    // Nobody comes back to it: the page asks by itself.
    await expect.poll(() => asked.length).toBeGreaterThan(0);
    await clerk.sees('食品安全监管股承办');
    await clerk.leave();
  });

  it('that one may not read any more is not shown any longer', async () => {
    const id = await openOrange({ level: 'orange', unit: 'food' });
    const liaison = await personAt(bureau, 'unitLiaison@food', { path: `/desk/cases/${id}` });
    await liaison.sees('湛市监舆交〔2026〕33号');
    await bureau.act('officeHead', id, { type: 'AssignUnit', unit: 'quality' });
    await bureau.act('officeHead', id, { type: 'SetFlags', add: ['secret'], reason: '见纸质件' });
    await liaison.look();
    await liaison.sees(/^没有编号为/);
    const status = await bureau.read('unitLiaison@food', `/v1/cases/${id}`).then(
      () => 200,
      (error) => String(error),
    );
    expect(status).toContain('CASE_UNKNOWN');
    expect(await liaison.text()).not.toContain('湛市监舆交〔2026〕33号');
    await liaison.leave();
  });
});

describe('time', () => {
  const listOf = (clerk: Awaited<ReturnType<typeof personAt>>, due: number) =>
    clerk.context.route(/\/v1\/duties\?limit/, (route) =>
      route.fulfill({
        json: {
          duties: [taskMade({ due: new Date(due + 28_800_000).toISOString().replace(/\.\d+Z$/, '+08:00') })],
          damaged: [],
          next: null,
        },
        headers: { date: new Date(bureau.now()).toUTCString() },
      }),
    );
  it('is not believed of what is no answer of the API, such as an error page on the way', async () => {
    const clerk = await personAt(bureau, 'dutyOfficer', { path: '/desk/duties' });
    await listOf(clerk, bureau.now() - 300_000);
    await clerk.page.reload();
    await clerk.sees('已逾期 1');
    await clerk.context.unroute(/\/v1\/duties\?limit/);
    await clerk.context.route(/\/v1\//, (route) =>
      route.fulfill({
        status: 502,
        contentType: 'text/html',
        body: '<h1>Bad Gateway</h1>',
        headers: { date: new Date(bureau.now() - 3_600_000).toUTCString() },
      }),
    );
    // Twice: what is told a second time would be believed.
    await clerk.look();
    await clerk.look();
    await clerk.sees(/显示的是/);
    const said = await clerk.text();
    expect(said).toContain('已逾期 1');
    expect(said).not.toContain('剩54分');
    await clerk.leave();
  });

  it('of a device that is an hour slow does not hide, without a network, that a limit is over', async () => {
    const device = await openDevice(bureau.url, 'phone');
    // The desk's own time is the bureau's; the device's is an hour behind it.
    const slow = bureau.now() - 3_600_000;
    await device.context.addInitScript(
      `{ const from = ${slow} - Date.now(); const real = Date.now; Date.now = () => real() + from; }`,
    );
    const clerk = await personAt(bureau, 'dutyOfficer', { path: '/desk/duties', opened: device });
    await listOf(clerk, bureau.now() - 300_000);
    await clerk.page.reload();
    await clerk.sees('已逾期 1');
    await clerk.context.unroute(/\/v1\/duties\?limit/);
    await clerk.context.route(/\/v1\//, (route) => route.abort());
    await clerk.page.reload();
    await clerk.sees(/^网络中断/);
    expect(await clerk.text()).toContain('已逾期 1');
    await clerk.leave();
  });

  it('goes on while the device sleeps: without a network a limit is over all the same', async () => {
    const clerk = await personAt(bureau, 'dutyOfficer', { path: '/desk/duties' });
    // Two hours in which the stopwatch stands still and the device's clock goes on, as on a phone in a pocket.
    await clerk.context.addInitScript(SLEEPING);
    await listOf(clerk, bureau.now() + 1_800_000);
    await clerk.page.reload();
    await clerk.sees('一小时内 1');
    await clerk.context.unroute(/\/v1\/duties\?limit/);
    await clerk.context.route(/\/v1\//, (route) => route.abort());
    await hasSlept(clerk.page, 7_200_000);
    await clerk.look();
    await clerk.sees('已逾期 1');
    expect(await clerk.text()).not.toContain('一小时内 1');
    await clerk.leave();
  });
});
