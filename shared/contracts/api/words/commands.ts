import type { OfficeCommand } from '../../commands.ts';
import type { OpenCase } from '../../opening-command.ts';

/** What a command is for, and what it does to the clocks of its case. */
export interface CommandWords {
  about: string;
  clocks: string;
}
export type CommandName = OfficeCommand['type'] | OpenCase['type'];
const NOTHING = '不改变时限。';

export const COMMAND_WORDS: Readonly<Record<CommandName, CommandWords>> = {
  OpenCase: {
    about: '人工立案:引用已入库的舆情信息,或写明标题和来源;电话、来文等所得写入正文和值班电话记录。',
    clocks: '按初判级别起算各项时限,定级以前为暂定;有权定级的人员填写了级别的,即为定级。',
  },
  AttachItem: {
    about: '把一条已入库的舆情信息并入本案。',
    clocks: '信息中的公开时间、事发时间较早的,从其起算;热度或内容高于已定级别的,提请重新研判。',
  },
  AddSource: {
    about: '登记本案的另一来源,如上级交办、提示,写明收到时间和收文号。',
    clocks: '从收到起算的职责,自这一来源收到时起算;每次交办分别起算的,另计一次。',
  },
  CorrectInstant: {
    about: '填写或更正一个时点,如舆情发生、事发、爆发、收到时间,写明理由。',
    clocks: '从该时点起算的时限重新计算。把时点改晚会推后时限的,只能由有权的人员办理,且不能是原录入人。',
  },
  ConfirmGrade: {
    about: '确定本案级别(定级),可写明各项评分和另定的处置级别。低于初判的,作为降级申请待第二人批准。',
    clocks: '初判级别的暂定时限自此成为制度规定的时限;级别有变动的,按新级别排定职责。',
  },
  ChangeLevel: {
    about: '定级之后调整级别:升级即时生效,降级须第二人批准。',
    clocks: '升级后增加新级别的职责,原有时限不推后;降级批准后,新级别没有的职责不再适用。',
  },
  ApproveLevelChange: {
    about: '批准他人提出的降级申请。',
    clocks: '降级自此生效,新级别没有的职责不再适用。',
  },
  RejectLevelChange: { about: '不同意他人提出的降级申请,写明理由。', clocks: NOTHING },
  SetResponseLevel: {
    about: '确定应急响应级别。',
    clocks: '响应级别另行记录,不改变时限。',
  },
  RateCase: {
    about: '按另一级别体系(如敏感程度、预警等级)评定本案。',
    clocks: '以该评定为条件的职责随之适用、改变时限或不再适用;会推后时限的,须由有权的人员办理。',
  },
  SetFlags: {
    about: '加上或取消标记,写明理由;取消“涉密”须有保密文件的文号。有的标记只能由制度规定的岗位加上或取消。',
    clocks: '以标记为条件的职责随之适用或不再适用。',
  },
  PurgeContent: {
    about: '清除涉密案卷中已录入的内容;日志及其指纹链保留。清除后不能恢复。',
    clocks: NOTHING,
  },
  AssignUnit: {
    about:
      '把本案转办给责任单位主办,或者增加一个会办单位(part 填 joint)。改转其他单位主办的,原主办单位不再承办。',
    clocks:
      '办结“转办”类职责;由责任单位承担的职责自此通知主办单位,每个单位各自负担的职责(签收、初报)另行列为该单位应办。',
  },
  ReturnCase: {
    about: '承办单位在签收以前退回本案,写明理由,由有权转办的人员立即决定。',
    clocks: '时限照常计算;新增一项立即决定退回的本局要求。',
  },
  DecideReturn: {
    about: '决定单位的退回:同意主办单位退回的,同时写明改由哪个单位主办;不同意的写明理由。',
    clocks: '办结决定退回的本局要求;其他时限都不推后。',
  },
  WithdrawUnit: {
    about: '撤销一个单位的会办,写明理由。',
    clocks: '该单位各自负担而尚未办理的职责不再要求;已办的仍算已办。',
  },
  Acknowledge: {
    about: '表示已收到本案:责任单位签收后办理,办公室、领导签收只表示已看到。',
    clocks: '从签收起算的职责自此起算。',
  },
  FileReport: {
    about: '登记一次报告:种类、形式、报送对象和内容。缺要件的照收,列为要件待补。',
    clocks: '办结由这一种类、形式和对象的报告办结的职责,以报告时间为准;定期报告自此计下一期。',
  },
  RecordPublication: {
    about: '登记一次对外发布。须经审定的,先登记审定;已经发出而未经审定的,写明原因照实登记。',
    clocks: '办结由这一形式的发布办结的职责,以发布时间为准。',
  },
  RecordMeeting: { about: '登记一次会议的时间、参加人员和结论。', clocks: '办结召开会议的职责。' },
  RequestPlan: { about: '登记报请启动应急预案。', clocks: '办结报请启动应急预案的职责。' },
  StartPlan: {
    about: '登记应急预案启动,写明指挥长。',
    clocks: '从启动应急预案起算的职责自此起算;办结启动预案的职责。',
  },
  EndPlan: { about: '登记应急预案结束。', clocks: '只在预案期间适用的要求不再适用。' },
  RecordInstruction: {
    about:
      '登记本局或上级领导的批示;要求办理的,写明事项、期限和承办人。本局领导电话、当面作出的,写明是哪位领导,由其本人确认。',
    clocks:
      '批示有期限的,新增一项到期提醒的本局要求;批示参照更高级别处置的,按该级别排定职责。待本人确认的,期限照常计算;本人否认的,该项要求不再存在。',
  },
  RecordDecision: {
    about: '登记制度规定的一项决定及其结果,如是否上报、报哪些单位。',
    clocks: '办结作出该决定的职责;以该决定起算的职责(如向所定单位报告)自此起算。',
  },
  RecordAction: {
    about: '登记一项办理事项:审定、审核、同意、处置措施等。',
    clocks: '办结由该事项办结的职责;满足后续办理的前置审批。',
  },
  ConfirmAct: {
    about: '本人确认或否认他人代录的记录,会签外单位的意见,或者核实逾期后的补录。',
    clocks: '认可的,原记录按其时间办结职责;否认的,原记录不算,职责仍须办理。',
  },
  WithdrawAct: {
    about: '撤回误录的记录,写明理由;日志仍保留原记录。',
    clocks: '由该记录办结的职责恢复为未办,时限不变。撤回会推后时限的,须由录入人以外的人办理。',
  },
  HoldDuty: {
    about: '暂缓一项可以暂缓的职责,写明理由,可以写明截止时间。',
    clocks: '在暂缓截止以前不再提醒和上报;时限本身不变。',
  },
  ResumeDuty: { about: '恢复已暂缓的职责。', clocks: '恢复提醒和上报;时限本身不变。' },
  ExtendDuty: {
    about: '在时限届满以前,按制度规定延长一项职责的时限,写明理由和批准人。',
    clocks: '该职责的时限延至所填时间,不得超过制度规定的最长期限。',
  },
  SetDeadline: {
    about: '录入由另一规定给出的时限,或者按放假通知确定暂定时限,写明依据。',
    clocks: '该职责以所填时间为时限;逾期之后不能改晚。',
  },
  IssueDocument: {
    about: '制发一份文书,按制度规定的栏目填写。须经审定的,先登记审定。',
    clocks: '办结由该文书办结的职责,以制发时间为准。',
  },
  CompleteAct: {
    about: '补齐已登记事项所缺的要件;已写明的内容不能改写。',
    clocks: '不改变原记录的时间;要件补齐后不再催补,也不再妨碍结报。',
  },
  ReleaseWarning: {
    about: '核发系统拟好的预警,可以改写或补上其中的部分内容。',
    clocks: '预警送出后,办结预警职责。',
  },
  DeclareCalm: {
    about: '宣布舆情平息。',
    clocks: '“直至平息”的定期职责到此为止;从平息起算的职责自此起算。',
  },
  Rekindle: {
    about: '平息之后再次发酵的,登记再次爆发的时间。',
    clocks: '平息宣布失效,从爆发起算的职责自再次爆发时重新起算。',
  },
  Conclude: {
    about: '提出结报:写明处置情况;未办的职责逐项写明理由。误立的案卷写明误立的理由。',
    clocks: '结报生效后各项时限终止,制度规定结报之后仍须办理的职责除外;须第二人同意的,同意后生效。',
  },
  ApproveConclusion: {
    about: '同意他人提出的结报。',
    clocks: '结报自此生效,各项时限终止,制度规定结报之后仍须办理的职责除外。',
  },
  ReleaseDuty: {
    about: '登记收文机关同意免报某项职责,写明来文文号或来电情况。',
    clocks: '经第二人确认后,该次职责不再须要办理。',
  },
  ConfirmRelease: { about: '确认收文机关同意免报。', clocks: '该次职责自此不再须要办理。' },
  FileReview: {
    about: '归档总结评估,按制度规定的各点填写。',
    clocks: '办结总结评估的职责;结报之后别无未办事项的,案卷归档。',
  },
  DetachItem: {
    about: '把说的是另一件事的信息移出本案:另行立案,或者退回作为信息留存。本案只有一条信息的不能移出。',
    clocks:
      '本案已据以起算的时限、级别和来文不变;须更正的,另行更正时点或调整级别。另立的案卷自该信息被发现时起算。',
  },
  MergeCase: {
    about:
      '提出把本案并入另一在办案卷,经第二人同意后生效。已结报的、涉密的案卷不能合并;有暂缓、待确认、未答复的批示或督办通知的,先办理完。',
    clocks:
      '同意之后本案时限终止,由另一案卷承接:起算从早,级别从高,时限从严,每次来文各自答复;任何一方已经逾期的仍为逾期。',
  },
  Reopen: {
    about: '已结报而未归档的案卷恢复办理,写明理由。',
    clocks: '原有起算时点和时限不变,结报以后届满的照原时限计算。',
  },
  ApproveMerge: {
    about: '同意他人提出的并案。',
    clocks: '并案自此生效:本案时限终止,由另一案卷承接。',
  },
  RejectMerge: { about: '不同意他人提出的并案,写明理由。', clocks: NOTHING },
  DraftSupervisionOrder: {
    about: '就逾期的职责,或者就本案整体,拟督办通知稿。',
    clocks: '签发以前不改变时限。',
  },
  SignSupervisionOrder: {
    about: '签发督办通知稿,写明答复期限。签发后编号发出。也可以由受委托的人员签发。',
    clocks: '新增一项由收文单位在期限内答复的本局要求。',
  },
  ChargeSigner: { about: '委托一名人员签发本案的督办通知。', clocks: NOTHING },
  AcknowledgeOrder: { about: '收文单位签收督办通知。', clocks: NOTHING },
  VoidOrder: {
    about: '作废督办通知或通知稿,写明理由。已签发的由签发人作废。',
    clocks: '该督办通知的答复要求终止。',
  },
  AnswerNotice: {
    about: '登记须电话通知的事项已经告知,或者本人已读。',
    clocks: '该事项不再列入待电话通知;由通知送达办结的职责随之办结。',
  },
};
