import { readSettings } from '../../shared/contracts/settings.ts';
import { enforceDuty } from '../handlers.ts';
import { officeFrom } from '../system.ts';

export const handler = enforceDuty(officeFrom(readSettings(process.env)));
