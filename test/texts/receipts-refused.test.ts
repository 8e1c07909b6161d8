import { beforeEach, describe, expect, it } from 'vitest';
import {
  createCallerGate,
  createFeedSecrets,
  createSignatureGate,
} from '../../functions/intake-items/gate.ts';
import { GATEWAY } from '../../functions/take-receipts/handler.ts';
import { SecretMissing } from '../../shared/secrets/secrets.ts';
import { OLD_SECRET } from '../support/office.ts';
import { refusalIn } from '../support/told.ts';
import { openYellow } from './phones.ts';
import { createReceiving, type Post, type Receiving, resultsOf } from './receipts.ts';

const START = '2026-03-02T02:00:00.000Z';
let bridged: Receiving;
beforeEach(async () => {
  bridged = await createReceiving();
});

describe('who may report', () => {
  const body = () => bridged.receipt('DELIVRD', 'k');

  it('the gateway by either of its secrets', async () => {
    expect((await bridged.post(body())).status).toBe(200);
    expect((await bridged.post(body(), { secret: OLD_SECRET })).status).toBe(200);
  });

  it.each([
    ['SIGNATURE_MISSING', { headers: { 'webhook-signature': undefined } }],
    ['SIGNATURE_INVALID', { secret: `whsec_${Buffer.from('x'.repeat(32)).toString('base64')}` }],
    ['SIGNATURE_STALE', { sentAt: new Date(Date.now() - 6 * 60_000) }],
  ])('nobody else: %s, which the operators can look up', async (code, options: Post) => {
    const told = await bridged.post(body(), options);
    expect([told.status, refusalIn(told).code]).toEqual([401, code]);
    const day = bridged.office.now().slice(0, 10);
    const kept = await bridged.office.as('operator')('GET', '/v1/refusals', undefined, { day });
    expect(JSON.stringify(kept.body)).toContain(GATEWAY);
  });

  it('where the API checks SigV4, whom it has let in', async () => {
    const told = await bridged.post(body(), { parts: { gate: createCallerGate([GATEWAY]) } });
    expect(refusalIn(told)).toMatchObject({ code: 'CALLER_MISSING' });
  });

  it('nobody while the secret is missing: the gateway may send again', async () => {
    const secrets = createFeedSecrets(
      () => 'leizhou/sms-receipts',
      async (name) => {
        throw new SecretMissing(name, 'is gone');
      },
      (what) => bridged.office.problems.push(what),
      '短信网关',
    );
    const told = await bridged.post(body(), { parts: { gate: createSignatureGate([GATEWAY], secrets) } });
    expect([told.status, refusalIn(told).message]).toEqual([
      503,
      '短信网关的签名密钥暂不可用,请稍后重发;仍不行请联系本局系统运维',
    ]);
    expect(bridged.office.problems).toContain('secret leizhou/sms-receipts');
  });

  it.each([
    ['no receipts', { receipts: [] }],
    [
      'more than a hundred',
      { receipts: Array.from({ length: 101 }, () => ({ key: 'k', state: 'DELIVRD', at: START })) },
    ],
    ['a state that is none', { receipts: [{ key: 'k', state: 'MA:0001', at: START }] }],
    ['a time that is none', { receipts: [{ key: 'k', state: 'DELIVRD', at: 'soon' }] }],
    ['no key', { receipts: [{ key: '', state: 'DELIVRD', at: START }] }],
  ])('refuses %s by its field', async (_, wrong) => {
    const told = await bridged.post(wrong);
    expect([told.status, refusalIn(told).code]).toEqual([422, 'INVALID']);
    expect(refusalIn(told).problems![0]!.field).toMatch(/^receipts/);
  });

  it('refuses what is no JSON', async () => {
    expect(refusalIn(await bridged.post(undefined, { text: '{' })).code).toBe('MALFORMED_JSON');
  });

  it.each([
    [300, 200],
    [301, 422],
  ])('takes a clock that is %i seconds ahead: %i', async (ahead, status) => {
    const at = new Date(Date.parse(bridged.office.now()) + ahead * 1000).toISOString();
    const told = await bridged.post(bridged.receipt('DELIVRD', 'k', at));
    expect(told.status).toBe(status);
    if (status === 422) expect(refusalIn(told)).toMatchObject({ code: 'INSTANT_IN_FUTURE' });
  });

  it('asks for all of them again when one could not be kept; those before are repeats then', async () => {
    const caseId = await openYellow(bridged.office, 'k', { level: 'orange' });
    await bridged.office.notify(caseId);
    await bridged.carry();
    const keys = bridged.gateway.taken.map(({ key }) => key);
    expect(keys.length).toBeGreaterThan(2);
    const { office } = bridged.office.system;
    let left = 2;
    const carryOut: typeof office.carryOut = async (...given) => {
      left -= 1;
      if (left < 0) throw new Error('table away');
      return office.carryOut(...given);
    };
    const all = { receipts: keys.map((key) => ({ key, state: 'DELIVRD', at: bridged.office.now() })) };
    const told = await bridged.post(all, { parts: { office: { ...office, carryOut } } });
    expect([told.status, refusalIn(told).code]).toEqual([503, 'RECEIPTS_FAILED']);
    const again = resultsOf(await bridged.post(all));
    expect(new Set(again)).toEqual(new Set(['recorded', 'repeated']));
  });
});
