import clauses from './clauses.json' with { type: 'json' };

export type ClauseId = keyof typeof clauses;

/** Clause id → its exact text (雷州市市场监督管理局 办法、附件 and 预案, 2024-05-30). A misspelt id does not compile. */
export { clauses };

/** The clauses that a rule rests on, checked against the text at compile time. */
export const cite = (...ids: [ClauseId, ...ClauseId[]]): string[] => ids;
