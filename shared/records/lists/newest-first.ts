import type { Instant } from '../../time/instants.ts';

const END_OF_TIME = 9_999_999_999_999;
/** The newer an instant, the earlier its key. */
export const newestFirst = (at: Instant): string => String(END_OF_TIME - Date.parse(at)).padStart(13, '0');
