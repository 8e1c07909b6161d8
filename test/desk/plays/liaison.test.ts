import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeBrowser } from '../support/browser.ts';
import { type OpenBureau, openBureau } from '../support/bureau.ts';
import { type PersonAtDesk, personAt } from '../support/person.ts';

const PLACE = '见纸质件：保密室3号柜';
const OTHERS = '某小区电动自行车电池起火';
let bureau: OpenBureau;
let own = '';
let others = '';
let secret = '';
let ownSecret = '';

beforeAll(async () => {
  bureau = await openBureau({ at: '2026-03-02T22:50:00+08:00' });
  const open = async (given: Record<string, unknown>): Promise<string> =>
    (await bureau.open('dutyOfficer', { sources: [{ kind: 'monitored' }], level: 'orange', ...given })).case;
  own = await open({ title: '某食品厂问题产品流入周边市场', text: '网帖称糕点仍在销售', unit: 'food' });
  others = await open({ title: OTHERS, text: '网帖称电池起火', unit: 'quality' });
  secret = await open({ title: PLACE, text: PLACE, unit: 'quality', flags: ['secret'] });
  ownSecret = await open({ title: PLACE, text: PLACE, unit: 'food', level: 'yellow', flags: ['secret'] });
  await bureau.passTo('2026-03-03T01:08:00+08:00');
});
afterAll(async () => {
  await closeBrowser();
  await bureau.close();
});

const PAGES = ['', '/clocks', '/print', '/do/FileReport'];
/** All that the desk is told from now on, whether it shows it or not. */
const hear = ({ context }: PersonAtDesk): (() => Promise<string[]>) => {
  const heard: Promise<string>[] = [];
  context.on('response', (answer) => {
    if (answer.url().includes('/v1/')) heard.push(answer.text().catch(() => ''));
  });
  return () => Promise.all(heard);
};
const kept = ({ page }: PersonAtDesk): Promise<string> =>
  page.evaluate<string>('JSON.stringify([{ ...localStorage }, { ...sessionStorage }])');
const opened = async (person: PersonAtDesk, path: string): Promise<void> => {
  await person.go(path);
  await person.page.getByRole('heading', { level: 1 }).first().waitFor();
  await person.settles();
};

describe('the liaison of a unit', () => {
  it('sees his own unit’s cases, in no list and by no link another’s', async () => {
    const liaison = await personAt(bureau, 'unitLiaison@food');
    const listen = hear(liaison);
    await opened(liaison, '/desk/duties');
    await liaison.sees('股室初报处置情况');
    await liaison.tap('看全部职责');
    await liaison.page.locator('.duty', { hasText: '召开紧急会议' }).first().waitFor();
    await opened(liaison, '/desk/cases');
    await liaison.sees(/^共2件/);
    for (const words of [OTHERS.slice(0, 4), others]) {
      await liaison.page.getByLabel(/^编号/).fill(words);
      await liaison.tap('查找');
      await liaison.sees(/^共0件|^没有|里，没有/);
    }
    for (const page of PAGES) {
      await opened(liaison, `/desk/cases/${others}${page}`);
      await liaison.sees(/^本案由质量监督股承办，不在你股的知悉范围内/);
      await opened(liaison, `/desk/cases/${secret}${page}`);
      await liaison.sees(new RegExp(`^没有编号为${secret}的案卷`));
      await liaison.settles();
      expect(await liaison.page.locator('form').count()).toBe(0);
    }
    await liaison.picture('liaison-refused');
    const heard = (await listen()).filter((text) => text !== '');
    expect(heard.length).toBeGreaterThan(10);
    expect(heard.join()).not.toContain(OTHERS);
    const known = heard.filter((text) => text.includes(secret) && !text.includes('CASE_UNKNOWN'));
    expect(known).toEqual([]);
    expect(liaison.faults).toEqual([]);
    await liaison.leave();
  });

  it('is told who may do what he may not, and nothing is entered', async () => {
    const liaison = await personAt(bureau, 'unitLiaison@food', {
      path: `/desk/cases/${own}/do/ConfirmGrade`,
    });
    await liaison.sees(/局办公室值班员.*局办公室负责人/);
    await liaison.settles();
    expect(await liaison.page.locator('form').count()).toBe(0);
    await opened(liaison, `/desk/cases/${own}`);
    await liaison.tap('其他办理');
    await liaison.picture('liaison-acts');
    await liaison.settles();
    const { entries } = await bureau.read('officeHead', `/v1/cases/${own}/log`);
    expect(JSON.stringify(entries)).not.toContain('ConfirmGrade');
    await liaison.leave();
  });

  it('of a 涉密 case of his unit looks at what may be said, is on record, and keeps nothing', async () => {
    const liaison = await personAt(bureau, 'unitLiaison@food', { path: `/desk/cases/${ownSecret}` });
    await liaison.sees('涉密案卷。');
    await liaison.settles();
    expect(await kept(liaison)).not.toContain(ownSecret);
    expect(await liaison.title()).not.toContain('保密室');
    const { reads } = (await bureau.read('officeHead', `/v1/cases/${ownSecret}/reads`)) as unknown as {
      reads: unknown[];
    };
    expect(JSON.stringify(reads)).toContain('食品股联络员');
    await liaison.leave();
  });
});

describe('a leader', () => {
  it('sees what has climbed to him, whom to ring, and approves under his own name', async () => {
    const leader = await personAt(bureau, 'deputyLeader', { path: '/desk/duties' });
    await leader.sees('升到你：责任股室负责人未办');
    await leader.picture('leader-duties');
    const row = leader.page.locator('.duty', { hasText: '召开紧急会议' }).filter({ hasText: '食品厂' });
    await row.getByRole('button', { name: /^督促办理/ }).click();
    const sheet = leader.page.getByRole('dialog');
    // Whoever is to press somebody sees the number that he is to ring.
    const call = sheet.getByRole('link', { name: '拨打 食品安全监管股负责人' });
    expect(await call.getAttribute('href')).toMatch(/^tel:(\+86)?138\d{8}$/);
    await sheet.getByRole('link', { name: '打开案卷' }).click();
    await leader.page.waitForURL(/\/desk\/cases\//);

    await opened(leader, `/desk/cases/${own}/do/RecordAction`);
    await leader.page.getByLabel(/^办理事项/).selectOption({ label: '回应口径经局领导审定' });
    await leader.page.getByText(/^更多[：（]/).click();
    await leader.page.getByLabel('审定的全文').fill('我局已封存库存，正在核查。');
    await leader.submit.click();
    await leader.sees(/^已办：/);
    const { entries } = (await bureau.read('officeHead', `/v1/cases/${own}/log`)) as unknown as {
      entries: { command: string; actor: { name: string }; labels: string[] }[];
    };
    const [approved] = entries.filter(({ command }) => command === 'RecordAction');
    expect(approved?.actor.name).toBe(leader.name);
    expect(approved?.labels.join()).toContain('回应口径经局领导审定');
    expect(leader.faults).toEqual([]);
    await leader.leave();
  });
});
