import { en } from 'zod/locales';

/** Parse with this where somebody reads what is wrong: `zod/mini` says nothing but "Invalid input" by itself. */
export const IN_ENGLISH = { error: en().localeError };
