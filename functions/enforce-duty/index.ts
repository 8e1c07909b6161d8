import { Environment, readEnvironment } from '../../shared/contracts/environment.ts';
import { enforceDuty } from '../handlers.ts';
import { officeFrom } from '../system.ts';

export const handler = enforceDuty(officeFrom(readEnvironment(Environment, process.env)));
