import { EnterRefused } from '../../../shared/contracts/refused-items/enter.ts';
import { JudgeRefused } from '../../../shared/contracts/refused-items/judge.ts';
import type { Route, RouteHandler } from '../../http.ts';
import { throwIfRefused } from '../sight.ts';
import type { Doors } from '../trying/doors.ts';
import { createEnterRefused } from './enter.ts';
import { createJudgeRefused } from './judge.ts';
import { createRefusedReading } from './read.ts';

type Dependencies = Parameters<typeof createRefusedReading>[0] &
  Parameters<typeof createEnterRefused>[0] &
  Parameters<typeof createJudgeRefused>[0];

/** The routes of what feeds brought and what was refused. */
export const createRefusedRoutes = (
  dependencies: Dependencies,
  { read, enter, keepRefused, refuseHolder }: Doors,
): Route[] => {
  const reading = createRefusedReading(dependencies);
  const enterRefused = createEnterRefused(dependencies);
  const entry: RouteHandler = (event) =>
    keepRefused(event, async () => {
      const { given, by } = await enter(EnterRefused, event);
      throwIfRefused(refuseHolder(by.reading));
      return { status: 200, body: await enterRefused(given, by) };
    });
  const judgeRefused = createJudgeRefused(dependencies);
  const judgement: RouteHandler = (event) =>
    keepRefused(event, async () => {
      const { given, by } = await enter(JudgeRefused, event);
      throwIfRefused(refuseHolder(by.reading));
      return { status: 200, body: await judgeRefused(given, by) };
    });
  return [
    { method: 'POST', path: '/v1/refused-items/{refused}/judgement', handler: judgement },
    { method: 'GET', path: '/v1/refused-items', handler: read(reading.list) },
    { method: 'GET', path: '/v1/refused-items/{refused}', handler: read(reading.one) },
    { method: 'POST', path: '/v1/refused-items/{refused}/entry', handler: entry },
  ];
};
