import { readSettings } from '../../shared/contracts/settings.ts';
import { reportFault } from '../handlers.ts';
import { officeFrom } from '../system.ts';

export const handler = reportFault(officeFrom(readSettings(process.env)));
