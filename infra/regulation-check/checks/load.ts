import { Regulation, type RegulationData } from '../../../shared/regulations/schema.ts';
import { problemsOf } from './check.ts';
import { shapeProblems } from './form/shape.ts';
import { RegulationError } from './problem.ts';

/**
 * Turns a bureau's data into its regulation, with the defaults filled in.
 * Throws one `RegulationError` that names every problem: first those of shape, then those of sense.
 */
export const loadRegulation = (data: RegulationData): Regulation => {
  const misshapen = shapeProblems(data);
  if (misshapen.length > 0) throw new RegulationError(data.id, misshapen);
  const regulation = Regulation.parse(data);
  const problems = problemsOf(regulation);
  if (problems.length > 0) throw new RegulationError(data.id, problems);
  return regulation;
};
