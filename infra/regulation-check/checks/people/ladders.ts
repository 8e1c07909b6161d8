import type { Ladder, Regulation } from '../../../../shared/regulations/schema.ts';
import { SHORTEST_PERIOD_DAYS } from '../../../../shared/regulations/settings.ts';
import { Duration } from '../../../../shared/time/durations.ts';
import { inChinese, lengthInDays } from '../../../../shared/time/instants.ts';
import { SHORTEST_SPACING } from '../../../../shared/workflows/history-bound.ts';
import type { Problem } from '../problem.ts';

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

const SPACINGS = ['climbEvery', 'thenEvery'] as const;

/** A ladder that speaks too often would fill an execution's history faster than a new one is begun (decision 049). */
const tooOften = (ladder: Ladder): Problem[] =>
  SPACINGS.filter((key) => lengthInDays(ladder[key]) < lengthInDays(SHORTEST_SPACING)).map((key) => ({
    path: `ladders[${ladder.id}].${key}`,
    clauses: ladder.cite,
    fault: `催办间隔“${ladder[key]}”太短`,
    mend: '催办间隔不应少于5分钟',
  }));

/** A first reminder comes a day before at the earliest, and every one five minutes before at the latest: others never come. */
const neverCome = (ladder: Ladder): Problem[] =>
  ladder.remindBefore
    .filter((length) => lengthInDays(length) >= 1 || lengthInDays(length) < lengthInDays(SHORTEST_SPACING))
    .map((length) => ({
      path: `ladders[${ladder.id}].remindBefore`,
      clauses: ladder.cite,
      fault: `“到期前${inChinese(length)}”的提醒不会发出`,
      mend: '请填写5分钟以上、1日以内的间隔;按日计算的时限于最后一日上午提醒,不须填写',
    }));

export const ladderProblems = ({ ladders }: Regulation): Problem[] =>
  ladders.flatMap((ladder) => [...tooOften(ladder), ...neverCome(ladder)]);
