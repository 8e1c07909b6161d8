/** What a refusal says, and what whoever got it does. */
export interface RefusalWords {
  means: string;
  mend: string;
}
export const say = (means: string, mend: string): RefusalWords => ({ means, mend });
