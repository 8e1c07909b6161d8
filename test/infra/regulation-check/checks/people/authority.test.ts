import { describe } from 'vitest';
import type { Regulation } from '../../../../../shared/regulations/schema.ts';
import { authorityOf, type Fault, forbid, itFinds, itTakes } from '../../../../support/data-faults.ts';

const authorise = (it: Regulation, command: string, ...roles: string[]): void => {
  it.authorities.push({ command, roles, cite: ['办法 第七条'] });
};

describe('who may command', () => {
  const needed = (command: string): Fault => [
    `that nobody may give ${command}`,
    (it) => forbid(it, command),
    'authorities',
    '"authorities": [',
    `无人有权作出 ${command}`,
    '请写明由哪些角色作出',
  ];
  itFinds([
    ...[
      'OpenCase',
      'ConfirmGrade',
      'ChangeLevel',
      'ApproveLevelChange',
      'AssignUnit',
      'FileReport',
      'RecordAction',
      'RecordPublication',
      'DeclareCalm',
      'Conclude',
      'AnswerNotice',
      'CorrectInstant',
      'SetFlags',
      'EditRoster',
      'WriteFirstRoster',
      'ReadCases',
      'ReadSecretCases',
      'ReadRoster',
      'ReadNumbers',
      'ReadRefusals',
    ].map(needed),
    [
      'a command that nobody may give at one level',
      (it) => {
        authorityOf(it, 'Conclude').levels = ['pending', 'major'];
      },
      'authorities',
      '"authorities": [',
      '在级别“general”(一般舆情)上无人有权作出 Conclude',
      '请写明由哪些角色作出',
    ],
    [
      'a standing matter that nobody may open',
      (it) => {
        it.scales.push({
          ...it.scales[0]!,
          id: 'matters',
          use: 'standing',
          levels: [{ ...it.scales[0]!.levels[1]!, id: 'periodic', unlimited: '测试用。' }],
        });
        authorityOf(it, 'OpenCase').levels = ['pending', 'general', 'major'];
      },
      'authorities',
      '"authorities": [',
      '无人有权作出 OpenCase',
      '请写明由哪些角色作出',
    ],
    [
      'a review that may be filed, without a document that says what it has to say',
      (it) => authorise(it, 'FileReview', 'officeHead'),
      'documents(办法 第七条)',
      '"documents": [',
      '有人可以作出 FileReview,却没有写明总结评估的文书“review”',
      '请在 documents 中增加 id 为 review 的文书,写明须填的内容',
    ],
    [
      'one post alone that asks for a lowering and approves it',
      (it) => {
        authorityOf(it, 'ChangeLevel').roles = ['officeHead'];
        authorityOf(it, 'ApproveLevelChange').roles = ['officeHead'];
      },
      'authorities',
      '"authorities": [',
      '在级别“major”(重大舆情)上申请和审批降级的都只有局办公室主任',
      '降级须由第二人审批,请在 ApproveLevelChange 中增加角色',
    ],
  ]);
  itFinds([
    [
      'an unknown command',
      (it) => authorise(it, 'SingSong', 'officeHead'),
      'authorities[37 SingSong].command(办法 第七条)',
      '"command": "SingSong"',
      '没有命令“SingSong”',
      `可填:${[
        'AttachItem AddSource CorrectInstant ConfirmGrade ChangeLevel ApproveLevelChange RejectLevelChange',
        'SetResponseLevel RateCase SetFlags PurgeContent AssignUnit WithdrawUnit ReturnCase DecideReturn Acknowledge FileReport RecordPublication RecordMeeting',
        'RequestPlan StartPlan EndPlan RecordInstruction RecordDecision RecordAction ConfirmAct WithdrawAct HoldDuty ResumeDuty ExtendDuty',
        'SetDeadline IssueDocument CompleteAct ReleaseWarning DeclareCalm Rekindle Conclude ApproveConclusion ReleaseDuty ConfirmRelease FileReview',
        'DraftSupervisionOrder SignSupervisionOrder ChargeSigner AcknowledgeOrder VoidOrder AnswerNotice',
        'OpenCase PostponeInstant LowerRating SettleLimit EnterForAnother Countersign ConfirmLateEntry WithdrawOthers CompleteForOthers EditRoster WriteFirstRoster',
        'ReadCases ReadSecretCases ReadRoster ReadNumbers ReadRefusals',
      ]
        .join(' ')
        .replaceAll(' ', '、')}`,
    ],
  ]);
  itTakes([
    [
      'a second person beside the one who asks',
      (it) => {
        authorityOf(it, 'ChangeLevel').roles = ['officeHead'];
        authorityOf(it, 'ApproveLevelChange').roles = ['officeHead', 'deputyLeader'];
      },
    ],
    [
      'one authority for each level',
      (it) => {
        authorityOf(it, 'Conclude').levels = ['pending', 'major'];
        it.authorities.push({ ...authorityOf(it, 'Conclude'), levels: ['general'] });
      },
    ],
  ]);
});
