/** `idempotency-key`: printable characters, with or without the quotes that the header's draft standard gives it. */
export const IDEMPOTENCY_KEY = /^(?:"([ !#-[\]-~]{1,80})"|([!#-[\]-~]{1,80}))$/;
