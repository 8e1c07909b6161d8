import { Environment, readEnvironment } from '../../shared/contracts/environment.ts';
import { clocksFrom } from '../system-on-aws.ts';
import { watchCase } from './handler.ts';

export const handler = watchCase(clocksFrom(readEnvironment(Environment, process.env)));
