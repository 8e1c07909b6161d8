import { beforeEach, describe, expect, it } from 'vitest';
import { createHttpsGateway } from '../../functions/bridge-sms/gateway.ts';
import { createSnsSms, createTopicSms } from '../../shared/aws/sns-sms.ts';
import { SecretMissing } from '../../shared/secrets/secrets.ts';
import { message } from '../support/bridge-message.ts';

describe('the gateway', () => {
  const settings = {
    url: 'https://gateway.example.invalid/send',
    secret: 'arn',
    templates: { SX05: 'GOV_5' },
  };
  const told: { url: string; init: RequestInit }[] = [];
  const answering = (answer: () => Response) =>
    createHttpsGateway(settings, async () => 'the-secret', (async (url: string, init: RequestInit) => {
      told.push({ url, init });
      return answer();
    }) as typeof fetch);
  beforeEach(() => {
    told.length = 0;
  });

  it('is asked by its own template, with its secret and a key against doubles', async () => {
    await answering(() => new Response())(message, 'm-1');
    expect(told[0]?.url).toBe(settings.url);
    expect(told[0]?.init.headers).toMatchObject({
      authorization: 'Bearer the-secret',
      'idempotency-key': 'm-1',
    });
    expect(JSON.parse(String(told[0]?.init.body))).toEqual({
      template: 'GOV_5',
      phone: message.to,
      variables: message.variables,
      text: message.text,
    });
  });

  it.each(['two\nlines', '密钥', ' '])(
    'is not asked with a secret that no header can carry: %j',
    async (secret) => {
      const asked: unknown[] = [];
      const gateway = createHttpsGateway(settings, async () => secret, (async (...given: unknown[]) => {
        asked.push(given);
        return new Response();
      }) as typeof fetch);
      const error: Error = await gateway(message, 'm').then(
        () => expect.unreachable(),
        (each) => each,
      );
      expect(error).toBeInstanceOf(SecretMissing);
      expect(`${error.stack}`).not.toContain('lines');
      expect(asked).toEqual([]);
    },
  );

  it.each([
    [400, true],
    [401, true],
    [408, false],
    [429, false],
    [500, false],
    [503, false],
  ])('answers %i: lasting %s', async (status, isLasting) => {
    await expect(answering(() => new Response(null, { status }))(message, 'm')).rejects.toMatchObject({
      name: 'GatewayRefused',
      message: `短信网关答复${status}`,
      isLasting,
    });
  });

  it('is not reached, or has no template: said in our own words', async () => {
    const away = answering(() => {
      throw new TypeError('fetch failed: secret host');
    });
    await expect(away(message, 'm')).rejects.toMatchObject({ message: '连接不上短信网关', isLasting: false });
    const slow = answering(() => {
      throw new DOMException('late', 'TimeoutError');
    });
    await expect(slow(message, 'm')).rejects.toMatchObject({
      message: '短信网关超时未答复',
      isLasting: false,
    });
    const unmapped = answering(() => new Response())({ ...message, templateId: 'SX99' }, 'm');
    await expect(unmapped).rejects.toMatchObject({
      message: '短信模板SX99没有对应的网关模板',
      isLasting: true,
    });
    expect(told).toHaveLength(2);
  });
});

describe('SNS', () => {
  const refusing = {
    send: async () => {
      throw Object.assign(new Error('Invalid parameter: PhoneNumber Reason: +8613800000001 is not valid'), {
        name: 'InvalidParameterException',
      });
    },
  };

  it.each([
    ['directly', createSnsSms(refusing)],
    ['by the topic', createTopicSms('arn:topic', refusing)],
  ])('refuses %s by a name, without the number in any text', async (_, sms) => {
    const error: Error = await sms.send(message.to, message).then(
      () => expect.unreachable(),
      (each) => each,
    );
    expect(error.name).toBe('InvalidParameterException');
    expect(`${error.stack}${String(error.cause)}`).not.toContain('138');
  });
});
