import { readSettings } from '../../shared/contracts/settings.ts';
import { watchCase } from '../handlers.ts';
import { clocksFrom } from '../system.ts';

export const handler = watchCase(clocksFrom(readSettings(process.env)));
