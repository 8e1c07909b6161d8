import type { EntryThere } from './events/parts.ts';
import { withoutCalm } from './outbreaks.ts';
import type { Act } from './state/act.ts';
import type { WentOut } from './state/acts.ts';
import type { Confirmation } from './state/confirmation.ts';
import type { CaseState } from './state.ts';

// How what was done stands: whether its person has confirmed it, and whether it is still there.

/** The lists that an act of a person may stand in. */
const LISTS = [
  'reports',
  'publications',
  'meetings',
  'actions',
  'decisions',
  'planRequests',
  'documents',
  'instructions',
  'planStarts',
  'planEnds',
  'calls',
] as const;

/** What the duty is called that a 批示 with a task or a deadline makes. */
export const instructionDuty = (entry: number): string => `instruction-${entry}`;

const isIn = (list: readonly { entry: number }[], entry: number): boolean =>
  list.some((each) => each.entry === entry);
/** Whether what stood in this entry was taken back, or denied. */
export const isGone = ({ withdrawn, denied }: CaseState, entry: number): boolean =>
  isIn(withdrawn, entry) || isIn(denied, entry);

/** Whether what stood in an entry of a case that was merged into this one was taken back here. */
export const isGoneThere = ({ takenOver }: Pick<CaseState, 'takenOver'>, there: EntryThere): boolean =>
  takenOver.some(({ done = [] }) =>
    done.some((each) => each.case === there.case && each.act === there.act && each.withdrawn !== undefined),
  );

const isWaiting = ({ answer }: Confirmation): boolean => answer === null;

/** Entries of the acts that were entered for somebody else and that he has not confirmed; none bars a conclusion (结报). */
export const unconfirmedActs = (state: CaseState): number[] =>
  Object.entries(state.confirmations)
    .filter(([entry, each]) => isWaiting(each) && !isGone(state, Number(entry)))
    .map(([entry]) => Number(entry));

/** The acts of persons that are there, by their lists. */
export const actsIn = (state: CaseState): Act[] => LISTS.flatMap((list): Act[] => state[list]);

/** The acts that an entry holds, and that are still there. */
export const actsOfEntry = (state: CaseState, entry: number): Act[] => [
  ...actsIn(state).filter((act) => act.entry === entry),
  ...state.outbreaks.flatMap(({ calm, doubtedCalm }) =>
    [calm, doubtedCalm?.calm].filter((act) => act?.entry === entry).filter((act) => act != null),
  ),
];

type Published = Act & { approvals?: readonly number[]; happened?: boolean };
/**
 * How an act counts: `unapproved` when it went out past a gate or its approval is gone, `unconfirmed` while it, or an
 * approval that let it through, waits for the person in whose name it was entered.
 */
export const standingOf = (
  state: CaseState,
  { entry, approvals = [], happened }: Published,
): 'plain' | 'unconfirmed' | 'unapproved' => {
  if (happened || approvals.some((each) => isGone(state, each))) return 'unapproved';
  const open = unconfirmedActs(state);
  return [entry, ...approvals].some((each) => open.includes(each)) ? 'unconfirmed' : 'plain';
};

/**
 * The decision of a name that counts: the last one, but one that was entered for somebody and chooses nobody to report to
 * ends nothing before he has confirmed it.
 */
export const lastDecision = (state: CaseState, id: string): CaseState['decisions'][number] | undefined => {
  const open = unconfirmedActs(state);
  return state.decisions.findLast(
    (each) => each.id === id && !(each.to?.length === 0 && open.includes(each.entry)),
  );
};

type Met = CaseState['met'][string];
/** What is met without what proves false (`isFalse`): by what was done next, where something else had met it too. */
export const metWithout = (
  met: CaseState['met'],
  isFalse: (done: Pick<Met, 'entry' | 'there'>) => boolean,
): CaseState['met'] =>
  Object.fromEntries(
    Object.entries(met).flatMap(([key, { due, level, also = [], ...first }]) => {
      const [next, ...rest] = [first, ...also].filter((done) => !isFalse(done));
      if (next === undefined) return [];
      return [[key, { due, level, ...next, ...(rest.length === 0 ? {} : { also: rest }) }] as const];
    }),
  );

/** The state without the acts of an entry: what they met or ended is owed again. The log keeps them. */
export const withoutEntry = (state: CaseState, entry: number): CaseState => {
  const kept = <A extends Act>(acts: readonly A[]): A[] => acts.filter((act) => act.entry !== entry);
  const planStarts = kept(state.planStarts);
  const planEnds = kept(state.planEnds);
  // What went out under an approval that is gone has met nothing in time.
  const undone = [
    entry,
    ...[...state.publications, ...state.documents]
      .filter(({ approvals }) => approvals.includes(entry))
      .map((act) => act.entry),
  ];
  const notOfDemand = (notices: CaseState['pendingNotices']): CaseState['pendingNotices'] =>
    Object.fromEntries(Object.entries(notices).filter(([, { duty }]) => duty !== instructionDuty(entry)));
  const gone = (all: readonly WentOut[]): WentOut[] =>
    all.filter((each) => each.entry === entry && standingOf(state, each) === 'unapproved');
  const { unapprovedGone } = state;
  const lastStart = planStarts.at(-1);
  const lastEnd = planEnds.at(-1);
  return {
    ...withoutCalm(state, entry),
    reports: kept(state.reports),
    publications: kept(state.publications),
    meetings: kept(state.meetings),
    actions: kept(state.actions),
    decisions: kept(state.decisions),
    planRequests: kept(state.planRequests),
    documents: kept(state.documents),
    unapprovedGone: {
      publications: [...unapprovedGone.publications, ...gone(state.publications)],
      documents: [...unapprovedGone.documents, ...gone(state.documents)],
    },
    instructions: kept(state.instructions),
    sources: state.sources.filter((source) => source.entry !== entry),
    calls: kept(state.calls),
    // Nobody is told any more of what nobody is asked for.
    pendingNotices: notOfDemand(state.pendingNotices),
    // Who was not called is still to be called.
    telephoneTasks: {
      ...notOfDemand(state.telephoneTasks),
      ...Object.fromEntries(
        state.calls.filter((call) => call.entry === entry).map(({ notice }) => [notice.key, notice]),
      ),
    },
    met: metWithout(state.met, (done) => done.there === undefined && undone.includes(done.entry)),
    planStarts,
    planEnds,
    planStartedAt: planStarts[0]?.madeAt ?? null,
    planEndedAt:
      lastEnd !== undefined && (lastStart === undefined || lastEnd.entry > lastStart.entry)
        ? lastEnd.madeAt
        : null,
  };
};
