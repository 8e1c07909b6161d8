import { BridgeSettings, readEnvironment } from '../../shared/contracts/settings.ts';
import { createSecrets } from '../../shared/secrets/secrets.ts';
import { bridgeSms } from '../handlers.ts';
import { systemFrom } from '../system.ts';
import { createHttpsGateway } from './gateway.ts';

const settings = readEnvironment(BridgeSettings, process.env);

export const handler = bridgeSms(systemFrom(settings), createHttpsGateway(settings.GATEWAY, createSecrets()));
