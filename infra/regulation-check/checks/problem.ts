/** One fault of a regulation's data: where it is, the clause it belongs to, what is wrong and how to mend it. */
export interface Problem {
  path: string;
  clauses: readonly string[];
  fault: string;
  mend: string;
}

/** One line for whoever writes the data. */
export const describeProblem = ({ path, clauses, fault, mend }: Problem): string =>
  `${path === '' ? '(整体)' : path}${clauses.length > 0 ? `(${clauses.join('、')})` : ''}:${fault};${mend}`;

/** All problems of one regulation at once, so that whoever writes it mends them in one go. */
export class RegulationError extends Error {
  override readonly name = 'RegulationError';
  readonly problems: readonly Problem[];

  constructor(regulation: string, problems: readonly Problem[]) {
    super([`制度“${regulation}”有 ${problems.length} 处问题:`, ...problems.map(describeProblem)].join('\n'));
    this.problems = problems;
  }
}
