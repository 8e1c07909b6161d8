import { readSettings } from '../../shared/contracts/settings.ts';
import { guardClocks } from '../handlers.ts';
import { textingFrom } from '../system.ts';

export const handler = guardClocks(textingFrom(readSettings(process.env)));
