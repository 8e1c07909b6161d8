import type { Regulation } from '../../../../shared/regulations/schema.ts';
import type { Problem } from '../problem.ts';
import { walk } from '../walk.ts';

/** Clause → the first rule that rests on it. A reading explains rules, and the bureau's own choice is no rule of the text. */
const carriers = (regulation: Regulation): Map<string, string> => {
  const found = new Map<string, string>();
  const routing = regulation.routing.filter(({ basis }) => basis === 'law');
  for (const { path, key, value } of walk({ ...regulation, routing, clauses: {}, informs: [], readings: [] }))
    if (key === 'cite' && typeof value === 'string' && !found.has(value))
      found.set(value, path.replace(/\.?cite\[\d+\]$/, ''));
  return found;
};

/** Every clause stands in some rule or among those that only inform, and in one of the two alone. */
export const clauseProblems = (regulation: Regulation): Problem[] => {
  const carried = carriers(regulation);
  const informed = new Set(regulation.informs.map(({ clause }) => clause));
  const unused = Object.keys(regulation.clauses)
    .filter((clause) => !carried.has(clause) && !informed.has(clause))
    .map((clause) => ({
      path: `clauses.${clause}`,
      clauses: [],
      fault: `条款“${clause}”没有规则引用,也未列入 informs`,
      mend: '请写入依据它的规则的 cite,或列入 informs 并写明原因',
    }));
  const twice = regulation.informs.flatMap(({ clause }, index) => {
    const rule = carried.get(clause);
    if (rule === undefined) return [];
    const fault = `条款“${clause}”既列入 informs,又由 ${rule || '制度本身'} 引用`;
    return [{ path: `informs[${index}].clause`, clauses: [], fault, mend: '请从其中一处删去' }];
  });
  return [...unused, ...twice];
};
