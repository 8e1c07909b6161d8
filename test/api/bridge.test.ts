import { beforeEach, describe, expect, it } from 'vitest';
import { createBridgeSms } from '../../functions/bridge-sms/handler.ts';
import { createTopicSms } from '../../shared/aws/sns-sms.ts';
import { SecretMissing } from '../../shared/secrets/secrets.ts';
import { message } from '../support/bridge-message.ts';
import { machineOf } from '../support/machine.ts';
import { caseIn, logIn, scheduleIn } from '../support/told.ts';
import { type Bridged, createBridged, lasting, messageIn, passing } from '../texts/bridged.ts';

const MINUTE = 60_000;

describe('the bridge', () => {
  let bridged: Bridged;
  let caseId: string;
  /** The text that warns the unit, on its way to the bridge. */
  let warning: string;

  beforeEach(async () => {
    bridged = await createBridged();
    const { office } = bridged;
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
    await office.notify(caseId);
    // The unit's liaison is one of those who are warned.
    const { mobile } = (await office.system.rosters.read())!.roster.roles.unitLiaison!.find(
      ({ unit }) => unit === 'food',
    )!;
    warning = bridged.topic.find((each) => messageIn(each).to === mobile)!;
    bridged.topic.length = 0;
  });
  const stateOf = async () => (await bridged.office.system.cases.load(caseId))!;
  const logOf = async () => logIn(await bridged.office.as('dutyOfficer')('GET', `/v1/cases/${caseId}/log`));
  const labels = async (): Promise<string> => JSON.stringify(await logOf());

  it('hands a message over, and only then it stands in the file as handed over', async () => {
    const told = (await bridged.office.system.cases.log(caseId)).flatMap(({ events }) => events);
    expect(told.map(({ type }) => type)).not.toContain('NoticesHandedOver');
    await bridged.bridge(warning);
    expect((await stateOf()).telephoneTasks).toEqual({});
    expect(await labels()).toMatch(/短信已提交网关:[^"]+\(138\*\*\*\*\d{4}\)“/);
    expect(bridged.gateway.taken).toHaveLength(1);
  });

  it('says of a duty that it is met by telling when the gateway has taken the text, not before', async () => {
    const isMet = async () => {
      const told = await bridged.office.as('dutyOfficer')('GET', `/v1/cases/${caseId}/schedule`);
      return scheduleIn(told).duties.find(({ duty }) => duty === 'warnUnits')?.completedAt ?? null;
    };
    await bridged.office.notify(caseId);
    expect(await isMet()).toBeNull();
    bridged.topic.push(warning);
    for (let minute = 0; minute < 4; minute += 1) {
      await bridged.carry();
      bridged.office.pass(MINUTE);
      await bridged.office.notify();
    }
    expect(await isMet()).not.toBeNull();
  });

  it('tries three times with pauses, under one key', async () => {
    bridged.gateway.answers = [passing(), passing(), undefined];
    await bridged.bridge(warning);
    expect(bridged.gateway.asked).toHaveLength(3);
    expect(new Set(bridged.gateway.asked.map(({ key }) => key)).size).toBe(1);
    expect(bridged.pauses).toEqual([1_000, 3_000]);
    expect((await stateOf()).telephoneTasks).toEqual({});
  });

  it('makes a telephone task of what was not taken, says why in the file, and throws for the alarm', async () => {
    bridged.gateway.isDown = true;
    await expect(bridged.bridge(warning)).rejects.toThrow('短信网关答复503');
    const state = await stateOf();
    const task = Object.values(state.telephoneTasks).find(({ duty }) => duty === 'warnUnits');
    expect(task).toMatchObject({ role: 'unitLiaison', template: 'warning' });
    // And it is tried again.
    const { failed } = state.pendingNotices[task!.key]!;
    expect(failed).toEqual({ 'liaison-food': { at: bridged.office.now(), why: '短信网关答复503' } });
    expect(await labels()).toMatch(/短信网关未接收,须改用电话\(短信网关答复503\):[^"]+\(138\*\*\*\*\d{4}\)/);
    expect(bridged.office.problems).toEqual([`sms ${messageIn(warning).templateId}`]);
    // Whoever is on duty hears that he has to call.
    const asks = Object.values(state.pendingNotices).filter(({ template }) => template === 'telephone');
    expect(asks).toMatchObject([{ role: 'dutyOfficer' }]);
  });

  it.each([
    [lasting(), '短信网关答复400'],
    [new SecretMissing('arn', 'is empty'), '短信网关的密钥缺失或无效'],
    [new TypeError('undefined is not a function'), '短信转发程序出错'],
  ])('says in the file what it can of %s', async (error, why) => {
    bridged.gateway.answers = [error, error, error];
    await expect(bridged.bridge(warning)).rejects.toThrow(error.message);
    expect(await labels()).toContain(`(${why})`);
    expect(bridged.gateway.asked).toHaveLength(error instanceof TypeError ? 3 : 1);
  });

  it('does it once, however often Lambda tries and SNS brings it', async () => {
    bridged.gateway.isDown = true;
    await expect(bridged.bridge(warning)).rejects.toThrow();
    await bridged.bridge(warning);
    await bridged.bridge(warning, 'another');
    expect(bridged.gateway.asked).toHaveLength(3);
    const failed = (await bridged.office.system.cases.log(caseId)).filter(({ events }) =>
      events.some(
        (each) =>
          each.type === 'NoticesHandedOver' && each.handOvers.some(({ status }) => status === 'failed'),
      ),
    );
    expect(failed).toHaveLength(1);
  });

  it('does not send again what the gateway has taken', async () => {
    await bridged.bridge(warning);
    await bridged.bridge(warning, 'another');
    expect(bridged.gateway.asked).toHaveLength(1);
  });

  it('leaves what cannot be written to Lambda’s next try, which the gateway knows by its key', async () => {
    const broken = createBridgeSms({
      ...bridged.office.system,
      sentTexts: {
        note: async () => {
          throw new Error('table away');
        },
      },
      gateway: async (_message, key) => void keys.push(key),
      office: {
        carryOut: async () => {
          throw new Error('table away');
        },
      },
    });
    const keys: string[] = [];
    const event = { Records: [{ Sns: { MessageId: 'm', Message: warning } }] };
    await expect(broken(event)).rejects.toThrow('table away');
    await expect(broken(event)).rejects.toThrow('table away');
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
    await bridged.bridge(warning);
    expect(bridged.gateway.asked[0]!.key).toBe(keys[0]);
    expect(await labels()).toContain('短信已提交网关');
  });

  it('sends what lies in no mailbox as it comes, and leaves it to Lambda when it is not taken', async () => {
    const bare = JSON.stringify(message);
    await bridged.bridge(bare, 'sns-7');
    expect(bridged.gateway.taken).toEqual([{ message, key: 'sns-7' }]);
    bridged.gateway.isDown = true;
    await expect(bridged.bridge(bare)).rejects.toThrow('503');
    await expect(bridged.bridge(bare)).rejects.toThrow('503');
    expect(bridged.gateway.asked).toHaveLength(7);
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
    expect(await sms.send(message.to, message, { key: 'k', ofCase: true })).toBe('sns-1');
    expect(published[0]?.TopicArn).toBe('arn:topic');
    expect(messageIn(published[0]!.Message!)).toEqual({ ...message, key: 'k' });
    await sms.send(message.to, message);
    expect(messageIn(published[1]!.Message!)).toEqual(message);
  });
});
