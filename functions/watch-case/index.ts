import { readSettings } from '../../shared/contracts/settings.ts';
import { watchCase } from '../handlers.ts';
import { systemFrom } from '../system.ts';

export const handler = watchCase(systemFrom(readSettings(process.env)));
