import type { Instant } from '../../time/instants.ts';
import type { EnteredLate, Outcome } from './occurrence.ts';

const WORDS = {
  fulfilled: '按时完成',
  fulfilledLate: '逾期完成',
  unconfirmed: '已办·待确认',
  lateEntry: '逾期后补录,待核实',
  unapproved: '未经审定发布',
  missed: '逾期未办',
} as const satisfies Partial<Record<Outcome, string>>;

interface Of {
  due?: Instant | null | undefined;
  at?: Instant | null | undefined;
  /** A period's report: what was not made is 缺报. */
  isPeriod?: boolean;
  /** The office's own target, or what it reads like a rule (参照): never 按时, never 逾期. */
  isTarget?: boolean;
  enteredLate?: EnteredLate | undefined;
}

/** What was entered after its limit, and what nobody has verified, says so beside what became of it. */
const ENTERED_LATE = { overdue: '逾期后补录', passed: '已过时限后补录' } as const;

/** What became of one time that a duty was owed, in the words of the file, the desk and every message. */
export const outcomeInChinese = (
  outcome: keyof typeof WORDS,
  { due, at, isPeriod = false, isTarget = false, enteredLate }: Of,
): string => {
  if (outcome === 'missed') return isPeriod ? '缺报' : WORDS.missed;
  if (isTarget && (outcome === 'fulfilled' || outcome === 'fulfilledLate')) return '已办';
  const entered =
    enteredLate === undefined || enteredLate.verified ? undefined : ENTERED_LATE[enteredLate.of];
  if (entered !== undefined && outcome === 'fulfilled') return `已办(${entered})`;
  if (entered !== undefined && outcome === 'unconfirmed') return `${WORDS[outcome]};${entered}`;
  const isPast = due != null && at != null && at > due;
  // A limit that breaks nothing (暂定, 批示限时) has passed all the same: nothing is 按时 then, and what is late says so itself.
  if (!isPast || isTarget || outcome === 'fulfilledLate') return WORDS[outcome];
  return `${outcome === 'fulfilled' ? '已办' : WORDS[outcome]}(已过时限)`;
};
