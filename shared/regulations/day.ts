import { addTimes, type Instant } from '../time/instants.ts';
import { type DayHours, isWithin, lastTime, nextTime, readDayHours, timeOn } from '../time/night.ts';
import { settingsOf } from './lookup.ts';
import {
  DIGEST_SETTING,
  DIGEST_UNTIL_SETTING,
  NIGHT_TOLD_SETTING,
  QUIET_HOURS_SETTING,
  ROUTINE_PUSH_SETTING,
  TEXTS_PER_HOUR_SETTING,
} from './reserved.ts';
import type { Regulation } from './schema.ts';

/** When a bureau's people are told what can wait: its own settings, no limits of the regulation. */
export interface DayPlan {
  zone: string;
  /** The night, in which nobody is told what can wait. */
  quiet: DayHours;
  /** When it is told what began in the night and can wait. */
  toldAt: string;
  /** The hours by day, from the first digest on; in them people are asked for their word. */
  day: DayHours;
  /** How often by day there is another digest (a duration); null: the first is the only one. */
  digestEvery: string | null;
  /** So many texts a person and hour; what is more waits for the next digest. */
  textsPerHour: number;
}

const plans = new WeakMap<Regulation, DayPlan>();
export const dayPlanOf = (regulation: Regulation): DayPlan => {
  const known = plans.get(regulation);
  if (known !== undefined) return known;
  const settings = settingsOf(regulation);
  const every = settings[ROUTINE_PUSH_SETTING];
  const plan: DayPlan = {
    zone: regulation.zone,
    quiet: readDayHours(String(settings[QUIET_HOURS_SETTING])),
    toldAt: String(settings[NIGHT_TOLD_SETTING]),
    day: { from: String(settings[DIGEST_SETTING]), until: String(settings[DIGEST_UNTIL_SETTING]) },
    digestEvery: typeof every === 'string' ? every : null,
    textsPerHour: Number(settings[TEXTS_PER_HOUR_SETTING]),
  };
  plans.set(regulation, plan);
  return plan;
};

/** When people are to be told who need not be told by night: `at`, or the first digest after it. */
export const outOfNight = ({ quiet, day, zone }: DayPlan, at: Instant): Instant =>
  isWithin(at, { from: quiet.from, until: day.from }, zone) ? nextTime(at, day.from, zone) : at;

/** Whether it is a time of day to be asked for one's word. */
export const isAskedNow = ({ day, zone }: DayPlan, now: Instant): boolean => isWithin(now, day, zone);

/** The last morning in which people could be asked. */
export const lastMorning = ({ day, zone }: DayPlan, now: Instant): Instant => lastTime(now, day.from, zone);

/** The end of the night that `now` lies in, when what could wait is told; null by day. */
export const endOfNight = ({ quiet, toldAt, zone }: DayPlan, now: Instant): Instant | null =>
  isWithin(now, quiet, zone) ? nextTime(now, toldAt, zone) : null;

/** Noon of the day that the night leads to: what ends later can wait for the morning. */
export const noonAfter = ({ zone }: DayPlan, morning: Instant): Instant => timeOn(morning, '12:00', zone);

/** By day there may be digests, at its end the last. */
const isByDay = ({ day, zone }: DayPlan, at: Instant): boolean =>
  isWithin(at, day, zone) || at === timeOn(at, day.until, zone);

/** The next digest after `now`: by day at the full intervals, else the first of the next day. */
export const nextDigest = (plan: DayPlan, now: Instant): Instant => {
  const { day, digestEvery, zone } = plan;
  const tomorrow = nextTime(now, day.from, zone);
  if (digestEvery === null || !isWithin(now, day, zone)) return tomorrow;
  const first = lastTime(now, day.from, zone);
  let number = 1;
  while (addTimes(first, digestEvery, number, zone) <= now) number += 1;
  const next = addTimes(first, digestEvery, number, zone);
  return isByDay(plan, next) ? next : tomorrow;
};

/** The last instant at which a digest was to go out, `now` itself included. */
export const lastDigest = (plan: DayPlan, now: Instant): Instant => {
  const { day, digestEvery, zone } = plan;
  const first = lastTime(now, day.from, zone);
  if (digestEvery === null) return first;
  let last = first;
  for (let number = 1; ; number += 1) {
    const next = addTimes(first, digestEvery, number, zone);
    if (next > now || !isByDay(plan, next)) return last;
    last = next;
  }
};

/** What is wrong among these settings, each of which may stand by itself; in plain Chinese. */
export const dayPlanFaults = (regulation: Regulation): string[] => {
  const { quiet, toldAt, day, zone } = dayPlanOf(regulation);
  const isNight = (time: string): boolean => isWithin(timeOn(ANY, time, zone), quiet, zone);
  return [
    ...(isNight(toldAt) ? [`${NIGHT_TOLD_SETTING}:${toldAt}在夜间时段之内,请改在夜间结束以后`] : []),
    ...(isNight(day.from) ? [`${DIGEST_SETTING}:${day.from}在夜间时段之内,请改在夜间结束以后`] : []),
    ...(day.from < day.until ? [] : [`${DIGEST_UNTIL_SETTING}:应晚于每日汇总的时间${day.from}`]),
  ];
};
/** Any day will do. */
const ANY = '2026-01-01T00:00:00.000Z';
