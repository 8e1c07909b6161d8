import { InvokeCommand } from '@aws-sdk/client-lambda';
import { CreateTopicCommand, PublishCommand } from '@aws-sdk/client-sns';
import { describe, expect, it } from 'vitest';
import { type Sms, startAwsEndpoints } from '../../../../infra/local/endpoints/aws-endpoints.ts';
import { DAY, named, START } from '../support.ts';
import { rejects, serveEndpoints } from './served.ts';

const here = serveEndpoints();

describe('the SNS endpoint', () => {
  const publish = () =>
    here.sns.send(
      new PublishCommand({
        PhoneNumber: '+8613800000000',
        Message: '【雷州】案卷 2026-001 & <红色> 3小时内',
        MessageAttributes: { 'AWS.SNS.SMS.SMSType': { DataType: 'String', StringValue: 'Transactional' } },
      }),
    );

  it('hands over the SMS with its attributes at the time of the clock', async () => {
    const taken: Sms[] = [];
    here.onSms = (sms) => void taken.push(sms);
    await here.rig.clock.advanceTo(START + DAY, here.rig.engine.idle);
    const { MessageId } = await publish();
    expect(taken).toEqual([
      {
        phoneNumber: '+8613800000000',
        message: '【雷州】案卷 2026-001 & <红色> 3小时内',
        attributes: { 'AWS.SNS.SMS.SMSType': 'Transactional' },
        messageId: MessageId,
        at: START + DAY,
      },
    ]);
  });

  it('plays a gateway that fails', async () => {
    here.onSms = () => {
      throw new Error('gateway is down');
    };
    await expect(publish()).rejects.toMatchObject({
      name: 'InternalErrorException',
      message: 'gateway is down',
    });
    here.onSms = () => {
      throw Object.assign(named('ThrottledException'), { statusCode: 429 });
    };
    await rejects(publish(), 'ThrottledException');
  });

  it('refuses what it cannot do', async () => {
    await rejects(
      here.sns.send(new PublishCommand({ TopicArn: 'x', Message: 'y' })),
      'InvalidParameterException',
    );
    await rejects(here.sns.send(new CreateTopicCommand({ Name: 'x' })), 'InvalidAction');
  });
});

describe('the Lambda endpoint', () => {
  const invoke = (FunctionName: string, more: object = {}) =>
    here.lambda.send(new InvokeCommand({ FunctionName, Payload: JSON.stringify({ case: '甲' }), ...more }));
  const read = (payload: Uint8Array | undefined) => JSON.parse(Buffer.from(payload ?? []).toString());

  it('returns the result of a function, also by its ARN', async () => {
    const result = await invoke('echo');
    expect([result.StatusCode, result.FunctionError]).toEqual([200, undefined]);
    expect(read(result.Payload)).toEqual({ echoed: { case: '甲' } });
    const byArn = await invoke(
      ['arn', 'aws-cn', 'lambda', 'cn-north-1', '000000000000', 'function:echo'].join(':'),
    );
    expect(read(byArn.Payload)).toEqual({ echoed: { case: '甲' } });
    expect(read((await invoke('nothing')).Payload)).toBeNull();
  });

  it('marks the error of a function and refuses an unknown one', async () => {
    const result = await invoke('broken');
    expect(result.FunctionError).toBe('Unhandled');
    expect(read(result.Payload)).toEqual({ errorType: 'CaseNotFound', errorMessage: 'no such case' });
    await rejects(invoke('unknown'), 'ResourceNotFoundException');
  });

  it('runs an event in the background, counted until it is done', async () => {
    const accepted = await invoke('echo', { InvocationType: 'Event' });
    expect(accepted.StatusCode).toBe(202);
    await here.rig.engine.idle();
    expect(here.rig.calls.map((call) => call.functionName)).toEqual(['echo']);
    expect((await invoke('broken', { InvocationType: 'Event' })).StatusCode).toBe(202);
    await here.rig.engine.idle();
    expect(here.failures).toEqual(['broken: CaseNotFound']);
  });
});

describe('the server', () => {
  it('listens on the loopback only and ends when it is closed', async () => {
    expect(new URL(here.server.endpoint).hostname).toBe('127.0.0.1');
    expect((await fetch(`${here.server.endpoint}/anything`)).status).toBe(400);
    const extra = await startAwsEndpoints({
      engine: here.rig.engine,
      clock: here.rig.clock,
      onSms: () => {},
    });
    await extra.close();
    await expect(fetch(extra.endpoint)).rejects.toThrow();
  });
});
