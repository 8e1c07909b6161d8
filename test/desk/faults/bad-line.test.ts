import { mkdirSync, writeFileSync } from 'node:fs';
import { request as ask, createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeBrowser, openDevice } from '../support/browser.ts';
import { type OpenBureau, openBureau } from '../support/bureau.ts';
import { personAt } from '../support/person.ts';

let bureau: OpenBureau;
beforeAll(async () => {
  bureau = await openBureau({ at: '2026-03-02T22:50:00+08:00' });
});
afterAll(async () => {
  await closeBrowser();
  await bureau.close();
});
let count = 0;
const openCase = async (more: object = {}) => {
  count += 1;
  const { case: id } = await bureau.open('officeHead', {
    title: `某食品厂问题产品${count}`,
    text: '门店销售',
    sources: [{ kind: 'monitored' }],
    level: 'orange',
    ...more,
  });
  return id;
};
/** A proxy on the way: `does` says what becomes of everything that is asked. */
const openProxy = async () => {
  const line = { does: 'pass' as 'pass' | 'hang' | '502' };
  const server: Server = createServer((incoming, outgoing) => {
    if (line.does === 'hang') return;
    if (line.does === '502') {
      outgoing.writeHead(502, { 'content-type': 'text/html' });
      outgoing.end('<h1>502 Bad Gateway</h1>');
      return;
    }
    const url = new URL(incoming.url!);
    const sent = ask(
      {
        host: url.hostname,
        port: url.port,
        path: url.pathname + url.search,
        method: incoming.method,
        headers: incoming.headers,
      },
      (answer) => {
        outgoing.writeHead(answer.statusCode!, answer.headers);
        answer.pipe(outgoing);
      },
    );
    sent.on('error', () => outgoing.destroy());
    incoming.pipe(sent);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    line,
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => server.closeAllConnections(),
  };
};

describe('the desk that is on the device', () => {
  it.each(['hang', '502'] as const)(
    'opens with its last state where the line does this: %s',
    async (does) => {
      const proxy = await openProxy();
      await openCase();
      const device = await openDevice(bureau.url, 'phone', {
        proxy: { server: proxy.address, bypass: '<-loopback>' },
      });
      const clerk = await personAt(bureau, 'dutyOfficer', { path: '/desk/duties', opened: device });
      await clerk.sees(/应立即办/);
      await clerk.page.evaluate('navigator.serviceWorker.ready.then(() => true)');
      await clerk.page.waitForTimeout(1000);
      await clerk.page.reload();
      await clerk.sees(/应立即办/);
      proxy.line.does = does;
      const isOpen = await clerk.page.reload({ timeout: 30_000, waitUntil: 'commit' }).then(
        () => true,
        () => false,
      );
      const isThere =
        isOpen &&
        (await clerk.page
          .getByText(/显示的是/)
          .first()
          .waitFor({ timeout: 25_000 })
          .then(
            () => true,
            () => false,
          ));
      const said = isOpen ? (await clerk.text()).slice(0, 120).replace(/\n/g, ' ') : 'nothing after 30 s';
      console.log('LINE', does, isThere, said);
      proxy.line.does = '502';
      proxy.close();
      await clerk.leave();
      expect(isThere).toBe(true);
    },
  );
});

describe('the memory of the page', () => {
  it('has nothing of a case after the session has ended', async () => {
    const id = await openCase({ title: '记忆甲乙丙丁', text: '记忆戊己庚辛' });
    const clerk = await personAt(bureau, 'dutyOfficer', { path: `/desk/cases/${id}` });
    await clerk.sees(/^事情/);
    await clerk.context.route('**/v1/**', (route) =>
      route.fulfill({ status: 401, json: { code: 'TOKEN_INVALID', message: '登录已失效' } }),
    );
    await clerk.look();
    await clerk.sees(/登录已失效/);
    const session = await clerk.context.newCDPSession(clerk.page);
    let heap = '';
    session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => {
      heap += chunk;
    });
    await session.send('HeapProfiler.collectGarbage');
    await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
    console.log('HEAP', heap.length, /记忆戊己庚辛|\\u8bb0\\u5fc6\\u620a/i.test(heap));
    expect(/记忆戊己庚辛|\\u8bb0\\u5fc6\\u620a/i.test(heap)).toBe(false);
    await clerk.leave();
  });
});

describe('an answer that is known already', () => {
  it('is another when a limit has just passed', async () => {
    const id = await openCase({
      sources: [
        {
          kind: '湛江市局交办',
          reference: '湛市监舆交〔2026〕33号',
          receivedAt: new Date(bureau.now()).toISOString(),
        },
      ],
    });
    const { duties } = (await bureau.read('officeHead', `/v1/cases/${id}/schedule`)) as unknown as {
      duties: { name: string; due: string | null }[];
    };
    const due = duties.find(({ name }) => name === '电话报告湛江市局')!.due!;
    await bureau.passTo(new Date(Date.parse(due) - 1000).toISOString());
    const paths = [`/v1/cases/${id}`, `/v1/cases/${id}/schedule`, '/v1/duties?limit=200', '/v1/cases'];
    const read = () =>
      Promise.all(paths.map(async (path) => JSON.stringify(await bureau.read('dutyOfficer', path))));
    const before = await read();
    await bureau.passTo(new Date(Date.parse(due) + 1000).toISOString());
    const after = await read();
    console.log('CHANGED', paths.map((path, index) => `${path} ${before[index] !== after[index]}`).join());
    expect(before.map((each, index) => each !== after[index])).toEqual([true, true, true, true]);
  });
});

describe('paper', () => {
  it('comes out of the printer as it is numbered', async () => {
    const text = Array.from({ length: 200 }, (_, index) => `第${index}行`).join('\n');
    const id = await openCase({ text });
    const clerk = await personAt(bureau, 'officeHead', { size: 'pc', path: `/desk/cases/${id}/print` });
    await clerk.page.locator('article.paper').nth(1).waitFor();
    await clerk.page.waitForTimeout(500);
    const sheets = await clerk.page.locator('article.paper').count();
    const pdf = await clerk.page.pdf({ preferCSSPageSize: true });
    const pages = (pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g) ?? []).length;
    mkdirSync('/tmp/x2-pictures', { recursive: true });
    writeFileSync('/tmp/x2-pictures/many-lines.pdf', pdf);
    console.log('PDF', pages, 'sheets', sheets);
    expect(pages).toBe(sheets);
    await clerk.leave();
  });
});
