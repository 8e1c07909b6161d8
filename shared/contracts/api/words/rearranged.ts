/** What waits for a second person, and which case is which: fields of an answer (replies.ts). */
export const REARRANGED_WORDS: Readonly<Record<string, string>> = {
  awaitingConclusion: '待第二人同意的结报;没有时为 null',
  awaitingMerge: '待第二人同意的并案;没有时为 null',
  awaitingSecondPerson: '待第二人批准的降级;没有时为 null',
  detached: '已移出的信息:另行立案(case)或退回留存(board),现在哪一案卷',
  formerCase: '疑似复燃:讲过同一舆情而当时已结报的案卷;没有时为 null',
  mergedInto: '本案并入的案卷:在该案卷继续办理;没有并入的为 null',
  reopenings: '结报后恢复办理的各次',
  takenOver: '并入本案的案卷:其办理情况在该案卷查阅',
};
