import { readSettings } from '../../shared/contracts/settings.ts';
import { transferCase } from '../handlers.ts';
import { officeFrom } from '../system.ts';

export const handler = transferCase(officeFrom(readSettings(process.env)));
