import type { DutyView, Named } from '../../../shared/contracts/regulation-view/parts.ts';
import type { RegulationView } from '../../../shared/contracts/regulation-view/view.ts';

/** The levels that a word names: by id, name or short name. Throws in Chinese when there is none. */
export const levelsNamedBy = (view: RegulationView, word: string): string[] => {
  const levels = view.scales.flatMap((scale) => scale.levels);
  const found = levels.filter((level) => [level.id, level.name, level.short].includes(word));
  if (found.length > 0) return found.map(({ id }) => id);
  const known = levels.map(({ id, name }) => `${id}(${name})`).join('、');
  throw new Error(`“${view.id}”没有级别“${word}”;可选:${known}`);
};

/** The view with only some levels: their definitions, duties, approvals and authorities; all else as it is. */
export const atLevels = (view: RegulationView, levels: ReadonlySet<string>): RegulationView => {
  const here = ({ id }: Named): boolean => levels.has(id);
  const duties = (list: readonly DutyView[]): DutyView[] =>
    list
      .map((duty) => ({ ...duty, levels: duty.levels.filter(here) }))
      .filter((duty) => duty.levels.length > 0);
  const applies = (rule: { levels: Named[] | null }): boolean => rule.levels?.some(here) ?? true;
  return {
    ...view,
    scales: view.scales
      .map((scale) => ({ ...scale, levels: scale.levels.filter(here) }))
      .filter((scale) => scale.levels.length > 0),
    duties: duties(view.duties),
    ownPrompts: duties(view.ownPrompts),
    approvals: view.approvals.filter(applies),
    authorities: view.authorities.filter(applies),
  };
};
