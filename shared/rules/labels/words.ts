import type { OnBehalf, Spread } from '../../case/events.ts';
import { isNumeric } from '../../deadlines/limits.ts';
import { isGrading, isPerUnit, isStanding, nameIn } from '../../regulations/lookup.ts';
import type { Regulation } from '../../regulations/schema.ts';
import { dueInChinese, momentInChinese } from '../../time/instants.ts';
import { spreadInChinese } from '../spread/words.ts';

/** What the labels of a log say of the things of a regulation. */
export interface Words {
  /** Whether the regulation gives the duty a number; 立即 and 及时 have no due instant worth showing. */
  isNumeric: (duty: string) => boolean;
  /** Whether the office has set the duty itself: it is never 按时 or 逾期. */
  isOfOffice: (duty: string) => boolean;
  /** Whether the duty is 定级, which is chased once the office's own target is full. */
  isGrading: (duty: string) => boolean;
  level: (id: string) => string;
  /** Whether the level is one of 舆情 that the regulation has: not of another matter, nor 待研判. */
  isOpinion: (level: string) => boolean;
  scale: (id: string) => string;
  duty: (id: string) => string;
  role: (id: string) => string;
  /** Whether one reports to it: the bureau's own office and leaders, and its superiors; not its units, nor bodies beside it. */
  isAbove: (role: string) => boolean;
  unit: (id: string | undefined) => string;
  named: (
    list:
      | 'sources'
      | 'flags'
      | 'reportForms'
      | 'reportKinds'
      | 'publicationForms'
      | 'actions'
      | 'decisions'
      | 'documents'
      | 'instants',
    id: string,
  ) => string;
  time: (at: string) => string;
  /** The instant of a limit: midnight is the end of its day. */
  due: (at: string) => string;
  /** When something was made; of a 补录 also when it was entered. */
  made: (made: { madeAt: string; enteredAt?: string; beforeCase?: boolean }) => string;
  /** How a story was found to spread. */
  spread: (spread: Spread) => string;
  /** In whose name it was entered. */
  entered: (onBehalf: OnBehalf | undefined) => string;
}

export const wordsOf = (regulation: Regulation): Words => {
  const levels = regulation.scales.flatMap((scale) => scale.levels);
  const time = (at: string): string => momentInChinese(at, regulation.zone);
  return {
    isNumeric: (id) =>
      regulation.duties.some(
        ({ id: own, terms }) => own === id && terms.some(({ limit }) => isNumeric(limit)),
      ),
    isOfOffice: (id) => regulation.duties.some(({ id: own, basis }) => own === id && basis === 'bureau'),
    isGrading: (id) => isGrading(regulation, id),
    isOpinion: (id) =>
      !isStanding(regulation, id) && levels.find((level) => level.id === id)?.basis !== 'bureau',
    level: (id) => nameIn(levels, id),
    scale: (id) => nameIn(regulation.scales, id),
    duty: (id) => nameIn(regulation.duties, id),
    role: (id) => nameIn(regulation.roles, id),
    isAbove: (id) => {
      const role = regulation.roles.find((each) => each.id === id);
      return role?.kind === 'superior' || (role?.kind === 'internal' && !isPerUnit(regulation, id));
    },
    unit: (id) => (id === undefined ? '' : nameIn(regulation.units, id)),
    named: (list, id) => nameIn(regulation[list], id),
    time,
    spread: (spread) => spreadInChinese(regulation, spread),
    due: (at) => dueInChinese(at, regulation.zone),
    made: ({ madeAt, enteredAt, beforeCase }) =>
      `${time(madeAt)}${enteredAt === undefined ? '' : `(${time(enteredAt)}补录)`}${beforeCase ? '(早于案卷最早时点,请核对)' : ''}`,
    entered: (onBehalf) =>
      onBehalf === undefined
        ? ''
        : `(代录${nameIn(regulation.roles, onBehalf.role)}${onBehalf.name},${time(onBehalf.at)}${onBehalf.channel};须本人确认)`,
  };
};
