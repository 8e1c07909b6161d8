import type { OfficeCommand, OpenCase } from '../../../shared/contracts/commands.ts';
import type { FURTHER_RIGHTS } from '../../../shared/rules/authority.ts';

/** What a command or a further right is called in Chinese. */
const COMMANDS: Record<OfficeCommand['type'] | OpenCase['type'] | (typeof FURTHER_RIGHTS)[number], string> = {
  OpenCase: '立案',
  AttachItem: '并入信息',
  AddSource: '补充来源',
  CorrectInstant: '更正时点',
  ConfirmGrade: '确认定级',
  ChangeLevel: '调整级别',
  ApproveLevelChange: '批准降级',
  RejectLevelChange: '不同意降级',
  SetResponseLevel: '确定应急响应级别',
  RateCase: '按其他级别体系评定',
  SetFlags: '标记',
  AssignUnit: '转办',
  Acknowledge: '签收',
  FileReport: '报告',
  RecordPublication: '对外发布',
  RecordMeeting: '召开会议',
  RequestPlan: '报请启动应急预案',
  StartPlan: '启动应急预案',
  EndPlan: '结束应急预案',
  RecordInstruction: '登记领导批示',
  RecordDecision: '登记决定',
  RecordAction: '登记办理事项',
  HoldDuty: '暂缓职责',
  ResumeDuty: '恢复职责',
  ExtendDuty: '延长时限',
  SetDeadline: '录入时限',
  IssueDocument: '制发文书',
  DeclareCalm: '宣布平息',
  Rekindle: '登记再次发酵',
  Conclude: '结报',
  FileReview: '总结评估归档',
  IssueSupervisionOrder: '发督办通知',
  AnswerNotice: '回复通知',
  PostponeInstant: '将时点改晚',
  LiftSecrecy: '取消涉密标记',
  LowerRating: '调低评定(使时限消失或推后)',
  EditRoster: '维护名册',
};

export const commandNamed = (id: string): { id: string; name: string } => ({
  id,
  name: (COMMANDS as Record<string, string>)[id] ?? id,
});
