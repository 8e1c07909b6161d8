import type { EventOf, ItemReference, Source } from '../events.ts';
import { RUNNING } from '../outbreaks.ts';
import type { CaseState } from '../state.ts';
import { withUnit } from '../units.ts';
import { type Meta, made } from './apply.ts';
import { statementsIn } from './statements.ts';

export type Received = CaseState['received'][number];
export const receivedIn = (
  source: Source,
  { at: recordedAt, actor: by, version: entry }: Meta,
): Received[] => {
  const { receivedAt, regardedAs: _, ...said } = source;
  return receivedAt === undefined ? [] : [{ ...said, at: receivedAt, recordedAt, entry, by }];
};
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
  arrivals: [],
  regrades: [],
  responseLevel: null,
  ratings: {},
  segments: [],
  lowering: null,
  acknowledgements: {},
  firstAcknowledgedAt: null,
  reports: [],
  publications: [],
  meetings: [],
  actions: [],
  decisions: [],
  planRequests: [],
  planStarts: [],
  planEnds: [],
  planStartedAt: null,
  planEndedAt: null,
  outbreaks: [{ number: 1, at: null, ...RUNNING }],
  rekindlings: 0,
  extensions: {},
  deadlines: {},
  settledLimits: {},
  holidayLists: [],
  documents: [],
  holds: [],
  confirmations: {},
  verified: {},
  verifiers: {},
  returns: [],
  unapprovedGone: { publications: [], documents: [] },
  withdrawn: [],
  denied: [],
  asked: {},
  marks: {},
  met: {},
  passed: {},
  missed: [],
  reached: {},
  warningReleases: {},
  pendingNotices: {},
  telephoneTasks: {},
  calls: [],
  undelivered: {},
  delivered: {},
  instructions: [],
  orders: [],
  signers: [],
  releases: [],
  conclusion: null,
  merging: null,
  takenOver: [],
  mergedInto: null,
  detached: [],
  reopenings: [],
  ceilings: {},
  keptLimits: {},
  reviewedAt: null,
  review: null,
  concludedAt: null,
  archivedAt: null,
  generation: 1,
  rearmedVersion: 1,
  enforcements: 0,
  people: [],
  requests: [],
  refusals: 0,
  purged: [],
} satisfies Partial<CaseState>;

/** The text of an item is evidence, which nothing is decided by: it is kept beside the log. */
export const withoutText = ({ text: _, ...item }: ItemReference): CaseState['items'][number] => item;

/** A case as it is opened. */
export const opened = (event: EventOf<'CaseOpened'>, meta: Meta): CaseState => {
  const { at, actor: by, version: entry } = meta;
  return {
    ...BLANK,
    caseId: event.caseId,
    lastAt: at,
    loggedAt: at,
    regulation: event.regulation,
    title: event.title,
    openedAt: at,
    opening: made({}, meta),
    how: event.how,
    formerCase: event.formerly ?? null,
    holidayLists: [{ to: event.holidayListsTo, at }],
    sources: event.sources.map((source) => ({ ...source, recordedAt: at, entry, by })),
    received: event.sources.flatMap((source) => receivedIn(source, meta)),
    instants: event.instants,
    dateOnly: event.dateOnly ?? [],
    unread: event.unread ?? {},
    doubts: Object.keys(event.doubts ?? {}),
    statements: statementsIn(event, meta),
    flags: event.flags,
    flaggedAt: Object.fromEntries(event.flags.map((flag) => [flag, at])),
    flaggedBy: Object.fromEntries(event.flags.map((flag) => [flag, by])),
    items: event.items.map(withoutText),
    note: {
      ...(event.text === undefined ? {} : { text: event.text }),
      ...(event.call === undefined ? {} : { call: event.call }),
    },
    gradedAt: at,
    unit: event.unit ?? null,
    leads: event.unit === undefined ? [] : [{ unit: event.unit, since: at }],
    unitAssignedAt: event.unit === undefined ? null : at,
    units: event.unit === undefined ? [] : withUnit([], event.unit, 'lead', at),
  };
};
