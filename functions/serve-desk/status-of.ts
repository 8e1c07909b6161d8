const FORBIDDEN = new Set([
  'ROLE_UNKNOWN',
  'ROLE_NOT_ALLOWED',
  'NOT_YOUR_UNIT',
  'CONTACT_NOT_ALLOWED',
  'SECOND_PERSON_REQUIRED',
]);

/** The HTTP status of a refusal by the rules. */
export const statusOf = (code: string): number => {
  if (FORBIDDEN.has(code)) return 403;
  const isMalformed = code.endsWith('_UNKNOWN') || code.startsWith('INSTANT_') || code === 'REASON_REQUIRED';
  return isMalformed ? 422 : 409;
};
