import type { DeskLevel } from '../../../shared/contracts/desk/config.ts';
import type { RegulationView } from '../../../shared/contracts/regulation-view/view.ts';
import type { RosterReply } from '../../../shared/contracts/replies/bureau.ts';

export interface Choice {
  id: string;
  name: string;
}

type Bureau = Pick<RegulationView, 'scales' | 'units' | 'sources' | 'flags'>;
const named = (list: readonly Choice[]): Choice[] => list.map(({ id, name }) => ({ id, name }));
const levelName = ({ name, short }: DeskLevel): string =>
  name.indexOf(short) >= 0 ? name : `${name}（${short}）`;

/** What cases can be told apart by, with the bureau's names. A case stands at a level of the first scale, or is a standing matter. */
export const choicesOf = (view: Bureau | null, levels: Readonly<Record<string, DeskLevel>>) => {
  const scales = (view?.scales ?? []).filter(({ use }) => use === 'handling' || use === 'standing');
  return {
    levels: scales
      .flatMap((scale) => scale.levels)
      .map(({ id, name }) => ({ id, name: levels[id] === undefined ? name : levelName(levels[id]) })),
    units: named(view?.units ?? []),
    sources: named(view?.sources ?? []),
    flags: named(view?.flags ?? []),
  };
};

/** The people of the roster, each once: whoever has several posts has them under one number. */
export const peopleOf = ({ roles }: Pick<RosterReply, 'roles'>): Choice[] => {
  const people = new Map<string, Choice>();
  for (const { id, name, mobile } of Object.values(roles).flat())
    if (!people.has(`${name} ${mobile}`)) people.set(`${name} ${mobile}`, { id, name });
  return [...people.values()];
};
