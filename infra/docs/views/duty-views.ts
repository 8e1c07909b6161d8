import type { DutyView } from '../../../shared/contracts/regulation-view/parts.ts';
import { GRADED_LATE } from '../../../shared/deadlines/starts/grade-target.ts';
import { citations, isGrading, levelOf, settingsOf } from '../../../shared/regulations/lookup.ts';
import type { Duty, Regulation, Term } from '../../../shared/regulations/schema.ts';
import { clockViewOf } from './clock-view.ts';
import { conditionNowText } from './condition-now.ts';
import { conditionText, isOff } from './condition-text.ts';
import { formsOf, fulfilmentText } from './fulfilment-text.ts';
import { limitViewOf } from './limit-view.ts';
import { namedIn, rolesNamed } from './lookup.ts';

const targetOf = (regulation: Regulation, { id, ownTarget }: Duty): DutyView['ownTarget'] =>
  ownTarget === undefined
    ? null
    : {
        setting: namedIn(regulation.settings, ownTarget),
        value: settingsOf(regulation)[ownTarget] ?? null,
        beyond: isGrading(regulation, id) ? GRADED_LATE : null,
      };

/** Terms are matched in order: one that comes after another of the same level holds only where that one does not. */
const earlierTerms = ({ terms }: Duty, term: Term): Term[] =>
  terms
    .slice(0, terms.indexOf(term))
    .filter(({ levels }) => levels.some((level) => term.levels.includes(level)));
const REST = '其余情形';
const joined = (isRest: boolean, own: string): string | null =>
  [...(isRest ? [REST] : []), ...(own === '' ? [] : [own])].join(',且') || null;
const whenOf = (regulation: Regulation, duty: Duty, term: Term): string | null =>
  joined(
    earlierTerms(duty, term).length > 0,
    term.when === undefined ? '' : conditionText(regulation, term.when),
  );
/** The same as the settings are: what they rule out is no case, nor a case before this one. */
const whenNowOf = (regulation: Regulation, duty: Duty, term: Term): string | null =>
  joined(
    earlierTerms(duty, term).some(({ when }) => !isOff(regulation, when)),
    conditionNowText(regulation, term.when),
  );

const dutyViewOf = (regulation: Regulation, duty: Duty, term: Term): DutyView => ({
  duty: duty.id,
  name: term.name ?? duty.name,
  basis: duty.basis,
  levels: term.levels.map((id) => {
    const { name, short } = levelOf(regulation, id);
    return { id, name, short };
  }),
  when: whenOf(regulation, duty, term),
  whenNow: whenNowOf(regulation, duty, term),
  isOff: isOff(regulation, term.when),
  limit: limitViewOf(regulation, term.limit),
  clock: clockViewOf(regulation, term),
  responsible: rolesNamed(regulation, [duty.responsible])[0]!,
  receivers: rolesNamed(regulation, term.receivers ?? duty.receivers),
  copies: rolesNamed(regulation, duty.copies),
  forms: formsOf(regulation, duty, term),
  fulfilledBy: (term.fulfilledBy ?? duty.fulfilledBy).map((way) => fulfilmentText(regulation, way)),
  recurs: duty.recurs,
  holdable: duty.holdable,
  survivesConclusion: duty.survivesConclusion,
  ladder: namedIn(regulation.ladders, term.ladder ?? duty.ladder),
  ownTarget: targetOf(regulation, duty),
  clauses: citations(regulation, term.cite),
});

/** What stands in the regulation (`law`) or what the office has set itself (`office`), a row for each term. */
export const dutyViewsOf = (regulation: Regulation, basis: Duty['basis']): DutyView[] =>
  regulation.duties
    .filter((duty) => duty.basis === basis)
    .flatMap((duty) => duty.terms.map((term) => dutyViewOf(regulation, duty, term)));
