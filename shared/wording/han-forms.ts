import ofHongKong from 'opencc-js/dict/HKVariantsRev';
import ofJapan from 'opencc-js/dict/JPShinjitaiCharacters';
import traditional from 'opencc-js/dict/TSCharacters';
import ofTaiwan from 'opencc-js/dict/TWVariantsRev';
import { radicalPairs } from './radicals.ts';

const pairsOf = (table: string): [string, string][] =>
  table.split('|').map((entry) => entry.split(' ') as [string, string]);

/** Traditional characters that are two in simplified texts, by the phrase (答覆 答复, 覆盖 覆盖): here both are one. */
const EITHER: readonly [string, string][] = [
  ['覆', '复'],
  ['藉', '借'],
  ['沈', '沉'],
];

/** The ideographs of GB 2312: what a simplified text is written with. */
const inSimplifiedTexts = (): ReadonlySet<string> => {
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xf7; row += 1)
    for (let cell = 0xa1; cell <= 0xfe; cell += 1) bytes.push(row, cell);
  return new Set(new TextDecoder('gb18030').decode(Uint8Array.from(bytes)));
};

/**
 * Character → the one that stands for all forms of it. It is the simplified one as a rule, and always the same for all forms, which is
 * all that a comparison needs: 麼, 麽 and 么 are 幺.
 */
const makeForms = (): ReadonlyMap<string, string> => {
  const simplified = pairsOf(traditional);
  const next = new Map([...simplified, ...pairsOf(ofTaiwan), ...pairsOf(ofHongKong), ...EITHER]);
  // What Taiwan and Hong Kong write for a traditional form is looked up before that is simplified.
  const known = inSimplifiedTexts();
  for (const [form, other] of pairsOf(ofJapan))
    if (!known.has(form) && !next.has(form)) next.set(form, other);
  for (const [radical, ideograph] of radicalPairs()) next.set(radical, ideograph);
  const ofTraditional = new Map(simplified);
  const endOf = (character: string): string => {
    const seen = new Set<string>();
    let form = character;
    while (!seen.has(form)) {
      seen.add(form);
      const other = next.get(form) ?? form;
      form = ofTraditional.get(other) ?? other;
    }
    return form;
  };
  return new Map([...next.keys()].map((character) => [character, endOf(character)]));
};
let forms: ReadonlyMap<string, string> | undefined;

/** The text with one form of each Chinese character: traditional, regional and Japanese ones, and radicals, as simplified ones. */
export const oneFormOf = (text: string): string => {
  if (!/[\p{sc=Han}]/u.test(text)) return text;
  forms ??= makeForms();
  let made = '';
  for (const character of text) made += forms.get(character) ?? character;
  return made;
};
