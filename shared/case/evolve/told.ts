import type { TOLD } from '../events/told.ts';
import type { HandOver, Notice } from '../events.ts';
import type { CaseState } from '../state.ts';
import { type Applies, made, without } from './apply.ts';
import { heard } from './facts.ts';

// Who has been told what: hand-overs of texts, refusals by the gateway behind SNS, telephone calls.

const dutyKey = ({ duty, occurrence = '1' }: Notice): string => `${duty}#${occurrence}`;
/** A notice within what one role is told of one occurrence of a duty. */
const noticeKey = ({ due = '', stage, template }: Notice): string => `${stage ?? template}#${due}`;
const reachedBy = (state: CaseState, notice: Notice): Readonly<Record<string, string>> =>
  state.reached[dutyKey(notice)]?.[notice.role] ?? {};
const withReached = (
  state: CaseState,
  notice: Notice,
  told: Record<string, string>,
): CaseState['reached'] => ({
  ...state.reached,
  [dutyKey(notice)]: { ...state.reached[dutyKey(notice)], [notice.role]: told },
});

/** The text of a notice about a duty has reached its role. Each counts for itself, so that one can be taken back. */
const reach = (state: CaseState, notice: Notice, at: string): CaseState['reached'] =>
  notice.duty === undefined
    ? state.reached
    : withReached(state, notice, { [noticeKey(notice)]: at, ...reachedBy(state, notice) });

/** A text was handed over, or nobody took it. */
const handOver = (state: CaseState, done: HandOver): CaseState => {
  const notice = state.pendingNotices[done.key];
  if (notice === undefined) {
    // The gateway's refusal was quicker: that it was handed over, and to whom, is on record all the same.
    const before = state.undelivered[done.key];
    return before === undefined
      ? state
      : { ...state, undelivered: { ...state.undelivered, [done.key]: { ...before, handedOver: true } } };
  }
  const pendingNotices = without(state.pendingNotices, done.key);
  // What no message could carry has to be told by telephone.
  if (done.status !== 'handedOver')
    return { ...state, pendingNotices, telephoneTasks: { ...state.telephoneTasks, [done.key]: notice } };
  if (done.unassigned) return { ...state, pendingNotices };
  return {
    ...state,
    pendingNotices,
    reached: reach(state, notice, done.at),
    // Where the unit had nobody it was somebody above who heard.
    units: done.reachedRole === undefined ? heard(state, notice.unit, done.at, notice.key) : state.units,
  };
};

/**
 * SNS had taken a text that the gateway behind it refused for one person: the text told nobody. What other notices and the
 * telephone told stands; for a second person of the role the telephone task stands already, or the call has been made.
 */
const refused = (state: CaseState, notice: Notice, person: string, at: string): CaseState => {
  const { key } = notice;
  const before = state.undelivered[key];
  const isOnRecord = state.pendingNotices[key] === undefined && state.telephoneTasks[key] === undefined;
  const marked = {
    ...state,
    undelivered: {
      ...state.undelivered,
      [key]: { people: [...(before?.people ?? []), person], handedOver: before?.handedOver ?? isOnRecord },
    },
  };
  if (before !== undefined) return marked;
  const told = reachedBy(state, notice);
  const isCalled = state.calls.some((call) => call.notice.key === key);
  const madeAt = state.pendingNotices[key]?.madeAt ?? told[noticeKey(notice)] ?? at;
  return {
    ...marked,
    pendingNotices: without(state.pendingNotices, key),
    units: state.units.map((unit) => (unit.heard?.notice === key ? { ...unit, heard: null } : unit)),
    telephoneTasks: isCalled
      ? state.telephoneTasks
      : { [key]: { ...notice, madeAt }, ...state.telephoneTasks },
    reached:
      told[noticeKey(notice)] === undefined
        ? state.reached
        : withReached(state, notice, without(told, noticeKey(notice))),
  };
};

export const told: Applies<typeof TOLD> = {
  NoticesMade: (state, { notices }, { at }) => {
    const entries = (byTelephone: boolean) =>
      Object.fromEntries(
        notices
          .filter((notice) => notice.byTelephone === byTelephone)
          .map((notice) => [notice.key, { ...notice, madeAt: at }]),
      );
    const asked = notices.flatMap(({ template, act, duty }) =>
      act === undefined && template !== 'holdAsked' ? [] : [[`${template}#${act ?? duty}`, at] as const],
    );
    return {
      ...state,
      asked: { ...state.asked, ...Object.fromEntries(asked) },
      pendingNotices: { ...state.pendingNotices, ...entries(false) },
      telephoneTasks: { ...state.telephoneTasks, ...entries(true) },
    };
  },
  NoticesHandedOver: (state, { handOvers }) => handOvers.reduce(handOver, state),
  NoticeUndelivered: (state, { notice, person }, { at }) => refused(state, notice, person, at),
  NoticeAnswered: (state, { key, madeAt }, meta) => {
    const notice = state.telephoneTasks[key];
    if (notice === undefined) return state;
    return {
      ...state,
      telephoneTasks: without(state.telephoneTasks, key),
      calls: [...state.calls, { ...made({ madeAt }, meta), notice }],
      units: heard(state, notice.unit, madeAt, null),
    };
  },
};
