import type { Texted } from '../events/parts.ts';
import type { TOLD } from '../events/told.ts';
import type { EventOf, HandOver, Notice } from '../events.ts';
import type { OpenNotice } from '../state/open-notice.ts';
import { type CaseState, isSecret } from '../state.ts';
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
const reach = (state: CaseState, notice: Notice, at: string): CaseState['reached'] => {
  const told = reachedBy(state, notice);
  // What is only said again, perhaps for weeks, tells a role nothing that it has not heard.
  const isKnown = notice.repeat === true && Object.keys(told).length > 0;
  return notice.duty === undefined || isKnown
    ? state.reached
    : withReached(state, notice, { [noticeKey(notice)]: at, ...told });
};

/** Whether the gateway behind SNS refused it, quicker than its hand-over came into the log. */
const isRefused = ({ undelivered }: CaseState, key: string, { address, tries }: Texted): boolean =>
  (undelivered[key]?.[address] ?? -1) >= tries;

/** The text that asks to telephone; whoever is on duty cannot be asked to call himself about it. */
const ASKS_TO_CALL = 'telephone';
/** What no message could carry has to be told by telephone. */
const byTelephone = (state: CaseState, notice: OpenNotice): CaseState['telephoneTasks'] =>
  notice.template === ASKS_TO_CALL ? state.telephoneTasks : { ...state.telephoneTasks, [notice.key]: notice };

/** One number is settled: told, or nothing is left to tell there. The last one closes the notice. */
const settle = (
  state: CaseState,
  notice: OpenNotice,
  { address }: Texted,
  among: readonly string[],
): CaseState => {
  const settled = [...notice.settled, address];
  const isLast = among.every((each) => settled.includes(each));
  return {
    ...state,
    pendingNotices: isLast
      ? without(state.pendingNotices, notice.key)
      : { ...state.pendingNotices, [notice.key]: { ...notice, settled } },
    telephoneTasks: without(state.telephoneTasks, notice.key),
  };
};

/** What became of a notice at one number, or that there is none. */
const handOver = (state: CaseState, { key, status, to, among, ...done }: HandOver): CaseState => {
  const notice = state.pendingNotices[key];
  if (notice === undefined) return state;
  if (to === undefined)
    return {
      ...state,
      pendingNotices: without(state.pendingNotices, key),
      telephoneTasks: byTelephone(state, notice),
    };
  if (isRefused(state, key, to)) return state;
  if (status === 'failed') {
    const failed = { ...notice, failed: [...notice.failed, to.address] };
    return {
      ...state,
      pendingNotices: { ...state.pendingNotices, [key]: failed },
      telephoneTasks: notice.settled.length > 0 ? state.telephoneTasks : byTelephone(state, failed),
    };
  }
  const settled = settle(state, notice, to, among);
  if (status !== 'handedOver' || done.unassigned) return settled;
  return {
    ...settled,
    reached: reach(state, notice, done.at),
    // Where the unit had nobody it was somebody above who heard.
    units: done.reachedRole === undefined ? heard(state, notice.unit, done.at, key) : state.units,
  };
};

/**
 * SNS had taken a text that the gateway behind it refused: the text told nobody, and is tried again. What other notices and the
 * telephone told stands.
 */
const refused = (
  state: CaseState,
  { notice, address, tries }: EventOf<'NoticeUndelivered'>,
  at: string,
): CaseState => {
  const { key } = notice;
  const marked = {
    ...state,
    undelivered: { ...state.undelivered, [key]: { ...state.undelivered[key], [address]: tries } },
  };
  if (state.calls.some((call) => call.notice.key === key)) return marked;
  const told = reachedBy(state, notice);
  const before = state.pendingNotices[key] ?? {
    ...notice,
    madeAt: told[noticeKey(notice)] ?? at,
    settled: [],
    failed: [],
  };
  const open = {
    ...before,
    settled: before.settled.filter((each) => each !== address),
    failed: [...new Set([...before.failed, address])],
  };
  // X40: what was taken off the mobile telephones meanwhile does not go back there.
  const isTelephoned = state.telephoneTasks[key]?.byTelephone ?? isSecret(state);
  return {
    ...marked,
    pendingNotices: isTelephoned ? state.pendingNotices : { ...state.pendingNotices, [key]: open },
    telephoneTasks: byTelephone(state, { ...open, byTelephone: isTelephoned }),
    units: state.units.map((unit) => (unit.heard?.notice === key ? { ...unit, heard: null } : unit)),
    reached:
      told[noticeKey(notice)] === undefined
        ? state.reached
        : withReached(state, notice, without(told, noticeKey(notice))),
  };
};

/** What somebody is asked again and again, and is of no act. */
const ASKED_AGAIN: readonly string[] = ['holdAsked', ASKS_TO_CALL];

export const told: Applies<typeof TOLD> = {
  NoticesMade: (state, { notices }, { at }) => {
    // Who has been called need not be called again for what only says the same.
    const isAsked = ({ repeat, duty, occurrence, role }: Notice): boolean =>
      repeat === true &&
      Object.values(state.telephoneTasks).some(
        (task) => task.duty === duty && task.occurrence === occurrence && task.role === role,
      );
    const entries = (byTelephone: boolean) =>
      Object.fromEntries(
        notices
          .filter((notice) => notice.byTelephone === byTelephone && !(byTelephone && isAsked(notice)))
          .map((notice) => [notice.key, { ...notice, madeAt: at, settled: [], failed: [] }]),
      );
    const asked = notices.flatMap(({ template, act, duty }) =>
      act === undefined && !ASKED_AGAIN.includes(template)
        ? []
        : [[`${template}#${act ?? duty ?? ''}`, at] as const],
    );
    return {
      ...state,
      asked: { ...state.asked, ...Object.fromEntries(asked) },
      pendingNotices: { ...state.pendingNotices, ...entries(false) },
      telephoneTasks: { ...state.telephoneTasks, ...entries(true) },
    };
  },
  NoticesHandedOver: (state, { handOvers }) => handOvers.reduce(handOver, state),
  NoticeUndelivered: (state, event, { at }) => refused(state, event, at),
  NoticeAnswered: (state, { key, madeAt }, meta) => {
    const notice = state.telephoneTasks[key];
    if (notice === undefined) return state;
    return {
      ...state,
      telephoneTasks: without(state.telephoneTasks, key),
      pendingNotices: without(state.pendingNotices, key),
      calls: [...state.calls, { ...made({ madeAt }, meta), notice }],
      units: heard(state, notice.unit, madeAt, null),
    };
  },
};
