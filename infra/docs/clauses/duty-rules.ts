import { lengthInChinese } from '../../../shared/deadlines/limits.ts';
import { levelOf } from '../../../shared/regulations/lookup.ts';
import type { Duty, Fulfilment, Regulation, Term } from '../../../shared/regulations/schema.ts';
import { walk } from '../../regulation-check/checks/walk.ts';
import { clockViewOf } from '../views/clock-view.ts';
import { limitViewOf } from '../views/limit-view.ts';
import { type Rule, rule } from './rule.ts';

const given = (key: string, ids: readonly string[] | undefined, word = '|'): string =>
  ids === undefined ? '' : ` ${key}=${ids.join(word)}`;

/** The command that does what meets a duty, with its ids; `|` is any of them, `+` all of them. */
const commandOf = (way: Fulfilment): string => {
  switch (way.act) {
    case 'report':
      return `FileReport${given('kind', way.kinds)}${given('form', way.forms)}${given('to', way.to, way.everyReceiver ? '+' : '|')}`;
    case 'publication':
      return `RecordPublication${given('form', way.forms)}`;
    case 'action':
      return `RecordAction action=${way.action}`;
    case 'decision':
      return `RecordDecision decision=${way.decision}`;
    case 'document':
      return `IssueDocument document=${way.document}`;
    case 'rated':
      return `RateCase scale=${way.scale}`;
    case 'meeting':
      return 'RecordMeeting';
    case 'planStart':
      return 'StartPlan';
    case 'unitAssigned':
      return 'AssignUnit';
    case 'gradeConfirmed':
      return 'ConfirmGrade';
    case 'calm':
      return 'DeclareCalm';
    case 'review':
      return 'FileReview';
    case 'notice':
      return '系统发出通知';
  }
};

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
