import { Environment, readEnvironment } from '../../shared/contracts/environment.ts';
import { filesFrom } from '../system-on-aws.ts';
import { scheduleDuties } from './handler.ts';

export const handler = scheduleDuties(filesFrom(readEnvironment(Environment, process.env)));
