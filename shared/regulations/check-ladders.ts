import { ENFORCEMENTS_PER_DAY } from '../deadlines/clocks.ts';
import { lengthInDays } from '../deadlines/instants.ts';
import type { Problem } from './problem.ts';
import type { Ladder, Regulation } from './schema.ts';

/** How often one duty can be spoken of in its busiest day: reminders, the soft target, the check, the climb, and on. */
const stagesInADay = ({ remindBefore, rungs, thenEvery, climbEvery }: Ladder): number => {
  const climb = Math.min(rungs.length, Math.floor(1 / lengthInDays(climbEvery)));
  return remindBefore.length + 2 + climb + Math.floor(1 / lengthInDays(thenEvery));
};

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
