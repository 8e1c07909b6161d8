import { Environment, readEnvironment } from '../../shared/contracts/environment.ts';
import { reportFault } from '../handlers.ts';
import { officeFrom } from '../system.ts';

export const handler = reportFault(officeFrom(readEnvironment(Environment, process.env)));
