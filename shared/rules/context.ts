import type { Actor, Source } from '../case/events.ts';
import type { CaseState } from '../case/state.ts';
import type { Roster } from '../contracts/roster.ts';
import { type Schedule, scheduleCase } from '../deadlines/schedule.ts';
import { handlingLevel } from '../grading/handling.ts';
import { isStanding, nameIn, rankOf, settingsOf } from '../regulations/lookup.ts';
import type { Regulation } from '../regulations/schema.ts';

/** What a decision may know: nothing here is read from a clock or the environment. */
export interface Context {
  regulation: Regulation;
  now: string;
  /** With his `person`, where the roster knows him. */
  actor: Actor;
  /** As it stands now; nobody stands in it for commands of the system. */
  roster: Roster;
}

export const scheduleOf = ({ regulation }: Pick<Context, 'regulation'>, state: CaseState): Schedule =>
  scheduleCase(regulation, state);

/** The name of a duty where it is not the regulation's general one: of this case alone, or its term's own; else undefined. */
export const ownName = (context: Context, state: CaseState, id: string | undefined): string | undefined =>
  scheduleOf(context, state).duties.find(
    ({ duty, name }) => duty === id && nameIn(context.regulation.duties, duty) !== name,
  )?.name;

/** What a level by reference may rest on. */
export interface Facts {
  sources: readonly Source[];
  flags: readonly string[];
}
type Handled = Facts & Pick<CaseState, 'warningLevel' | 'handlingOverride'>;
export interface Handling {
  handling: string;
  byReference?: { text: string; cite: string[] };
}
/** The level a case is handled at: its warning level, or higher by a rule of reference (办法第二十一条(一)(三)). */
export const handlingOf = (regulation: Regulation, facts: Handled): Handling => {
  // The rules are about 舆情; a matter that is none stays what it is.
  if (isStanding(regulation, facts.warningLevel)) return { handling: facts.warningLevel };
  const { level, rule } = handlingLevel(regulation, {
    warningLevel: facts.warningLevel,
    sources: facts.sources,
    flags: facts.flags,
    settings: settingsOf(regulation),
    override: facts.handlingOverride === null ? null : { level: facts.handlingOverride },
  });
  return rule === null
    ? { handling: level }
    : { handling: level, byReference: { text: rule.reason, cite: rule.cite } };
};

export const isHigher = (regulation: Regulation, level: string, other: string): boolean =>
  rankOf(regulation, level) > rankOf(regulation, other);
