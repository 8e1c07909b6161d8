import type { CaseReply } from '../../../../shared/contracts/replies/case.ts';
import type { DutyReply } from '../../../../shared/contracts/replies/duty.ts';
import { spoken } from '../../spoken.ts';
import { groupsOf } from '../limits.ts';
import type { Entry } from '../log.ts';
import type { Say } from '../matter.ts';

// 承办单位: which units have a case and which had it, each with its own 签收, what it owes and what it has done.

type CaseUnit = CaseReply['units'][number];
type Duty = DutyReply;
type Event = Entry['events'][number];

/**
 * What a unit owes and has done: what is its own, also what has not begun; and of the 主办 what a clause asks of "the unit" once for the case. `unitPosts`: of which
 * each unit has its own.
 */
export const dutiesOf = (
  { duties }: Pick<CaseReply, 'duties'>,
  { unit, part }: Pick<CaseUnit, 'unit'> & { part: CaseUnit['part'] | null },
  unitPosts: readonly string[],
): Duty[] => {
  const own = duties.filter((duty) =>
    duty.unit === null
      ? part === 'lead' && unitPosts.indexOf(duty.responsible.id) >= 0
      : duty.unit.id === unit.id,
  );
  const { open, done, unset, notStarted } = groupsOf(own);
  const isIts = ({ unit: of }: Duty): boolean => of !== null;
  return [...open, ...notStarted.filter(isIts), ...unset.filter(isIts), ...done];
};

/** 主办，3月2日22:50起；尚未签收. */
export const unitText = ({ since, acknowledgedAt }: CaseUnit, say: Say): string =>
  `${say(since)}起承办，${acknowledgedAt === null ? '尚未签收' : `${say(acknowledgedAt)}签收`}`;

const entriesWith = (
  entries: readonly Entry[],
  fits: (event: Event) => boolean,
): { entry: Entry; said: string }[] =>
  entries.flatMap((entry) =>
    entry.events.flatMap((event, index) =>
      fits(event) ? [{ entry, said: spoken(entry.labels[index] ?? '') }] : [],
    ),
  );
/** When, who, and what the log says of it. */
const told = ({ entry, said }: { entry: Entry; said: string }, say: Say): string =>
  `${say(entry.localTime)}${spoken(entry.actor.name)}：${said}`;

/** That the office has said no to a unit's 退回, as the log tells it; empty: it has not. */
export const keptText = ({ unit, since }: CaseUnit, entries: readonly Entry[], say: Say): string => {
  const decided = entriesWith(
    entries,
    (event) => event.type === 'ReturnDecided' && event.unit === unit.id && event.agree === false,
  ).filter(({ entry }) => Date.parse(entry.localTime) >= Date.parse(since));
  const last = decided[decided.length - 1];
  return last === undefined ? '' : told(last, say);
};

export interface FormerUnit {
  id: string;
  /** 22:58值班员：同意…退回; how it came to have the case no more. */
  left: string;
  /** What its people did in the case, the oldest first. */
  did: string[];
}

/** Whether by this event the unit has the case no more. */
const takesAway = (event: Event, unit: string): boolean => {
  if (event.type === 'UnitAssigned') return event.before === unit && event.unit !== unit;
  if (event.type === 'UnitWithdrawn') return event.unit === unit;
  return event.type === 'ReturnDecided' && event.unit === unit && event.agree === true;
};

/** By these a unit gets a case. */
const HANDS_OVER: readonly string[] = ['CaseOpened', 'UnitAssigned'];

/** The units that had the case and have it no more, in the order in which they got it, as the log tells it. */
export const formerUnits = (
  { units }: Pick<CaseReply, 'units'>,
  entries: readonly Entry[],
  say: Say,
): FormerUnit[] => {
  const handed = entries.flatMap(({ events }) =>
    events.flatMap(({ type, unit }) =>
      HANDS_OVER.indexOf(type) >= 0 && typeof unit === 'string' ? [unit] : [],
    ),
  );
  return [...new Set(handed)]
    .filter((id) => !units.some(({ unit }) => unit.id === id))
    .map((id) => {
      // Who agrees to a 退回 of the 主办 hands the case on in the same entry, which says both.
      const leaving = entriesWith(entries, (event) => takesAway(event, id));
      const entry = leaving[leaving.length - 1]?.entry;
      const last = leaving.find((each) => each.entry === entry);
      return {
        id,
        left: last === undefined ? '' : told(last, say),
        did: entries
          .filter(({ actor }) => actor.unit === id)
          .map((entry) => told({ entry, said: spoken(entry.labels[0] ?? '') }, say)),
      };
    });
};
