import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type GetSecretValueCommand,
  InvalidRequestException,
  ResourceNotFoundException,
} from '@aws-sdk/client-secrets-manager';
import { describe, expect, it } from 'vitest';
import type { HttpEvent } from '../../functions/http.ts';
import {
  createCallerGate,
  createFeedSecrets,
  createSignatureGate,
} from '../../functions/intake-items/gate.ts';
import { createIntakeItems } from '../../functions/intake-items/handler.ts';
import { apiEvent } from '../../infra/local/api-event.ts';
import { createSecrets } from '../../shared/aws/secrets-manager.ts';
import { mappingsFor } from '../../shared/intake/mappings.ts';
import { SecretMissing } from '../../shared/secrets/secrets.ts';
import { createOffice, plain, SECRET } from '../support/office.ts';

const MINUTE = 60_000;

describe('a feed’s secrets', () => {
  const BARE = 'A'.repeat(44);
  const problems: string[] = [];
  const secretsOf = (text: string | Error) =>
    createFeedSecrets(
      (feed) => `arn:${feed}`,
      async () => {
        if (text instanceof Error) throw text;
        return text;
      },
      (what, error) => problems.push(`${what}: ${(error as Error).message}`),
    )('demo');

  it('are one, or two while one is being replaced, with or without the prefix', async () => {
    expect(await secretsOf(JSON.stringify({ current: BARE }))).toEqual([`whsec_${BARE}`]);
    expect(await secretsOf(JSON.stringify({ current: BARE, previous: `whsec_${BARE}` }))).toEqual([
      `whsec_${BARE}`,
      `whsec_${BARE}`,
    ]);
  });

  it('are read as vendors write them', async () => {
    const bytes = Buffer.from(Array.from({ length: 26 }, (_, place) => 255 - place));
    const secret = `whsec_${bytes.toString('base64')}`;
    const bare = secret.slice('whsec_'.length);
    const forms = [bare.replace(/=+$/, ''), bytes.toString('base64url'), ` ${secret}\n`];
    for (const current of forms) expect(await secretsOf(JSON.stringify({ current }))).toEqual([secret]);
    // Pasted as it was given, without anything around it.
    for (const text of [secret, bare, `${secret}\n`]) expect(await secretsOf(text)).toEqual([secret]);
  });

  it('have 24 bytes, and no fewer', async () => {
    for (const bytes of [24, 25]) {
      const current = Buffer.alloc(bytes, 7).toString('base64');
      expect(await secretsOf(JSON.stringify({ current }))).toEqual([`whsec_${current}`]);
    }
    const current = Buffer.alloc(23, 7).toString('base64');
    await expect(secretsOf(JSON.stringify({ current }))).rejects.toMatchObject({
      code: 'FEED_SECRET_MISSING',
    });
  });

  it.each([
    ['no JSON', 'hello'],
    ['no current one', '{}'],
    ['one that is too short', '{"current":"c2hvcnQ="}'],
    ['one that is no base64', '{"current":"this-is-not-base64-but-long-enough-for-it"}'],
    ['a previous one that is no base64', JSON.stringify({ current: BARE, previous: 'x'.repeat(43) })],
    ['none at all', new SecretMissing('arn:demo', 'is empty')],
    ['no answer from AWS', new Error('AccessDenied')],
  ])('with %s are named to the operators, and the sender is to come again', async (_, text) => {
    problems.length = 0;
    await expect(secretsOf(text)).rejects.toMatchObject({ status: 503, code: 'FEED_SECRET_MISSING' });
    expect(problems[0]).toMatch(/^secret arn:demo: /);
  });
});

describe('reading a secret', () => {
  let now = 0;
  const asked: string[] = [];
  const reader = (answer: () => { SecretString?: string }) =>
    createSecrets(
      {
        send: async (command: GetSecretValueCommand) => {
          asked.push(command.input.SecretId!);
          return answer();
        },
      },
      () => now,
    );

  it('asks once a minute', async () => {
    asked.length = 0;
    const read = reader(() => ({ SecretString: `value at ${now}` }));
    expect(await read('a')).toBe('value at 0');
    now = MINUTE - 1;
    expect(await read('a')).toBe('value at 0');
    now = MINUTE;
    expect(await read('a')).toBe(`value at ${MINUTE}`);
    expect(asked).toEqual(['a', 'a']);
  });

  it.each([
    ['is not there', new ResourceNotFoundException({ message: '', $metadata: {} }), 'does not exist'],
    [
      'a policy cannot know',
      Object.assign(new Error('not authorized'), { name: 'AccessDeniedException' }),
      'may not be read',
    ],
    ['is marked for deletion', new InvalidRequestException({ message: '', $metadata: {} }), 'deletion'],
  ])('names one that %s', async (_, error, told) => {
    const read = reader(() => {
      throw error;
    });
    await expect(read('b')).rejects.toThrow(new RegExp(`Secret b: .*${told}`));
  });

  it('does not wait long for a service that takes the call and says nothing', async () => {
    const silent = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    const before = { ...process.env };
    Object.assign(process.env, {
      AWS_ENDPOINT_URL_SECRETS_MANAGER: `http://127.0.0.1:${port}`,
      AWS_REGION: 'local',
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
    });
    try {
      await expect(createSecrets()('silent')).rejects.toThrow(/time|Timeout/i);
    } finally {
      process.env = before;
      silent.closeAllConnections?.();
      silent.close();
    }
  });

  it('uses the last one for a while when the service is away', async () => {
    let isAway = false;
    const read = reader(() => {
      if (isAway) throw new Error('throttled');
      return { SecretString: 'kept' };
    });
    now = 0;
    expect(await read('d')).toBe('kept');
    isAway = true;
    now = 15 * MINUTE - 1;
    expect(await read('d')).toBe('kept');
    now = 15 * MINUTE;
    await expect(read('d')).rejects.toThrow('throttled');
  });

  it('names one that is empty', async () => {
    await expect(reader(() => ({ SecretString: ' ' }))('c')).rejects.toThrow('Secret c: is empty');
    await expect(reader(() => ({}))('c')).rejects.toThrow(SecretMissing);
  });
});

describe('the gate for callers that the HTTP API let in by SigV4', () => {
  const push = async (feed: string, authorizer: unknown) => {
    const office = await createOffice();
    const handle = createIntakeItems({
      ...office.system,
      gate: createCallerGate(['demo']),
      mappingOf: mappingsFor({}),
    });
    const event = apiEvent({
      method: 'POST',
      path: `/v1/feeds/${feed}/items`,
      body: JSON.stringify([plain('a')]),
    });
    Object.assign(event.requestContext, authorizer === undefined ? {} : { authorizer });
    return handle({ ...event, pathParameters: { feed } });
  };
  const known = { iam: { userArn: 'arn:iam:vendor', accessKey: 'A' } };

  it('takes their items without a signature of ours', async () => {
    expect(await push('demo', known)).toMatchObject({ status: 200, body: { accepted: 1 } });
  });

  it('refuses a request that nobody checked, and a feed that is not registered', async () => {
    for (const authorizer of [undefined, {}, { jwt: { claims: {} } }, { iam: { userArn: '' } }])
      await expect(push('demo', authorizer)).rejects.toMatchObject({ status: 401, code: 'CALLER_MISSING' });
    await expect(push('other', known)).rejects.toMatchObject({ status: 404, code: 'FEED_UNKNOWN' });
  });

  it('is another than the one for signatures', async () => {
    const gate = createSignatureGate(['demo'], async () => [SECRET]);
    expect(gate.isRegistered('__proto__')).toBe(false);
    const event = { headers: {} } as HttpEvent;
    await expect(gate.admit('demo', event)).rejects.toMatchObject({ code: 'SIGNATURE_MISSING' });
  });
});
