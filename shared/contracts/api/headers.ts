/** `idempotency-key`: printable characters, with or without the quotes that the header's draft standard gives it. */
export const IDEMPOTENCY_KEY = /^(?:"([ !#-[\]-~]{1,80})"|([!#-[\]-~]{1,80}))$/;
/** `if-match`: the version of a case, as a strong entity tag has it or bare. */
export const CASE_VERSION = /^(?:"(\d{1,9})"|(\d{1,9}))$/;
