import type { CaseState } from '../../shared/case/state.ts';
import { resolveLimit } from '../../shared/deadlines/limits.ts';
import type { Numbering } from '../../shared/office/numbering.ts';
import { type Office, SYSTEM_ACTOR } from '../../shared/office/office.ts';
import { PERIODIC_LEVEL } from '../../shared/regulations/reserved.ts';
import type { Level, Regulation } from '../../shared/regulations/schema.ts';
import { add, yearOf } from '../../shared/time/instants.ts';

interface Dependencies {
  numbering: Numbering;
  office: Office;
  regulation: Regulation;
  now: () => string;
}

/** Whoever ends the matter to change a period has so long to do it. */
const PAUSE = 'P1D';
const periodicLevel = ({ scales }: Regulation): Level | undefined =>
  scales
    .filter(({ use }) => use === 'standing')
    .flatMap(({ levels }) => levels)
    .find(({ id }) => id === PERIODIC_LEVEL);
/** Whether the bureau has given a period to at least one of the level's duties (register X30). */
const hasPeriod = (regulation: Regulation): boolean =>
  regulation.duties.some(({ terms }) =>
    terms.some(
      ({ levels, limit }) =>
        levels.includes(PERIODIC_LEVEL) && resolveLimit(regulation, limit).kind === 'every',
    ),
  );

/**
 * 定期工作: where the bureau has given the periods that its regulation asks for, the matter that runs their clocks is opened
 * by the sweep, so that nobody has to remember it. `boarded`: the levels of all matters not closed. Returns the new
 * case, or undefined when there is nothing to open. A repeat opens nothing twice. Once somebody has concluded the matter,
 * the next is opened a day later, under the settings of then (decision 021).
 */
export const createOpenStanding = ({ numbering, office, regulation, now }: Dependencies) => {
  const level = periodicLevel(regulation);

  /** The newest matter that a sweep opened in `year`, and the key under which the one after it takes its number. */
  const newestOf = async (year: number): Promise<{ newest: CaseState | null; key: string }> => {
    let newest: CaseState | null = null;
    let key = `standing#${PERIODIC_LEVEL}`;
    for (;;) {
      const next = await numbering.openedUnder(year, key);
      if (next === null) return { newest, key };
      newest = next;
      key = `standing#${PERIODIC_LEVEL}#after-${next.caseId}`;
    }
  };

  /** Still open though the board does not show it yet, or concluded less than a day ago. */
  const isTooEarly = (before: CaseState | null, at: string): boolean =>
    before !== null && (before.concludedAt === null || add(before.concludedAt, PAUSE, regulation.zone) > at);

  return async (boarded: ReadonlySet<string>): Promise<string | undefined> => {
    if (level === undefined || boarded.has(level.id) || !hasPeriod(regulation)) return undefined;
    const at = now();
    const year = yearOf(at, regulation.zone);
    const { newest, key } = await newestOf(year);
    if (isTooEarly(newest ?? (await newestOf(year - 1)).newest, at)) return undefined;
    const facts = {
      type: 'OpenCase' as const,
      title: level.name,
      how: 'feed' as const,
      sources: [],
      instants: { detectedAt: at },
      flags: [],
      items: [],
      grade: {
        level: level.id,
        score: null,
        values: {},
        flags: [],
        reasons: [{ text: '本局已填写定期工作的周期', cite: [...level.cite] }],
      },
      level: level.id,
    };
    const caseId = await numbering.forCase({ actor: SYSTEM_ACTOR, facts, year, key });
    const { entry } = await office.carryOut(caseId, SYSTEM_ACTOR, { ...facts, caseId });
    return entry === null ? undefined : caseId;
  };
};
export type OpenStanding = ReturnType<typeof createOpenStanding>;
