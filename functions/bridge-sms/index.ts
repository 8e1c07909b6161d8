import { BridgeEnvironment, readEnvironment } from '../../shared/contracts/environment.ts';
import { createSecrets } from '../../shared/secrets/secrets.ts';
import { bridgeFrom } from '../system.ts';
import { createHttpsGateway } from './gateway.ts';
import { bridgeSms } from './handler.ts';

const environment = readEnvironment(BridgeEnvironment, process.env);

export const handler = bridgeSms({
  ...bridgeFrom(environment),
  gateway: createHttpsGateway(environment.GATEWAY, createSecrets()),
});
