import { readSettings } from '../../shared/contracts/settings.ts';
import { reportFault } from '../handlers.ts';
import { systemFrom } from '../system.ts';

export const handler = reportFault(systemFrom(readSettings(process.env)));
