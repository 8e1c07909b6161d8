import * as z from 'zod/mini';

/** POST /v1/refused-items/{refused}/entry: an item that was refused is taken as a person puts it right. */
export const EnterRefused = z.strictObject({
  /** Fields of an item as a feed may push them, each in the place of what the feed wrote; null: that is left out. */
  fields: z._default(z.record(z.string().check(z.minLength(1), z.maxLength(200)), z.unknown()), {}),
});
export type EnterRefused = z.infer<typeof EnterRefused>;
