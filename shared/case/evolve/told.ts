import type { Texted } from '../events/parts.ts';
import type { TOLD } from '../events/told.ts';
import type { EventOf, HandOver, Notice } from '../events.ts';
import { CALLS_TO_OFFICE } from '../secret.ts';
import { isCallAsked, isOfSame, type OpenNotice } from '../state/open-notice.ts';
import { type CaseState, isSecret } from '../state.ts';
import { type Applies, made, without } from './apply.ts';
import { heard } from './facts.ts';

// Who has been told what: hand-overs of texts, what a gateway reports of them, telephone calls.

const dutyKey = ({ duty, occurrence = '1' }: Notice): string => `${duty}#${occurrence}`;
/** A notice within what one role is told of one occurrence of a duty. */
const noticeKey = ({ due = '', stage, template }: Notice): string => `${stage ?? template}#${due}`;
const reachedBy = (state: CaseState, notice: Notice): Readonly<Record<string, string>> =>
  notice.beside === true ? {} : (state.reached[dutyKey(notice)]?.[notice.role] ?? {});
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
  return notice.duty === undefined || notice.beside === true || isKnown
    ? state.reached
    : withReached(state, notice, { [noticeKey(notice)]: at, ...told });
};

/** The case as it stands once the text of a notice has reached its role: what counts from being told counts from then. */
export const asTold = (state: CaseState, notice: Notice, at: string): CaseState => ({
  ...state,
  reached: reach(state, notice, at),
});

/** Whether the gateway reported that it did not get there, quicker than its hand-over came into the log. */
const isRefused = ({ undelivered }: CaseState, key: string, { address, tries }: Texted): boolean =>
  (undelivered[key]?.[address] ?? -1) >= tries;

/** The text that asks to telephone; whoever is on duty cannot be asked to call himself about it. */
const ASKS_TO_CALL = 'telephone';
/** What no message could carry has to be told by telephone. */
const byTelephone = (state: CaseState, notice: OpenNotice): CaseState['telephoneTasks'] =>
  notice.template === ASKS_TO_CALL || isCallAsked(state.telephoneTasks, notice)
    ? state.telephoneTasks
    : { ...state.telephoneTasks, [notice.key]: notice };

/** Whoever has heard of it need not be called about it: the task of this notice, and of those that it has overtaken. */
const withoutTasks = (state: CaseState, notice: Notice): CaseState['telephoneTasks'] =>
  Object.fromEntries(
    Object.entries(state.telephoneTasks).filter(
      ([key, task]) =>
        key !== notice.key && (state.pendingNotices[key] !== undefined || !isOfSame(task, notice)),
    ),
  );

/** One number is settled: told, or nothing more is sent there. The last one closes the notice. */
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
  };
};

/** A number at which the gateway did not take a text: it is tried again. */
const fail = (
  state: CaseState,
  notice: OpenNotice,
  { address }: Texted,
  { at, detail }: HandOver,
): CaseState => {
  const why = detail === undefined ? {} : { why: detail };
  const failed = { ...notice, failed: { [address]: { at, ...why }, ...notice.failed } };
  return {
    ...state,
    pendingNotices: { ...state.pendingNotices, [notice.key]: failed },
    telephoneTasks: notice.settled.length > 0 ? state.telephoneTasks : byTelephone(state, failed),
  };
};

/** Nothing more is sent there, and nobody has heard of it: whoever is to be called still is. */
const giveUp = (
  state: CaseState,
  { telephoneTasks, ...settled }: CaseState,
  { key, at }: HandOver,
): CaseState => {
  const task = state.telephoneTasks[key];
  return {
    ...settled,
    telephoneTasks:
      task === undefined ? telephoneTasks : { ...telephoneTasks, [key]: { ...task, givenUp: at } },
  };
};

/** What became of a notice at one number, or that there is none. */
const handOver = (state: CaseState, done: HandOver): CaseState => {
  const { key, status, to, among } = done;
  const notice = state.pendingNotices[key];
  if (notice === undefined) return state;
  if (to === undefined)
    return {
      ...state,
      pendingNotices: without(state.pendingNotices, key),
      telephoneTasks: byTelephone(state, notice),
    };
  if (isRefused(state, key, to)) return state;
  if (status === 'failed') return fail(state, notice, to, done);
  const closed = settle(state, notice, to, among);
  if (status === 'givenUp') return giveUp(state, closed, done);
  if (status === 'overtaken') return closed;
  const settled = { ...closed, telephoneTasks: withoutTasks(closed, notice) };
  if (status !== 'handedOver' || done.unassigned) return settled;
  // An hour after he has read it, whoever is on duty is asked again.
  const isAsked = notice.template === ASKS_TO_CALL;
  return {
    ...settled,
    asked: isAsked ? { ...state.asked, [`${ASKS_TO_CALL}#`]: done.at } : state.asked,
    reached: reach(state, notice, done.at),
    // Where the unit had nobody it was somebody above who heard.
    units: done.reachedRole === undefined ? heard(state, notice.unit, done.at, key) : state.units,
  };
};

const withTry = (
  tries: CaseState['delivered'],
  key: string,
  { address, tries: latest }: Pick<Texted, 'address' | 'tries'>,
): CaseState['delivered'] => ({ ...tries, [key]: { ...tries[key], [address]: latest } });

/**
 * The gateway had taken a text that did not get there: it told nobody, and is tried again. What other notices and the telephone
 * told stands. Once its time is over the receipt changes nothing.
 */
const refused = (state: CaseState, event: EventOf<'NoticeUndelivered'>, at: string): CaseState => {
  const { notice, address, detail, settled } = event;
  const { key } = notice;
  const marked = { ...state, undelivered: withTry(state.undelivered, key, event) };
  if (event.late === true) return marked;
  if (state.calls.some((call) => call.notice.key === key)) return marked;
  const told = reachedBy(state, notice);
  const before = state.pendingNotices[key] ?? {
    ...notice,
    madeAt: told[noticeKey(notice)] ?? at,
    settled,
    failed: {},
  };
  const open = {
    ...before,
    settled: before.settled.filter((each) => each !== address),
    failed: { ...before.failed, [address]: { at, why: detail } },
  };
  // X40: what was taken off the mobile telephones meanwhile does not go back there.
  const saysNothing = notice.template === CALLS_TO_OFFICE;
  const isTelephoned = state.telephoneTasks[key]?.byTelephone ?? (isSecret(state) && !saysNothing);
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
const ASKED_AGAIN: readonly string[] = ['holdAsked', ASKS_TO_CALL, CALLS_TO_OFFICE];

export const told: Applies<typeof TOLD> = {
  NoticesMade: (state, { notices }, { at }) => {
    const entries = (byTelephone: boolean) =>
      Object.fromEntries(
        notices
          .filter(
            (notice) =>
              notice.byTelephone === byTelephone &&
              !(byTelephone && isCallAsked(state.telephoneTasks, notice)),
          )
          .map((notice) => [notice.key, { ...notice, madeAt: at, settled: [], failed: {} }]),
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
  NoticeDelivered: (state, event) => ({ ...state, delivered: withTry(state.delivered, event.key, event) }),
  NoticeUndelivered: (state, event, { at }) => refused(state, event, at),
  NoticeAnswered: (state, { key, madeAt, unassigned }, meta) => {
    const notice = state.telephoneTasks[key];
    if (notice === undefined) return state;
    return {
      ...state,
      telephoneTasks: without(state.telephoneTasks, key),
      // What only says the same again, and had no call of its own, has been told as well.
      pendingNotices: Object.fromEntries(
        Object.entries(state.pendingNotices).filter(
          ([each, { repeat, failed, ...pending }]) =>
            each !== key && !(repeat === true && Object.keys(failed).length > 0 && isOfSame(pending, notice)),
        ),
      ),
      calls: [
        ...state.calls,
        { ...made({ madeAt }, meta), notice, ...(unassigned === undefined ? {} : { unassigned }) },
      ],
      units: heard(state, notice.unit, madeAt, null),
    };
  },
};
