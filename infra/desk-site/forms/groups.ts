/** Under which heading the acts of a case stand; what is named nowhere is a record of what was done. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  级别和时限: [
    'ConfirmGrade',
    'ChangeLevel',
    'ApproveLevelChange',
    'RejectLevelChange',
    'RateCase',
    'SetResponseLevel',
    'HoldDuty',
    'ResumeDuty',
    'ExtendDuty',
    'SetDeadline',
    'ReleaseDuty',
    'ConfirmRelease',
  ],
  更正和补充: [
    'CompleteAct',
    'WithdrawAct',
    'AttachItem',
    'DetachItem',
    'MergeCase',
    'AddSource',
    'CorrectInstant',
    'SetFlags',
  ],
  督办: ['DraftSupervisionOrder', 'SignSupervisionOrder', 'ChargeSigner', 'AcknowledgeOrder', 'VoidOrder'],
  平息和结束: [
    'DeclareCalm',
    'Rekindle',
    'Conclude',
    'ApproveConclusion',
    'Reopen',
    'ApproveMerge',
    'RejectMerge',
    'FileReview',
    'PurgeContent',
  ],
};
export const groupOf = (type: string): string =>
  Object.entries(GROUPS).find(([, types]) => types.includes(type))?.[0] ?? '记录办理';
