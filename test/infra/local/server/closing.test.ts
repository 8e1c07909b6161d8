import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { personFor } from '../../../../infra/local/people.ts';
import { startBureau } from '../../../../infra/local/server/bureau.ts';
import { createUnderway } from '../../../../infra/local/server/underway.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  vi.restoreAllMocks();
});

describe.each(['yinzhou'])('%s, closed while somebody asks', (id) => {
  it('ends what is being answered before its records are closed, and says nothing of it', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const folder = mkdtempSync(join(tmpdir(), 'closing-'));
    folders.push(folder);
    const bureau = await startBureau({
      ...{ bureau: id, folder: join(folder, 'data'), port: 0, sweepEveryMilliseconds: 1 },
      onSms: () => undefined,
    });
    await bureau.resume();
    const { roster } = (await bureau.system.rosters.read())!;
    const token = await bureau.issuer.issue(personFor(roster, 'officeHead'));
    const ask = (path: string): Promise<unknown> =>
      fetch(bureau.url + path, { headers: { authorization: `Bearer ${token}` } }).catch(() => undefined);
    const { regulation } = bureau.system;
    const level = regulation.scales[0]!.levels[1]!.id;
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    for (let count = 0; count < 20; count += 1) {
      const sources = [{ kind: regulation.sources[0]!.id }];
      const body = JSON.stringify({ title: `来电反映第${count}家店`, key: `call-${count}`, level, sources });
      expect((await fetch(`${bureau.url}/v1/cases`, { method: 'POST', headers, body })).status).toBe(201);
    }
    const asked = Array.from({ length: 60 }, (_, index) =>
      ask(index % 2 === 0 ? '/v1/duties?of=all' : '/v1/cases'),
    );
    // They are under way, and none has come back.
    await new Promise((resolve) => setTimeout(resolve, 20));
    await bureau.close();
    await Promise.all(asked);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(said.mock.calls.flat().map((each) => inspect(each))).toEqual([]);
  });

  it.each(['/v1/cases', '/oidc/token'])(
    'and of a caller that is in the middle of a body to %s',
    async (path) => {
      const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
      const bureau = await startBureau({
        ...{ bureau: id, folder: undefined, port: 0, sweepEveryMilliseconds: 60_000 },
        onSms: () => undefined,
      });
      const { roster } = (await bureau.system.rosters.read())!;
      const token = await bureau.issuer.issue(personFor(roster, 'officeHead'));
      const { hostname, port } = new URL(bureau.url);
      const socket = connect(Number(port), hostname);
      const head = [
        `POST ${path} HTTP/1.1`,
        `Host: ${hostname}:${port}`,
        `Authorization: Bearer ${token}`,
        'Content-Type: application/x-www-form-urlencoded',
        'Content-Length: 100',
      ];
      socket.write(`${[...head, '', ''].join('\r\n')}half`);
      await new Promise((resolve) => setTimeout(resolve, 50));
      const gone = new Promise((resolve) => socket.once('close', resolve));
      socket.on('error', () => undefined).resume();
      await bureau.close();
      await gone;
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(said.mock.calls.flat().map((each) => inspect(each))).toEqual([]);
    },
  );
});

it('an answer whose caller has gone is waited for', async () => {
  const underway = createUnderway();
  let finish = (): void => undefined;
  const begun = new Promise<void>((begin) => {
    underway.add(
      new Promise<void>((resolve) => {
        finish = resolve;
        begin();
      }),
    );
  });
  await begun;
  underway.add(Promise.reject(new Error('gone')));
  let isEnded = false;
  const ended = underway.ended().then(() => {
    isEnded = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(isEnded).toBe(false);
  // What comes while it waits is waited for too.
  let isLast = false;
  const last = new Promise((resolve) => setTimeout(resolve, 30)).then(() => {
    isLast = true;
  });
  underway.add(last);
  finish();
  await ended;
  expect(isLast).toBe(true);
});
