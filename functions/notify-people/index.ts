import { readSettings } from '../../shared/contracts/settings.ts';
import { notifyPeople } from '../handlers.ts';
import { systemFrom } from '../system.ts';

export const handler = notifyPeople(systemFrom(readSettings(process.env)));
