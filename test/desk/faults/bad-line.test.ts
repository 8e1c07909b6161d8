import { request as ask, createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { openDevice } from '../support/browser.ts';
import { nightForTests } from '../support/night.ts';
import { personAt } from '../support/person.ts';

const { bureau, openCase } = nightForTests();
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
      const device = await openDevice(bureau().url, 'phone', {
        proxy: { server: proxy.address, bypass: '<-loopback>' },
      });
      const clerk = await personAt(bureau(), 'dutyOfficer', { path: '/desk/duties', opened: device });
      await clerk.sees(/应立即办/);
      await clerk.page.evaluate('navigator.serviceWorker.ready.then(() => true)');
      await clerk.page.reload();
      await clerk.sees(/应立即办/);
      await clerk.settles();
      proxy.line.does = does;
      await clerk.page.reload({ waitUntil: 'commit' });
      await clerk.sees(/显示的是/);
      await clerk.sees(/应立即办/);
      proxy.line.does = '502';
      proxy.close();
      await clerk.leave();
    },
  );
});

describe('the memory of the page', () => {
  it('has nothing of a case after the session has ended', async () => {
    const id = await openCase({ title: '记忆甲乙丙丁', text: '记忆戊己庚辛' });
    const clerk = await personAt(bureau(), 'dutyOfficer', { path: `/desk/cases/${id}` });
    await clerk.sees(/^事情/);
    await clerk.context.route('**/v1/**', (route) =>
      route.fulfill({ status: 401, json: { code: 'TOKEN_INVALID', message: '登录已失效' } }),
    );
    await clerk.look();
    await clerk.sees(/登录已失效/);
    await clerk.settles();
    const session = await clerk.context.newCDPSession(clerk.page);
    let heap = '';
    session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => {
      heap += chunk;
    });
    await session.send('HeapProfiler.collectGarbage');
    await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
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
          receivedAt: new Date(bureau().now()).toISOString(),
        },
      ],
    });
    const { duties } = (await bureau().read('officeHead', `/v1/cases/${id}/schedule`)) as unknown as {
      duties: { name: string; due: string | null }[];
    };
    const due = duties.find(({ name }) => name === '电话报告湛江市局')!.due!;
    await bureau().passTo(new Date(Date.parse(due) - 1000).toISOString());
    const paths = [`/v1/cases/${id}`, `/v1/cases/${id}/schedule`, '/v1/duties?limit=200', '/v1/cases'];
    const read = () =>
      Promise.all(paths.map(async (path) => JSON.stringify(await bureau().read('dutyOfficer', path))));
    const before = await read();
    await bureau().passTo(new Date(Date.parse(due) + 1000).toISOString());
    const after = await read();
    expect(before.map((each, index) => each !== after[index])).toEqual([true, true, true, true]);
  });
});
