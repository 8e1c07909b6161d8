import { createSecrets } from '../../shared/aws/secrets-manager.ts';
import { BridgeEnvironment, readEnvironment } from '../../shared/contracts/environment.ts';
import { bridgeFrom } from '../system-on-aws.ts';
import { createHttpsGateway } from './gateway.ts';
import { bridgeSms } from './handler.ts';

const environment = readEnvironment(BridgeEnvironment, process.env);

export const handler = bridgeSms({
  ...bridgeFrom(environment),
  gateway: createHttpsGateway(environment.GATEWAY, createSecrets()),
});
