import { Environment, readEnvironment } from '../../shared/contracts/environment.ts';
import { watchCase } from '../handlers.ts';
import { clocksFrom } from '../system.ts';

export const handler = watchCase(clocksFrom(readEnvironment(Environment, process.env)));
