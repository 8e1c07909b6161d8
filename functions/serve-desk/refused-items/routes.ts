import { EnterRefused } from '../../../shared/contracts/refused-items/enter.ts';
import type { Reading } from '../../../shared/rules/reading/cases.ts';
import type { Refusal } from '../../../shared/rules/refusal.ts';
import type { HttpEvent, Route, RouteHandler } from '../../http.ts';
import type { createKeepRefused } from '../keep-refused.ts';
import { throwIfRefused } from '../sight.ts';
import type { Enter } from '../trying/enter.ts';
import { createEnterRefused } from './enter.ts';
import { createRefusedReading } from './read.ts';

type Dependencies = Parameters<typeof createRefusedReading>[0] & Parameters<typeof createEnterRefused>[0];

/** The doors of the desk. */
interface Doors {
  read: (handler: (event: HttpEvent, reading: Reading) => Promise<unknown>) => RouteHandler;
  enter: Enter;
  keepRefused: ReturnType<typeof createKeepRefused>;
  refuseHolder: (reading: Reading) => Refusal | undefined;
}

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
  return [
    { method: 'GET', path: '/v1/refused-items', handler: read(reading.list) },
    { method: 'GET', path: '/v1/refused-items/{refused}', handler: read(reading.one) },
    { method: 'POST', path: '/v1/refused-items/{refused}/entry', handler: entry },
  ];
};
