import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSignatureGate } from '../../../functions/intake-items/gate.ts';
import { intakeItems } from '../../../functions/intake-items/handler.ts';
import { apiEvent } from '../../../infra/local/api-event.ts';
import { type RunningBureau, startBureau } from '../../../infra/local/server/bureau.ts';
import { signatureHeaders } from '../../../infra/local/sign.ts';
import { routeAt } from '../../../shared/contracts/api/routes.ts';
import { mappingsFor } from '../../../shared/intake/mappings.ts';
import { createOffice, plain, SECRET } from '../../support/office.ts';

// A vendor types the address of a feed into his own settings, with a slash at its end or without.

const body = JSON.stringify({ items: [plain('a')] });
const WRONG = `whsec_${'A'.repeat(44)}`;
const signed = (secret: string, id: string) => signatureHeaders(secret, id, new Date(), body);
const ADDRESSES = ['/v1/feeds/demo/items', '/v1/feeds/demo/items/'];

describe('on this machine', () => {
  let bureau: RunningBureau;
  beforeAll(async () => {
    bureau = await startBureau({
      ...{ bureau: 'nanning', folder: undefined, port: 0, sweepEveryMilliseconds: 60_000 },
      onSms: () => undefined,
    });
  });
  afterAll(() => bureau.close());
  const push = (path: string, headers: Record<string, string>) =>
    fetch(`${bureau.url}${path}`, { method: 'POST', headers, body });

  it.each(ADDRESSES)('%s takes what is signed, and nothing else', async (path) => {
    const [secret = ''] = bureau.keys.feeds.demo!;
    const taken = await push(path, signed(secret, path));
    expect([taken.status, await taken.json()]).toMatchObject([200, { items: [{ id: 'a' }] }]);
    expect((await push(path, signed(WRONG, `${path}-wrong`))).status).toBe(401);
    expect((await push(path, {})).status).toBe(401);
  });

  it('what comes after the slash leads nowhere, and what people ask for is as it was', async () => {
    const [secret = ''] = bureau.keys.feeds.demo!;
    for (const path of ['/v1/feeds/demo/items/a', '/v1/feeds/demo/items//', '/v1/cases/'])
      expect((await push(path, signed(secret, path))).status, path).toBe(401);
  });
});

describe('behind API Gateway', () => {
  /** As it hands over what its route with all that follows has caught. */
  const push = async (path: string, secret: string, proxy: string) => {
    const office = await createOffice();
    const gate = createSignatureGate(['demo'], async () => [SECRET]);
    const handle = intakeItems({ ...office.system, gate, mappingOf: mappingsFor({}) });
    const event = apiEvent({ method: 'POST', path, headers: signed(secret, path), body });
    const given = { ...event, pathParameters: { feed: 'demo', proxy } };
    const context = {} as Parameters<typeof handle>[1];
    const answer = await handle(given, context);
    return { status: answer.statusCode, body: JSON.parse(answer.body ?? '{}') };
  };
  it('the function answers as without the slash', async () => {
    expect(await push('/v1/feeds/demo/items/', SECRET, '')).toMatchObject({
      status: 200,
      body: { items: [{ id: 'a', status: 'accepted' }] },
    });
    expect(await push('/v1/feeds/demo/items/', WRONG, '')).toMatchObject({ status: 401 });
  });
  it('and refuses what comes after it', async () => {
    expect(await push('/v1/feeds/demo/items/a', SECRET, 'a')).toMatchObject({
      status: 404,
      body: { code: 'ROUTE_UNKNOWN' },
    });
  });
});

it.each([
  ['/v1/feeds/demo/items/', 'feed'],
  ['/v1/receipts/', 'gateway'],
  ['/v1/cases/', undefined],
  ['/v1/health/', undefined],
  ['/v1/feeds/demo/items//', undefined],
])('%s: the door is %s', (path, door) => {
  expect(routeAt(path)?.door).toBe(door);
});
