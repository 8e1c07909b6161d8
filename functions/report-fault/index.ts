import { Environment, readEnvironment } from '../../shared/contracts/environment.ts';
import { officeFrom } from '../system-on-aws.ts';
import { reportFault } from './handler.ts';

export const handler = reportFault(officeFrom(readEnvironment(Environment, process.env)));
