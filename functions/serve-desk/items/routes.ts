import { JudgeItem } from '../../../shared/contracts/judged-items/judge.ts';
import type { Items } from '../../../shared/records/items.ts';
import type { Stories } from '../../../shared/records/stories/stories.ts';
import type { Route, RouteHandler } from '../../http.ts';
import { createItemList } from '../lists/items.ts';
import { throwIfRefused } from '../sight.ts';
import type { Doors } from '../trying/doors.ts';
import { createJudgeItem } from './judge.ts';
import { createItemReading, type ItemReadingDependencies } from './read.ts';

type Dependencies = Parameters<typeof createItemList>[0] &
  ItemReadingDependencies & { items: Items; stories: Pick<Stories, 'part'>; now: () => string };

/** The routes of what feeds have brought. */
export const createItemRoutes = (
  dependencies: Dependencies,
  { read, enter, keepRefused, refuseHolder }: Doors,
): Route[] => {
  const reading = createItemReading(dependencies);
  const judge = createJudgeItem({ ...dependencies, reading });
  const judgement: RouteHandler = (event) =>
    keepRefused(event, async () => {
      const { given, by } = await enter(JudgeItem, event);
      throwIfRefused(refuseHolder(by.reading));
      return { status: 200, body: await judge(given, by) };
    });
  return [
    { method: 'GET', path: '/v1/items', handler: read(createItemList(dependencies)) },
    { method: 'GET', path: '/v1/items/{feed}/{item}', handler: read(reading.one) },
    { method: 'POST', path: '/v1/items/{feed}/{item}/judgement', handler: judgement },
  ];
};
