import type { Actor, CaseEvent, LogEntry } from '../case/events.ts';
import { isSystem } from '../case/state/act.ts';
import type { CaseState } from '../case/state.ts';
import { NOBODY } from '../contracts/roster.ts';
import { CaseBusy, CaseNotFound, type Cases } from '../records/cases.ts';
import { type Rosters, rosterIn } from '../records/roster.ts';
import { createTurns } from '../records/turns.ts';
import { regulationOfCase } from '../regulations/index.ts';
import type { Regulation } from '../regulations/schema.ts';
import type { Context } from '../rules/context.ts';
import { type CaseCommand, handle, type Outcome, refuseGiver } from '../rules/decide.ts';
import { identified } from '../rules/persons.ts';
import type { Refusal } from '../rules/refusal.ts';
import { refuseContent, refuseTyped } from '../rules/secrecy/content.ts';
import { latest, millisecondsOf } from '../time/instants.ts';
import { createRequireUnchanged } from './unchanged.ts';

interface Dependencies {
  cases: Cases;
  rosters: Pick<Rosters, 'read'>;
  /** For a new case only: an open one keeps the version it was opened under. */
  regulation: Regulation;
  now: () => string;
  /** Waits before a case is tried again; where time is played, nobody waits. */
  pause?: (milliseconds: number) => Promise<void>;
}

export interface Changed {
  state: CaseState;
  /** The entry that this command appended; null when there was nothing left to do. */
  entry: LogEntry | null;
  refusal: Refusal | null;
}

/** A level may owe two dozen things at once, each by a branch and on AWS in a process of its own, and one writer wins at a time. */
const ATTEMPTS = 16;
const SHORTEST_PAUSE_MILLISECONDS = 10;
const LONGEST_PAUSE_MILLISECONDS = 2000;
/** Milliseconds before a try: longer from try to try, and for each another time, so that who clashed once does not clash again. */
const pauseBefore = (attempt: number): number =>
  Math.random() * Math.min(LONGEST_PAUSE_MILLISECONDS, SHORTEST_PAUSE_MILLISECONDS * 2 ** attempt);
const realPause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Clocks of several machines differ by less. */
const SKEW_MILLISECONDS = 60_000;
/**
 * The time of the next entry: the log's own never runs backwards. `clock`: what the clock shows, where that is more than the
 * clocks of several machines can differ, since one had jumped ahead.
 */
const timeOf = (now: string, state: CaseState | null): { at: string; clock?: string } => {
  const at = latest(now, state?.loggedAt ?? '');
  return millisecondsOf(at) - millisecondsOf(now) > SKEW_MILLISECONDS ? { at, clock: now } : { at };
};

/** What of a command is no part of what it says. */
export interface Terms {
  /** The caller's key, by which a repeat is known. */
  request?: string | undefined;
  /** The version of the case on which its giver has decided. */
  decidedOn?: number | undefined;
}

/** Whether the case has this command already. A number belongs to one opening, so a second one is its repeat. */
const isRepeat = (state: CaseState, command: CaseCommand, request: string | undefined): boolean =>
  command.type === 'OpenCase' || (request !== undefined && state.requests.includes(request));

/** What an entry orders to be cleared of earlier ones. */
const purgesOf = (events: readonly CaseEvent[]): Pick<LogEntry, 'purges'> => {
  const purges = events.flatMap((event) => (event.type === 'ContentPurged' ? event.entries : []));
  return purges.length === 0 ? {} : { purges };
};

/** Who gives a command, and the roster that knows him. */
type Giver = Pick<Context, 'actor' | 'roster'>;

/** What the rules say to a command, and by what they were asked. */
export interface Consulted extends Outcome {
  context: Context;
}

/** What the rules say; nothing is written. */
const ask = (context: Context, state: CaseState | null, command: CaseCommand): Outcome => {
  // Whose business it is not hears that first.
  const typed =
    refuseGiver(context, state, command) === undefined ? refuseTyped(context, state, command) : undefined;
  if (typed !== undefined) return { events: [], rearms: false, refusal: typed };
  const outcome = handle(context, state, command);
  const refusal = outcome.refusal ?? refuseContent(context, state, command, outcome.events) ?? null;
  // What may not be written down at all is no part of the file either.
  return refusal === outcome.refusal ? outcome : { events: [], rearms: false, refusal };
};

export const createChangeCase = ({ cases, rosters, regulation, now, pause = realPause }: Dependencies) => {
  const inTurn = createTurns();
  const requireUnchanged = createRequireUnchanged(cases);
  /** Who gives the command, by the roster of this moment. The clocks' own commands, which are many, need none. */
  const recognize = async (actor: Actor): Promise<Giver> => {
    const roster = isSystem(actor) ? NOBODY : rosterIn(await rosters.read());
    return { roster, actor: identified(roster, actor) };
  };
  const contextOf = (giver: Giver, state: CaseState | null, at: string): Context => ({
    regulation: state === null ? regulation : regulationOfCase(state),
    now: at,
    ...giver,
  });
  /** What the rules say to this command, as of the instant at which it would be entered; writes nothing. `state`: null for an opening. */
  const consult = async (state: CaseState | null, actor: Actor, command: CaseCommand): Promise<Consulted> => {
    const giver = await recognize(actor);
    const { at, clock } = timeOf(now(), state);
    const context = contextOf(giver, state, clock ?? at);
    return { ...ask(context, state, command), context };
  };

  /** Decides on the newest state and appends; a clash is decided again on the newer one. */
  const append = async (
    caseId: string,
    giver: Giver,
    command: CaseCommand,
    { request, decidedOn }: Terms,
  ): Promise<Changed> => {
    // What is remembered is tried first: if it is stale, the append's condition fails and the log is read.
    const known = cases.remembered(caseId);
    const remembered = known !== undefined && known.version >= (decidedOn ?? 0) ? known : undefined;
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      // The first clash may only be with what this process had not read yet.
      if (attempt > 1) await pause(pauseBefore(attempt));
      const isFresh = attempt > 0 || remembered === undefined;
      const state = isFresh ? await cases.load(caseId) : remembered;
      if (state === null && command.type !== 'OpenCase') throw new CaseNotFound(caseId);
      if (state !== null && isRepeat(state, command, request)) return { state, entry: null, refusal: null };
      if (state !== null) await requireUnchanged(state, decidedOn);
      const { at, clock } = timeOf(now(), state);
      const { events, rearms, refusal } = ask(contextOf(giver, state, clock ?? at), state, command);
      if (events.length === 0) {
        if (isFresh) return { state: state!, entry: null, refusal };
        continue;
      }
      const appended = await cases.append(caseId, state, {
        at,
        ...(clock === undefined ? {} : { clock }),
        actor: giver.actor,
        command: command.type,
        // A refused request may be given again once what stood in its way is gone.
        ...(request === undefined || refusal !== null ? {} : { request }),
        events,
        rearms: rearms || state === null,
        ...purgesOf(events),
      });
      if (appended !== null) return { ...appended, refusal };
    }
    throw new CaseBusy(caseId);
  };

  /**
   * Carries one command into the log of a case. Throws CaseNotFound, CaseBusy, CASE_CHANGED (412); a refusal by the rules is an
   * answer, not an error.
   */
  const change = async (
    caseId: string,
    actor: Actor,
    command: CaseCommand,
    terms: Terms = {},
  ): Promise<Changed> => {
    const giver = await recognize(actor);
    const changed = await inTurn(caseId, () => append(caseId, giver, command, terms));
    if (changed.entry !== null) await cases.follow(changed.state);
    if (changed.entry?.purges !== undefined) await cases.purge(caseId);
    return changed;
  };

  return { consult, change };
};
