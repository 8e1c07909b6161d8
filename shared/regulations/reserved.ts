// The ids by which the code itself knows a source, flag, document, level or setting of a regulation; all others of these are
// the bureau's own choice (docs/add-a-bureau.md).

/** The flag of a 涉密 case: nothing of it goes out by SMS (register X40). */
export const SECRET_FLAG = 'secret';
/** The source of what a feed pushes without naming one; every bureau has it. */
export const MONITORED_SOURCE = 'monitored';
/** The source that a recorded 批示 becomes, by whose it is; a bureau without such a source keeps the 批示 alone. */
export const INSTRUCTION_SOURCES = {
  bureau: 'bureau-instruction',
  superior: 'superior-instruction',
} as const;
/** The document whose fields a 总结评估 has to fill in; every bureau where somebody may file one has it. */
export const REVIEW_DOCUMENT = 'review';
/** The form of a 督办通知, which goes out by its signature alone. */
export const ORDER_DOCUMENT = 'supervisionOrder';
/** The standing level of 定期工作, which the sweep opens by itself; a bureau without it has none. */
export const PERIODIC_LEVEL = 'periodic';
/** The publication form of the 处置结果: what its approver says is one is published as one, whatever its form. */
export const RESULTS_FORM = 'results';
/** How long after it was made an act may be entered without being a 补录; every bureau has it, with a length. */
export const LATE_ENTRY_SETTING = 'lateEntryAfter';
/** At which hour of the next working day it is told that a 代录 is still unconfirmed; every bureau has it. */
export const CONFIRMATION_CLIMBS_SETTING = 'confirmationClimbsAt';
/** The setting that says whether 舆情发生 is the event itself (register X2); a bureau without it counts from the publication. */
export const OPINION_BEGINS_SETTING = 'opinionBegins';
/** The setting that says how old a publication may be when it is found; a bureau without it doubts none for its age. */
export const STALE_AFTER_SETTING = 'staleAfter';
/** The setting with the office's own target for 定级; a bureau without one has none. */
export const GRADE_TARGET_SETTING = 'targetConfirmGrade';
/** The setting that says how long after 定级 a raise may still be a correction; only where some limit counts from a raise. */
export const CORRECTION_SETTING = 'correctionWithin';
/** How often it is asked whether a hold without an end goes on; a bureau whose duties can be held has it. */
export const HOLD_ASKED_SETTING = 'holdAskedEvery';
/** The setting by which 督办通知 go out without a signature; only a bureau whose text has 督办通知 has it. */
export const ISSUE_UNSIGNED_SETTING = 'issueOrdersUnsigned';
// When people are told what can wait (day.ts); every bureau has these, with a value.
/** The night (`22:00-07:00`). */
export const QUIET_HOURS_SETTING = 'quietHours';
/** At which time in the morning that is told which began in the night and can wait. */
export const NIGHT_TOLD_SETTING = 'nightToldAt';
/** At which time of day the digest goes out, and until when by day others may follow. */
export const DIGEST_SETTING = 'digestAt';
export const DIGEST_UNTIL_SETTING = 'digestUntil';
/** How often by day there is another digest; empty: there is none. */
export const ROUTINE_PUSH_SETTING = 'routinePushEvery';
/** Which of the leaders whom the text names the digest goes to; a bureau whose text names none, or only one, has no such setting. */
export const ROUTINE_LEADERS_SETTING = 'routineLeaders';
/** Its value for all of them. */
export const EVERY_LEADER = 'all';
/** So many items of one matter within an hour do not wait for the digest. */
export const SAME_MATTER_SETTING = 'sameMatterAlerts';
/** How many texts a person gets within an hour before what can wait does. */
export const TEXTS_PER_HOUR_SETTING = 'textsPerHour';
/** Whether texts carry the title of the case; those of a bureau without it carry none. */
export const SMS_SUBJECT_SETTING = 'smsSubject';
/** The address that texts carry, before the case's number; those of a bureau without it carry none. */
export const SMS_LINK_SETTING = 'smsLink';
/** The setting that says how long a warning waits for its release before the bare text goes. */
export const WARNING_RELEASE_SETTING = 'warningReleaseWithin';
/** When a limit in calendar days is over on its last day; a bureau that has none has no such setting. */
export const DAY_END_SETTING = 'dayEnd';
/** Whether a last day of rest moves to the next working day; beside `dayEnd`. */
export const REST_DAY_SETTING = 'restDay';
/** When a limit in working days is over on its last day; only a bureau that has one has it, and office hours. */
export const WORKING_DAY_END_SETTING = 'workingDayEnd';
/** How long 签收 spares a person what he was told before; every bureau has it. */
export const ACKNOWLEDGED_QUIET_SETTING = 'acknowledgedQuiet';
/** How often the top of the ladder hears of what is 立即 and still undone; only where something is 立即. */
export const TOP_EVERY_SETTING = 'topEvery';
/** How many different posts of a story within how long, and which growth of a counter, raise the question of a higher level. */
export const SPREAD_POSTS_SETTING = 'spreadPosts';
export const SPREAD_GROWTH_SETTING = 'spreadGrowth';
