import { Environment, readEnvironment } from '../../shared/contracts/environment.ts';
import { transferCase } from '../handlers.ts';
import { officeFrom } from '../system.ts';

export const handler = transferCase(officeFrom(readEnvironment(Environment, process.env)));
