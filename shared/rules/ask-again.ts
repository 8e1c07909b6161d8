import type { Notice } from '../case/events.ts';
import { CALLS_TO_OFFICE } from '../case/secret.ts';
import { actsOfEntry, unconfirmedActs } from '../case/standing.ts';
import type { CaseState } from '../case/state.ts';
import { calendar } from '../deadlines/days/lists.ts';
import { standingHold } from '../deadlines/holds.ts';
import { dayPlanOf, isAskedNow, lastMorning } from '../regulations/day.ts';
import { receiversOf, settingsOf } from '../regulations/lookup.ts';
import { CONFIRMATION_CLIMBS_SETTING, HOLD_ASKED_SETTING } from '../regulations/reserved.ts';
import { add, withOffset } from '../time/instants.ts';
import { timeOn } from '../time/night.ts';
import { lateEntries, rightToVerify } from './acts/confirm.ts';
import { type Context, scheduleOf } from './context.ts';
import { confirmNotice } from './follow-up.ts';
import { makeNotices, tellAbout, tellCalls } from './notices.ts';
import { askOthers } from './phases/second-person.ts';
import type { Decision } from './refusal.ts';
import { callAgain } from './secrecy/telling.ts';

// Who owes his word is asked again, by day: silence confirms nothing. The sweep gives this command; a repeat finds nothing
// left to ask.

/** When it is told up that nobody has said anything: at the setting's hour of the next working day. */
const climbsAt = ({ regulation }: Context, since: string): string => {
  const { zone } = regulation;
  let day = add(since, 'P1D', zone);
  while (!calendar.isWorkingDay(withOffset(day, zone).slice(0, 10))) day = add(day, 'P1D', zone);
  return timeOn(day, String(settingsOf(regulation)[CONFIRMATION_CLIMBS_SETTING]), zone);
};

type Asked = ReturnType<typeof tellAbout>;

const askForWord = (context: Context, state: CaseState, act: number): Asked[] => {
  const { of, person, role, since, enteredBy } = state.confirmations[act]!;
  const template = of === 'onBehalf' ? 'confirm' : 'countersign';
  const isDue =
    (state.asked[`${template}#${act}`] ?? since) < lastMorning(dayPlanOf(context.regulation), context.now);
  const climbs = state.asked[`unconfirmed#${act}`] === undefined && climbsAt(context, since) <= context.now;
  const question = (): Asked =>
    person === null
      ? askOthers(context, state, tellAbout(context, state, 'countersign', act), {
          command: 'Countersign',
          first: enteredBy,
        })
      : { type: 'NoticesMade', notices: [confirmNotice(state, act, { person, role })] };
  return [...(isDue ? [question()] : []), ...(climbs ? [tellAbout(context, state, 'unconfirmed', act)] : [])];
};

/** Who is asked whether a late entry is true: whoever may say so, a leader where the head of the office made it himself. */
const askToVerify = (context: Context, state: CaseState, entry: number): Notice[] => {
  const right = rightToVerify(context, state, entry, lateEntries(context, state, entry));
  const [made] = actsOfEntry(state, entry);
  const isOwn = made !== undefined && receiversOf(context.regulation, 'lateEntry').includes(made.by.role);
  const occasion = right === 'ConfirmLateEntry' && !isOwn ? 'lateEntry' : 'countersign';
  const drafts = receiversOf(context.regulation, occasion).map((role) => ({
    key: `case#${state.version + 1}#lateEntry#${role}#${entry}`,
    role,
    template: 'lateEntry',
    act: entry,
  }));
  const told = makeNotices(context, state, drafts);
  if (made === undefined) return told.notices;
  return askOthers(context, state, told, { command: right, first: made.by }).notices;
};

const askAboutLate = (context: Context, state: CaseState): Asked[] => {
  const { regulation, now } = context;
  if (!isAskedNow(dayPlanOf(regulation), now)) return [];
  const late = scheduleOf(context, state).duties.flatMap(({ current, history }) =>
    [current, ...history].flatMap(({ outcome, entry }) =>
      outcome === 'lateEntry' && entry !== null ? [entry] : [],
    ),
  );
  const notices = [...new Set(late)]
    .filter(
      (entry) =>
        (state.asked[`lateEntry#${entry}`] ?? '') < lastMorning(dayPlanOf(context.regulation), context.now),
    )
    .flatMap((entry) => askToVerify(context, state, entry));
  return notices.length === 0 ? [] : [{ type: 'NoticesMade', notices }];
};

/** A hold of what is still owed is asked about again and again until it ends, so that no end far away lets it sleep (预案 1.6 ④). */
const askAboutHolds = (context: Context, state: CaseState): Asked[] => {
  const { regulation, now } = context;
  const every = settingsOf(regulation)[HOLD_ASKED_SETTING];
  if (typeof every !== 'string') return [];
  const held = scheduleOf(context, state).duties.filter(({ status }) => status === 'held');
  return [...new Set(held.map(({ duty }) => duty))]
    .flatMap((duty) => standingHold({ holds: state.holds, lastAt: now }, duty) ?? [])
    .filter(({ duty, since }) => {
      const asked = state.asked[`holdAsked#${duty}`];
      const last = asked !== undefined && asked > since ? asked : since;
      return add(last, every, regulation.zone) <= now;
    })
    .map(({ duty }) =>
      makeNotices(
        context,
        state,
        receiversOf(regulation, 'holdAsked').map((role) => ({
          key: `case#${state.version + 1}#holdAsked#${role}#${duty}`,
          role,
          template: 'holdAsked',
          duty,
        })),
      ),
    );
};

/** A call that has not been made is asked for again, day and night: what could wait was not sent by night. */
const CALLS_ASKED_EVERY = 'PT1H';
const askForCalls = (context: Context, state: CaseState): Asked[] => {
  const tasks = Object.values(state.telephoneTasks);
  const last = state.asked['telephone#'] ?? tasks[0]?.madeAt;
  const isDue = last !== undefined && add(last, CALLS_ASKED_EVERY, context.regulation.zone) <= context.now;
  return isDue ? tellCalls(context, state, tasks) : [];
};

const askToOffice = (context: Context, state: CaseState): Asked[] => {
  const last = state.asked[`${CALLS_TO_OFFICE}#`];
  const isDue = last !== undefined && add(last, CALLS_ASKED_EVERY, context.regulation.zone) <= context.now;
  return isDue ? callAgain(context, state) : [];
};

/** What has to be asked now; nothing when everybody was asked. */
export const askAgain = (context: Context, state: CaseState): Decision => [
  ...unconfirmedActs(state).flatMap((act) => askForWord(context, state, act)),
  ...askForCalls(context, state),
  ...askToOffice(context, state),
  ...askAboutLate(context, state),
  ...(state.status === 'open' ? askAboutHolds(context, state) : []),
];
