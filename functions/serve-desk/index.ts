import { readSettings } from '../../shared/contracts/settings.ts';
import { serveDesk } from '../handlers.ts';
import { deskFrom } from '../system.ts';

export const handler = serveDesk(deskFrom(readSettings(process.env)));
