import { latinWords, plainCharacters, plainSigns } from './characters.ts';
import { oneFormOf } from './han-forms.ts';
import { withoutMarkup } from './markup.ts';

/**
 * The text as an eye reads it, for comparing only: markup, unseen characters, width, case, circles, variants and traditional forms make
 * no difference; signs, spaces and line ends stay. The same words always come to the same characters, which need not be fit to be
 * shown; what is shown is the original. Takes time in proportion to the length, whatever the text.
 */
export const comparable = (text: string): string =>
  oneFormOf(plainSigns(latinWords(plainCharacters(withoutMarkup(text))).toLowerCase()));
