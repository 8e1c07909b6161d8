import { readSettings } from '../../shared/contracts/settings.ts';
import { sweepCases } from '../handlers.ts';
import { systemFrom } from '../system.ts';

export const handler = sweepCases(systemFrom(readSettings(process.env)));
