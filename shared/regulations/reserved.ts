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
/** The standing level of 定期工作, which the sweep opens by itself; a bureau without it has none. */
export const PERIODIC_LEVEL = 'periodic';
/** The setting that says how often items without clocks are pushed; every bureau has it, with a length. */
export const ROUTINE_PUSH_SETTING = 'routinePushEvery';
