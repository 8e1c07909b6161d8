import type { Refusal } from '../refusal.ts';
import { type Reading, refuseReading, refuseStranger } from './cases.ts';

/**
 * Why somebody may not see what feeds brought and what was refused. Whoever reads refusals may, and whoever holds the post on duty, since
 * he is told of it. Undefined when he may.
 */
export const refuseRefusedItems = (reading: Reading): Refusal | undefined => {
  const isOnDuty = reading.who.posts.some(({ role }) => role === reading.regulation.onDuty);
  return isOnDuty ? refuseStranger(reading) : refuseReading(reading, 'ReadRefusals');
};
