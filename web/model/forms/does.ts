import type { CaseReply } from '../../../shared/contracts/replies/case.ts';
import type { TriedReply } from '../../../shared/contracts/replies/try.ts';
import { dutyMarks, isOverdue, periodToCome, triedMarks, withMarks } from '../limit-marks.ts';
import { postName } from '../post-name.ts';
import { spoken } from '../spoken.ts';
import { momentOf } from '../wall-clock.ts';
import { hasPassed, isLateIn, lateLines } from './guide/late.ts';
import { toldLines } from './guide/told.ts';
import { betweenLines, endingLine, mergeLines, placedLines, STAYS, UNTIL_AGREED } from './rearranged/does.ts';

// What an act does, before it is done: DESIGN-DESK §4, `.does`.

/** ✓ met, → runs or stays owed, — unchanged or by the way. */
export interface Line {
  mark: 'met' | 'go' | 'no';
  text: string;
}
type Tried = Pick<
  TriedReply,
  | 'limits'
  | 'late'
  | 'onceApproved'
  | 'toConfirm'
  | 'missing'
  | 'texts'
  | 'textsAtOnce'
  | 'log'
  | 'notes'
  | 'after'
  | 'merge'
  | 'placed'
  | 'between'
>;
/** What a part that is missing is called. */
type Called = (part: string) => string;
type Limit = TriedReply['limits'][number];

const MET: readonly Limit['what'][] = [
  'fulfilled',
  'fulfilledLate',
  'unconfirmed',
  'lateEntry',
  'unapproved',
];
const GOES: readonly Limit['what'][] = ['planned', 'moved'];
export const isMet = ({ what }: Limit): boolean => MET.includes(what);

const dueWords = ({ due, limitKind, limitText }: Limit, now: number): string => {
  if (limitKind === 'immediate') return limitText;
  return due === null ? '' : `${momentOf(due, now, true)}前`;
};
const metWords = (limit: Limit, now: number): string => {
  const due = dueWords(limit, now);
  // Most words of the log say the limit themselves.
  return `${limit.whatText}${due === '' || limit.whatText.includes('时限') ? '' : `（${due}）`}`;
};
/** A limit that begins, or is moved, and has passed already; what can be broken is told apart (late.ts). */
const passedWords = ({ due, limitKind }: Limit, now: number): string =>
  due !== null && limitKind !== 'immediate' && hasPassed(due, now) ? '，已过' : '';
/** Whose it is, where another unit might be meant than the one that has the case. */
const byWhom = ({ responsible, unit }: Limit): string =>
  unit === null ? '' : `，由${postName(responsible.name, unit)}办`;
const MARKS: readonly { mark: Line['mark']; of: readonly Limit['what'][] }[] = [
  { mark: 'met', of: MET },
  { mark: 'go', of: GOES },
  { mark: 'no', of: ['withdrawn', 'missed', 'cancelled'] },
];
/** Handed on, the same is owed no more by one unit and begins for another: which is which. */
const handedOn = (
  limit: Limit,
  limits: readonly Limit[],
  from: string,
): { before: string; after: string } => {
  const isAlso = (what: Limit['what']): boolean =>
    from !== '' && limits.some((other) => other.duty === limit.duty && other.what === what);
  if (limit.what === 'cancelled' && isAlso('planned')) return { before: `${from}的`, after: '' };
  const isNew = limit.what === 'planned' && limit.unit === null && isAlso('cancelled');
  return { before: '', after: isNew ? '，由改转后的单位办' : '' };
};
/** `from`: the unit that has the case; empty: none has. */
const limitLines = (limits: readonly Limit[], from: string, now: number): Line[] =>
  MARKS.flatMap(({ mark, of }) =>
    limits
      .filter(({ what }) => of.includes(what))
      .map((limit) => {
        const { before, after } = handedOn(limit, limits, from);
        const said = spoken(mark === 'met' ? metWords(limit, now) : limit.whatText);
        const by = mark === 'go' ? `${passedWords(limit, now)}${byWhom(limit)}` : '';
        return { mark, text: `${before}${withMarks(said, triedMarks(limit))}${by}${after}` };
      }),
  );

/** 批准后：…已终止; what an approval would do, before anybody has given it. */
const approvedLines = ({ onceApproved = [] }: Pick<Tried, 'onceApproved'>): Line[] =>
  onceApproved.map((text) => ({ mark: 'no' as const, text: `批准后：${spoken(text)}` }));

/** Many in a row are named, and then counted. */
const SOME = 4;
const some = (names: readonly string[]): string => {
  const known = [...new Set(names)];
  return known.length <= SOME ? known.join('、') : `${known.slice(0, SOME).join('、')}等${known.length}项`;
};

/** A limit that has passed is not to be kept any more: 已逾期, or only when it was to be done, where nothing can be broken. */
const stillOwed = (duty: CaseReply['duties'][number], now: number): string => {
  const by = `${momentOf(duty.due!, now, true)}前`;
  if (Date.parse(duty.due!) >= now) return `仍须${by}办理`;
  return isOverdue(duty, now) ? `应于${by}办理，已逾期` : `应于${by}办理`;
};

/** The numbers that stay as they are. */
const unchanged = (
  { limits, late }: Pick<Tried, 'limits' | 'late'>,
  open: CaseReply,
  now: number,
): Line[] => {
  const touched = [...limits, ...late].map(({ duty, occurrence }) => `${duty}#${occurrence}`);
  const left = open.duties.filter(
    ({ duty, occurrence, status, due, limitKind }) =>
      status === 'open' &&
      due !== null &&
      limitKind !== 'immediate' &&
      !touched.includes(`${duty}#${occurrence}`),
  );
  const [next, ...others] = [...left].sort((one, other) => Date.parse(one.due!) - Date.parse(other.due!));
  if (next === undefined) return [];
  return [
    {
      mark: 'go',
      text: withMarks(spoken(`${next.name}：${stillOwed(next, now)}`), [
        ...dutyMarks(next),
        periodToCome(next, now),
      ]),
    },
    ...(others.length === 0
      ? []
      : [{ mark: 'no' as const, text: spoken(`${some(others.map(({ name }) => name))}：不变`) }]),
  ];
};

/** Whose word it needs: `as`: how that is said of them. */
export const wordLines = (
  { toConfirm }: Pick<Tried, 'toConfirm'>,
  as = (who: string): string => `须第二人同意或确认（${who}）`,
): Line[] =>
  toConfirm.map(({ text, roles, person, nobody }) => {
    const who = roles.map(({ name }) => name).join('、') || person || '本人';
    return { mark: 'go', text: spoken(`${as(who)}：${text}${nobody ? '（名册中目前没有人）' : ''}`) };
  });

/** What it lacks, and what that bars; its name is the heading of the form. */
const missingLines = ({ missing }: Pick<Tried, 'missing'>, called: Called): Line[] =>
  missing.map(({ parts, text }) => {
    const names = parts.join('、');
    const at = text.indexOf(names);
    const bars = at < 0 ? `。${text}` : text.slice(at + names.length);
    return { mark: 'go', text: spoken(`还缺：${[...new Set(parts.map(called))].join('、')}${bars}`) };
  });

/** More of what he has just written than a line nobody reads twice: by what it is called. */
const LONGEST_LOGGED = 40;
const logged = (text: string): string => (text.length <= LONGEST_LOGGED ? text : text.split('：')[0]!);

/** A merge that is proposed, or carried out: what becomes of the limits is told of both cases together (rearranged/does.ts). */
const ofMerge = (tried: Tried, merge: NonNullable<Tried['merge']>, now: number): Line[] => [
  ...(tried.toConfirm.length === 0
    ? [endingLine(merge, now), ...mergeLines(merge, now)]
    : [...wordLines(tried), UNTIL_AGREED]),
  ...toldLines(tried, now),
];

/**
 * What it does to which limit, what it lacks, whose word it needs, who is told, and what stands in the log; in this order. `called`: where a form has a word of
 * its own for what is missing.
 */
export const linesOf = (
  tried: Tried,
  open: CaseReply | undefined,
  now: number,
  called: Called = (part) => part,
): Line[] =>
  tried.merge === undefined ? linesOfOne(tried, open, now, called) : ofMerge(tried, tried.merge, now);

type Owed = Pick<Limit, 'duty' | 'occurrence'>;
/** What is not named as fallen due since 结报. */
const notBetween = <T extends Owed>(owed: readonly T[], { between = [] }: Pick<Tried, 'between'>): T[] =>
  owed.filter(
    ({ duty, occurrence }) => !between.some((each) => each.duty === duty && each.occurrence === occurrence),
  );
/** What begins and is overdue at once is told as that. */
const toldOnce = (tried: Tried): Limit[] => [
  ...tried.limits.filter(({ what }) => !GOES.includes(what)),
  ...notBetween(
    tried.limits.filter((each) => GOES.includes(each.what) && !isLateIn(tried.late, each)),
    tried,
  ),
];

const linesOfOne = (tried: Tried, open: CaseReply | undefined, now: number, called: Called): Line[] => [
  ...(tried.placed === undefined ? [] : placedLines(tried.placed, now)),
  ...(tried.between === undefined ? [] : betweenLines(tried.between, tried.late, now)),
  ...lateLines(notBetween(tried.late, tried), now),
  ...limitLines(toldOnce(tried), spoken(open?.unit?.name ?? ''), now),
  ...approvedLines(tried),
  ...tried.notes.map((text) => ({ mark: 'go' as const, text: `请核对：${spoken(text)}` })),
  ...missingLines(tried, called),
  ...wordLines(tried),
  ...(tried.placed === undefined ? [] : [STAYS]),
  ...(open === undefined || tried.placed !== undefined ? [] : unchanged(tried, open, now)),
  ...toldLines(tried, now),
  ...(tried.limits.length === 0 && tried.placed === undefined
    ? tried.log.map((text) => ({ mark: 'no' as const, text: `记入案卷日志：${logged(spoken(text))}` }))
    : []),
];
