/** What waits for a second person, which case is which, and what a try says: fields of an answer (replies.ts). */
export const REARRANGED_WORDS: Readonly<Record<string, string>> = {
  awaitingConclusion: '待第二人同意的结报;没有时为 null',
  awaitingMerge: '待第二人同意的并案;没有时为 null',
  awaitingSecondPerson: '待第二人批准的降级;没有时为 null',
  detached: '已移出的信息:另行立案(case)或退回留存(board),现在哪一案卷',
  formerCase: '疑似复燃:讲过同一舆情而当时已结报的案卷;没有时为 null',
  outOf: '移自哪一案卷,以及该案卷日志的第几条(act);没有移出过的没有这一项',
  mergedInto: '本案并入的案卷:在该案卷继续办理;没有并入的为 null',
  reopenings: '结报后恢复办理的各次',
  takenOver: '并入本案的案卷:在那里已办的事项(done),原文在该案卷查阅',
  merge: '并案:经同意后两件案卷会怎样;不是并案的没有这一项',
  placed: '移出信息:移出的信息到哪里;不是移出的没有这一项',
  between: '恢复办理:结报期间已届满的时限;不是恢复办理的没有这一项',
  foundLateText: '发现、定级等时时限已过的,其说法;没有时为 null',
};

const TRIED = 'PostCasesCaseCommandsTriedReply';
/** The same by their places. */
export const REARRANGED_PLACE_WORDS: Readonly<Record<string, string>> = {
  [`${TRIED}.merge.into`]: '继续办理的案卷编号',
  [`${TRIED}.merge.title`]: '继续办理的案卷标题',
  [`${TRIED}.merge.limits`]: '两件案卷各项时限会怎样',
  [`${TRIED}.merge.limits.what`]:
    '会怎样:same 时限不变、earlier 提前、begins 开始计时、answered 已在被并入的案卷办理、covered 已在继续办理的案卷办理、ends 不再要求',
  [`${TRIED}.merge.limits.whatText`]: '会怎样(文字)',
  [`${TRIED}.merge.limits.atOnce`]: '是否应立即办理:其时刻为何时起',
  [`${TRIED}.merge.limits.due`]: '合并后的时限;没有数字或不再要求的为 null',
  [`${TRIED}.merge.limits.keptDue`]: '合并后仍然有效的原时限;没有的不列',
  [`${TRIED}.merge.missed`]: '被并入的案卷已逾期未办、不再要求的事项:在继续办理的案卷仍计逾期未办',
  [`${TRIED}.merge.limits.before`]: '继续办理的案卷现在的时限;没有的为 null',
  [`${TRIED}.merge.limits.there`]: '被并入的案卷现在的时限;没有的为 null',
  [`${TRIED}.merge.limits.isShared`]: '是否两件案卷都须办理:合为一项',
  [`${TRIED}.merge.limits.at`]: '办结时间;没有办结的为 null',
  [`${TRIED}.merge.limits.unit`]: '由哪个单位办理;不必区分单位的为 null',
  [`${TRIED}.merge.levelBefore`]: '继续办理的案卷现在的处置级别',
  [`${TRIED}.merge.level`]: '合并后的处置级别',
  [`${TRIED}.merge.texts`]: '继续办理的案卷将发出的短信',
  [`${TRIED}.placed.joins`]: '并入的已有案卷;另立新案卷、退回留存的为 null',
  [`${TRIED}.placed.level`]: '新案卷的级别;不另立案卷的为 null',
  [`${TRIED}.placed.duties`]: '新案卷已起算的职责',
};
