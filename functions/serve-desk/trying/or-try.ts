import type * as z from 'zod/mini';
import { OfficeCommand } from '../../../shared/contracts/commands.ts';
import { OpenCase } from '../../../shared/contracts/opening-command.ts';
import type { ItemDependencies } from '../../../shared/office/take-item.ts';
import type { Reading } from '../../../shared/rules/reading/cases.ts';
import type { Refusal } from '../../../shared/rules/refusal.ts';
import { queryOf, type RouteHandler } from '../../http.ts';
import type { Rearranging } from '../commanding.ts';
import { decidedOnIn } from '../decided-on.ts';
import type { createOpenCase } from '../open-case.ts';
import { type Sight, throwIfRefused } from '../sight.ts';
import type { Enter, Entered } from './enter.ts';
import { createTryCommand } from './try-command.ts';
import { createTryOpening } from './try-opening.ts';

interface Dependencies extends ItemDependencies, Rearranging {
  sight: Sight;
  enter: Enter;
  opening: ReturnType<typeof createOpenCase>;
  /** Why he may not act, where only who stands in the roster may. */
  refuseHolder: (reading: Reading) => Refusal | undefined;
}
/**
 * With `?try` a request says what it would do, and nothing is written: no refusal is kept, and its key is not looked at. Without, it is
 * carried out.
 */
export const createOrTry = (dependencies: Dependencies) => {
  const { enter, refuseHolder } = dependencies;
  const tried =
    <T extends z.core.$ZodType>(
      schema: T,
      tryOut: (given: z.output<T>, by: Entered) => Promise<unknown>,
    ): RouteHandler =>
    async (event) => {
      const { given, by } = await enter(schema, event);
      throwIfRefused(refuseHolder(by.reading));
      return { status: 200, body: await tryOut(given, by) };
    };
  const tryOpening = tried(OpenCase, createTryOpening(dependencies));
  const tryCommand = tried(OfficeCommand, createTryCommand(dependencies));
  return {
    opening:
      (open: RouteHandler): RouteHandler =>
      (event) =>
        (queryOf('POST /v1/cases', event).try ? tryOpening : open)(event),
    command:
      (carryOut: RouteHandler): RouteHandler =>
      async (event) => {
        // A slip in it is none of the request's, under whose key it is not kept.
        decidedOnIn(event);
        return (queryOf('POST /v1/cases/{case}/commands', event).try ? tryCommand : carryOut)(event);
      },
  };
};
