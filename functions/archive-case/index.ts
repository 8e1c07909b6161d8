import { readSettings } from '../../shared/contracts/settings.ts';
import { archiveCase } from '../handlers.ts';
import { systemFrom } from '../system.ts';

export const handler = archiveCase(systemFrom(readSettings(process.env)));
