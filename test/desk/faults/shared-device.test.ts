import { describe, expect, it } from 'vitest';
import { nightForTests } from '../support/night.ts';
import { type PersonAtDesk, personAt } from '../support/person.ts';
import { settles, takesTurns } from '../support/probes/settles.ts';

// What stays where it may not, on a device that others use too.

const { bureau, openCase } = nightForTests();
const stored = ({ page }: PersonAtDesk): Promise<string> =>
  page.evaluate<string>('JSON.stringify(localStorage)');

/** The session is over: nothing is believed any more. Not for one picture does a sheet lie over the login page. */
const endSession = async (person: PersonAtDesk): Promise<void> => {
  await person.page.evaluate(`
    window.both = 0;
    new MutationObserver(() => {
      if (document.querySelector('main.login') !== null && document.querySelector('[role=dialog]') !== null) window.both += 1;
    }).observe(document, { childList: true, subtree: true });
  `);
  await person.context.route('**/v1/**', (route) =>
    route.fulfill({ status: 401, json: { code: 'TOKEN_INVALID', message: '登录已失效' } }),
  );
  await person.look();
  await person.sees(/登录已失效/);
  expect(await person.page.evaluate('window.both')).toBe(0);
};
/** A line that is slow with this: `asked` as soon as the first is asked for; none goes on before `release`. */
const holdBack = async ({ context }: PersonAtDesk, what: RegExp) => {
  const asked = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  await context.route(what, async (route) => {
    asked.resolve();
    await released.promise;
    await route.continue().catch(() => undefined);
  });
  return { asked: asked.promise, release: released.resolve };
};

describe('a sheet', () => {
  it('goes with the session: over the login page nothing of a case is read', async () => {
    const id = await openCase();
    await bureau().act('officeHead', id, { type: 'AssignUnit', unit: 'food' });
    const clerk = await personAt(bureau(), 'dutyOfficer', { path: `/desk/cases/${id}` });
    await clerk.page.locator('.axis .sum').first().click();
    const sheet = clerk.page.getByRole('dialog');
    await sheet.waitFor();
    await endSession(clerk);
    await sheet.waitFor({ state: 'detached' });
    await clerk.leave();
  });
  it('of a 涉密 case is not left standing over the login page', async () => {
    const id = await openCase({ title: '见纸质件', text: undefined, flags: ['secret'] });
    const head = await personAt(bureau(), 'officeHead', { path: `/desk/cases/${id}` });
    await head.tap('查阅记录');
    const sheet = head.page.getByRole('dialog');
    await sheet.getByText('当日首次查阅').first().waitFor();
    await endSession(head);
    await sheet.waitFor({ state: 'detached' });
    await head.leave();
  });
  it('of one page does not stay over another', async () => {
    const id = await openCase();
    const clerk = await personAt(bureau(), 'dutyOfficer', { path: '/desk/duties' });
    await clerk.go(`/desk/cases/${id}`);
    await clerk.sees(/^事情/);
    await clerk.page.locator('.back').click();
    await clerk.sees('应立即办');
    await clerk.page.goBack();
    await clerk.sees(/^事情/);
    await clerk.page.locator('.axis .sum').first().click();
    await clerk.page.getByRole('dialog').waitFor();
    await clerk.page.goForward();
    await clerk.sees('应立即办');
    await clerk.page.getByRole('dialog').waitFor({ state: 'detached' });
    await clerk.leave();
  });
});

describe('after a logout', () => {
  it('nothing is kept by an answer that comes late', async () => {
    const clerk = await personAt(bureau(), 'dutyOfficer', { path: '/desk/more' });
    await clerk.sees('退出登录');
    await clerk.settles();
    const id = await openCase();
    const list = await holdBack(clerk, /\/v1\/duties/);
    const issuer = await holdBack(clerk, /openid-configuration/);
    await clerk.page.evaluate('window.dispatchEvent(new Event("focus"))');
    await list.asked;
    await clerk.tap('退出登录');
    // It asks where to end the session when it has forgotten everything; then the list comes.
    await issuer.asked;
    const answer = clerk.page.waitForResponse(/\/v1\/duties/);
    list.release();
    expect(await (await answer).text()).toContain(id);
    await takesTurns(clerk.page);
    expect(await stored(clerk)).not.toContain(id);
    issuer.release();
    await clerk.leave();
  });

  it('no other tab of the same browser goes on as the same person', async () => {
    await openCase();
    const clerk = await personAt(bureau(), 'dutyOfficer', { path: '/desk/duties' });
    // A second tab of the same person, as the browser duplicates one.
    const session = await clerk.page.evaluate<string>('JSON.stringify(sessionStorage)');
    const other = await clerk.context.newPage();
    await other.addInitScript(
      `for (const [k, v] of Object.entries(JSON.parse(${JSON.stringify(session)}))) if (!sessionStorage.getItem('seeded')) sessionStorage.setItem(k, v); sessionStorage.setItem('seeded', '1');`,
    );
    await other.goto(`${bureau().url}/desk/duties`);
    await other
      .getByText(/应立即办/)
      .first()
      .waitFor();
    await clerk.go('/desk/more');
    await clerk.tap('退出登录');
    await clerk.page.waitForURL(({ pathname }) => !pathname.startsWith('/desk'));
    await clerk.page.getByRole('button', { name: '退出登录' }).click();
    await clerk.isAt('/desk/login');
    await other
      .getByText(/已在本机另一页退出登录/)
      .first()
      .waitFor();
    await openCase();
    await other.evaluate('window.dispatchEvent(new Event("focus"))');
    await settles(other);
    const said = await other.locator('body').innerText();
    const kept = await other.evaluate<string>('JSON.stringify(localStorage)');
    expect(said).not.toContain('应立即办');
    expect(kept).not.toContain('LZ2026');
    await clerk.leave();
  });
});

describe('a case that has become 涉密', () => {
  it('leaves no draft on the device', async () => {
    const id = await openCase();
    const clerk = await personAt(bureau(), 'officeHead', { path: `/desk/cases/${id}/do/RecordInstruction` });
    await clerk.fill('批示内容', '机密内容甲');
    await clerk.sees(/草稿.*已存本机/);
    expect(await stored(clerk)).toContain('机密内容甲');
    await bureau().act('officeHead', id, { type: 'SetFlags', add: ['secret'], reason: '见纸质件' });
    await clerk.go(`/desk/cases/${id}`);
    await clerk.sees('涉密案卷。');
    await clerk.go('/desk/duties');
    await clerk.sees(/核对，每\d+秒一次/);
    await clerk.settles();
    expect(await stored(clerk)).not.toContain('机密内容甲');
    await clerk.leave();
  });
});

describe('a case that has been given to another unit', () => {
  const begun = async () => {
    const id = await openCase({ unit: 'food' });
    const clerk = await personAt(bureau(), 'unitLiaison@food', { path: `/desk/cases/${id}/do/FileReport` });
    await clerk.fill(/^报告要点/, '另案草稿甲');
    await clerk.sees(/草稿.*已存本机/);
    return { id, clerk };
  };
  it.each([
    ['待办', () => '/desk/duties'],
    ['the case', (id: string) => `/desk/cases/${id}`],
  ])('leaves no draft on the device of who opens %s', async (_, path) => {
    const { id, clerk } = await begun();
    await clerk.go('/desk/duties');
    await clerk.sees('未办完的草稿');
    await clerk.settles();
    expect(await stored(clerk)).toContain('另案草稿甲');
    await bureau().act('dutyOfficer', id, { type: 'AssignUnit', unit: 'drugs' });
    await clerk.go(path(id));
    await expect.poll(() => stored(clerk)).not.toContain('另案草稿甲');
    await clerk.seesNot('未办完的草稿');
    await clerk.leave();
  });
});

describe('the service worker', () => {
  it('keeps the page as the page, whatever file somebody has opened', async () => {
    const clerk = await personAt(bureau(), 'dutyOfficer', { path: '/desk/duties' });
    // Ready: it has the page and the scripts, and takes the next navigation.
    await clerk.page.evaluate('navigator.serviceWorker.ready.then(() => true)');
    await clerk.go('/desk/duties');
    await clerk.sees(/核对，每\d+秒一次/);
    await clerk.go('/desk/licences.txt');
    await clerk.sees(/License/);
    await clerk.context.setOffline(true);
    await clerk.go('/desk/duties');
    await clerk.sees(/网络中断/);
    await clerk.context.setOffline(false);
    await clerk.leave();
  });
});
