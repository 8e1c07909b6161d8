import { Environment, readEnvironment } from '../../shared/contracts/environment.ts';
import { officeFrom } from '../system-on-aws.ts';
import { transferCase } from './handler.ts';

export const handler = transferCase(officeFrom(readEnvironment(Environment, process.env)));
