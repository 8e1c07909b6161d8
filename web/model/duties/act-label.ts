import type { TaskReply } from '../../../shared/contracts/replies/task.ts';

import { meantWords } from '../forms/guide/meant.ts';

import { spoken } from '../spoken.ts';
import { shortAction } from './action-words.ts';

export type Command = TaskReply['commands'][number];
/** What the bureau calls a thing of one of its lists, such as `reportForm`; undefined: it is not known (yet). */
export type NameOf = (list: string, id: string) => string | undefined;

/** What is done by a command, on a button; every command is here. */
export const LABELS: Readonly<Record<string, string>> = {
  OpenCase: '立案',
  AttachItem: '并入信息',
  AddSource: '补充来源',
  CorrectInstant: '填写时间',
  ConfirmGrade: '定级',
  ChangeLevel: '调整级别',
  ApproveLevelChange: '审核',
  RejectLevelChange: '不同意',
  SetResponseLevel: '定响应级别',
  RateCase: '评定',
  SetFlags: '标记',
  PurgeContent: '清除内容',
  AssignUnit: '转办',
  ReturnCase: '退回',
  DecideReturn: '决定退回',
  WithdrawUnit: '撤销会办',
  Acknowledge: '签收',
  FileReport: '登记报告',
  RecordPublication: '登记发布',
  RecordMeeting: '登记会议',
  RequestPlan: '报请启动预案',
  StartPlan: '启动预案',
  EndPlan: '结束预案',
  RecordInstruction: '登记批示',
  RecordDecision: '登记决定',
  RecordAction: '登记办理',
  ConfirmAct: '确认',
  WithdrawAct: '撤回',
  HoldDuty: '暂缓',
  ResumeDuty: '恢复办理',
  ExtendDuty: '延长时限',
  SetDeadline: '录入时限',
  IssueDocument: '制发文书',
  CompleteAct: '补齐',
  ReleaseWarning: '核发预警',
  DeclareCalm: '登记平息',
  Rekindle: '登记再次发酵',
  Conclude: '结报',
  ApproveConclusion: '审核结报',
  ReleaseDuty: '登记免报',
  ConfirmRelease: '确认免报',
  FileReview: '总结归档',
  DraftSupervisionOrder: '拟督办通知',
  SignSupervisionOrder: '核签',
  ChargeSigner: '委托签发',
  AcknowledgeOrder: '签收督办通知',
  VoidOrder: '作废督办通知',
  AnswerNotice: '已告知',
  DetachItem: '移出信息',
  MergeCase: '并入另一案卷',
  Reopen: '恢复办理',
  ApproveMerge: '审核并案',
  RejectMerge: '不同意',
};

/** A button of more signs is no button any more: the row says what it is about. */
const LONGEST = 8;
const FIRST = 'first';
const REPORT = '报告';

/** The name of what a command carries in `field`, as far as it fits. */
const named = ({ carries }: Command, field: string, list: string, nameOf: NameOf): string | undefined => {
  const id = carries[field];
  const name = typeof id === 'string' ? nameOf(list, id) : undefined;
  if (name === undefined) return undefined;
  const short = list === 'action' ? shortAction(name, LONGEST) : name;
  return short !== undefined && short.length <= LONGEST ? spoken(short) : undefined;
};

/** 登记电话报告, 登记续报, 登记书面续报. A first report is a report. */
const reportLabel = (command: Command, nameOf: NameOf): string => {
  const { kind, answers } = command.carries;
  const form = named(command, 'form', 'reportForm', nameOf) ?? '';
  const what = named(command, 'kind', 'reportKind', nameOf) ?? (answers === undefined ? REPORT : '答复');
  return `登记${form}${form !== '' && kind === FIRST ? REPORT : what}`;
};

/** Of what is carried: the verb, and the name of it. */
const NAMED: Readonly<Record<string, { verb: string; field: string; list: string }>> = {
  RecordPublication: { verb: '登记', field: 'form', list: 'publicationForm' },
  RecordAction: { verb: '登记', field: 'action', list: 'action' },
  IssueDocument: { verb: '制发', field: 'document', list: 'document' },
  RateCase: { verb: '评定', field: 'scale', list: 'scale' },
};

/** What a button says that gives this command. */
export const actLabel = (command: Command, nameOf: NameOf): string => {
  const { type } = command;
  if (type === 'FileReport') return reportLabel(command, nameOf);
  const by = NAMED[type];
  const name = by === undefined ? undefined : named(command, by.field, by.list, nameOf);
  return by === undefined || name === undefined ? (LABELS[type] ?? '办理') : `${by.verb}${name}`;
};

const QUESTION = /(是否.{2,6})$/;
/**
 * The question that a duty asks, where each of its commands is one of the answers: 登记是否平息. Undefined: it asks none, or its
 * first command takes either answer.
 */
export const questionOf = ({
  name,
  kind,
  commands,
}: Pick<TaskReply, 'name' | 'kind' | 'commands'>): string | undefined => {
  const [, asked] = QUESTION.exec(name ?? '') ?? [];
  if (asked === undefined || kind === 'climbed' || commands.length < 2) return undefined;
  return commands[0]?.type === 'RecordDecision' ? undefined : `登记${asked}`;
};

/**
 * Where it is given, and for which time of which duty. Of a 涉密 case an address says no more than the number of an entry, and what
 * the regulation calls the duty.
 */
export const actPath = (
  caseId: string,
  { type, carries }: Command,
  isSecret: boolean,
  { duty, occurrence }: Pick<TaskReply, 'duty' | 'occurrence'> = {},
): string => {
  const said = Object.entries(carries).filter(([, value]) => !isSecret || typeof value === 'number');
  const query = [
    ...(said.length === 0 ? [] : [['with', JSON.stringify(Object.fromEntries(said))]]),
    ...(duty === undefined || occurrence === undefined ? [] : [['for', meantWords({ duty, occurrence })]]),
  ].map(([name, words]) => `${name}=${encodeURIComponent(words!)}`);
  return `${casePath(caseId)}/do/${type}${query.length === 0 ? '' : `?${query.join('&')}`}`;
};
export const casePath = (caseId: string): string => `/desk/cases/${encodeURIComponent(caseId)}`;
