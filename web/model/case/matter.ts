import { amount } from '../../../shared/contracts/desk/amount.ts';
import type { CaseReply } from '../../../shared/contracts/replies/case.ts';
import type { ItemReply } from '../../../shared/contracts/replies/items.ts';
import { spoken } from '../spoken.ts';
import { datedMoment, fullMoment, millisecondsOf, momentOf } from '../wall-clock.ts';

// What a case is about, in words: where it comes from, how far it has spread, which instants are known.

/** A moment within a sentence; on paper with its year. */
export type Say = (time: string) => string;
export const saidAt =
  (now: number): Say =>
  (time) =>
    momentOf(time, now);
export const saidInFull: Say = fullMoment;
/** Always with its day; in another year than that of `of` with the year too. */
export const saidWithDay =
  (of: string): Say =>
  (time) =>
    datedMoment(time, millisecondsOf(of));

type Source = CaseReply['sources'][number];
/** 湛江市局交办，湛市监舆交〔2026〕33号，3月2日22:50收到. */
export const sourceText = ({ name, reference, receivedAt }: Source, say: Say): string =>
  [
    spoken(name),
    ...(reference === undefined ? [] : [reference]),
    ...(receivedAt === null ? [] : [`${say(receivedAt)}收到`]),
  ].join('，');

type Call = NonNullable<CaseReply['note']['call']>;
/** Who called, from which post, by which number, when, and who took it. */
export const callText = ({ caller, post, number, at, takenBy }: Call, say: Say): string =>
  [
    ...(at === undefined ? [] : [`${say(at)}来电`]),
    ...(post === undefined ? [] : [post]),
    ...(caller === undefined ? [] : [caller]),
    ...(number === undefined ? [] : [`电话${number}`]),
    ...(takenBy === undefined ? [] : [`${takenBy}接听`]),
  ].join('，');

type Reading = ItemReply['readings'][number];
const KINDS = [
  ['reposts', '转发'],
  ['views', '阅读'],
  ['comments', '评论'],
  ['likes', '点赞'],
] as const;
const HOUR = 3_600_000;

/** 转发1200，阅读8.6万，评论640. */
export const countersText = ({ counters }: Pick<Reading, 'counters'>): string =>
  KINDS.flatMap(([kind, name]) =>
    counters[kind] === undefined ? [] : [`${name}${amount(counters[kind])}`],
  ).join('，');

/** The last reading, and that of an hour before it or the oldest: how fast it grows. Null: nothing was read. */
export const spreadOf = (all: readonly Reading[], say: Say): { counts: string; growth: string } | null => {
  // What a push leaves out is unknown then, and not gone.
  const readings = all.filter((each) => countersText(each) !== '');
  const last = readings[readings.length - 1];
  if (last === undefined) return null;
  const hourBefore = Date.parse(last.at) - HOUR;
  const earlier = readings.filter(({ at }) => Date.parse(at) <= hourBefore);
  const before = earlier[earlier.length - 1] ?? readings[0]!;
  const then = before === last ? '' : countersText(before);
  return {
    counts: countersText(last),
    growth: `${say(last.at)}更新${then === '' ? '' : `，${say(before.at)}为${then}`}`,
  };
};

const INSTANTS = [
  ['eventAt', '事发'],
  ['occurredAt', '舆情发生'],
  ['outbreakAt', '舆情爆发'],
  ['publishedAt', '最早公开'],
  ['detectedAt', '发现或收到'],
  ['knownAt', '知晓'],
  ['openedAt', '立案'],
  ['confirmedAt', '定级'],
  ['acknowledgedAt', '签收'],
  ['planStartedAt', '启动应急预案'],
  ['calmedAt', '平息'],
  ['concludedAt', '结报'],
  ['archivedAt', '归档'],
] as const;

/** The instants that are known, and what is not sure of them, a sentence each. */
export const instantsOf = (
  { instants, dateOnly, unread, doubts }: Pick<CaseReply, 'instants' | 'dateOnly' | 'unread' | 'doubts'>,
  say: Say,
): { known: string[]; unsure: string[] } => ({
  known: INSTANTS.flatMap(([key, name]) => {
    const at = instants[key];
    return at == null ? [] : [`${name}${say(at)}`];
  }),
  unsure: [
    ...dateOnly.map(({ name }) => `${spoken(name)}只知道日期，按当日24时计`),
    ...unread.map(({ instant, text }) => `${spoken(instant.name)}写作“${text}”，读不出时刻，须问清`),
    ...doubts.map(({ name }) => `${spoken(name)}存疑，核实之前不起算时限`),
  ],
});

/** What waits for somebody's word, or lacks something, a sentence each. */
export const awaitedOf = (found: CaseReply, say: Say): string[] => {
  const { question, awaitingSecondPerson: lowering, awaitingConclusion: conclusion } = found;
  return [
    ...(question === null
      ? []
      : [`是否升为${question.level.name}待研判：${say(question.at)}提出，${spoken(question.text)}`]),
    ...(lowering === null
      ? []
      : [`降为${lowering.to.name}待第二人审核：${lowering.by}${say(lowering.at)}提出，${lowering.reason}`]),
    ...(conclusion === null
      ? []
      : [
          `结报待审核：${conclusion.by}${say(conclusion.at)}提出，${conclusion.mistaken ?? conclusion.summary}`,
          ...conclusion.unmet.map(({ name, reason }) => `结报时未办：${spoken(name)}，${reason}`),
        ]),
    ...found.toConfirm.map(
      ({ name, of, role, since, enteredBy }) =>
        `${spoken(name)}${of === 'outside' ? '待会签' : '待本人确认'}：${enteredBy}${say(since)}代录，等${spoken(role.name)}`,
    ),
    ...found.incompleteActs.map(
      ({ name, missing, madeAt, by }) =>
        `要件待补：${by}${say(madeAt)}的${spoken(name)}，还缺${missing.map(spoken).join('、')}`,
    ),
    ...(found.lateEntryCount === 0 ? [] : [`逾期后补录，待核实：${found.lateEntryCount}件`]),
    ...(found.unapprovedActCount === 0 ? [] : [`未经审定：${found.unapprovedActCount}件`]),
    ...found.releases.map(({ name, stateText }) => `${spoken(name)}：${spoken(stateText)}`),
  ];
};
type Gone = CaseReply['withdrawn'];
const goneLines = (gone: Gone, how: string, say: Say): string[] =>
  gone.map(
    ({ act, at, by, reason }) =>
      `${by}${say(at)}${how}日志第${act}条的办理${reason === '' ? '' : `，${reason}`}`,
  );
/** Acts that were taken back. */
export const withdrawnOf = ({ withdrawn }: Pick<CaseReply, 'withdrawn'>, say: Say): string[] =>
  goneLines(withdrawn, '撤回', say);
/** Acts that were denied by whose word they waited for. */
export const deniedOf = ({ denied }: Pick<CaseReply, 'denied'>, say: Say): string[] =>
  goneLines(denied, '否认', say);
