import { readSettings } from '../../shared/contracts/settings.ts';
import { enforceDuty } from '../handlers.ts';
import { systemFrom } from '../system.ts';

export const handler = enforceDuty(systemFrom(readSettings(process.env)));
