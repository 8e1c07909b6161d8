import type { CaseReply, CaseRow } from '../../../shared/contracts/replies/case.ts';
import { spoken } from '../spoken.ts';

// 疑似同一舆情, 疑似复燃: which other case, and why.

type Suspected = NonNullable<CaseReply['items'][number]['suspected']>[number];
/** A case that is perhaps the same matter; `of`: the items that say so, by their titles, where a case has several. */
export interface Suspect {
  case: string;
  why: string;
  of: string[];
}

/** 内容相近，所写日期相隔较远. */
export const whyText = ({ why }: Pick<Suspected, 'why'>): string => spoken(why);

/** What the items of a case are suspected to belong to, each other case once. */
export const suspectsOf = ({ case: own, items }: Pick<CaseReply, 'case' | 'items'>): Suspect[] => {
  const found = new Map<string, Suspect>();
  for (const { title, suspected = [] } of items)
    for (const { case: other, why } of suspected) {
      if (other === own) continue;
      const known = found.get(other) ?? { case: other, why: whyText({ why }), of: [] };
      found.set(other, { ...known, of: items.length > 1 ? [...known.of, title] : [] });
    }
  return [...found.values()];
};

/** 处置中，食品安全监管股承办. */
export const standingText = ({
  stateText,
  unit,
  handlingLevel,
}: Pick<CaseRow, 'stateText' | 'unit' | 'handlingLevel'>): string =>
  [
    spoken(handlingLevel.name),
    spoken(stateText).replace(/·/g, '，'),
    unit === null ? '尚未转办' : `${spoken(unit.name)}承办`,
  ].join('，');
