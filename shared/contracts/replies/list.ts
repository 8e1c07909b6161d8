import * as z from 'zod/mini';

/** Of every list: where the next page begins (`cursor`); null: there is none. A page may be short, and empty, and still have one. */
export const NEXT = { next: z.nullable(z.string()) };
