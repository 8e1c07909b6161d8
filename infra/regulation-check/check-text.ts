import { Regulation } from '../../shared/regulations/schema.ts';
import { problemsOf } from './checks/check.ts';
import { shapeProblems } from './checks/form/shape.ts';
import { hintsOf } from './checks/hints.ts';
import type { Problem } from './checks/problem.ts';
import { quoteProblems } from './checks/text/quotes.ts';
import { describeLocated, type Located, readDataFile } from './data-file.ts';

export interface Checked {
  /** Without errors only; undefined when the data do not have the form of a regulation. */
  regulation: Regulation | undefined;
  /** One line each, in the order of the file, with line, column, clause, fault and mend. */
  errors: string[];
  /** What is allowed and still worth a look. */
  hints: string[];
}

/**
 * Checks the text of a data file, all of it at once. `source` is the regulation as issued, in which every quote must
 * stand; without it the quotes are not looked at. `others`: what only the caller can see, such as a version that another
 * file has.
 */
export const checkText = (
  text: string,
  source?: string,
  others: (regulation: Regulation) => Problem[] = () => [],
): Checked => {
  const { data, problems: syntax, locate } = readDataFile(text);
  const told = (located: readonly Located[]): string[] => [
    ...new Set(
      [...located].sort((one, other) => one.offset - other.offset).map((each) => describeLocated(text, each)),
    ),
  ];
  if (data === undefined) return { regulation: undefined, errors: told(syntax), hints: [] };
  const misshapen = shapeProblems(data);
  if (misshapen.length > 0)
    return { regulation: undefined, errors: told([...syntax, ...misshapen.map(locate)]), hints: [] };
  const regulation = Regulation.parse(data);
  const quotes = source === undefined ? [] : quoteProblems(regulation, source);
  const problems = [...problemsOf(regulation), ...quotes, ...others(regulation)];
  const errors = told([...syntax, ...problems.map(locate)]);
  return { regulation, errors, hints: told(hintsOf(regulation).map(locate)) };
};
