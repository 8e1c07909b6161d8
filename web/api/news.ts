import { signal } from '@preact/signals';

// What every page shows of the duties: how many there are, and how many have come that nobody has looked at.

export const dutyCount = signal(0);
export const unseen = signal(0);
