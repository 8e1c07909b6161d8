import { LambdaClient } from '@aws-sdk/client-lambda';
import { SFNClient } from '@aws-sdk/client-sfn';
import { SNSClient } from '@aws-sdk/client-sns';
import { afterEach, beforeEach, expect } from 'vitest';
import {
  type AwsEndpoints,
  type OnSms,
  startAwsEndpoints,
} from '../../../../infra/local/endpoints/aws-endpoints.ts';
import { callbackTask, createRig, machine, named, type Rig } from '../support.ts';

const definition = machine({
  等待: callbackTask('watch', { Next: '再等' }),
  再等: { Type: 'Wait', TimestampPath: '$.at', End: true },
});

interface Served {
  rig: Rig;
  server: AwsEndpoints;
  sfn: SFNClient;
  sns: SNSClient;
  lambda: LambdaClient;
  onSms: OnSms;
  failures: string[];
}

/** The endpoints on an engine of their own for each test of the file that calls this, with the SDK's clients. */
export const serveEndpoints = (): Served => {
  const here = { failures: [] as string[] } as Served;

  beforeEach(async () => {
    here.failures.length = 0;
    here.rig = createRig(definition, {
      echo: (payload) => ({ echoed: payload }),
      nothing: () => undefined,
      broken: () => {
        throw named('CaseNotFound', 'no such case');
      },
    });
    here.server = await startAwsEndpoints({
      engine: here.rig.engine,
      clock: here.rig.clock,
      onSms: (sms) => here.onSms(sms),
      functionNames: new Set(['echo', 'nothing', 'broken']),
      onEventFailure: (name, error) => here.failures.push(`${name}: ${(error as Error).name}`),
    });
    const options = {
      endpoint: here.server.endpoint,
      region: 'local',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
      maxAttempts: 1,
    };
    here.sfn = new SFNClient(options);
    here.sns = new SNSClient(options);
    here.lambda = new LambdaClient(options);
  });

  afterEach(async () => {
    here.rig.engine.stopAll();
    await here.server.close();
  });

  return here;
};

export const rejects = (promise: Promise<unknown>, name: string) =>
  expect(promise).rejects.toMatchObject({ name });
