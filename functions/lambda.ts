import middy from '@middy/core';
import * as z from 'zod/mini';

/** What a handler is built from: each names its own parts, and the whole system has them all. */
export type PartsOf<T extends (parts: never) => unknown> = Parameters<T>[0];

/** A Lambda for the state machines: the payload is checked on the way in; tasks throw. */
export const task = <T extends z.core.$ZodType, R>(schema: T, run: (input: z.output<T>) => Promise<R>) =>
  middy<unknown, R>().handler(async (event) => run(z.parse(schema, event)));
