import { readSettings } from '../../shared/contracts/settings.ts';
import { planDuties } from '../handlers.ts';
import { systemFrom } from '../system.ts';

export const handler = planDuties(systemFrom(readSettings(process.env)));
