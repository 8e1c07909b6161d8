import type { DeskForms, FormField } from '../../../../shared/contracts/desk/forms.ts';
import type { OpeningTriedReply } from '../../../../shared/contracts/replies/try.ts';
import { isCounted } from '../begins.ts';
import { levelsFor, openingFields } from '../opening.ts';
import { groupIn, type Values, wordsIn } from '../values.ts';
import type { Way } from './ways.ts';

// On what a level is proposed at an opening: what is not known can be said where the level is chosen.

type Proposal = NonNullable<OpeningTriedReply['proposal']>;
/** The field of an opening that stands beside the level. */
export const GROUNDS = 'factors';

export interface Grounds {
  /** All criteria, in their order. */
  criteria: FormField[];
  /** Those of which nothing is known, or that somebody has answered. */
  asked: FormField[];
  /** Those that the words told of. */
  others: FormField[];
  /** Whether somebody has answered one. */
  isAnswered: boolean;
}
/** What to ask for beside the level. A standing matter is not graded. */
export const groundsOf = (
  forms: DeskForms,
  way: Way,
  values: Values,
  proposal: Pick<Proposal, 'unknown'> | null | undefined,
): Grounds => {
  if (way === 'standing') return { criteria: [], asked: [], others: [], isAnswered: false };
  const factors = openingFields(forms, way).find(({ name }) => name === GROUNDS)?.fields ?? [];
  const criteria = factors.filter(({ name }) => forms.criteria.indexOf(name) >= 0);
  const answers = groupIn(values.factors);
  const isAnswered = ({ name }: FormField): boolean => wordsIn(answers[name]) !== '';
  const isAsked = (field: FormField): boolean =>
    isAnswered(field) || (proposal?.unknown ?? []).some(({ id }) => id === field.name);
  return {
    criteria,
    asked: criteria.filter(isAsked),
    others: criteria.filter((field) => !isAsked(field)),
    isAnswered: criteria.some(isAnswered),
  };
};

/** The reasons in what has been filled in; the rest is how it was counted. */
export const shortReasons = ({
  reasons,
}: {
  reasons: readonly { text: string; ground?: boolean | undefined }[];
}): string[] => reasons.filter(({ ground }) => ground === true).map(({ text }) => text);

/** 敏感程度、热度没有依据，暂按0分计: what the proposal rests on is not known; empty: it is. */
export const notBorne = ({ borne, unknown }: Proposal): string => {
  if (borne) return '';
  const names = unknown.map(({ name }) => name).join('、');
  return names === '' ? '所填内容没有触及分级规定' : `${names}没有依据，暂按0分计`;
};

export interface OpeningLevel {
  level: string | undefined;
  /** The proposal bears it, or somebody has chosen it. */
  isBorne: boolean;
}
/** 按橙级立案, 暂按常规立案: the level is in the button's words, and whether it has been found. */
export const openingLabel = ({ level, isBorne }: OpeningLevel): string => {
  if (level === undefined) return '立案';
  return `${isBorne ? '按' : '暂按'}${level}${level.length === 1 ? '级' : ''}立案`;
};
/** 按橙立案后，开始计时; where nothing is counted: 暂按常规立案后. */
export const afterOpening = (
  { level, isBorne }: OpeningLevel,
  { duties }: Pick<OpeningTriedReply, 'duties'>,
): string =>
  level === undefined
    ? '立案后'
    : `${isBorne ? '按' : '暂按'}${level}立案后${duties.some(isCounted) ? '，开始计时' : ''}`;

/** The level that an opening would have: as chosen, else as proposed. */
export const levelOf = (
  forms: DeskForms,
  way: Way,
  values: Values,
  { proposal, after }: Partial<Pick<OpeningTriedReply, 'proposal' | 'after'>>,
): OpeningLevel => {
  const chosen = levelsFor(forms, way).find(({ id }) => id === wordsIn(values.level));
  const level = chosen ?? proposal?.level ?? after?.handlingLevel;
  return {
    level: level === undefined ? undefined : (level.short ?? level.name),
    isBorne: chosen !== undefined || proposal?.borne !== false,
  };
};
