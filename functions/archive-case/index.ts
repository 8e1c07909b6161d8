import { Environment, readEnvironment } from '../../shared/contracts/environment.ts';
import { archiveCase } from '../handlers.ts';
import { officeFrom } from '../system.ts';

export const handler = archiveCase(officeFrom(readEnvironment(Environment, process.env)));
