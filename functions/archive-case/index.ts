import { readSettings } from '../../shared/contracts/settings.ts';
import { archiveCase } from '../handlers.ts';
import { officeFrom } from '../system.ts';

export const handler = archiveCase(officeFrom(readSettings(process.env)));
