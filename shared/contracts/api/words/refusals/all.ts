import type { RefusalCode } from '../../../refusal-codes.ts';
import { CONFLICT_WORDS } from './conflicts.ts';
import { MALFORMED_WORDS, PEOPLE_WORDS } from './malformed.ts';
import { REQUEST_WORDS } from './requests.ts';
import type { RefusalWords } from './words.ts';

/** Every code of a refusal: what it means and its mend. One that has no words does not compile. */
export const REFUSAL_WORDS: Readonly<Record<RefusalCode, RefusalWords>> = {
  ...REQUEST_WORDS,
  ...PEOPLE_WORDS,
  ...MALFORMED_WORDS,
  ...CONFLICT_WORDS,
};
