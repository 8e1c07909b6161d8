import { beforeEach, describe, expect, it } from 'vitest';
import { createHttpsGateway, GatewayRefused } from '../../functions/bridge-sms/gateway.ts';
import { createBridgeSms } from '../../functions/bridge-sms/handler.ts';
import { type BridgeMessage, createSnsSms, createTopicSms } from '../../shared/notices/sms.ts';
import { SecretMissing } from '../../shared/secrets/secrets.ts';
import { createOffice, type Office } from '../support/office.ts';

const message: BridgeMessage = {
  to: '+8613800000001',
  templateId: 'SX05',
  variables: { case: 'LZ2026-0001', duty: '书面报告' },
  text: '【雷州市监】……',
};
const event = (more: Partial<BridgeMessage> = {}) => ({
  Records: [{ Sns: { MessageId: 'm-1', Message: JSON.stringify({ ...message, ...more }) } }],
});

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
    ['directly', createSnsSms(refusing as never)],
    ['by the topic', createTopicSms('arn:topic', refusing as never)],
  ])('refuses %s by a name, without the number in any text', async (_, sms) => {
    const error: Error = await sms.send(message.to, message).then(
      () => expect.unreachable(),
      (each) => each,
    );
    expect(error.name).toBe('InvalidParameterException');
    expect(`${error.stack}${String(error.cause)}`).not.toContain('138');
  });
});

describe('the bridge', () => {
  let office: Office;
  let caseId: string;
  let notice: string;
  let answers: (Error | undefined)[];
  const keys: string[] = [];
  const pauses: number[] = [];

  beforeEach(async () => {
    office = await createOffice();
    answers = [];
    keys.length = 0;
    pauses.length = 0;
    const opened = await office.as('dutyOfficer')('POST', '/v1/cases', {
      title: '群众来电',
      sources: [{ kind: 'monitored' }],
      level: 'yellow',
      unit: 'food',
      key: 'k',
    });
    caseId = opened.body.case;
    // The clock of the warning rings at once (办法第十六条) and makes the notices.
    const run = { caseId, generation: 1 };
    const plan = (await office.lambdas.invoke('leizhou-plan-duties', {
      ...run,
      level: 'yellow',
      plans: 0,
      enforcedBefore: 0,
    })) as { duties: Record<string, unknown> };
    const { warnUnits: clock } = plan.duties;
    await office.lambdas.invoke('leizhou-enforce-duty', { ...run, duty: 'warnUnits', clock });
    const state = await office.system.cases.load(caseId);
    notice = Object.values(state!.pendingNotices).find(({ duty }) => duty === 'warnUnits')!.key;
  });
  const bridge = (given: unknown) =>
    createBridgeSms({
      ...office.system,
      gateway: async (_message, key) => {
        keys.push(key);
        const answer = answers.shift();
        if (answer !== undefined) throw answer;
      },
      wait: async (milliseconds) => pauses.push(milliseconds),
    })(given as ReturnType<typeof event>);
  const passing = () => new GatewayRefused('短信网关答复503', false);
  const lasting = () => new GatewayRefused('短信网关答复400', true);
  const about = (person = 'liaison-food', to = message.to) => ({ to, about: { caseId, notice, person } });
  const stateOf = async () => (await office.system.cases.load(caseId))!;

  it('hands a message over', async () => {
    expect(await bridge(event(about()))).toEqual({ handedOver: 1 });
    expect((await stateOf()).telephoneTasks).toEqual({});
  });

  it('tries three times with pauses, under one key', async () => {
    answers = [passing(), passing(), undefined];
    await bridge(event(about()));
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(1);
    expect(pauses).toEqual([1_000, 3_000]);
    expect((await stateOf()).undelivered).toEqual({});
  });

  it('makes a telephone task of what was not taken, says so in the file, and throws for Lambda to retry', async () => {
    answers = [passing(), passing(), passing()];
    await expect(bridge(event(about()))).rejects.toThrow('短信网关答复503');
    const state = await stateOf();
    expect(Object.keys(state.telephoneTasks)).toEqual([notice]);
    expect(state.pendingNotices[notice]).toBeUndefined();
    const labels = JSON.stringify((await office.as('dutyOfficer')('GET', `/v1/cases/${caseId}/log`)).body);
    expect(labels).toMatch(
      /发给[^"]+\(liaison-food\)的短信,网关未确认接收\(短信网关答复503\),须改为电话通知/,
    );
    expect(office.problems).toEqual(['sms SX05']);
  });

  it('gives up at once what a gateway will never take', async () => {
    answers = [lasting()];
    await expect(bridge(event(about()))).rejects.toThrow('400');
    expect(keys).toHaveLength(1);
    answers = [new SecretMissing('arn', 'is empty')];
    await expect(bridge(event())).rejects.toThrow('is empty');
    expect(keys).toHaveLength(2);
  });

  it('records a failure once, however often Lambda tries', async () => {
    answers = [lasting(), lasting(), lasting()];
    for (const _ of answers.slice()) await expect(bridge(event(about()))).rejects.toThrow();
    const { body } = await office.as('dutyOfficer')('POST', `/v1/cases/${caseId}/commands`, {
      type: 'AnswerNotice',
      notice,
    });
    expect(body.telephone).toEqual([]);
    answers = [lasting()];
    await expect(bridge(event(about()))).rejects.toThrow();
    expect((await stateOf()).telephoneTasks).toEqual({});
    const undelivered = (await office.system.cases.log(caseId)).filter(({ events }) =>
      events.some(({ type }) => type === 'NoticeUndelivered'),
    );
    expect(undelivered).toHaveLength(1);
  });

  it('takes back that a role was told, and with it the duty that this had met', async () => {
    await office.notify(caseId);
    const isMet = async () => {
      const { body } = await office.as('dutyOfficer')('GET', `/v1/cases/${caseId}/plan`);
      return body.duties.find(({ duty }: { duty: string }) => duty === 'warnUnits')?.completedAt ?? null;
    };
    expect(await isMet()).not.toBeNull();
    answers = [lasting()];
    await expect(bridge(event(about()))).rejects.toThrow();
    expect(await isMet()).toBeNull();
    office.pass(60_000);
    await office.as('dutyOfficer')('POST', `/v1/cases/${caseId}/commands`, { type: 'AnswerNotice', notice });
    expect(await isMet()).not.toBeNull();
  });

  it('leaves alone what another notice or the telephone told the same role', async () => {
    await office.notify(caseId);
    const toldOf = async () =>
      Object.values((await stateOf()).reached['warnUnits#1']?.unitLiaison ?? {}).length;
    expect(await toldOf()).toBe(1);
    const [made] = (await office.system.cases.log(caseId))
      .flatMap(({ events }) => events.flatMap((each) => (each.type === 'NoticesMade' ? each.notices : [])))
      .filter(({ key }) => key === notice);
    const later = { ...made!, key: `${notice}#later`, stage: 'overdue1' };
    await office.system.office.carryOut(
      caseId,
      { id: 'system', name: '时限系统', role: 'system' },
      { type: 'RecordUndelivered', notice: later, person: 'liaison-food', detail: '短信网关答复400' },
    );
    expect(await toldOf()).toBe(1);
    expect(Object.keys((await stateOf()).telephoneTasks)).toEqual([later.key]);
  });

  it.each(['failed', 'secret'])(
    'leaves the call standing when the refusal comes after it: the text %s first',
    async (way) => {
      const system = { id: 'system', name: '时限系统', role: 'system' };
      const handOver = {
        key: notice,
        role: 'unitLiaison',
        people: ['liaison-food'],
        at: office.now(),
        messageIds: [],
      };
      if (way === 'failed')
        await office.system.office.carryOut(caseId, system, {
          type: 'RecordHandOvers',
          handOvers: [{ ...handOver, status: 'failed' as const }],
        });
      else
        await office.as('officeHead')('POST', `/v1/cases/${caseId}/commands`, {
          type: 'SetFlags',
          add: ['secret'],
          reason: '涉密',
        });
      const answer = { type: 'AnswerNotice', notice };
      const called = await office.as('dutyOfficer')('POST', `/v1/cases/${caseId}/commands`, answer);
      expect(called.status).toBe(200);
      const before = await stateOf();
      answers = [lasting()];
      await expect(bridge(event(about()))).rejects.toThrow();
      const after = await stateOf();
      expect(after.reached).toEqual(before.reached);
      expect(Object.keys(after.telephoneTasks)).toEqual(Object.keys(before.telephoneTasks));
      expect(after.undelivered[notice]?.people).toEqual(['liaison-food']);
    },
  );

  it('keeps on record who was texted, though the refusal of one was quicker than the hand-over', async () => {
    answers = [lasting()];
    await expect(bridge(event(about()))).rejects.toThrow();
    const handOver = {
      key: notice,
      status: 'handedOver' as const,
      role: 'unitLiaison',
      people: ['liaison-food', 'other'],
      at: office.now(),
      messageIds: ['m-1', 'm-2'],
    };
    const system = { id: 'system', name: '时限系统', role: 'system' };
    const record = () =>
      office.system.office.carryOut(caseId, system, { type: 'RecordHandOvers', handOvers: [handOver] });
    expect((await record()).entry?.events[0]).toMatchObject({
      handOvers: [{ people: ['liaison-food', 'other'] }],
    });
    // Once, and the role is still to be telephoned.
    expect((await record()).entry).toBeNull();
    const state = await stateOf();
    expect(Object.keys(state.telephoneTasks)).toEqual([notice]);
    expect(state.reached['warnUnits#1']?.unitLiaison ?? {}).toEqual({});
  });

  it('records the second person of a role, and asks for no second call when the first was made', async () => {
    answers = [lasting()];
    await expect(bridge(event(about()))).rejects.toThrow();
    await office.as('dutyOfficer')('POST', `/v1/cases/${caseId}/commands`, { type: 'AnswerNotice', notice });
    answers = [lasting()];
    await expect(bridge(event(about('other', '+8613800000002')))).rejects.toThrow();
    const state = await stateOf();
    expect(state.undelivered[notice]?.people).toEqual(['liaison-food', 'other']);
    expect(state.telephoneTasks).toEqual({});
    expect(new Set(keys).size).toBe(2);
  });

  it('shows the gateway the same key when SNS brings a message again under another id', async () => {
    await bridge(event(about()));
    const again = event(about());
    again.Records[0]!.Sns.MessageId = 'm-2';
    await bridge(again);
    expect(new Set(keys).size).toBe(1);
  });

  it('throws what the gateway said when the file cannot be written, and reports both', async () => {
    answers = [lasting(), lasting(), lasting()];
    const broken = createBridgeSms({
      ...office.system,
      gateway: async () => {
        throw lasting();
      },
      cases: {
        ...office.system.cases,
        log: async () => {
          throw new Error('table away');
        },
      },
    });
    await expect(broken(event(about()))).rejects.toThrow('400');
    expect(office.problems).toEqual(['sms SX05', `${caseId} undelivered`]);
    const gone = { about: { caseId: 'LZ2026-9999', notice, person: 'x' } };
    await expect(bridge(event(gone))).rejects.toThrow('400');
    await expect(bridge(event())).rejects.toThrow('400');
  });

  it('gets what the topic channel publishes', async () => {
    const published: { TopicArn?: string; Message?: string }[] = [];
    const client = {
      send: async ({ input }: { input: (typeof published)[number] }) => {
        published.push(input);
        return { MessageId: 'sns-1' };
      },
    };
    const sms = createTopicSms('arn:topic', client as never);
    expect(await sms.send(message.to, message, { caseId, notice, person: 'liaison-food' })).toBe('sns-1');
    expect(published[0]?.TopicArn).toBe('arn:topic');
    await bridge({ Records: [{ Sns: { MessageId: 'sns-1', Message: published[0]!.Message! } }] });
    expect(keys).toHaveLength(1);
  });
});
