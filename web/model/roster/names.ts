import type { RegulationView } from '../../../shared/contracts/regulation-view/view.ts';
import { spoken } from '../spoken.ts';

interface Named {
  id: string;
  name: string;
}
/** What posts and units are called. */
export interface BureauNames {
  posts: readonly (Named & { perUnit: boolean })[];
  units: readonly Named[];
}

/** The bureau's own posts, in the regulation's order, and its units. */
export const namesOf = ({ roles, units }: Pick<RegulationView, 'roles' | 'units'>): BureauNames => ({
  posts: roles
    .filter(({ kind }) => kind === 'internal')
    .map(({ id, name, perUnit }) => ({ id, name, perUnit })),
  units: units.map(({ id, name }) => ({ id, name })),
});

const nameIn = (list: readonly Named[], id: string): string =>
  list.find((each) => each.id === id)?.name ?? id;
export const postName = ({ posts }: BureauNames, role: string): string => spoken(nameIn(posts, role));
export const unitName = ({ units }: BureauNames, unit: string): string => spoken(nameIn(units, unit));
/** 食品安全监管股 股室舆情联络员. */
export const placeName = (names: BureauNames, { role, unit }: { role: string; unit: string }): string =>
  unit === '' ? postName(names, role) : `${unitName(names, unit)}${postName(names, role)}`;
