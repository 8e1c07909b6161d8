import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeBrowser, openDevice } from './support/browser.ts';
import { type OpenBureau, openBureau } from './support/bureau.ts';
import { type PersonAtDesk, personAt } from './support/person.ts';
import { settles } from './support/probes/settles.ts';

const WORDS = '某食品厂问题产品';
let bureau: OpenBureau;
let caseId = '';
beforeAll(async () => {
  bureau = await openBureau({ at: '2026-03-03T01:08:00+08:00' });
  ({ case: caseId } = await bureau.open('dutyOfficer', {
    ...{ title: WORDS, text: '网帖称糕点仍在销售', sources: [{ kind: 'monitored' }], level: 'orange' },
  }));
});
afterAll(async () => {
  await closeBrowser();
  await bureau.close();
});

/** All that lies on a device: both storages of the tab, cookies, and every answer in every cache. */
const lying = async ({ page, context }: PersonAtDesk): Promise<string> => {
  const stored = await page.evaluate<string>(`(async () => {
    const names = await caches.keys();
    const answers = [];
    for (const name of names) {
      const cache = await caches.open(name);
      for (const request of await cache.keys())
        answers.push(request.url, /\\.(js|css|svg)$/.test(request.url) ? '' : await (await cache.match(request)).text());
    }
    return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, answers, document.title]);
  })()`);
  return `${stored}${JSON.stringify(await context.cookies())}`;
};
describe('退出登录', () => {
  it('leaves nothing on the device, and the next person is asked who he is', async () => {
    const clerk = await personAt(bureau, 'dutyOfficer', { path: '/desk/duties' });
    const { page } = clerk;
    await clerk.sees(new RegExp(WORDS));
    await clerk.go(`/desk/cases/${caseId}/do/RecordInstruction`);
    await clerk.fill('批示内容', '请速核查某事');
    await clerk.sees(/草稿01:08已存本机/);
    await clerk.go(`/desk/cases/${caseId}`);
    await clerk.sees(/^下一步：/);
    await clerk.settles();
    expect(await lying(clerk)).toMatch(/请速核查某事/);
    const other = await clerk.context.newPage();
    await other.goto(`${bureau.url}/desk/duties`);
    await clerk.go('/desk/more');
    await clerk.tap('退出登录');
    await clerk.sees('本机有1份没有办完的草稿，退出后删除，不能恢复。');
    await clerk.tap('不退出');
    await clerk.go('/desk/duties');
    await clerk.sees('未办完的草稿');
    await clerk.sees(/01:08存在本机/);
    await clerk.go('/desk/more');
    await clerk.tap('退出登录');
    await clerk.tap('删除草稿并退出');
    await page.waitForURL(({ pathname }) => !pathname.startsWith('/desk'));
    // The provider asks for a word of its own; on a machine of many it is the way to end it.
    await page.getByRole('button', { name: '退出登录' }).click();
    await page.waitForURL(/\/desk\/login/);
    await page.getByRole('heading', { name: /值班台/ }).waitFor();
    await clerk.settles();
    const left = await lying(clerk);
    for (const word of [WORDS, caseId, '请速核查某事', 'eyJ', clerk.name]) expect(left).not.toContain(word);
    expect(await clerk.title()).not.toContain(caseId);
    // The next one is not let in as the one before.
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.waitForURL((url) => !url.pathname.startsWith('/desk'));
    await page.getByRole('button').first().waitFor();
    expect(page.url()).not.toContain('/desk/');
    await page.goBack();
    await clerk.go('/desk/duties');
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page
      .getByRole('button', { name: /办公室负责人/ })
      .first()
      .click();
    await page.waitForURL(/\/desk\/duties/);
    await clerk.go('/desk/more');
    await page.locator('section', { hasText: '退出登录' }).getByText('办公室负责人').first().waitFor();
    // The tab beside it has not stayed open either.
    await other.bringToFront();
    await other.reload();
    await other.getByRole('button', { name: '登录', exact: true }).waitFor();
    expect(clerk.faults).toEqual([]);
    await clerk.leave();
  });
});

describe('the session of a shift', () => {
  it('ends by itself in mid-form, and what was typed is there after login', async () => {
    // What a service worker fetches cannot be answered otherwise.
    const opened = await openDevice(bureau.url, 'phone', { serviceWorkers: 'block' });
    await opened.page.clock.install();
    const clerk = await personAt(bureau, 'officeHead', { path: '/desk/duties', opened });
    const { page, context } = clerk;
    await context.route('**/desk/config.json', async (route) => {
      const answer = await route.fetch();
      const told = (await answer.json()) as Record<string, unknown>;
      await route.fulfill({ response: answer, json: { ...told, shiftHours: 1 } });
    });
    await page.evaluate('sessionStorage.clear()');
    await clerk.go(`/desk/cases/${caseId}/do/RecordInstruction`);
    await clerk.logIn();
    await page.locator('form').waitFor();
    await clerk.fill('批示内容', '请速核查并报告');
    await clerk.sees(/草稿01:08已存本机/);
    await page.clock.fastForward(61 * 60_000);
    await clerk.sees('值班时段已到，请重新登录');
    await clerk.sees(/没有提交的内容已保存在本机，登录后接着填。涉密案卷的内容和名册的改动不保存。/);
    await page.locator('form').waitFor({ state: 'detached' });
    await context.unroute('**/desk/config.json');
    await page.reload();
    await clerk.logIn();
    await clerk.sees('已恢复01:08的草稿');
    await clerk.holds('批示内容', '请速核查并报告');
    await clerk.leave();
  });
});

describe('somebody with two posts', () => {
  it('chooses one, acts in it, and the log says so; another tab is its own', async () => {
    const office = await openBureau({ at: '2026-03-03T01:08:00+08:00' });
    const { roles, version } = (await office.read('officeHead', '/v1/roster')) as unknown as {
      roles: Record<string, { id: string; name: string; mobile: string }[]>;
      version: number;
    };
    const head = roles.officeHead![0]!;
    await office.put('officeHead', '/v1/roster', {
      version,
      reason: '值班员请假，由负责人代班',
      roles: { ...roles, dutyOfficer: [...roles.dutyOfficer!, head] },
    });
    const { case: id } = await office.open('dutyOfficer', {
      ...{ title: WORDS, text: '网帖', sources: [{ kind: 'monitored' }], level: 'orange' },
    });
    const person = await personAt(office, 'officeHead', { path: `/desk/cases/${id}/do/RecordInstruction` });
    const { page } = person;
    await person.sees('你以哪个岗位值班？');
    await person.picture('two-posts');
    await person.tap(/值班员/);
    await page.locator('form').waitFor();
    await person.pick('本局领导');
    await person.fill('批示内容', '请食品股核查');
    await person.submit.click();
    await person.sees(/^已办：/);
    const { entries: log } = (await office.read('officeHead', `/v1/cases/${id}/log`)) as unknown as {
      entries: { command: string; actor: { role: string; name: string } }[];
    };
    const [entry] = log.filter(({ command }) => command === 'RecordInstruction');
    expect(entry?.actor).toMatchObject({ role: 'dutyOfficer', name: head.name });
    await person.go('/desk/more');
    await person.sees(/换到.*这个岗位/);
    const other = await person.context.newPage();
    await other.goto(`${office.url}/desk/duties`);
    await other.getByRole('button', { name: '登录', exact: true }).waitFor();
    await settles(other);
    expect(await other.locator('body').innerText()).not.toContain(WORDS);
    await person.leave();
    await office.close();
  });
});
