import { keyFrom } from '../model/forms/sending.ts';

/** An `idempotency-key`: 128 random bits. */
export const newKey = (): string => keyFrom(crypto.getRandomValues(new Uint8Array(16)));
