import { createPrivateKey } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTokenKey } from '../../../../infra/local/identity/keys.ts';
import { type RunningBureau, startBureau } from '../../../../infra/local/server/bureau.ts';
import { DEFAULT_CLAIMS } from '../../../../shared/contracts/environment.ts';
import { REPLIES } from '../../../../shared/contracts/replies/routes.ts';
import { badTokens, goodToken, type Makings } from './bad-tokens.ts';
import { startOfficeIssuer } from './office-issuer.ts';

const options = { folder: undefined, port: 0, sweepEveryMilliseconds: 3_600_000, onSms: () => undefined };
/** Of every route that asks who speaks: how it is called. */
const ROUTES = Object.keys(REPLIES)
  .filter((route) => route !== 'GET /v1/health' && !route.includes('/feeds/') && !route.includes('receipts'))
  .map((route) => route.replace('{case}', 'NN2026-0001').replace('{feed}/{item}', 'demo/a').split(' '));
const now = Math.floor(Date.now() / 1000);
const ALL = Object.keys(
  badTokens({
    key: createPrivateKey({ key: makeTokenKey() as never, format: 'jwk' }),
    kid: 'x',
    payload: {},
  }),
);

interface Door {
  bureau: RunningBureau;
  makings: Makings;
  close: () => Promise<void>;
}
const openOwn = async (): Promise<Door> => {
  const bureau = await startBureau({ ...options, bureau: 'nanning' });
  const { tokens } = bureau.keys;
  return {
    bureau,
    makings: {
      key: createPrivateKey({ key: tokens as never, format: 'jwk' }),
      kid: tokens.kid!,
      payload: {
        ...{ iss: `${bureau.url}/oidc`, aud: 'shixian-nanning', exp: now + 600 },
        ...{ sub: 'officeHead-1', role: 'officeHead' },
      },
    },
    close: bureau.close,
  };
};
const openOffice = async (): Promise<Door> => {
  const office = await startOfficeIssuer();
  const login = { issuer: office.url, audience: 'shixian-nanning', claims: DEFAULT_CLAIMS };
  const bureau = await startBureau({ ...options, bureau: 'nanning', login });
  const close = async (): Promise<void> => {
    await bureau.close();
    office.close();
  };
  const payload = { iss: office.url, aud: 'shixian-nanning', exp: now + 600, sub: 'op', role: 'operator' };
  return { bureau, makings: { ...office.makings, payload }, close };
};

describe.each([
  ['the machine’s own provider', openOwn],
  ['the office’s issuer', openOffice],
])('with %s', (_, open) => {
  let door: Door;
  let bad: Record<string, string>;
  beforeAll(async () => {
    door = await open();
    bad = badTokens(door.makings);
  });
  afterAll(() => door.close());
  const ask = (method: string, path: string, authorization?: string): Promise<Response> =>
    fetch(door.bureau.url + path, {
      method,
      headers: authorization === undefined ? {} : { authorization },
      ...(method === 'GET' ? {} : { body: '{' }),
    });

  it.each(['Bearer ', 'bearer ', ''])('a good token opens, as “%s…”', async (before) => {
    const answer = await ask('GET', '/v1/roster', before + goodToken(door.makings));
    expect(answer.status).toBe(200);
  });

  it.each([['none at all'], ...ALL.map((name) => [name])])('%s opens no route', async (name) => {
    for (const [method = '', path = ''] of ROUTES) {
      const answer = await ask(method, path, name === 'none at all' ? undefined : `Bearer ${bad[name]}`);
      const { code } = (await answer.json()) as { code: string };
      expect([answer.status, code], `${method} ${path}`).toEqual([401, expect.stringMatching(/^TOKEN_/)]);
    }
  });

  it('another scheme than Bearer opens nothing', async () => {
    for (const scheme of ['Basic', 'DPoP', 'Bearer Bearer'])
      expect((await ask('GET', '/v1/roster', `${scheme} ${goodToken(door.makings)}`)).status).toBe(401);
  });
});

it('a token of another bureau’s deployment is a stranger’s here, though it has the same people and posts', async () => {
  const [one, other] = [await openOwn(), await startBureau({ ...options, bureau: 'yinzhou' })];
  // Both keep their key in this process; another audience and another address are enough.
  const answer = await fetch(`${other.url}/v1/roster`, {
    headers: { authorization: `Bearer ${goodToken(one.makings)}` },
  });
  expect(answer.status).toBe(401);
  await one.close();
  await other.close();
});
