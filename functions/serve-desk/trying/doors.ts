import type { Reading } from '../../../shared/rules/reading/cases.ts';
import type { Refusal } from '../../../shared/rules/refusal.ts';
import type { HttpEvent, RouteHandler } from '../../http.ts';
import type { createKeepRefused } from '../keep-refused.ts';
import type { Enter } from './enter.ts';

/** The doors of the desk, through which whatever is read, changed or turned away passes. */
export interface Doors {
  read: (handler: (event: HttpEvent, reading: Reading) => Promise<unknown>) => RouteHandler;
  enter: Enter;
  keepRefused: ReturnType<typeof createKeepRefused>;
  /** Why he may not act, where only who stands in the roster may. */
  refuseHolder: (reading: Reading) => Refusal | undefined;
}
