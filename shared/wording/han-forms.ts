import ofHongKong from 'opencc-js/dict/HKVariantsRev';
import ofJapan from 'opencc-js/dict/JPShinjitaiCharacters';
import traditional from 'opencc-js/dict/TSCharacters';
import ofTaiwan from 'opencc-js/dict/TWVariantsRev';
import { RADICALS } from './radicals.ts';
import { VARIANTS } from './variants.ts';

const pairsOf = (table: string): [string, string][] =>
  table.split('|').map((entry) => entry.split(' ') as [string, string]);

/** Pairs that are written one behind the other. */
const pairsIn = (text: string): [string, string][] => {
  const characters = [...text];
  return characters.flatMap((form, index): [string, string][] =>
    index % 2 === 0 ? [[form, characters[index + 1]!]] : [],
  );
};

/** Traditional characters that are two in simplified texts, by the phrase (答覆 答复, 覆盖 覆盖): here both are one. */
const EITHER = '覆复藉借沈沉';

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
  const simplified = new Map(pairsOf(traditional));
  const known = inSimplifiedTexts();
  const others = [...pairsOf(ofJapan), ...pairsIn(VARIANTS), ...pairsIn(RADICALS)];
  const next = new Map([
    ...others.filter(([form]) => !known.has(form)),
    ...simplified,
    ...pairsOf(ofTaiwan),
    ...pairsOf(ofHongKong),
    ...pairsIn(EITHER),
  ]);
  const nextOf = (form: string): string => {
    const other = next.get(form) ?? form;
    return simplified.get(other) ?? other;
  };
  const endOf = (form: string): string => {
    const other = nextOf(form);
    return other === form ? form : endOf(other);
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
