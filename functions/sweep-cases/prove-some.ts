import type { BoardRow, Cases } from '../../shared/records/cases.ts';
import { add } from '../../shared/time/instants.ts';

/** A round is over well before the next begins, at one sweep every quarter of an hour. */
const SWEEPS_PER_ROUND = 48;
const ROUND_EVERY = 'P1D';
const FEWEST = 5;
const MOST = 200;
/** Of the archived ones, of which there are more every year: their round takes as many days as it needs. */
const ARCHIVED_AT_ONCE = 5;

/** The next ones after the last, by their numbers. */
const nextOf = (rows: readonly BoardRow[], after: string): string[] => {
  const count = Math.min(MOST, Math.max(FEWEST, Math.ceil(rows.length / SWEEPS_PER_ROUND)));
  const later = rows.map(({ caseId }) => caseId).filter((caseId) => caseId > after);
  return later.sort().slice(0, count);
};

interface Dependencies {
  cases: Cases;
  now: () => string;
}

/**
 * Folds a few logs anew with every sweep, so that each open case has been once a day: what does not fit together is told. Bounded,
 * however many cases there are. Returns how many were proved. `attempt`: one that fails keeps none of the others back.
 */
export const createProveSome =
  ({ cases, now }: Dependencies) =>
  async (
    open: readonly BoardRow[],
    attempt: (what: string, run: () => Promise<unknown>) => Promise<unknown>,
  ): Promise<number> => {
    const known = await cases.rounds.read();
    // One that began later than now did so on a clock that had jumped ahead.
    const isDue = known === undefined || known.began > now() || add(known.began, ROUND_EVERY, 'UTC') <= now();
    const round = isDue ? { began: now(), open: '', archived: known?.archived } : known;
    const chosen = nextOf(open, round.open);
    const archived = await cases.archived({ after: round.archived, most: ARCHIVED_AT_ONCE });
    // Past the last of the archived ones the next day begins with the first.
    const proved = [...chosen, ...archived.map((row) => row.caseId)];
    if (proved.length === 0 && !(isDue && known?.archived !== undefined)) return 0;
    for (const caseId of proved) await attempt(caseId, () => cases.prove(caseId));
    await cases.rounds.write({
      began: round.began,
      open: chosen.at(-1) ?? round.open,
      archived: archived.at(-1) ?? (isDue ? undefined : round.archived),
    });
    return proved.length;
  };
