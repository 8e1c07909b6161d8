import type { CaseState } from '../case/state.ts';
import type { Duty, Fulfilment } from '../regulations/schema.ts';
import { earliest, type Instant, latest } from '../time/instants.ts';
import { judge, type Stretch } from './choose-due.ts';
import { firstTold } from './completions/by-notice.ts';
import { type Completion, inOrder, type OwedTo } from './completions/completion.ts';
import { completionsOf } from './completions/completions.ts';
import type { ResolvedTerm } from './limits.ts';
import { allStanding } from './occurrences/occurrence.ts';
import type { DutyOfCase } from './starts/duty-of-case.ts';
import { answersReceipt } from './starts/receipts.ts';
import type { Start } from './starts/start.ts';

// Which time of a duty is owed now, since when and to whom, and what was done for it.

export type NoticeWay = Extract<Fulfilment, { act: 'notice' }>;
export const waysOf = (duty: Duty, term: ResolvedTerm): Fulfilment[] => term.fulfilledBy ?? duty.fulfilledBy;
/** What one time that a duty is owed is called: the grading, the outbreak, the unit, or the case it belongs to. */
const nameOf = (
  { recurs }: Duty,
  { index }: Stretch,
  state: CaseState,
  unit: string | null = state.unit,
): string => {
  const { outbreaks, regrades, segments, units } = state;
  // What was told of a level that was not adopted need not be told again of the lower one that was.
  if (recurs === 'eachLevel')
    return `${1 + segments.slice(0, index).filter(({ standing: how }) => how !== 'dropped').length}`;
  if (recurs === 'eachAsking') return `${Math.max(1, regrades.length)}`;
  if (recurs === 'eachUnit') return `${Math.max(1, units.findIndex((each) => each.unit === unit) + 1)}`;
  // Before anything was received that is owed an answer of its own.
  if (recurs === 'eachReceipt') return '0';
  return recurs === 'eachOutbreak' ? `${outbreaks.at(-1)!.number}` : '1';
};
/** An `eachLevel` duty is owed for the newest grading or raise, any other for the case as a whole. */
const owedIn = (duty: Duty, stretches: Stretch[]): Stretch[] => {
  const anew =
    duty.recurs === 'eachLevel' ? stretches.filter(({ segment }) => segment.kind !== 'lowered') : [];
  return anew.length > 0 ? anew.slice(-1) : stretches;
};

export const isNotice = (ways: readonly Fulfilment[]): boolean => ways.every(({ act }) => act === 'notice');
const receiversOf = (duty: Duty, term: ResolvedTerm): readonly string[] => term.receivers ?? duty.receivers;
/** What is owed now, for whoever asks which acts answer it. */
const owedTo = (
  { state, duty, unit = state.unit ?? undefined }: DutyOfCase,
  term: ResolvedTerm,
  occurrence: string,
): OwedTo => ({
  occurrence,
  receivers: receiversOf(duty, term),
  // What was done before the story flared up again does not answer it.
  from: duty.recurs === 'eachOutbreak' ? (state.outbreaks.at(-1)?.at ?? '') : '',
  unit: duty.recurs === 'eachUnit' ? (unit ?? null) : null,
});

/**
 * When the duty was first done, for the duties that count from it: owing it anew moves none of their clocks. Who counts from
 * a warning counts from being told, released or not.
 */
export const firstCompletion = (
  state: CaseState,
  duty: Duty,
  stretches: readonly Stretch[],
): Instant | undefined => {
  const { term } = stretches.at(-1)!;
  const ways = waysOf(duty, term);
  return earliest(
    [...new Set(stretches.map((stretch) => nameOf(duty, stretch, state)))].flatMap((occurrence) => {
      const owed = { occurrence, receivers: receiversOf(duty, term), from: '', unit: null };
      const told = isNotice(ways) ? firstTold(state, duty, owed) : undefined;
      return told ?? completionsOf(state, duty, ways, owed)[0]?.at ?? [];
    }),
  );
};

/**
 * What counts from the last time that it was done goes on from what stays met, though it would not be asked for as it was
 * (to others, since the case has another source).
 */
const withStanding = (of: DutyOfCase, { limit }: ResolvedTerm, done: Completion[]): Completion[] => {
  if (limit.kind !== 'every' || limit.from !== 'completion') return done;
  const known = new Set(done.map(({ entry }) => entry));
  const kept = allStanding(of).flatMap(({ completedAt, entry }): Completion[] =>
    known.has(entry)
      ? []
      : [
          {
            at: completedAt!,
            recordedAt: completedAt!,
            entry,
            standing: 'plain',
            verified: true,
            answers: [],
          },
        ],
  );
  return inOrder([...done, ...kept]);
};

/** What is owed now: its name, the due instant that counts for it, and what was done for it. */
export const owedNow = (of: DutyOfCase, stretches: Stretch[]) => {
  const { state, duty, receipt, unit } = of;
  const relevant = owedIn(duty, stretches);
  const { term } = stretches.at(-1)!;
  const owed = owedTo(of, term, receipt?.number ?? nameOf(duty, relevant[0]!, state, unit));
  const done = withStanding(of, term, completionsOf(state, duty, waysOf(duty, term), owed));
  const { chosen, acts } = judge(
    of,
    relevant,
    done.filter((act) => act.at >= owed.from && answersReceipt(act, receipt, state)),
  );
  return { owed, chosen, acts };
};

/** A unit that got the case later owes what was owed before; it is chased from when it got it, and the limit stays. */
export const startForUnit = (
  { state, duty, unit: owing = state.unit ?? undefined }: DutyOfCase,
  start: Start,
): Start => {
  const before = state.units.findIndex(({ unit }) => unit === owing);
  if (duty.recurs !== 'eachUnit' || before < 1) return start;
  return { ...start, knownAt: latest(start.knownAt, state.units[before]!.since) };
};
