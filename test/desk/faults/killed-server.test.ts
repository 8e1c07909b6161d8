import { once } from 'node:events';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type StartedServer, startServer } from '../../../infra/local/bench/server.ts';
import { createIssuer, issuedBy } from '../../../infra/local/identity/issuer.ts';
import { readKeys } from '../../../infra/local/identity/keys.ts';
import { exampleRoster, personFor } from '../../../infra/local/people.ts';
import { closeBrowser } from '../support/browser.ts';
import { type PersonAtDesk, personAt } from '../support/person.ts';

// The real `npm start` in a process of its own, on a folder of its own, by the machine's clock.
const roster = exampleRoster();
let server: StartedServer;
let caseId = '';

const call = async <Body>(method: string, path: string, body?: unknown): Promise<Body> => {
  const issuer = createIssuer(readKeys(server.folder).tokens, issuedBy(server.url, 'leizhou'));
  const answer = await fetch(`${server.url}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${await issuer.issue(personFor(roster, 'dutyOfficer'))}`,
      'content-type': 'application/json',
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(await answer.text());
  return (await answer.json()) as Body;
};
const instructions = async (text: string): Promise<number> => {
  const { entries } = await call<{ entries: { command: string }[] }>('GET', `/v1/cases/${caseId}/log`);
  return entries.filter(
    (entry) => entry.command === 'RecordInstruction' && JSON.stringify(entry).includes(text),
  ).length;
};
const kill = async (): Promise<void> => {
  const gone = once(server.process, 'exit');
  server.process.kill('SIGKILL');
  await gone;
};
const startAgain = async (): Promise<void> => {
  server = await startServer(server.folder, Number(new URL(server.url).port));
};

beforeAll(async () => {
  server = await startServer();
  ({ case: caseId } = await call<{ case: string }>('POST', '/v1/cases', {
    title: '某食品厂问题产品流入周边市场',
    text: '网帖称糕点仍在销售',
    sources: [{ kind: 'monitored' }],
    level: 'orange',
  }));
});
afterAll(async () => {
  await closeBrowser();
  await server.stop();
});

/** Fills in an instruction and sends it once; what becomes of the server then is `during`. */
const send = async (
  { page, context, ...head }: PersonAtDesk,
  text: string,
  during: (pass: () => Promise<unknown>) => Promise<void>,
): Promise<void> => {
  await head.go(`/desk/cases/${caseId}/do/RecordInstruction`);
  await page.locator('form').waitFor();
  await head.pick('本局领导');
  await head.fill('批示内容', text);
  await head.sees(/草稿\d\d:\d\d已存本机/);
  await context.route(
    /\/commands$/,
    async (route) => {
      await during(() => route.fetch());
      await route.abort();
    },
    { times: 1 },
  );
  await head.submit.click();
  await head.sees('网络中断，没有收到答复，不知道是否已登记。');
};

it('a server that is killed while an act is sent: what became of it is told, and it is done once', async () => {
  const head = await personAt({ url: server.url, roster }, 'officeHead');
  const watching = await personAt({ url: server.url, roster }, 'dutyOfficer', { path: '/desk/duties' });
  await watching.sees(/^应立即办/);
  await watching.settles();
  const rows = await watching.page.locator('.duty').count();
  const ways: readonly [string, (pass: () => Promise<unknown>) => Promise<void>][] = [
    ['批示甲：请求没有到', () => kill()],
    [
      '批示乙：办了没有答复',
      async (pass) => {
        await pass();
        await kill();
      },
    ],
    ...[2, 10].map((wait, index): [string, (pass: () => Promise<unknown>) => Promise<void>] => [
      `批示丙${index}：正在办`,
      async (pass) => {
        const passed = pass().catch(() => undefined);
        await new Promise((resolve) => setTimeout(resolve, wait));
        await kill();
        await passed;
      },
    ]),
  ];
  for (const [text, during] of ways) {
    await send(head, text, during);
    await head.tap('再发一次');
    // Still nobody there: it says so again, and sends nothing by itself later.
    await head.sees('网络中断，没有收到答复，不知道是否已登记。');
    await startAgain();
    expect(await instructions(text), text).toBeLessThanOrEqual(1);
    await head.tap('再发一次');
    await head.sees(/^已办：/);
    expect(await instructions(text), text).toBe(1);
  }
  // The token of before holds: its keys lie in the folder.
  await head.go('/desk/duties');
  await head.page.getByRole('banner').waitFor();
  await head.sees(/核对，每\d+秒一次/);
  expect(await head.heading()).not.toMatch(/值班台$/);

  await kill();
  await watching.look();
  await watching.sees('网络中断。');
  await watching.sees(/时限照走，短信照发。$/);
  expect(await watching.page.locator('.duty').count()).toBeGreaterThanOrEqual(rows);
  await startAgain();
  // Nobody touches it.
  await watching.seesNot('网络中断。');
  await watching.settles();
  expect(await watching.page.locator('.duty').count()).toBeGreaterThanOrEqual(rows);
  await head.leave();
  await watching.leave();
});

it('a server with another folder does not believe the token: one is led to the login, and back', async () => {
  const clerk = await personAt({ url: server.url, roster }, 'dutyOfficer', { path: `/desk/cases/${caseId}` });
  await clerk.sees(/^下一步：|^等/);
  const { folder } = server;
  const port = Number(new URL(server.url).port);
  await kill();
  const other = await startServer(undefined, port);
  try {
    await clerk.look();
    await clerk.sees(/没有提交的内容已保存在本机，登录后接着填。涉密案卷的内容和名册的改动不保存。/);
  } finally {
    await other.stop();
    server = await startServer(folder, port);
  }
  await clerk.page.reload();
  await clerk.logIn();
  await clerk.isAt(`/desk/cases/${caseId}`);
  await clerk.sees(/^下一步：|^等/);
  await clerk.leave();
});
