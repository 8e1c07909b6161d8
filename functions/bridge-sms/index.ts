import { BridgeSettings, readEnvironment } from '../../shared/contracts/settings.ts';
import { createSecrets } from '../../shared/secrets/secrets.ts';
import { bridgeSms } from '../handlers.ts';
import { officeFrom } from '../system.ts';
import { createHttpsGateway } from './gateway.ts';

const settings = readEnvironment(BridgeSettings, process.env);

export const handler = bridgeSms({
  ...officeFrom(settings),
  gateway: createHttpsGateway(settings.GATEWAY, createSecrets()),
});
