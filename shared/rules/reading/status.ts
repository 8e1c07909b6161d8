import type { Refusal } from '../refusal.ts';
import { type Reading, refuseReading } from './cases.ts';

/**
 * Why somebody may not see how the system does: it tells of no case and no person. Whoever reads cases may, since he relies on
 * its clocks, and whoever reads what was turned away, since he keeps it running. Undefined when he may.
 */
export const refuseStatus = (reading: Reading): Refusal | undefined =>
  refuseReading(reading, 'ReadCases') && refuseReading(reading, 'ReadRefusals');
