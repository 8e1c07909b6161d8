import type { CaseReply } from '../../../shared/contracts/replies/case.ts';
import type { DutyReply } from '../../../shared/contracts/replies/duty.ts';
import { passed, textOf } from '../duration.ts';
import { spoken } from '../spoken.ts';
import { millisecondsOf, momentOf } from '../wall-clock.ts';
import type { Entry } from './log.ts';

// 补录: what is said of a duty that was met by what somebody entered afterwards, and what whoever verifies it has to see.

type Entered = Pick<DutyReply['history'][number], 'outcome' | 'lateEntry'>;

/** 已过时限后补录: it stands beside 已办, until somebody has verified it; nothing is 按时 before that. */
export const isUnproven = ({ lateEntry }: Entered): boolean =>
  lateEntry !== undefined && lateEntry.after !== 'none' && lateEntry.verified === null;

/** When it was entered, and who has verified it, in brackets; empty: in time, or what became of it says so itself. */
export const lateEntryNote = ({ outcome, lateEntry }: Entered, say: (time: string) => string): string => {
  if (lateEntry === undefined || outcome !== 'fulfilled') return '';
  const { enteredAt, after, verified } = lateEntry;
  if (verified !== null) return `（${say(enteredAt)}补录，${spoken(verified.by)}核实）`;
  return `（${say(enteredAt)}${after === 'none' ? '补录' : '录入'}）`;
};
/** The same where several are counted, without their times. */
export const lateEntryKind = ({ outcome, lateEntry }: Entered): string => {
  if (lateEntry === undefined || outcome !== 'fulfilled') return '';
  if (lateEntry.verified !== null) return '（补录，已核实）';
  return lateEntry.after === 'none' ? '（补录）' : '';
};

/** A line that whoever gives his word has to see beside the entry. */
export interface Fact {
  name: string;
  text: string;
}
type Duties = Pick<CaseReply, 'duties'>;
const metBy = ({ duties }: Duties, act: number) =>
  duties.flatMap((duty) =>
    duty.history.filter(({ entry }) => entry === act).map((each) => ({ duty, ...each })),
  );

/** How long after: 1小时10分. */
const lag = (milliseconds: number): string => textOf(passed(milliseconds)).replace(/^已过/, '');
/** The limits that an entry came after, and by how much; nothing of what was entered in time. */
export const limitFacts = (open: Duties, act: number, now: number): Fact[] =>
  metBy(open, act).flatMap(({ duty, due, lateEntry }): Fact[] => {
    if (due === null || lateEntry === undefined || lateEntry.after === 'none') return [];
    const after = millisecondsOf(lateEntry.enteredAt) - millisecondsOf(due);
    return [
      {
        name: '时限',
        text: `${spoken(duty.name)}：${momentOf(due, now, true)}前；时限过后${lag(after)}才录入`,
      },
    ];
  });

interface Settled {
  duty?: unknown;
  at?: unknown;
}
const settledIn = ({ events }: Entry): Settled[] =>
  events.flatMap((event) =>
    event.type === 'DutiesSettled' && Array.isArray(event.settled) ? (event.settled as Settled[]) : [],
  );
type Gone = Pick<CaseReply, 'withdrawn' | 'denied'>;
/** The duties that an entry met as a 补录. */
const metLate = (open: Duties, act: number): string[] =>
  metBy(open, act)
    .filter(({ lateEntry }) => lateEntry !== undefined)
    .map(({ duty }) => duty.duty);
/** Of a 补录 the acts that were taken back, or denied, before it was entered; of anything else none. */
export const goneBefore = (open: Duties & Gone, act: number): number[] =>
  metLate(open, act).length === 0
    ? []
    : [...open.withdrawn, ...open.denied].map((each) => each.act).filter((each) => each < act);

/** What had been entered before for what `act` met late, and counts no more; `entries`: of the log, those of `goneBefore`. */
export const earlierFacts = (
  open: Duties & Gone,
  act: number,
  entries: readonly Entry[],
  now: number,
): Fact[] => {
  const duties = metLate(open, act);
  const isOfSame = ({ duty, at }: Settled): boolean => at !== undefined && duties.indexOf(String(duty)) >= 0;
  return entries
    .filter((entry) => settledIn(entry).some(isOfSame))
    .flatMap((entry) => {
      const gone = (all: CaseReply['denied'], word: string): Fact[] =>
        all
          .filter((each) => each.act === entry.version)
          .map(({ at, by, reason }) => ({
            name: '此前录入',
            text: `${momentOf(entry.localTime, now)}${entry.actor.name}录入：${spoken(entry.labels[0] ?? '')}；${momentOf(at, now)}${spoken(by)}${word}：${reason}`,
          }));
      return [...gone(open.withdrawn, '撤回'), ...gone(open.denied, '否认')];
    });
};
