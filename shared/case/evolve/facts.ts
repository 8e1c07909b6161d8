import { SECRET_FLAG } from '../../regulations/reserved.ts';
import type { FACTS } from '../events/facts.ts';
import type { EventOf, ItemReference } from '../events.ts';
import type { CaseState } from '../state.ts';
import type { Applies } from './apply.ts';

/** A case of which nothing is known yet. */
const BLANK = {
  version: 0,
  lastHash: '',
  status: 'open',
  recordedAt: {},
  suggestedLevel: '',
  warningLevel: '',
  handlingLevel: '',
  handlingOverride: null,
  byReference: null,
  provisional: true,
  grade: { score: null, reasons: [] },
  confirmedAt: null,
  responseLevel: null,
  ratings: {},
  segments: [],
  lowering: null,
  acknowledgedAt: null,
  firstAcknowledgedAt: null,
  reports: [],
  publications: [],
  meetings: [],
  actions: [],
  decisions: [],
  planStarts: [],
  planStartedAt: null,
  planEndedAt: null,
  outbreaks: [{ at: null, calmedAt: null }],
  extensions: {},
  deadlines: {},
  documents: [],
  holds: {},
  marks: {},
  missed: [],
  reached: {},
  pendingNotices: {},
  telephoneTasks: {},
  undelivered: {},
  orders: [],
  reviewedAt: null,
  concludedAt: null,
  archivedAt: null,
  generation: 1,
  rearmedVersion: 1,
  enforcements: 0,
  requests: [],
  refusals: 0,
} satisfies Partial<CaseState>;

/** The text of an item is evidence, which nothing is decided by: the log keeps it. */
const withoutText = ({ text: _, ...item }: ItemReference): CaseState['items'][number] => item;

const opened = (event: EventOf<'CaseOpened'>, at: string): CaseState => ({
  ...BLANK,
  caseId: event.caseId,
  lastAt: at,
  regulation: event.regulation,
  title: event.title,
  openedAt: at,
  how: event.how,
  sources: event.sources.map((source) => ({ ...source, recordedAt: at })),
  instants: event.instants,
  flags: event.flags,
  flaggedAt: Object.fromEntries(event.flags.map((flag) => [flag, at])),
  items: event.items.map(withoutText),
  note: {
    ...(event.text === undefined ? {} : { text: event.text }),
    ...(event.call === undefined ? {} : { call: event.call }),
  },
  gradedAt: at,
  unit: event.unit ?? null,
  unitAssignedAt: event.unit === undefined ? null : at,
});

export const facts: Applies<typeof FACTS> = {
  CaseOpened: (_, event, { at }) => opened(event, at),

  ItemAttached: (state, { item, highest }, { at }) => {
    const known = state.items.some(({ feed, id }) => feed === item.feed && id === item.id);
    const published = state.instants.publishedAt;
    const isEarlier =
      item.publishedAt !== undefined && (published === undefined || item.publishedAt < published);
    return {
      ...state,
      items: known ? state.items : [...state.items, withoutText(item)],
      suggestedLevel: highest ?? state.suggestedLevel,
      // X2: 发生 falls back to the earliest known publication.
      ...(isEarlier
        ? {
            instants: { ...state.instants, publishedAt: item.publishedAt },
            recordedAt: { ...state.recordedAt, publishedAt: at },
          }
        : {}),
    };
  },

  SourceAdded: (state, { source }, { at }) => ({
    ...state,
    sources: [...state.sources, { ...source, recordedAt: at }],
  }),

  InstantCorrected: (state, event, { at }) => {
    const rekindled = event.instant === 'outbreakAt' && state.outbreaks.at(-1)?.at != null;
    return {
      ...state,
      ...(rekindled
        ? { outbreaks: [...state.outbreaks.slice(0, -1), { ...state.outbreaks.at(-1)!, at: event.at }] }
        : { instants: { ...state.instants, [event.instant]: event.at } }),
      recordedAt: { ...state.recordedAt, [event.instant]: at },
    };
  },

  FlagsChanged: (state, event, { at }) => {
    const flags = [...new Set([...state.flags, ...event.added])].filter(
      (flag) => !event.removed.includes(flag),
    );
    const added = Object.fromEntries(event.added.map((flag) => [flag, at]));
    const flagged = { ...state, flags, flaggedAt: { ...added, ...state.flaggedAt } };
    if (!event.added.includes(SECRET_FLAG)) return flagged;
    // X40: what has not been sent yet must not go to a mobile phone any more.
    const unsent = Object.entries(state.pendingNotices).map(
      ([key, notice]) => [key, { ...notice, byTelephone: true }] as const,
    );
    return {
      ...flagged,
      pendingNotices: {},
      telephoneTasks: { ...state.telephoneTasks, ...Object.fromEntries(unsent) },
    };
  },

  UnitAssigned: (state, { unit }, { at }) => ({
    ...state,
    unit,
    unitAssignedAt: state.unitAssignedAt ?? at,
    acknowledgedAt: null,
  }),

  CaseAcknowledged: (state, _, { at }) => ({
    ...state,
    acknowledgedAt: state.acknowledgedAt ?? at,
    firstAcknowledgedAt: state.firstAcknowledgedAt ?? at,
  }),
};
