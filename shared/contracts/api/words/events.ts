import type { CommandName } from './commands.ts';

// What people wrote, as it stands in the log: an event's field is called what it is called in the form of the command that
// brings it. Told here is only which command that is, where its words are its own, and what no form has.

/** An event → the command whose form it comes from. */
export const EVENT_COMMANDS: Readonly<Record<string, CommandName>> = {
  CaseOpened: 'OpenCase',
  ReportFiled: 'FileReport',
  InstructionRecorded: 'RecordInstruction',
  ActionRecorded: 'RecordAction',
  ActConfirmed: 'ConfirmAct',
  FlagsChanged: 'SetFlags',
  DeadlineSet: 'SetDeadline',
  LimitSettled: 'SetDeadline',
  DutyReleased: 'ReleaseDuty',
  ReleaseDocumented: 'ReleaseDuty',
  ConclusionProposed: 'Conclude',
  CaseConcluded: 'Conclude',
  SupervisionOrderIssued: 'SignSupervisionOrder',
};

/** By place, or by event and place, where no form has it or a form's word would mislead. */
export const EVENT_WORDS: Readonly<Record<string, string>> = {
  name: '职责',
  'SignerCharged.name': '受委托人',
  'grade.reasons.text': '级别的理由',
  'items.title': '信息标题',
  'items.url': '信息网址',
  'items.text': '信息正文',
  'item.title': '信息标题',
  'item.url': '信息网址',
  'item.text': '信息正文',
  'happened.reason': '未经审定已经发出的原因',
  'happened.missing': '尚缺的审定',
  'unmet.name': '未办职责',
  'unmet.reason': '未办理由',
  'revoked.reason': '不再适用的理由',
  'own.name': '批示要求',
  'settled.own.name': '批示要求',
  'settled.reason': '理由',
  'notices.variables.duty': '所通知的事项',
  'notice.variables.duty': '所通知的事项',
  'handOvers.to.name': '收信人',
  'handOvers.to.text': '短信',
  'NoticeAnswered.note': '告知情况',
  'NoticeAnswered.about': '所告知的事项',
  'CommandRefused.message': '没有办成的原因',
  unread: '读不出的时点',
  'items.unreadMark': '未能识别的标记',
  'item.unreadMark': '未能识别的标记',
  given: '补充内容',
  'ReviewFiled.points': '总结评估',
  'WarningReleased.says': '预警内容',
};
