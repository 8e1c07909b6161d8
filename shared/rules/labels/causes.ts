import type { CaseEvent, EventOf, EventType } from '../../case/events.ts';
import type { Regulation } from '../../regulations/schema.ts';
import { type Words, wordsOf } from './words.ts';

type Cause = { [T in EventType]?: (event: EventOf<T>, words: Words) => string };

const levels = (words: Words, from: string, to: string, how: string): string =>
  `级别由${words.level(from)}${how}${words.level(to)}`;

/** What moves, ends or begins anew what is owed, in a few words; in the order in which one of several is named. */
const CAUSES: Cause = {
  CaseMerged: ({ into }) => `已并入案卷${into}`,
  CaseReopened: () => '恢复办理',
  CaseTakenOver: ({ case: caseId }) => `并入案卷${caseId}`,
  CaseConcluded: () => '案卷已结报',
  CaseRekindled: () => '舆情再次发酵',
  CalmLapsed: () => '级别升高,原平息宣布不再有效',
  CalmDeclared: () => '舆情已平息',
  LevelChanged: ({ from, to, handlingFrom, handlingTo, direction }, words) => {
    const [before, after] = from === to ? [handlingFrom, handlingTo] : [from, to];
    return levels(words, before, after, { raised: '升为', lowered: '降为', same: '调整为' }[direction]);
  },
  GradeConfirmed: ({ level }, words) => `定级为${words.level(level)}`,
  CaseGraded: ({ grade }, words) => `初判为${words.level(grade.level)}`,
  CaseRated: ({ scale, level }, words) => `${words.scale(scale)}定为${words.level(level)}`,
  InstantCorrected: ({ instant, before }, words) =>
    `${before === undefined ? '填写' : '更正'}${words.named('instants', instant)}时间`,
  ReceiptCorrected: () => '更正收到时间',
  DutyExtended: () => '批准延长',
  DeadlineSet: () => '录入时限',
  DutyHeld: () => '暂缓办理',
  DutyResumed: () => '恢复办理',
  ReleaseConfirmed: () => '收文机关同意免报',
  ActWithdrawn: ({ act, of = '' }) => `撤回案卷${of}日志第${act}条`,
  ActConfirmed: ({ act, agree }) => `案卷日志第${act}条${agree ? '已确认' : '被否认'}`,
  UnitAssigned: ({ unit, part }, words) =>
    part === 'joint' ? `${words.unit(unit)}会办` : `改由${words.unit(unit)}承办`,
  UnitWithdrawn: ({ unit }, words) => `${words.unit(unit)}不再会办`,
  ReturnDecided: ({ unit }, words) => `${words.unit(unit)}退回`,
  SourceAdded: ({ source }, words) => `收到${words.named('sources', source.kind)}`,
  FlagsChanged: ({ added, removed }, words) =>
    added.length + removed.length === 0
      ? '核实信息的标记'
      : added.length > 0
        ? `标记${added.map((flag) => words.named('flags', flag)).join('、')}`
        : `取消标记${removed.map((flag) => words.named('flags', flag)).join('、')}`,
  ItemAttached: () => '并入新的信息',
  DutyMissed: () => '上一期缺报,转入下一期',
  ActCompleted: ({ act }) => `补齐案卷日志第${act}条`,
  DecisionRecorded: ({ decision }, words) => `决定“${words.named('decisions', decision)}”`,
  ActionRecorded: ({ action }, words) => words.named('actions', action),
  ReportFiled: ({ kind }, words) => `已作“${words.named('reportKinds', kind)}”`,
  PublicationRecorded: ({ form }, words) => `已办“${words.named('publicationForms', form)}”`,
  PlanEnded: () => '应急预案结束',
};

/** Why what a command did to the duties happened: the decision's weightiest event in words; undefined where none moves a limit. */
export const causeOf = (regulation: Regulation, decided: readonly CaseEvent[]): string | undefined => {
  const words = wordsOf(regulation);
  for (const [type, describe] of Object.entries(CAUSES)) {
    const event = decided.find((each) => each.type === type);
    if (event !== undefined) return (describe as (event: CaseEvent, words: Words) => string)(event, words);
  }
  return undefined;
};
