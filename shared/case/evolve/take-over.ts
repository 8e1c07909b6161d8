import type { EventOf } from '../events.ts';
import type { CaseState } from '../state.ts';
import type { Meta } from './apply.ts';
import { withKept } from './limits.ts';
import { firstSigned, withLead, withUnits } from './taken-units.ts';

type TakenOver = EventOf<'CaseTakenOver'>;
type Said = { at: string; recordedAt: string; by: { id: string } };

const isSaidThen = (one: Said, other: Said): boolean =>
  one.at === other.at && one.recordedAt === other.recordedAt && one.by.id === other.by.id;

/** The receipts of both, and at which place each of those that were taken over stands. */
const withReceipts = (state: CaseState, { received }: TakenOver, { version: entry }: Meta) => {
  const all = [...state.received];
  const places = received.map((said) => {
    const known = all.findIndex(
      (each) => each.kind === said.kind && each.reference === said.reference && isSaidThen(each, said),
    );
    if (known < 0) return all.push({ ...said, entry }) - 1;
    const place = all[known]!;
    if (place.there !== undefined) all[known] = { ...place, there: said.there };
    return known;
  });
  return { all, places };
};

/** All that was said of when it began, in both: nothing that is merely added moves a clock later. */
const withStatements = (
  state: CaseState,
  { statements, received }: TakenOver,
  places: readonly number[],
): CaseState['statements'] => {
  const ofReceipts = received.map(({ at, recordedAt, by }, index) => ({
    instant: 'receivedAt',
    at,
    recordedAt,
    by,
    dateOnly: false,
    granted: false,
    place: places[index]!,
  }));
  const said = statements.map(({ estimated, ...each }) => ({
    ...each,
    granted: false,
    ...(estimated ? { estimated } : {}),
  }));
  const isKnown = (one: CaseState['statements'][number]): boolean =>
    state.statements.some(
      (each) => each.instant === one.instant && each.place === one.place && isSaidThen(each, one),
    );
  return [...state.statements, ...[...said, ...ofReceipts].filter((each) => !isKnown(each))];
};

/** Of each instant the earlier one, with when it came into a log and whether only its day is known. */
const withInstants = (
  state: CaseState,
  event: TakenOver,
): Pick<CaseState, 'instants' | 'recordedAt' | 'dateOnly' | 'doubts' | 'unread'> => {
  const before: Readonly<Record<string, string | undefined>> = state.instants;
  const earlier = Object.entries(event.instants).filter(
    ([id, at]) =>
      at !== undefined && (before[id] === undefined || at < before[id] || state.doubts.includes(id)),
  );
  const ids = earlier.map(([id]) => id);
  const known = { ...state.instants, ...Object.fromEntries(earlier) };
  return {
    instants: known,
    recordedAt: {
      ...state.recordedAt,
      ...Object.fromEntries(ids.flatMap((id) => (event.recordedAt[id] ? [[id, event.recordedAt[id]]] : []))),
    },
    dateOnly: [
      ...state.dateOnly.filter((id) => !ids.includes(id)),
      ...event.dateOnly.filter((id) => ids.includes(id)),
    ],
    doubts: state.doubts.filter((id) => !ids.includes(id)),
    unread: Object.fromEntries(
      Object.entries({ ...event.unread, ...state.unread }).filter(([id]) => !Object.hasOwn(known, id)),
    ),
  };
};

const isNewSource = (state: CaseState, one: TakenOver['sources'][number]): boolean =>
  !state.sources.some(
    (each) =>
      each.kind === one.kind &&
      each.reference === one.reference &&
      each.receivedAt === one.receivedAt &&
      each.recordedAt === one.recordedAt,
  );

/** The graver of both; what is unrated again is so by the regulation's default. */
const withRatings = (state: CaseState, { ratings, unrated = [] }: TakenOver): CaseState['ratings'] => ({
  ...Object.fromEntries(Object.entries(state.ratings).filter(([scale]) => !unrated.includes(scale))),
  ...ratings,
});

/** Of two the later; no limit of either gets later by it than it was there. */
const withExtensions = (
  { extensions: own }: CaseState,
  { extensions = {} }: TakenOver,
): CaseState['extensions'] => ({
  ...own,
  ...Object.fromEntries(
    Object.entries(extensions).filter(([duty, { to }]) => own[duty] === undefined || own[duty].to < to),
  ),
});

const withSeries = (
  state: CaseState,
  { series = [] }: TakenOver,
  { at, version: entry }: Meta,
): Pick<CaseState, 'series'> =>
  series.length === 0
    ? {}
    : {
        series: {
          ...state.series,
          ...Object.fromEntries(series.map(({ duty, due }) => [duty, { due, at, entry }])),
        },
      };

/** What was done or limited there, by the same names here. */
const withLimits = (
  state: CaseState,
  { limits, kept = [], answered, handling }: TakenOver,
  { version }: Meta,
): Pick<CaseState, 'ceilings' | 'keptLimits' | 'met' | 'marks'> => ({
  keptLimits: withKept(
    state.keptLimits,
    kept.map(({ duty, occurrence, due, case: of, breaks = false }) => ({
      duty,
      occurrence,
      limit: { due, breaks, case: of },
    })),
  ),
  ceilings: {
    ...state.ceilings,
    ...Object.fromEntries(
      limits.map(
        ({
          duty,
          occurrence,
          due,
          before,
          case: of,
          excused = false,
          breaks = false,
          exact = false,
          unit,
        }) => [
          `${duty}#${occurrence}`,
          {
            ...{ due, case: of, excused, breaks },
            ...(exact && before !== null ? { insteadOf: before } : {}),
            ...(unit === undefined ? {} : { unit }),
          },
        ],
      ),
    ),
  },
  marks: {
    ...state.marks,
    ...Object.fromEntries(
      limits.flatMap(({ duty, occurrence, mark }) =>
        mark ? [[`${duty}#${occurrence}`, mark] as const] : [],
      ),
    ),
  },
  met: {
    ...state.met,
    ...Object.fromEntries(
      answered.map(({ duty, occurrence, due, also = [], ...first }) => {
        const [done, ...rest] = [first, ...also].map(({ at, late, there, entry = version }) => ({
          ...{ at, entry },
          ...(late ? { late } : {}),
          ...(there ? { there } : {}),
        }));
        const known = { due, level: handling, ...done!, ...(rest.length === 0 ? {} : { also: rest }) };
        return [`${duty}#${occurrence}`, known];
      }),
    ),
  },
});

/** What was done there by then; what has been taken back here already stays so. */
const doneIn = (
  { takenOver: known }: CaseState,
  { done }: TakenOver,
): Pick<CaseState['takenOver'][number], 'done'> => {
  if (done === undefined) return {};
  const before = known.flatMap((each) => each.done ?? []).filter(({ withdrawn }) => withdrawn !== undefined);
  return {
    done: done.map(
      (each) => before.find(({ case: of, act }) => of === each.case && act === each.act) ?? each,
    ),
  };
};

/** The case with all that another had which was merged into it. Told again of a later version it adds what came since. */
export const takenOver = (state: CaseState, event: TakenOver, meta: Meta): CaseState => {
  const { at, version: entry } = meta;
  const { all, places } = withReceipts(state, event, meta);
  const isKnown = ({ feed, id }: TakenOver['items'][number]): boolean =>
    state.items.some((item) => item.feed === feed && item.id === id);
  const flags = event.flags.filter(({ flag }) => !state.flags.includes(flag));
  return {
    ...state,
    ...withInstants(state, event),
    ...withUnits(state, event, meta),
    firstAcknowledgedAt: firstSigned(state, event),
    ...withLimits(state, event, meta),
    ...withSeries(state, event, meta),
    items: [...state.items, ...event.items.filter((item) => !isKnown(item))],
    detached: state.detached.filter(
      (each) => !event.items.some(({ feed, id }) => feed === each.feed && id === each.id),
    ),
    sources: [
      ...state.sources,
      ...event.sources.filter((each) => isNewSource(state, each)).map((each) => ({ ...each, entry })),
    ],
    received: all,
    statements: withStatements(state, event, places),
    flags: [...state.flags, ...flags.map(({ flag }) => flag)],
    flaggedAt: { ...Object.fromEntries(flags.map((each) => [each.flag, each.at])), ...state.flaggedAt },
    flaggedBy: { ...state.flaggedBy, ...Object.fromEntries(flags.map(({ flag, by }) => [flag, by])) },
    ratings: withRatings(state, event),
    extensions: withExtensions(state, event),
    ...(event.graded === undefined ? {} : { gradeTarget: event.graded }),
    leads: withLead(state, event),
    suggestedLevel: event.highest ?? state.suggestedLevel,
    // Proposed on the facts of this case alone.
    lowering: null,
    conclusion: null,
    takenOver: [
      ...state.takenOver.filter(({ case: known }) => known !== event.case),
      {
        case: event.case,
        title: event.title,
        version: event.version,
        entry,
        at,
        ...doneIn(state, event),
      },
    ],
  };
};
