import { readSettings } from '../../shared/contracts/settings.ts';
import { guardClocks } from '../handlers.ts';
import { systemFrom } from '../system.ts';

export const handler = guardClocks(systemFrom(readSettings(process.env)));
