import { Environment, readEnvironment } from '../../shared/contracts/environment.ts';
import { officeFrom } from '../system-on-aws.ts';
import { archiveCase } from './handler.ts';

export const handler = archiveCase(officeFrom(readEnvironment(Environment, process.env)));
