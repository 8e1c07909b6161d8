import { Environment, readEnvironment } from '../../shared/contracts/environment.ts';
import { officeFrom } from '../system-on-aws.ts';
import { enforceDuty } from './handler.ts';

export const handler = enforceDuty(officeFrom(readEnvironment(Environment, process.env)));
