import { readSettings } from '../../shared/contracts/settings.ts';
import { planDuties } from '../handlers.ts';
import { filesFrom } from '../system.ts';

export const handler = planDuties(filesFrom(readSettings(process.env)));
