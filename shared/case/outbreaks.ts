import type { CaseState } from './state.ts';

export type Outbreak = CaseState['outbreaks'][number];

/** A story that runs: no calm has ended it. */
export const RUNNING = { calmedAt: null, calmBy: null, calm: null, doubtedCalm: null, lapsed: [] };

/** The story began anew at `at`. Its number is its own, whatever becomes of the calm before it. */
const withNext = (state: CaseState, at: string): CaseState => ({
  ...state,
  rekindlings: state.rekindlings + 1,
  outbreaks: [...state.outbreaks, { ...RUNNING, number: state.rekindlings + 2, at }],
});

/**
 * 再起. A calm that was entered for somebody who has not confirmed it ended nothing yet: the outbreak before it runs on, at
 * its own instants, until he does.
 */
export const rekindled = (state: CaseState, at: string, recordedAt: string): CaseState => {
  const last = state.outbreaks.at(-1)!;
  const { calm, calmedAt, calmBy } = last;
  const isUnconfirmed = calm !== null && state.confirmations[calm.entry]?.answer === null;
  if (!isUnconfirmed)
    return {
      ...withNext(state, at),
      // What was proposed of a matter that was over does not hold for one that is not.
      conclusion: null,
      recordedAt: { ...state.recordedAt, outbreakAt: recordedAt },
    };
  const running = { ...last, ...RUNNING, lapsed: last.lapsed };
  const doubtedCalm = { calm, calmedAt: calmedAt!, calmBy, rekindledAt: at };
  return {
    ...state,
    conclusion: null,
    outbreaks: [...state.outbreaks.slice(0, -1), { ...running, doubtedCalm }],
  };
};

/** The state in which the calm of an entry is confirmed: where the story flared up again after it, that began anew. */
export const calmConfirmed = (state: CaseState, entry: number, at: string): CaseState => {
  const last = state.outbreaks.at(-1)!;
  const doubted = last.doubtedCalm;
  if (doubted?.calm.entry !== entry || last.calmedAt !== null) return state;
  const { rekindledAt, ...calm } = doubted;
  const ended = { ...last, ...calm, doubtedCalm: null };
  const begun = withNext({ ...state, outbreaks: [...state.outbreaks.slice(0, -1), ended] }, rekindledAt);
  return { ...begun, recordedAt: { ...state.recordedAt, outbreakAt: at } };
};

/** When the log learned of an outbreak; nothing where it was there from the beginning. */
const learnedOf = ({ statements }: CaseState, { at }: Outbreak): { outbreakAt?: string } => {
  const said = statements.findLast(
    (each) => each.instant === 'outbreakAt' && (at === null || each.at === at),
  );
  return said === undefined ? {} : { outbreakAt: said.recordedAt };
};

/** An outbreak that this calm did not end, nor quieten for a while. */
const withoutTraces = (outbreak: Outbreak, entry: number): Outbreak => ({
  ...outbreak,
  lapsed: outbreak.lapsed.filter((each) => each.entry !== entry),
  doubtedCalm: outbreak.doubtedCalm?.calm.entry === entry ? null : outbreak.doubtedCalm,
});

/** The state without the calm of an entry: it ended nothing, and what flared up after it is the outbreak before. */
export const withoutCalm = (state: CaseState, entry: number): CaseState => {
  const outbreaks = state.outbreaks.map((each) => withoutTraces(each, entry));
  const place = outbreaks.findIndex(({ calm }) => calm?.entry === entry);
  const before = outbreaks[place];
  if (before === undefined) return { ...state, outbreaks };
  const after = outbreaks[place + 1];
  const {
    number: _,
    at: __,
    lapsed,
    ...end
  } = after ?? { ...before, ...RUNNING, doubtedCalm: before.doubtedCalm };
  const revived = { ...before, ...end, lapsed: [...before.lapsed, ...lapsed] };
  const { outbreakAt: ___, ...others } = state.recordedAt;
  return {
    ...state,
    outbreaks: [...outbreaks.slice(0, place), revived, ...outbreaks.slice(place + 2)],
    ...(after === undefined ? {} : { recordedAt: { ...others, ...learnedOf(state, before) } }),
  };
};
