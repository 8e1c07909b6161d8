import { problemsOf } from './check.ts';
import { type Problem, RegulationError } from './problem.ts';
import { Regulation, type RegulationData } from './schema.ts';

/**
 * Turns a bureau's data into its regulation, with the defaults filled in.
 * Throws one `RegulationError` that names every problem: first those of shape, then those of sense.
 */
export const loadRegulation = (data: RegulationData): Regulation => {
  const parsed = Regulation.safeParse(data);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      (issue): Problem => ({
        path: issue.path.join('.') || '(整体)',
        clauses: [],
        fault: `格式不对(${issue.message})`,
        mend: '请按 schema.ts 的格式填写',
      }),
    );
    throw new RegulationError(data.id, problems);
  }
  const problems = problemsOf(parsed.data);
  if (problems.length > 0) throw new RegulationError(data.id, problems);
  return parsed.data;
};
