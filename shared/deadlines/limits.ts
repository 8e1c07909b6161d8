import { nameIn, settingsOf } from '../regulations/lookup.ts';
import type { Limit, Regulation, Term } from '../regulations/schema.ts';
import { inChinese } from '../time/instants.ts';
import { endInChinese, isInWorkingDays, periodEndInChinese } from './days/reading.ts';

export { isInDays } from './days/reading.ts';

type Every = Extract<Limit, { kind: 'every' }>;
/** A limit as it holds with the bureau's settings: a period is a duration. */
export type ResolvedLimit =
  | Exclude<Limit, { kind: 'every' | 'ongoing' }>
  | (Omit<Every, 'every'> & { every: string })
  /** `unset`: 定期 without a period, since the bureau has not given the setting of this name. */
  | { kind: 'ongoing'; word: string; unset?: string };

/** A term whose period is looked up. */
export type ResolvedTerm = Omit<Term, 'limit'> & { limit: ResolvedLimit };

/** The limit with its period looked up. 定期 whose period the bureau has not given yet has no clock (register X30). */
export const resolveLimit = (regulation: Regulation, limit: Limit): ResolvedLimit => {
  if (limit.kind !== 'every') return limit;
  const { every } = limit;
  if (typeof every === 'string') return { ...limit, every };
  const period = settingsOf(regulation)[every.setting];
  if (typeof period === 'string') return { ...limit, every: period };
  return { kind: 'ongoing', word: '定期', unset: nameIn(regulation.settings, every.setting) };
};

/** Whether the limit is a number, or will be one once another rule's deadline is entered. */
export const isNumeric = ({ kind }: { kind: Limit['kind'] }): boolean =>
  kind === 'within' || kind === 'every' || kind === 'external';

/** PT3H → 3小时, 5WD → 5个工作日. */
export const lengthInChinese = (length: string): string =>
  isInWorkingDays(length) ? `${length.slice(0, -2)}个工作日` : inChinese(length);

const inBrackets = (text: string): string => (text === '' ? '' : `(${text})`);
const extensionText = ({ extension }: Extract<Limit, { kind: 'within' }>): string => {
  if (extension === undefined) return '';
  return extension.upTo === null ? ',可延长' : `,可延长至最长${lengthInChinese(extension.upTo)}`;
};

/** The limit in plain Chinese: a number where the regulation has one, with the end of its last day, else its own word. */
export const limitInChinese = (regulation: Regulation, limit: ResolvedLimit): string => {
  switch (limit.kind) {
    case 'within': {
      const soft = limit.soft === undefined ? '' : `一般${lengthInChinese(limit.soft)},最迟`;
      const deferral = limit.deferral === undefined ? '' : ',非工作时间顺延';
      return `${soft}${lengthInChinese(limit.within)}内${deferral}${inBrackets(endInChinese(regulation, limit.within))}${extensionText(limit)}`;
    }
    case 'every':
      return `每${inChinese(limit.every)}${inBrackets(periodEndInChinese(regulation, limit.every))}`;
    case 'ongoing':
      return limit.unset === undefined ? limit.word : `${limit.word}(周期未填)`;
    case 'external':
      return limit.word;
    default:
      return limit.word === '' ? '未规定时限' : limit.word;
  }
};
