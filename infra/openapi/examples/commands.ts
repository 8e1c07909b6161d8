import type { CommandName } from '../../../shared/contracts/api/words/commands.ts';
import { isOutside } from '../../../shared/regulations/lookup.ts';
import { REVIEW_DOCUMENT } from '../../../shared/regulations/reserved.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { type ListName, wordsOfList } from '../../../shared/rules/names.ts';

type Fields = Readonly<Record<string, unknown>>;
const MADE_AT = '2026-03-02T09:30:00+08:00';
const LATER = '2026-03-05T18:00:00+08:00';

/** What examples of a bureau are made of: the first of each list, by its name, where it has any. */
const firsts = (regulation: Regulation) => {
  const first = (list: ListName): string => wordsOfList(regulation, list).choices[0]?.name ?? '(本局没有)';
  const { roles, duties, documents, scales } = regulation;
  const clocked = scales[0]!.levels.find(({ clocked }) => clocked);
  const dutyWhere = (fits: (duty: Regulation['duties'][number]) => boolean): string =>
    (duties.find(fits) ?? duties[0])!.name;
  const hasLimit = (kind: string) => (duty: Regulation['duties'][number]) =>
    duty.terms.some(({ limit }) => limit.kind === kind);
  const document = documents.find(({ id }) => id !== REVIEW_DOCUMENT) ?? documents[0];
  const filled = (fields: readonly string[] = []) =>
    Object.fromEntries(fields.map((field) => [field, `${field}的内容`]));
  return {
    first,
    level: clocked?.short ?? first('level'),
    superior: roles.find(({ kind }) => kind === 'superior')?.name ?? roles[0]!.name,
    outside: roles.find(({ id }) => isOutside(regulation, id))?.name ?? roles[0]!.name,
    leader: roles.find(({ id }) => id === regulation.headOfOffice)?.name ?? roles[0]!.name,
    leaderId: regulation.headOfOffice,
    holdable: dutyWhere(({ holdable }) => holdable),
    extendable: dutyWhere(({ terms }) =>
      terms.some(({ limit }) => limit.kind === 'within' && limit.extension !== undefined),
    ),
    external: dutyWhere(hasLimit('external')),
    limited: dutyWhere(hasLimit('within')),
    warning: dutyWhere(({ fulfilledBy }) =>
      fulfilledBy.some((way) => way.act === 'notice' && way.says !== undefined),
    ),
    document: document?.name ?? '(本局没有)',
    documentFields: filled(document?.fields),
    points: filled(documents.find(({ id }) => id === REVIEW_DOCUMENT)?.fields),
  };
};
type Firsts = ReturnType<typeof firsts>;

const LEVELS = (own: Firsts): Partial<Record<CommandName, Fields>> => ({
  ConfirmGrade: { level: own.level, reason: '多家媒体转发,网民关注度上升' },
  ChangeLevel: { level: own.level, reason: '出现新的伤情通报', authority: 'change', newFact: 6 },
  ApproveLevelChange: {},
  RejectLevelChange: { reason: '传播仍在扩大,暂不降级' },
  SetResponseLevel: { level: own.first('responseLevel'), reason: '按应急预案启动响应' },
  RateCase: { scale: own.first('scale'), level: own.first('ratingLevel'), reason: '涉及民生,网民关注' },
  SetFlags: { add: [own.first('flag')], reason: '核实情况后标记' },
});

const FACTS = (own: Firsts): Partial<Record<CommandName, Fields>> => ({
  OpenCase: {
    title: '群众来电反映某学校食堂食品变质',
    text: '多名学生用餐后身体不适,已送医检查。',
    call: { caller: '某家长', number: '+8613800000000', at: '2026-03-02T07:40:00+08:00' },
    sources: [{ kind: own.first('source'), receivedAt: '2026-03-02T07:40:00+08:00' }],
  },
  AttachItem: { feed: 'demo', id: '20260302-0001' },
  AddSource: {
    source: { kind: own.first('source'), receivedAt: MADE_AT, reference: '政办函〔2026〕12号' },
  },
  CorrectInstant: {
    instant: own.first('correctedInstant'),
    at: '2026-03-02T06:50:00+08:00',
    reason: '当事人确认',
  },
  PurgeContent: {},
  AssignUnit: { unit: own.first('unit'), note: '请立即核实情况' },
  WithdrawUnit: { unit: own.first('unit'), reason: '经核实与该单位的职责无关' },
  ReturnCase: { reason: '所反映的事项不属于本单位职责' },
  DecideReturn: { act: 7, agree: false, reason: '按职责分工仍由该单位办理' },
  Acknowledge: {},
  RecordInstruction: {
    from: 'superior',
    text: '请立即核查,依法处置,及时报告',
    task: '查明原因并书面报告',
    deadline: LATER,
  },
});

const ACTS = (own: Firsts): Partial<Record<CommandName, Fields>> => ({
  FileReport: {
    kind: own.first('reportKind'),
    form: own.first('reportForm'),
    to: [own.superior],
    madeAt: MADE_AT,
    spokeTo: '李某',
    post: '值班室',
    summary: '已封存涉事食品,正在检验',
  },
  RecordPublication: {
    form: own.first('publicationForm'),
    title: '情况通报',
    link: 'https://example.com/notice',
    madeAt: MADE_AT,
  },
  RecordMeeting: {
    participants: '局领导、有关单位负责人',
    conclusion: '成立调查组,当日公布进展',
    madeAt: MADE_AT,
  },
  RequestPlan: { reason: '影响较大,须启动应急预案' },
  StartPlan: { commander: '局主要负责人', madeAt: MADE_AT },
  EndPlan: { reason: '处置完毕,影响已经消除' },
  RecordDecision: { decision: own.first('decision'), outcome: '同意', madeAt: MADE_AT },
  RecordAction: { action: own.first('action'), text: '情况通报', madeAt: MADE_AT },
  IssueDocument: { document: own.document, fields: own.documentFields },
  ReleaseWarning: { duty: own.warning },
});

const LIMITS = (own: Firsts): Partial<Record<CommandName, Fields>> => ({
  ConfirmAct: { act: 9, agree: true },
  WithdrawAct: { act: 9, reason: '录入有误,报送对象不对' },
  CompleteAct: { act: 9, summary: '已封存涉事食品,检验结果明日公布' },
  HoldDuty: { duty: own.holdable, reason: '等待检验结果', until: LATER },
  ResumeDuty: { duty: own.holdable, reason: '检验结果已出' },
  ExtendDuty: { duty: own.extendable, to: LATER, reason: '须等待检验结果', approvedBy: own.leader },
  SetDeadline: {
    duty: own.external,
    due: LATER,
    reason: '按来文要求的期限',
    reference: '政办函〔2026〕12号',
  },
  AnswerNotice: { notice: `case#2#opened#${own.leaderId}`, how: 'telephoned', madeAt: MADE_AT },
  ReleaseDuty: { duty: own.limited, document: '政办函〔2026〕15号', reason: '收文机关来文同意免报' },
  ConfirmRelease: { act: 12 },
});

const ENDINGS = (own: Firsts): Partial<Record<CommandName, Fields>> => ({
  DeclareCalm: { reason: '检验结果公布,连续三日无新增讨论', calmedAt: MADE_AT },
  Rekindle: { reason: '网上出现新的视频,再次引起关注', outbreakAt: LATER },
  Conclude: {
    summary: '涉事食品已经全部下架,结果已向社会公布',
    unmet: { [own.limited]: '与后续报告合并办理,已电话说明' },
  },
  ApproveConclusion: {},
  DetachItem: { feed: 'demo', id: '20260302-0001', destination: 'case', reason: '说的是另一家店铺的事' },
  MergeCase: { into: 'LZ2026-0001', reason: '与该案卷说的是同一件事' },
  Reopen: { reason: '结报后当事人提出新的证据' },
  ApproveMerge: {},
  RejectMerge: { reason: '两案不是同一件事' },
  FileReview: { points: own.points },
  DraftSupervisionOrder: { duty: own.limited, reason: '逾期未报告' },
  SignSupervisionOrder: { order: 14, answerBy: LATER },
  ChargeSigner: { person: 'wang' },
  AcknowledgeOrder: { order: 14 },
  VoidOrder: { order: 14, reason: '事项已经办结' },
});

/** A command as somebody of this bureau would give it; of the bureau's lists the first of each. */
export const exampleOf = (regulation: Regulation, name: CommandName): Fields => {
  const own = firsts(regulation);
  const all = { ...FACTS(own), ...LEVELS(own), ...ACTS(own), ...LIMITS(own), ...ENDINGS(own) };
  const fields = all[name];
  if (fields === undefined) throw new Error(`No example of ${name}`);
  return name === 'OpenCase' ? fields : { type: name, ...fields };
};
