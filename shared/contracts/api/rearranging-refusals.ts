import type { RefusalCode } from '../refusal-codes.ts';

/** The codes that 并案, 移出信息 and 恢复办理 can be refused with, by command. */
export const REARRANGING_REFUSALS = {
  DetachItem: ['CASE_SECRET', 'ITEM_NEEDS_CASE', 'ITEM_NOT_IN_CASE', 'LAST_ITEM'],
  MergeCase: [
    'CASE_CONCLUDED',
    'CASE_MERGED',
    'CASE_SECRET',
    'OTHER_CASE_UNKNOWN',
    'MERGE_BARRED',
    'MERGE_INTO_ITSELF',
    'MERGE_LOSES_LIMIT',
    'MERGE_NEEDS_GRADE',
  ],
  Reopen: ['CASE_ARCHIVED', 'CASE_NOT_CONCLUDED'],
  ApproveMerge: [
    'CASE_CONCLUDED',
    'CASE_MERGED',
    'CASE_SECRET',
    'OTHER_CASE_UNKNOWN',
    'MERGE_BARRED',
    'MERGE_INTO_ITSELF',
    'MERGE_LOSES_LIMIT',
    'MERGE_NEEDS_GRADE',
    'NO_MERGE_PENDING',
    'PERSON_UNKNOWN',
    'SECOND_PERSON_REQUIRED',
  ],
  RejectMerge: ['NO_MERGE_PENDING'],
} as const satisfies Record<string, readonly RefusalCode[]>;
