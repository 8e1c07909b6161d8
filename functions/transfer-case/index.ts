import { readSettings } from '../../shared/contracts/settings.ts';
import { transferCase } from '../handlers.ts';
import { systemFrom } from '../system.ts';

export const handler = transferCase(systemFrom(readSettings(process.env)));
