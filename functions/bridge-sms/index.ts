import { BridgeEnvironment, readEnvironment } from '../../shared/contracts/environment.ts';
import { createSecrets } from '../../shared/secrets/secrets.ts';
import { officeFrom } from '../system.ts';
import { createHttpsGateway } from './gateway.ts';
import { bridgeSms } from './handler.ts';

const environment = readEnvironment(BridgeEnvironment, process.env);

export const handler = bridgeSms({
  ...officeFrom(environment),
  gateway: createHttpsGateway(environment.GATEWAY, createSecrets()),
});
