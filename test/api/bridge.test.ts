import { beforeEach, describe, expect, it } from 'vitest';
import { GatewayRefused } from '../../functions/bridge-sms/gateway.ts';
import { createBridgeSms } from '../../functions/bridge-sms/handler.ts';
import { type BridgeMessage, createTopicSms } from '../../shared/notices/sms.ts';
import { SecretMissing } from '../../shared/secrets/secrets.ts';
import { message, texted } from '../support/bridge-message.ts';
import { machineOf } from '../support/machine.ts';
import { createOffice, type Office } from '../support/office.ts';
import { caseIn, scheduleIn } from '../support/told.ts';

const event = (more: Partial<BridgeMessage> = {}) => ({
  Records: [{ Sns: { MessageId: 'm-1', Message: JSON.stringify({ ...message, ...more }) } }],
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
    caseId = caseIn(opened).case;
    // The clock of the warning rings at once (办法第十六条) and makes the notices.
    const machine = machineOf(office, caseId, 'yellow');
    await machine.enforce('warnUnits', (await machine.schedule()).duties.warnUnits);
    const warned = await office.as('dutyOfficer')('POST', `/v1/cases/${caseId}/commands`, {
      type: 'ReleaseWarning',
      duty: 'warnUnits',
    });
    expect(warned.status).toBe(200);
    const state = await office.system.cases.load(caseId);
    notice = Object.values(state!.pendingNotices).find(({ template }) => template === 'warning')!.key;
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
  const about = (person = 'liaison-food', to = message.to) => ({
    to,
    about: [{ caseId, notice, address: person, person, tries: 0 }],
  });
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
    // And it is tried again.
    expect(state.pendingNotices[notice]?.failed).toEqual(['liaison-food']);
    const labels = JSON.stringify((await office.as('dutyOfficer')('GET', `/v1/cases/${caseId}/log`)).body);
    expect(labels).toMatch(/发给[^"]+的短信未能发出\(短信网关答复503\),须改为电话通知/);
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
    const told = await office.as('dutyOfficer')('POST', `/v1/cases/${caseId}/commands`, {
      type: 'AnswerNotice',
      notice,
    });
    expect(caseIn(told).telephoneTasks).toEqual([]);
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
      const told = await office.as('dutyOfficer')('GET', `/v1/cases/${caseId}/schedule`);
      return scheduleIn(told).duties.find(({ duty }) => duty === 'warnUnits')?.completedAt ?? null;
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
      {
        type: 'RecordUndelivered',
        notice: later,
        address: 'liaison-food',
        person: 'liaison-food',
        tries: 0,
        detail: '短信网关答复400',
      },
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
        ...texted('liaison-food'),
        at: office.now(),
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
      expect([after.reached, after.calls]).toEqual([before.reached, before.calls]);
      expect(Object.keys(after.telephoneTasks)).toEqual(Object.keys(before.telephoneTasks));
      expect(after.undelivered[notice]).toEqual({ 'liaison-food': 0 });
    },
  );

  it('a refusal that was quicker than the hand-over is what stands', async () => {
    answers = [lasting()];
    await expect(bridge(event(about()))).rejects.toThrow();
    const handOver = {
      key: notice,
      status: 'handedOver' as const,
      role: 'unitLiaison',
      ...texted('liaison-food'),
      at: office.now(),
    };
    const system = { id: 'system', name: '时限系统', role: 'system' };
    const record = () =>
      office.system.office.carryOut(caseId, system, { type: 'RecordHandOvers', handOvers: [handOver] });
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
    expect(state.undelivered[notice]).toEqual({ 'liaison-food': 0, other: 0 });
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
    const gone = { about: [{ caseId: 'LZ2026-9999', notice, address: 'x', person: 'x', tries: 0 }] };
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
    const sms = createTopicSms('arn:topic', client);
    expect(await sms.send(message.to, message, about().about)).toBe('sns-1');
    expect(published[0]?.TopicArn).toBe('arn:topic');
    await bridge({ Records: [{ Sns: { MessageId: 'sns-1', Message: published[0]!.Message! } }] });
    expect(keys).toHaveLength(1);
  });
});
