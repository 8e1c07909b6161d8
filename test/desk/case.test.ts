import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeBrowser } from './support/browser.ts';
import { type OpenBureau, openBureau } from './support/bureau.ts';
import { type PersonAtDesk, personAt } from './support/person.ts';
import { findings, isTooWide } from './support/probes/axe.ts';

let bureau: OpenBureau;
let orange = '';
let secret = '';

beforeAll(async () => {
  bureau = await openBureau({ at: '2026-03-02T22:50:00+08:00' });
  const sources = [
    {
      kind: 'zhanjiang-assigned',
      receivedAt: '2026-03-02T22:50:00+08:00',
      reference: '湛市监舆交〔2026〕33号',
    },
  ];
  ({ case: orange } = await bureau.open('dutyOfficer', {
    title: '某食品厂问题产品流入周边市场',
    text: '召回的问题批次糕点仍在周边三县市门店销售。',
    sources,
    level: 'orange',
    unit: 'food',
  }));
  ({ case: secret } = await bureau.open('dutyOfficer', {
    title: '见纸质件',
    sources: [{ kind: 'monitored' }],
    unit: 'quality',
    level: 'yellow',
    flags: ['secret'],
  }));
  await bureau.act('unitLiaison@food', orange, { type: 'Acknowledge' });
  await bureau.passTo('2026-03-03T01:08:00+08:00');
});
afterAll(async () => {
  await closeBrowser();
  await bureau.close();
});

const at = (path: string, who = 'dutyOfficer', size: 'phone' | 'pc' = 'phone'): Promise<PersonAtDesk> =>
  personAt(bureau, who, { size, path });
const caseAt = (caseId: string, who?: string, size?: 'phone' | 'pc') =>
  at(`/desk/cases/${caseId}`, who, size);
/** What the browser has sent that is no reading. */
const sendings = (person: PersonAtDesk): string[] => {
  const found: string[] = [];
  person.page.on('request', (request) => {
    if (request.method() !== 'GET') found.push(request.url());
  });
  return found;
};

describe('案卷', () => {
  it('says the next step, its limit, and what it is about; reading it is no 签收', async () => {
    const clerk = await caseAt(orange);
    const sent = sendings(clerk);
    await clerk.page.reload();
    await clerk.sees(/^下一步：/);
    expect(await clerk.heading()).toBe('某食品厂问题产品流入周边市场');
    await clerk.sees('湛市监舆交〔2026〕33号');
    await clerk.sees(/条，链条完整$/);
    expect(await clerk.title()).toBe(`案卷${orange} · 值班台`);
    expect(await clerk.page.locator('.next .main').count()).toBe(1);
    expect(await findings(clerk.page)).toEqual([]);
    expect(await isTooWide(clerk.page)).toBe(false);
    expect(sent).toEqual([]);
    expect(clerk.faults).toEqual([]);
    await clerk.picture('case');
    await clerk.leave();
  });

  it('tells of each number how it was counted, by keys too', async () => {
    const clerk = await caseAt(orange);
    const row = clerk.page.locator('.axis > li', { hasText: '电话报告湛江市局' });
    await row.getByText(/^剩4[12]分/).waitFor();
    await row.getByRole('button').press('Enter');
    const sheet = clerk.page.getByRole('dialog');
    await sheet.getByText('22:50').first().waitFor();
    await sheet.locator('blockquote').first().waitFor();
    await clerk.page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    await clerk.leave();
  });

  it('turns 42分 into 逾期 when its limit is over', async () => {
    const clerk = await caseAt(orange);
    const row = clerk.page.locator('.axis > li', { hasText: '电话报告湛江市局' });
    await row.getByText(/^剩4[12]分/).waitFor();
    await bureau.passTo('2026-03-03T01:52:00+08:00');
    await clerk.look();
    await row.getByText(/^逾期[12]分/).waitFor();
    await expect.poll(() => row.locator('rect.over').count()).toBe(1);
    await clerk.leave();
  });

  it('goes to its parts, and says where one is, without a step in the history', async () => {
    const clerk = await caseAt(orange);
    await clerk.sees(/条，链条完整$/);
    const before = await clerk.page.evaluate('history.length');
    await clerk.page.getByRole('link', { name: /^日志/ }).click();
    await clerk.page.locator('.jump [aria-current]', { hasText: /^日志/ }).waitFor();
    await clerk.settles();
    // The last part cannot come up to the top.
    await clerk.page.getByRole('link', { name: /^文书/ }).click();
    await clerk.page.evaluate(
      'new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))',
    );
    await clerk.page.locator('.jump [aria-current]', { hasText: /^文书/ }).waitFor();
    expect(await clerk.page.evaluate('history.length')).toBe(before);
    await clerk.leave();
  });

  it('stands beside the list on a PC', async () => {
    const clerk = await caseAt(orange, 'dutyOfficer', 'pc');
    await clerk.sees(/^下一步：/);
    await clerk.page.locator('section[aria-label="待办"] .duty').first().waitFor();
    expect(await findings(clerk.page)).toEqual([]);
    await clerk.picture('case');
    await clerk.leave();
  });

  it('says whose turn it is where it is not the reader’s', async () => {
    const clerk = await caseAt(orange);
    await clerk.page
      .context()
      .route(/\/v1\/duties\?case=/, (route) =>
        route.fulfill({ json: { duties: [], damaged: [], next: null } }),
      );
    await clerk.page.reload();
    await clerk.page.locator('.next h2', { hasText: /^等.+/ }).waitFor();
    await clerk.settles();
    expect(await clerk.page.locator('.next .main').count()).toBe(0);
    await clerk.leave();
  });

  it('says so of a number that there is not', async () => {
    const clerk = await caseAt('LZ2026-0999');
    await clerk.sees('没有编号为LZ2026-0999的案卷，或者你无权查看。');
    expect(await findings(clerk.page)).toEqual([]);
    await clerk.leave();
  });

  it('goes on showing what it knows without a network, and says as of when', async () => {
    const clerk = await caseAt(orange);
    await clerk.sees(/^下一步：/);
    await clerk.context.setOffline(true);
    await clerk.look();
    await clerk.sees('网络中断。');
    await clerk.sees(/时限照走，短信照发。$/);
    expect(await clerk.heading()).toBe('某食品厂问题产品流入周边市场');
    await clerk.leave();
  });

  it('of a 涉密 case nothing is left on the device, nor in the title', async () => {
    const head = await caseAt(secret, 'officeHead');
    await head.sees('涉密案卷。');
    await head.sees(/条，链条完整$/);
    await head.settles();
    const kept = String(await head.page.evaluate('JSON.stringify(localStorage)'));
    expect(kept).not.toContain('见纸质件');
    expect(kept).not.toContain(secret);
    expect(await head.title()).toBe(`案卷${secret} · 值班台`);
    await head.leave();
  });
});

describe('what somebody wrote', () => {
  const points =
    '已到现场封存涉事批次糕点三百二十箱，抽样送检，正在核查其余流向，预计明日出具检验结论，随时续报。';
  it('can be read again in the log, with the reports, and on paper', async () => {
    await bureau.act('dutyOfficer', orange, {
      type: 'FileReport',
      kind: 'first',
      form: 'telephone',
      to: ['zhanjiang'],
      post: '湛江市局值班室',
      spokeTo: '张科长',
      reference: '通话记录12号',
      summary: points,
    });
    const clerk = await caseAt(orange);
    const line = clerk.page.locator('#log .written', { hasText: points });
    await line.waitFor();
    await expect.poll(() => line.textContent()).toBe(`报告要点：${points}`);
    await clerk.page.getByRole('button', { name: /^看全文.*报告要点/ }).click();
    await expect.poll(() => line.getAttribute('class')).not.toContain('brief');
    await clerk.sees(/^接听人姓名：张科长/);
    expect(await isTooWide(clerk.page)).toBe(false);
    expect(await findings(clerk.page)).toEqual([]);
    await line.scrollIntoViewIfNeeded();
    await clerk.picture('log-content');
    const papers = clerk.page.locator('#papers');
    await papers.getByRole('heading', { name: '报告' }).waitFor();
    await papers.scrollIntoViewIfNeeded();
    await clerk.picture('reports');
    await papers
      .getByRole('button', { name: /^查看.*湛江/ })
      .first()
      .click();
    await clerk.page.getByRole('dialog').getByText(points).waitFor();
    await clerk.leave();
  });
  it('other acts stand by kinds, what meets open duties first', async () => {
    const clerk = await caseAt(orange);
    await clerk.page.getByRole('button', { name: '其他办理' }).click();
    const sheet = clerk.page.getByRole('dialog');
    await sheet.getByRole('heading', { name: '级别和时限' }).waitFor();
    await clerk.settles();
    const [first] = await sheet.getByRole('heading', { level: 3 }).allTextContents();
    expect(first).toBe('办结待办职责');
    await clerk.picture('acts');
    expect(await findings(clerk.page)).toEqual([]);
    await clerk.leave();
  });
});

describe('案卷 on paper', () => {
  it('has every entry of the log with its hash, and no page that runs over', async () => {
    const clerk = await at(`/desk/cases/${orange}/print`, 'dutyOfficer', 'pc');
    await clerk.page.locator('article.paper h2', { hasText: '日志核验' }).waitFor();
    await clerk.page.locator('.print-acts button:enabled').waitFor();
    const told = (await bureau.read('dutyOfficer', `/v1/cases/${orange}/log`)) as unknown as {
      entries: { hash: string }[];
    };
    const paper = await clerk.page.locator('section[aria-label="案卷纸面"]').innerText();
    const signs = paper.replace(/\s/g, '');
    for (const { hash } of told.entries) expect(signs).toContain(hash);
    const bottoms =
      (await clerk.page.evaluate(`[...document.querySelectorAll('article.paper')].map((page) => {
      const { top, height } = page.getBoundingClientRect();
      const parts = [...page.children].filter((part) => !part.classList.contains('folio'));
      return (297 * (Math.max(...parts.map((part) => part.getBoundingClientRect().bottom)) - top)) / height;
    })`)) as number[];
    expect(bottoms.length).toBeGreaterThan(3);
    // 版心 ends 35 mm above the edge.
    for (const bottom of bottoms) expect(bottom).toBeLessThanOrEqual(262);
    const pdf = (await clerk.page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type \/Page\b(?!s)/g)?.length).toBe(bottoms.length);
    expect(await findings(clerk.page)).toEqual([]);
    expect(clerk.faults).toEqual([]);
    await clerk.leave();
  });
});
