import type { Ladder, Regulation } from '../../../../shared/regulations/schema.ts';
import { SHORTEST_PERIOD_DAYS } from '../../../../shared/regulations/settings.ts';
import { Duration } from '../../../../shared/time/durations.ts';
import { lengthInDays } from '../../../../shared/time/instants.ts';
import { ENFORCEMENTS_PER_DAY } from '../../../../shared/workflows/history-bound.ts';
import type { Problem } from '../problem.ts';

/** How often one duty can be spoken of in its busiest day: reminders, the soft target, the check, the climb, and on. */
const stagesInADay = ({ remindBefore, rungs, thenEvery, climbEvery }: Ladder): number => {
  const climb = Math.min(rungs.length, Math.floor(1 / lengthInDays(climbEvery)));
  return remindBefore.length + 2 + climb + Math.floor(1 / lengthInDays(thenEvery));
};

/** A period of nothing would never end, and one of minutes fills the history too. */
export const periodProblems = (regulation: Regulation): Problem[] =>
  regulation.settings
    .filter(({ id }) =>
      regulation.duties.some(({ terms }) =>
        terms.some(
          ({ limit }) =>
            limit.kind === 'every' && typeof limit.every !== 'string' && limit.every.setting === id,
        ),
      ),
    )
    .filter(
      ({ value }) =>
        typeof value === 'string' && Duration.test(value) && lengthInDays(value) < SHORTEST_PERIOD_DAYS,
    )
    .map(({ id, value, cite }) => ({
      path: `settings[${id}].value`,
      clauses: cite,
      fault: `周期“${value}”太短`,
      mend: '周期不应少于1小时',
    }));

/** A ladder that speaks too often would fill an execution's history faster than a new one is begun (decision 009). */
export const ladderProblems = ({ ladders }: Regulation): Problem[] =>
  ladders.flatMap((ladder) => {
    const stages = stagesInADay(ladder);
    if (stages <= ENFORCEMENTS_PER_DAY) return [];
    return [
      {
        path: `ladders[${ladder.id}]`,
        clauses: ladder.cite,
        fault: `一项职责一天最多会催办${stages}次,上限${ENFORCEMENTS_PER_DAY}次`,
        mend: '请加长 climbEvery 或 thenEvery,或减少 remindBefore',
      },
    ];
  });
