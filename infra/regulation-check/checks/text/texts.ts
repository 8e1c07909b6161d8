import { ONE_PART } from '../../../../shared/notices/render.ts';
import { templateOf } from '../../../../shared/notices/templates.ts';
import type { Regulation } from '../../../../shared/regulations/schema.ts';
import { type Longest, longest, longestTexts } from '../../longest-words.ts';
import type { Problem } from '../problem.ts';

/** A clause may be left out of a text, a name may not. */
const lengthOf = ({ name, words }: Longest): number =>
  templateOf(name).text.replaceAll(/\{(\w+)\}/g, (_, each: string) =>
    each === 'clause' ? '' : (words[each] ?? ''),
  ).length;

/** The names that the bureau itself has chosen, and where they stand. */
const NAMES: Readonly<Record<string, string>> = {
  sign: 'smsSignature',
  level: 'scales',
  person: 'roles',
  number: 'numbering.supervisionOrder',
};

const problemOf = (text: Longest): Problem => {
  const { id } = templateOf(text.name);
  const { duty = '', ...words } = text.words;
  const name = longest([duty, ...Object.keys(NAMES).map((each) => words[each] ?? '')]);
  const path = Object.keys(NAMES).find((each) => words[each] === name);
  const length = lengthOf(text);
  return {
    path: name === duty || path === undefined ? (text.phrase?.path ?? 'duties') : NAMES[path]!,
    clauses: [],
    fault: `短信模板“${text.name}”(${id})用名称“${name}”时有${length}字,超过一条短信的${ONE_PART}字`,
    mend: `请缩短这个名称;职责的名称不便缩短的,在 toldAs 中另写短信里的说法,至少缩短${length - ONE_PART}字`,
  };
};

/** Every template that the bureau's longest names make longer than one text; of each the longest. */
export const textProblems = (regulation: Regulation): Problem[] => {
  const worst = new Map<string, Longest>();
  for (const text of longestTexts(regulation)) {
    const known = worst.get(text.name);
    if (lengthOf(text) > ONE_PART && (known === undefined || lengthOf(text) > lengthOf(known)))
      worst.set(text.name, text);
  }
  return [...worst.values()].map(problemOf);
};
