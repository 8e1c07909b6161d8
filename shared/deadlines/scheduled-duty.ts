import type { Duty, Fulfilment } from '../regulations/schema.ts';
import type { Instant } from '../time/instants.ts';
import type { HeldSpan } from './holds.ts';
import type { ResolvedLimit } from './limits.ts';
import type { Occurrence } from './occurrences/occurrence.ts';
import type { NoticeWay } from './owed-now.ts';
import type { Excuse } from './starts/found-late.ts';
import type { Start } from './starts/start.ts';
import type { Step } from './steps.ts';

/** An act that meets a duty: one of the regulation's, or for what only this case has the answer to an entry of its log. */
export type Way = Fulfilment | { act: 'answer' | 'sign' | 'acknowledge' | 'decideReturn'; entry: number };

/** A duty of a case as it stands now: what is owed, from when and until when, and what its clock does next. */
export interface ScheduledDuty {
  duty: string;
  name: string;
  basis: Duty['basis'];
  cite: string[];
  limit: ResolvedLimit;
  limitText: string;
  /** Whether it can be broken; only then is it ever overdue, or late. Decided here once (breach.ts). */
  breachable: boolean;
  /** 暂定: its level is only proposed. It tells and climbs; once the level is determined it is law from the same instants. */
  provisional: boolean;
  /** Its level is only proposed: nobody outside is to hear of it before the level is determined. */
  awaitsGrade: boolean;
  /** The level that gave its limit, where that is not the present one: no change of level buys time. */
  limitLevel?: string;
  /** The office's own limit where another would read the law (参照, register X51): shown so, never broken. */
  isOwn: boolean;
  start: Start | null;
  /** 一般应在…: the target before the due instant (register X36). */
  soft: Instant | null;
  /** How far the due instant may be extended: null without a maximum, undefined when not at all. */
  extendableTo: Instant | null | undefined;
  /** 待放假通知: years without a holiday list that may move the due instant; until it comes this one is 暂定, and breaks nothing. */
  missingYears: readonly number[];
  /** The occurrence that is owed now, or the last one. */
  current: Occurrence;
  history: Occurrence[];
  status: 'notStarted' | 'open' | 'listed' | 'held' | 'fulfilled' | 'ended';
  /** Its limit had passed before anybody could keep it; no 督办 for that, also when it was done since. */
  foundLate: Excuse | null;
  /** The same of each time that it was owed, by its name. */
  excused: Readonly<Record<string, Excuse>>;
  /** A limit that ran before what made it late when it was found: it stays, and can be missed, at its own instant. */
  keptDue: Instant | null;
  next: Step | null;
  reason: string | null;
  responsible: string;
  receivers: readonly string[];
  /** Of several receivers those who are left, one of each group; empty when it is done. */
  missingReceivers: readonly (readonly string[])[];
  /** Some of its receivers were reached. */
  isPartlyDone: boolean;
  /** The acts of which any meets it. */
  ways: readonly Way[];
  copies: readonly string[];
  channels: readonly string[];
  rungs: string[];
  /** The system itself meets it, by telling its receivers. */
  isNotice: boolean;
  /** What its text has to say before it counts, and whether somebody has released it; null: it is no warning. */
  warning: { says: NonNullable<NoticeWay['says']>; isReleased: boolean } | null;
  /** 通知中断: its limit passed while no gateway had taken a text about it for whoever had to act. */
  untold: boolean;
  /** When it was held, beside the limit, which no hold moves. */
  holds: readonly HeldSpan[];
  /** It comes from this case's file and not from the regulation's data (own-duty.ts). */
  isOfCase: boolean;
  /** Owed to a body outside the bureau: what it is owed in numbers outlives 结报. */
  isOutside: boolean;
  /** The unit that has to act, where it need not be the 主办. */
  unit?: string;
  /** The template of its first stage, where that is not the usual one. */
  says?: string;
  /** How a text puts it, where its name does not read there, or carries somebody's words (register X40). */
  toldAs?: string;
  /** The entry of the draft that is to be signed. */
  signs?: number;
}

/** The duty by its limit that ran before what made it late when it was found, where it is spoken of by that (`due`). */
export const byKept = <T extends ScheduledDuty>(scheduled: T, due: Instant | undefined): T =>
  scheduled.keptDue === null || scheduled.keptDue !== due
    ? scheduled
    : { ...scheduled, current: { ...scheduled.current, due }, foundLate: null, keptDue: null };

/** 暂定: its level is only proposed, or a holiday list that may move its due instant has not come yet. */
export const isTentative = ({
  provisional,
  missingYears,
}: Pick<ScheduledDuty, 'provisional' | 'missingYears'>): boolean => provisional || missingYears.length > 0;

/** By when somebody is prompted for it: its limit, or what the office has set for itself; null: nothing says it. */
export const promptedFor = ({ current, next }: Pick<ScheduledDuty, 'current' | 'next'>): Instant | null =>
  current.due ?? next?.due ?? null;

/** Whether its limit may still move: 暂定, or something stands in for what it counts from. */
export const mayMove = (scheduled: ScheduledDuty): boolean =>
  isTentative(scheduled) || scheduled.start?.estimated === true;
