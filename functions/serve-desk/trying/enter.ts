import type * as z from 'zod/mini';
import { refuseStranger } from '../../../shared/rules/reading/cases.ts';
import { type HttpEvent, parseBody } from '../../http.ts';
import type { Identities } from '../identity.ts';
import type { By } from '../once.ts';
import { type Sight, throwIfRefused } from '../sight.ts';

/** Who wants something done, and with which request. */
export type Entered = Pick<By, 'event' | 'actor' | 'reading'>;

interface Dependencies {
  identities: Identities;
  sight: Sight;
}
/**
 * The first door of everything that changes something, and of trying it: who asks for what. Throws what a token, a form or a
 * stranger's post is refused with.
 */
export const createEnter =
  ({ identities, sight }: Dependencies) =>
  async <T extends z.core.$ZodType>(
    schema: T,
    event: HttpEvent,
  ): Promise<{ given: z.output<T>; by: Entered }> => {
    const actor = identities.actor(event);
    const given = parseBody(schema, event);
    const reading = await sight.readingOf(event);
    throwIfRefused(refuseStranger(reading));
    return { given, by: { event, actor, reading } };
  };
export type Enter = ReturnType<typeof createEnter>;
