import { readSettings } from '../../shared/contracts/settings.ts';
import { notifyPeople } from '../handlers.ts';
import { textingFrom } from '../system.ts';

export const handler = notifyPeople(textingFrom(readSettings(process.env)));
