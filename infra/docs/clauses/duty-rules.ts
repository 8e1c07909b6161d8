import { lengthInChinese } from '../../../shared/deadlines/limits.ts';
import { levelOf } from '../../../shared/regulations/lookup.ts';
import type { Duty, Fulfilment, Regulation, Term } from '../../../shared/regulations/schema.ts';
import { COMMAND_OF } from '../../regulation-check/checks/duties/fulfilments.ts';
import { walk } from '../../regulation-check/checks/walk.ts';
import { clockViewOf } from '../views/clock-view.ts';
import { limitViewOf } from '../views/limit-view.ts';
import { type Rule, rule } from './rule.ts';

const given = (key: string, ids: readonly string[] | undefined, word = '|'): string =>
  ids === undefined ? '' : ` ${key}=${ids.join(word)}`;

/** The ids that a way to meet a duty asks for; `|` is any of them, `+` all of them. */
const idsIn = (way: Fulfilment): string => {
  switch (way.act) {
    case 'report':
      return `${given('kind', way.kinds)}${given('form', way.forms)}${given('to', way.to, '+')}${given('to', way.toAnyOf)}`;
    case 'publication':
      return given('form', way.forms);
    case 'action':
      return given('action', [way.action]);
    case 'decision':
      return given('decision', [way.decision]);
    case 'document':
      return given('document', [way.document]);
    case 'rated':
      return given('scale', [way.scale]);
    default:
      return '';
  }
};
/** The command that does what meets a duty, with its ids. */
const commandOf = (way: Fulfilment): string =>
  way.act === 'notice' ? '系统发出通知' : `${COMMAND_OF[way.act]}${idsIn(way)}`;

/** Conditions and starts speak of these; the case learns them by these commands. */
const LEARNED: Readonly<Record<string, string>> = {
  source: 'AddSource source.kind=',
  of: 'AddSource source.kind=',
  flag: 'SetFlags add=',
  rating: 'RateCase scale=',
  instant: 'instant=',
};
const factsOf = ({ when, start }: Term): string[] =>
  [...walk({ when, start })].flatMap(({ key, value }) =>
    typeof value === 'string' && LEARNED[key] !== undefined ? [`${LEARNED[key]}${value}`] : [],
  );

const limitCommands = ({ id, holdable }: Duty, { limit }: Term): string[] => [
  ...(limit.kind === 'external' ? [`SetDeadline duty=${id}`] : []),
  ...(holdable ? [`HoldDuty duty=${id}`] : []),
];

const termRules = (regulation: Regulation, duty: Duty, term: Term): Rule[] => {
  const name = term.name ?? duty.name;
  const levels = term.levels.map((level) => levelOf(regulation, level).short).join('、');
  const own = duty.basis === 'bureau' ? '本局自设的提示;' : '';
  const { limit } = term;
  const extension = limit.kind === 'within' ? limit.extension : undefined;
  return [
    rule('duties.terms', term.cite, {
      id: duty.id,
      name,
      text: `${own}${levels}:${limitViewOf(regulation, limit).text};起算:${clockViewOf(regulation, term).text}`,
      commands: [
        ...new Set([
          ...(term.fulfilledBy ?? duty.fulfilledBy).map(commandOf),
          ...limitCommands(duty, term),
          ...factsOf(term),
        ]),
      ],
    }),
    ...(extension === undefined
      ? []
      : [
          rule('duties.terms.limit.extension', extension.cite, {
            id: duty.id,
            name,
            text: extension.upTo === null ? '可延长' : `最长${lengthInChinese(extension.upTo)}`,
            commands: [`ExtendDuty duty=${duty.id}`],
          }),
        ]),
  ];
};

/** A rule for each term of each duty, and one where its limit may be extended. */
export const dutyRules = (regulation: Regulation): Rule[] =>
  regulation.duties.flatMap((duty) => duty.terms.flatMap((term) => termRules(regulation, duty, term)));
