// Every way to be turned away: a stable code, and what kind of refusal it is. The kind alone gives the HTTP status.

/** The HTTP status of each kind. */
export const STATUS = {
  /** Not JSON at all, or no HTTP. */
  unreadable: 400,
  /** Nobody, or somebody whose word cannot be checked. */
  unidentified: 401,
  /** Not for somebody of his post or his unit: none of his business. */
  stranger: 403,
  /** His business, and not for this person to do. */
  forbidden: 403,
  /** What is asked for is not there. */
  missing: 404,
  /** There, but not in this way. */
  otherwise: 405,
  /** Not as things stand now. */
  conflict: 409,
  /** Not any more as it was when it was decided. */
  changed: 412,
  tooLarge: 413,
  /** Packed in a way that is not read. */
  packedOtherwise: 415,
  /** Too long before its body has begun. */
  headTooLarge: 431,
  /** Wrong whatever the case is like: a name that the regulation does not have, an instant that cannot be. */
  malformed: 422,
  /** Our fault: only the log has the cause. */
  broken: 500,
  /** Not now: the same again may succeed. */
  busy: 503,
  /** Who passes it on does not reach whom it is for, or gets no answer in time: it may have been done. */
  unreached: 502,
  late: 504,
} as const;
export type RefusalKind = keyof typeof STATUS;
type RuleKind = 'stranger' | 'forbidden' | 'malformed' | 'conflict' | 'missing';

/** Refusals by the rules: of a command, as the regulation and the case stand. */
export const RULE_REFUSALS = {
  NOT_YOURS_TO_READ: 'stranger',
  NOT_YOUR_UNIT: 'stranger',
  PERSON_UNKNOWN: 'stranger',
  POST_NOT_HELD: 'stranger',
  ROLE_NOT_ALLOWED: 'stranger',
  ROLE_UNKNOWN: 'stranger',

  CONTACT_NOT_ALLOWED: 'forbidden',
  GROUP_HEAD_REQUIRED: 'forbidden',
  NOT_YOURS_TO_CONFIRM: 'forbidden',
  OWN_APPROVAL: 'forbidden',
  SECOND_PERSON_REQUIRED: 'forbidden',

  CASE_UNKNOWN: 'missing',

  ACTION_UNKNOWN: 'malformed',
  ACT_UNKNOWN: 'malformed',
  ANSWER_UNKNOWN: 'malformed',
  APPROVAL_UNKNOWN: 'malformed',
  CHANNEL_UNKNOWN: 'malformed',
  DEADLINE_PAST: 'malformed',
  DECISION_UNKNOWN: 'malformed',
  DOCUMENT_FIELD_UNKNOWN: 'malformed',
  DOCUMENT_UNKNOWN: 'malformed',
  DUTY_UNKNOWN: 'malformed',
  FLAG_UNKNOWN: 'malformed',
  HOLD_ALREADY_OVER: 'malformed',
  INSTANT_BEFORE_CALM: 'malformed',
  INSTANT_BEFORE_NOTICE: 'malformed',
  INSTANT_BEFORE_OUTBREAK: 'malformed',
  INSTANT_IN_FUTURE: 'malformed',
  INSTANT_UNKNOWN: 'malformed',
  ITEM_NOT_IN_CASE: 'malformed',
  SUSPICION_UNKNOWN: 'malformed',
  LEVEL_UNKNOWN: 'malformed',
  MERGE_INTO_ITSELF: 'malformed',
  NOTICE_UNKNOWN: 'malformed',
  ON_BEHALF_INCOMPLETE: 'malformed',
  OTHER_CASE_UNKNOWN: 'malformed',
  OUTSIDE_INCOMPLETE: 'malformed',
  ORDER_UNKNOWN: 'malformed',
  /** Somebody with several posts acts in one of them. */
  POST_NOT_CHOSEN: 'malformed',
  PUBLICATION_FORM_UNKNOWN: 'malformed',
  REASON_REQUIRED: 'malformed',
  RECEIPT_UNCLEAR: 'malformed',
  REFERENCE_REQUIRED: 'malformed',
  RECEIVER_UNKNOWN: 'malformed',
  RELEASE_WITHOUT_BASIS: 'malformed',
  REPORT_FORM_UNKNOWN: 'malformed',
  REPORT_KIND_UNKNOWN: 'malformed',
  SCALE_UNKNOWN: 'malformed',
  /** What a 涉密 case is about is not written down here (保密法). */
  SECRET_CONTENT: 'malformed',
  SOURCE_UNKNOWN: 'malformed',
  UNIT_UNKNOWN: 'malformed',

  ACTS_INCOMPLETE: 'conflict',
  ACT_NOT_INCOMPLETE: 'conflict',
  ALREADY_CALM: 'conflict',
  ALREADY_RELEASED: 'conflict',
  ALREADY_REVIEWED: 'conflict',
  APPROVAL_OUT_OF_ORDER: 'conflict',
  CASE_ALREADY_OPEN: 'conflict',
  CASE_ARCHIVED: 'conflict',
  CASE_CONCLUDED: 'conflict',
  CASE_MERGED: 'conflict',
  CASE_NOT_CONCLUDED: 'conflict',
  CASE_SECRET: 'conflict',
  CHANNEL_FORBIDDEN: 'conflict',
  ACTS_UNCONFIRMED: 'conflict',
  CONCLUSION_NOT_CLEARED: 'conflict',
  DEADLINE_NOT_OPEN: 'conflict',
  DEADLINE_TOO_FAR: 'conflict',
  DEADLINE_TOO_LATE: 'conflict',
  DEADLINE_UNCHANGED: 'conflict',
  DUTIES_UNMET: 'conflict',
  DUTY_NOT_HELD: 'conflict',
  DUTY_NOT_HOLDABLE: 'conflict',
  DUTY_NOT_IN_SCHEDULE: 'conflict',
  DUTY_NOT_OPEN: 'conflict',
  EXTENSION_NOT_ALLOWED: 'conflict',
  EXTENSION_TOO_LATE: 'conflict',
  EXTENSION_TOO_LONG: 'conflict',
  EXTENSION_TOO_SHORT: 'conflict',
  FLAGS_UNCHANGED: 'conflict',
  GATE_CLOSED: 'conflict',
  GRADE_ALREADY_CONFIRMED: 'conflict',
  INSTANT_UNCHANGED: 'conflict',
  ITEM_NEEDS_CASE: 'conflict',
  LAST_ITEM: 'conflict',
  LEVEL_FIXED: 'conflict',
  LEVEL_UNCHANGED: 'conflict',
  LOWERING_PENDING: 'conflict',
  MERGE_BARRED: 'conflict',
  MERGE_LOSES_LIMIT: 'conflict',
  MERGE_NEEDS_GRADE: 'conflict',
  NEW_FACT_REQUIRED: 'conflict',
  NEW_FACT_UNKNOWN: 'conflict',
  NOTHING_TO_CONFIRM: 'conflict',
  NOT_CALM: 'conflict',
  NOT_SECRET: 'conflict',
  NO_CONCLUSION_PENDING: 'conflict',
  NO_LOWERING_PENDING: 'conflict',
  NO_MERGE_PENDING: 'conflict',
  NO_WARNING: 'conflict',
  ON_BEHALF_NOT_ALLOWED: 'conflict',
  /** One missed limit has one order, and a draft one signature. */
  ORDER_EXISTS: 'conflict',
  ORDER_UNFOUNDED: 'conflict',
  ORDER_VOIDED: 'conflict',
  ORDER_NOT_ISSUED: 'conflict',
  ORDER_LAPSED: 'conflict',
  ORDER_WITHOUT_NUMBER: 'conflict',
  PLAN_ALREADY_STARTED: 'conflict',
  PLAN_NOT_STARTED: 'conflict',
  PUBLICATION_NOT_CLEARED: 'conflict',
  PARTS_STILL_MISSING: 'conflict',
  PART_ALREADY_GIVEN: 'conflict',
  RELEASE_NOT_OWED: 'conflict',
  RETURN_DECIDED: 'conflict',
  RETURN_NEEDS_UNIT: 'conflict',
  UNIT_ACKNOWLEDGED: 'conflict',
  UNIT_LEADS: 'conflict',
  UNIT_NOT_ASSIGNED: 'conflict',
  UNIT_NOT_JOINT: 'conflict',
  UNIT_NOT_LEAD: 'conflict',
  UNIT_UNCHANGED: 'conflict',
} as const satisfies Record<string, RuleKind>;
export type RuleCode = keyof typeof RULE_REFUSALS;

/**
 * What the file of a case keeps: the act of somebody whose business it is, which a rule refused (reading R32). A stranger's, and a
 * slip of form, is kept apart.
 */
export const isOfFile = (code: RuleCode): boolean => ['forbidden', 'conflict'].includes(RULE_REFUSALS[code]);

/** Refusals of a request before the rules see it, and of what cannot be served now. */
export const REQUEST_REFUSALS = {
  BODY_NOT_UNPACKED: 'unreadable',
  BODY_CHARSET_WRONG: 'unreadable',
  MALFORMED_JSON: 'unreadable',
  REQUEST_UNREADABLE: 'unreadable',

  CALLER_MISSING: 'unidentified',
  SIGNATURE_INVALID: 'unidentified',
  SIGNATURE_MISSING: 'unidentified',
  SIGNATURE_STALE: 'unidentified',
  TOKEN_INCOMPLETE: 'unidentified',
  TOKEN_INVALID: 'unidentified',
  TOKEN_MISSING: 'unidentified',

  /** From a page of another site, or for a name that is not this system's. */
  HOST_UNKNOWN: 'forbidden',
  ORIGIN_FOREIGN: 'forbidden',

  METHOD_NOT_ALLOWED: 'otherwise',

  FEED_UNKNOWN: 'missing',
  ITEM_UNKNOWN: 'missing',
  REFUSED_ITEM_UNKNOWN: 'missing',
  ROUTE_UNKNOWN: 'missing',

  /** The first request with this key is still being carried out. */
  IDEMPOTENCY_KEY_IN_USE: 'conflict',
  /** The log has a request with this key, and its answer is not kept any more. */
  IDEMPOTENCY_KEY_SPENT: 'conflict',
  ITEM_IN_CASE: 'conflict',
  /** All that was said of it stays with it, and there is no room for more. */
  ITEM_JUDGED_TOO_OFTEN: 'conflict',
  /** Its feed has brought it again, and it was taken. */
  REFUSED_ITEM_MENDED: 'conflict',
  /** It was entered by hand, or its feed has brought it again. */
  REFUSED_ITEM_TAKEN: 'conflict',
  ROSTER_CHANGED: 'conflict',
  /** Nobody available would hold a post any more. */
  ROSTER_EMPTIES_POST: 'conflict',

  /** Others have acted since the version that was decided on. */
  CASE_CHANGED: 'changed',
  /** Its feed has changed what it says since the version that was decided on. */
  ITEM_CHANGED: 'changed',

  BODY_TOO_LARGE: 'tooLarge',
  BODY_ENCODING_UNSUPPORTED: 'packedOtherwise',
  HEAD_TOO_LARGE: 'headTooLarge',

  BATCH_INVALID: 'malformed',
  /** The key came with another request before. */
  IDEMPOTENCY_KEY_REUSED: 'malformed',
  INVALID: 'malformed',
  ITEMS_INVALID: 'malformed',
  /** Of one item within a batch. */
  ITEM_INVALID: 'malformed',
  PERSON_TWICE: 'malformed',
  ROSTER_ROLE_UNKNOWN: 'malformed',
  /** Nobody would hear of anything: who is on duty or the head of the office is missing. */
  ROSTER_WITHOUT_DUTY: 'malformed',

  INTERNAL: 'broken',
  /** An entry of the case's log cannot be read, or another record. */
  RECORD_DAMAGED: 'broken',

  CASE_BUSY: 'busy',
  FEED_SECRET_MISSING: 'busy',
  /** The office's own login does not answer. */
  ISSUER_UNREACHABLE: 'busy',
  STORE_UNAVAILABLE: 'busy',
  ITEMS_FAILED: 'busy',
  /** Of one item within a batch. */
  ITEM_FAILED: 'busy',
  RECEIPTS_FAILED: 'busy',

  /** Of the office's server before the API. */
  API_UNREACHABLE: 'unreached',
  API_SLOW: 'late',
} as const satisfies Record<string, RefusalKind>;

export const REFUSALS = { ...RULE_REFUSALS, ...REQUEST_REFUSALS };
export type RefusalCode = keyof typeof REFUSALS;

/** The HTTP status that a refusal is answered with. */
export const statusOf = (code: RefusalCode): number => STATUS[REFUSALS[code]];
