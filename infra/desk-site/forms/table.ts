import type { CaseList, FormChoice, RecordNames } from '../../../shared/contracts/desk/forms.ts';

// What the contract does not say of a form: in which order one asks, in which words, and from where a value is taken. A place is
// `command.field`, within a field `outer.field`; a bare name holds wherever it stands.

/** As in a call: to whom, when, who took it, what, the number. What is not here comes after, as the contract has it. */
export const ORDER: Readonly<Record<string, readonly string[]>> = {
  FileReport: [
    'to',
    'madeAt',
    'post',
    'kind',
    'form',
    'summary',
    'fields',
    'reference',
    'spokeTo',
    'text',
    'signedBy',
  ],
  RecordPublication: ['form', 'title', 'place', 'link', 'madeAt', 'approval'],
  RecordMeeting: ['madeAt', 'participants', 'conclusion'],
  StartPlan: ['madeAt', 'commander', 'note'],
  RecordInstruction: ['from', 'onBehalf', 'text', 'madeAt', 'task', 'to', 'deadline', 'handleAs'],
  RecordDecision: ['decision', 'to', 'outcome', 'madeAt'],
  RecordAction: ['action', 'text', 'madeAt', 'note'],
  IssueDocument: ['document', 'fields', 'madeAt', 'channel'],
  ConfirmAct: ['act', 'agree', 'reason', 'reference'],
  CorrectInstant: ['instant', 'source', 'at', 'reason', 'reference'],
  ConfirmGrade: ['level', 'reason', 'handleAs', 'factors'],
  ChangeLevel: ['level', 'authority', 'newFact', 'reason', 'handleAs'],
  AnswerNotice: ['notice', 'how', 'madeAt', 'note'],
  DetachItem: ['id', 'destination', 'reason'],
};

/** What is rarely needed. */
export const FOLDED: readonly string[] = [
  'onBehalf',
  'outside',
  'happened',
  'handleAs',
  'factors',
  'AssignUnit.part',
  'DraftSupervisionOrder.unit',
  'FileReport.spokeTo',
  'FileReport.channel',
  'FileReport.answers',
  'FileReport.text',
  'FileReport.signedBy',
  'RecordAction.body',
  'RecordAction.result',
  'IssueDocument.channel',
  'ReleaseDuty.occurrence',
  'Conclude.mistaken',
  'CompleteAct.spokeTo',
  'CompleteAct.fields',
  'CompleteAct.title',
  'CompleteAct.link',
  'CompleteAct.place',
  'CompleteAct.participants',
  'CompleteAct.conclusion',
  'CompleteAct.to',
  'source.regardedAs',
];

/** What of it is as likely needed as not. */
export const UNFOLDED: readonly string[] = ['RecordInstruction.onBehalf'];

/** How one asks for it at the desk, where the contract's word is a clerk's. */
export const TITLES: Readonly<Record<string, string>> = {
  'FileReport.to': '报给谁',
  'FileReport.madeAt': '什么时候报的',
  'FileReport.summary': '报告要点',
  'FileReport.reference': '文号或对方记录编号',
  'FileReport.text': '报告全文',
  'CompleteAct.summary': '报告要点',
  'CompleteAct.fields': '还缺的栏目',
  'RecordPublication.madeAt': '什么时候发布的',
  'RecordMeeting.madeAt': '什么时候开的',
  'StartPlan.madeAt': '什么时候启动的',
  'RecordInstruction.madeAt': '什么时候批示的',
  'RecordDecision.madeAt': '什么时候决定的',
  'RecordAction.madeAt': '什么时候办的',
  'IssueDocument.madeAt': '什么时候制发的',
  'AnswerNotice.madeAt': '什么时候告知的',
  'AnswerNotice.notice': '告知什么事',
  onBehalf: '替别人录入',
  'RecordInstruction.onBehalf': '哪位本局领导批示的',
  'onBehalf.person': '替谁录入',
  'onBehalf.at': '本人什么时候办的',
  'ConfirmAct.agree': '是否认可',
  'ChargeSigner.person': '委托给谁',
  'ReleaseDuty.duty': '免报哪一项',
  'AttachItem.id': '并入哪一条',
  'DetachItem.id': '移出哪一条',
  'MergeCase.into': '并入哪一件',
};

/** What stands under a field, where the contract speaks to programs. Empty: nothing. */
export const ABOUT: Readonly<Record<string, string>> = {
  madeAt: '不选为现在',
  act: '',
  order: '',
  person: '',
  notice: '',
  approval: '审定所发布内容的那一条记录',
  newFact: '定级之后出现的新情况',
  authority: '',
  from: '',
  how: '',
  destination: '',
  same: '没有收文号的才须回答',
  factors: '',
  sensitivity: '',
  severity: '',
  urgency: '',
  scope: '',
  heat: '',
  result: '',
  dateOnly: '',
  fields: '',
  points: '',
  agree: '',
  part: '不选为主办',
  'DecideReturn.act': '',
  'DecideReturn.to': '',
  'DecideReturn.reason': '不同意的写明理由，不少于8个字',
  answers: '不选为此前收到的全部',
  post: '',
  spokeTo: '',
  'FileReport.reference': '',
  'ReleaseDuty.duty': '',
  'SignSupervisionOrder.text': '不填的，用系统所拟正文',
  'ReleaseWarning.fields': '系统所拟，可以直接改',
  onBehalf: '照所填的时间计时；办结的、据以发布的，要本人确认才算数',
  'RecordInstruction.onBehalf':
    '领导电话、当面批示的要写明，系统请其本人确认，确认前已按批示计时、发短信；上级领导的不填',
  id: '',
  'RecordDecision.to': '',
  unmet: '不少于8个字，照实写明为何未办',
  'Conclude.summary': '不少于8个字',
  'MergeCase.into': '',
  'MergeCase.reason': '两案为何是同一件事，不少于8个字',
  'DetachItem.reason': '这条信息说的是哪一件事',
  'Reopen.reason': '不少于8个字',
  'Conclude.mistaken': '本案本来不该立的才填，不少于8个字',
  link: '可以不写 https://',
  until: '不填为未定期限',
};

/** From what of the case a value is taken. */
export const TAKEN_FROM: Readonly<Record<string, CaseList>> = {
  'AttachItem.id': 'items',
  'DetachItem.id': 'caseItems',
  'CorrectInstant.source': 'sources',
  'ChangeLevel.newFact': 'facts',
  'FileReport.answers': 'asked',
  'RecordPublication.approval': 'approvals',
  'onBehalf.person': 'people',
  'ConfirmAct.act': 'toConfirm',
  'WithdrawAct.act': 'doneActs',
  'HoldDuty.duty': 'openDuties',
  'ResumeDuty.duty': 'held',
  'ExtendDuty.duty': 'extendable',
  'SetDeadline.duty': 'openDuties',
  'CompleteAct.act': 'incomplete',
  'ReleaseWarning.duty': 'warnings',
  'ReleaseDuty.duty': 'openDuties',
  'ReleaseDuty.occurrence': 'occurrences',
  'ConfirmRelease.act': 'releases',
  'DecideReturn.act': 'returns',
  'WithdrawUnit.unit': 'jointUnits',
  'DraftSupervisionOrder.duty': 'duties',
  'SignSupervisionOrder.order': 'draftOrders',
  'AcknowledgeOrder.order': 'issuedOrders',
  'VoidOrder.order': 'openOrders',
  'ChargeSigner.person': 'people',
  'AnswerNotice.notice': 'telephone',
};

/** Another case that is being handled: nobody types its number. */
export const CASES: readonly string[] = ['MergeCase.into'];

/** Under whose names words go. */
export const NAMED_BY: Readonly<Record<string, RecordNames>> = {
  'FileReport.fields': 'report',
  'CompleteAct.fields': 'act',
  'ReleaseWarning.fields': 'warning',
  'IssueDocument.fields': 'document',
  'FileReview.points': 'review',
  'Conclude.unmet': 'unmet',
};

/** Fields that another one fills in. */
export const HIDDEN: readonly string[] = [
  'type',
  'AttachItem.feed',
  'DetachItem.feed',
  'WithdrawAct.mergedCase',
  'CorrectInstant.dateOnly',
  'OpenCase.key',
];

/** Where none of several is an answer too, and how it is said. */
export const NONE: Readonly<Record<string, string>> = { 'RecordDecision.to': '不上报' };

/** Instants that lie ahead. */
export const AHEAD: readonly string[] = ['until', 'deadline', 'due', 'answerBy', 'ExtendDuty.to'];
/** Instants of which the day may be all that is known → the field that says so. */
export const DAY_IN: Readonly<Record<string, string>> = { 'CorrectInstant.at': 'dateOnly' };

/** What the contract's own words mean. */
export const MEANING: Readonly<Record<string, readonly FormChoice[]>> = {
  authority: [
    { id: 'change', name: '本局调整' },
    { id: 'instruction', name: '按领导批示' },
  ],
  part: [
    { id: 'lead', name: '主办' },
    { id: 'joint', name: '会办' },
  ],
  from: [
    { id: 'bureau', name: '本局领导' },
    { id: 'superior', name: '上级领导' },
  ],
  how: [
    { id: 'telephoned', name: '已电话告知' },
    { id: 'read', name: '本人已读' },
  ],
  destination: [
    { id: 'case', name: '另行立案' },
    { id: 'board', name: '退回作为信息留存' },
  ],
};

/** What one does, as the heading and the button say it, where the command's name is the thing alone. */
export const DOES: Readonly<Record<string, string>> = {
  FileReport: '登记报告',
  RecordPublication: '登记发布',
  RecordMeeting: '登记会议',
  RequestPlan: '登记报请启动应急预案',
  StartPlan: '登记启动应急预案',
  EndPlan: '登记结束应急预案',
  ConfirmGrade: '定级',
  AnswerNotice: '登记已告知',
  ConfirmAct: '确认或核实',
  RateCase: '评定',
  SetFlags: '改标记',
};
