import { Environment, readEnvironment } from '../../shared/contracts/environment.ts';
import { scheduleDuties } from '../handlers.ts';
import { filesFrom } from '../system.ts';

export const handler = scheduleDuties(filesFrom(readEnvironment(Environment, process.env)));
