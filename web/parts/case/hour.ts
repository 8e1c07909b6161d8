import { computed } from '@preact/signals';
import { now } from '../../api/clock.ts';

const HOUR = 3_600_000;
/** The hour that has begun: what only says 昨日 and 明日 need not be written anew every second. */
export const hour = computed(() => Math.floor(now.value / HOUR) * HOUR);
/** When it ends. */
export const hourEnd = computed(() => hour.value + HOUR);
