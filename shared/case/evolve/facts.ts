import { SECRET_FLAG } from '../../regulations/reserved.ts';
import type { FACTS } from '../events/facts.ts';
import type { Actor, EventOf } from '../events.ts';
import { isSystem } from '../state/act.ts';
import type { Return } from '../state/units/return.ts';
import type { CaseState } from '../state.ts';
import { withoutUnit, withUnit } from '../units.ts';
import { type Applies, type Meta, without } from './apply.ts';
import { attached, madeSure, marksJudged } from './items.ts';
import { opened, receivedIn } from './opening.ts';
import { stated } from './statements.ts';

/** 收到 put right: the sources keep what was said of them. */
const corrected = (
  state: CaseState,
  { source: corrects, at }: EventOf<'ReceiptCorrected'>,
  { at: recordedAt, actor: by, version: entry }: Meta,
): CaseState => {
  const said = state.received[corrects];
  if (said === undefined) return state;
  return {
    ...state,
    received: [...state.received, { kind: said.kind, at, recordedAt, entry, by, corrects }],
    unread: without(state.unread, 'receivedAt'),
  };
};

/** One telephone is one person: he has signed under every id by which the roster knew him. */
const signedBy = ({ id, person = id, ids = [] }: Actor, at: string): Record<string, string> =>
  Object.fromEntries([id, person, ...ids].map((each) => [each, at]));

/** What became of the 退回 of a unit that nobody has decided on. */
export const withReturnEnded = (
  { returns }: Pick<CaseState, 'returns'>,
  unit: string,
  how: NonNullable<Return['ended']>['how'],
  { at, actor: by, version: entry }: Meta,
): Return[] =>
  returns.map((each) =>
    each.unit === unit && each.ended === null ? { ...each, ended: { how, entry, at, by } } : each,
  );

/** A unit has heard of the case; what it heard first stands. */
export const heard = (
  { units }: CaseState,
  unit: string | undefined,
  at: string,
  notice: string | null,
): CaseState['units'] => {
  const isNew = (each: CaseState['units'][number]): boolean => each.unit === unit && each.heard === null;
  return units.some(isNew)
    ? units.map((each) => (isNew(each) ? { ...each, heard: { at, notice } } : each))
    : units;
};

export const facts: Applies<typeof FACTS> = {
  CaseOpened: (_, event, meta) => opened(event, meta),

  ItemAttached: attached,

  SourceAdded: (state, { source }, meta) => ({
    ...state,
    sources: [...state.sources, { ...source, recordedAt: meta.at, entry: meta.version, by: meta.actor }],
    received: [...state.received, ...receivedIn(source, meta)],
    ...(source.receivedAt === undefined
      ? {}
      : {
          statements: [
            ...state.statements,
            stated('receivedAt', source.receivedAt, meta, { place: state.received.length }),
          ],
        }),
  }),

  ReceiptCorrected: corrected,

  InstantCorrected: (state, event, meta) => {
    const rekindled = event.instant === 'outbreakAt' && state.outbreaks.at(-1)?.at != null;
    const dateOnly = event.day !== undefined;
    const statement = stated(event.instant, event.at, meta, { dateOnly, granted: event.granted });
    return {
      ...state,
      ...(rekindled
        ? { outbreaks: [...state.outbreaks.slice(0, -1), { ...state.outbreaks.at(-1)!, at: event.at }] }
        : { instants: { ...state.instants, [event.instant]: event.at } }),
      statements: [...state.statements, statement],
      // What was unreadable or doubted has been made sure of.
      unread: without(state.unread, event.instant),
      doubts: state.doubts.filter((id) => id !== event.instant),
      items: madeSure(state.items, event.instant),
      dateOnly: [
        ...state.dateOnly.filter((id) => id !== event.instant),
        ...(dateOnly ? [event.instant] : []),
      ],
      recordedAt: { ...state.recordedAt, [event.instant]: meta.at },
    };
  },

  FlagsChanged: (state, event, { at, actor }) => {
    const flags = [...new Set([...state.flags, ...event.added])].filter(
      (flag) => !event.removed.includes(flag),
    );
    const added = Object.fromEntries(event.added.map((flag) => [flag, at]));
    const setBy = Object.fromEntries(event.added.map((flag) => [flag, actor]));
    const flaggedBy = { ...state.flaggedBy, ...setBy };
    const items = isSystem(actor) ? state.items : marksJudged(state.items);
    const flagged = { ...state, items, flags, flaggedBy, flaggedAt: { ...added, ...state.flaggedAt } };
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

  // Which entries they are, the entry itself says.
  ContentPurged: (state) => state,

  UnitAssigned: (state, { unit, part }, meta) => {
    const { unit: before } = state;
    const isJoint = part === 'joint';
    return {
      ...state,
      unit: isJoint ? before : unit,
      leads: isJoint || before === unit ? state.leads : [...state.leads, { unit, since: meta.at }],
      unitAssignedAt: state.unitAssignedAt ?? meta.at,
      units: withUnit(state.units, unit, isJoint ? 'joint' : 'lead', meta.at),
      returns:
        isJoint || before === null || before === unit
          ? state.returns
          : withReturnEnded(state, before, 'moved', meta),
    };
  },

  UnitWithdrawn: (state, { unit }, meta) => ({
    ...state,
    units: withoutUnit(state.units, unit),
    returns: withReturnEnded(state, unit, 'moved', meta),
  }),

  UnitReturned: (state, { unit, reason }, { at, actor: by, version: entry }) => ({
    ...state,
    returns: [...state.returns, { entry, unit, at, by, reason, ended: null }],
  }),

  // A 主办 leaves the case as another takes its place, which the same entry says.
  ReturnDecided: (state, { unit, agree }, meta) => ({
    ...state,
    units: agree && state.unit !== unit ? withoutUnit(state.units, unit) : state.units,
    returns: withReturnEnded(state, unit, agree ? 'agreed' : 'kept', meta),
  }),

  CaseAcknowledged: (state, { unit }, meta) => {
    const { at, actor } = meta;
    const signed = { ...state, acknowledgements: { ...state.acknowledgements, ...signedBy(actor, at) } };
    if (unit === undefined) return signed;
    return {
      ...signed,
      returns: withReturnEnded(state, unit, 'signed', meta),
      // The level that it signs for is its own from now on.
      segments: state.segments.map((segment, index, { length }) =>
        index === length - 1 && segment.standing === 'proposed' ? { unitsSince: at, ...segment } : segment,
      ),
      units: heard(state, unit, at, null).map((each) =>
        each.unit === unit ? { ...each, acknowledgedAt: each.acknowledgedAt ?? at } : each,
      ),
      firstAcknowledgedAt: state.firstAcknowledgedAt ?? at,
    };
  },
};
