import { readSettings } from '../../shared/contracts/settings.ts';
import { serveDesk } from '../handlers.ts';
import { systemFrom } from '../system.ts';

export const handler = serveDesk(systemFrom(readSettings(process.env)));
