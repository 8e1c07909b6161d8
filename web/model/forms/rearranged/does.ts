import type { TriedReply } from '../../../../shared/contracts/replies/try.ts';
import { shortNumber } from '../../case-number.ts';
import { keptText } from '../../limit-marks.ts';
import { shortPost } from '../../post-name.ts';
import { spoken } from '../../spoken.ts';
import { momentOf, yearAt } from '../../wall-clock.ts';
import { hasPassed, isLateIn, lateWord, untilWords } from '../guide/late.ts';

// What 并案, 移出信息 and 恢复办理 do, before they are done.

interface Line {
  mark: 'met' | 'go' | 'no';
  text: string;
}
type Merge = NonNullable<TriedReply['merge']>;
type Limit = Merge['limits'][number];

const nameOf = ({ name, unit }: Limit): string =>
  `${spoken(name)}${unit === null ? '' : `（${spoken(unit.name)}）`}`;
/** 3月4日08:00前; of what is owed at once 第一时间，08:00起; of what has no number its words. */
const when = (
  { atOnce, limitText }: Pick<Limit, 'atOnce' | 'limitText'>,
  due: string | null,
  now: number,
) => {
  if (due === null) return spoken(limitText);
  if (atOnce) return `${spoken(limitText)}，${momentOf(due, now)}起`;
  return `${momentOf(due, now, true)}前${hasPassed(due, now) ? '，已过' : ''}`;
};

/** As it was: 自23:15起, 为3月4日08:00前. */
const wasWhen = ({ atOnce }: Limit, due: string, now: number): string =>
  atOnce ? `自${momentOf(due, now)}起` : `为${momentOf(due, now, true)}前`;

/** `it`: the case that goes on, as it is called. */
const limitLine = (limit: Limit, it: string, now: number): Line => {
  const line = becomes(limit, it, now);
  const { keptDue } = limit;
  return keptDue === undefined ? line : { ...line, text: `${line.text}；${keptText(keptDue, now)}` };
};
const becomes = (limit: Limit, it: string, now: number): Line => {
  const { what, whatText, due, before, there, isShared, at, provisional } = limit;
  const name = nameOf(limit);
  const mark = provisional ? '（暂定）' : '';
  const until = `${when(limit, due, now)}${mark}`;
  const done = at === null ? '已办结' : `已于${momentOf(at, now)}办结`;
  switch (what) {
    case 'earlier':
      return {
        mark: 'go',
        text: `${name}：提前为${until}（${it}原${before === null ? '没有时限' : wasWhen(limit, before, now)}）`,
      };
    case 'begins':
      return { mark: 'go', text: `${name}：${until}，由${it}接着办` };
    case 'answered':
      return { mark: 'met', text: `${name}：本案${done}，${it}不再另办` };
    case 'covered':
      return { mark: 'met', text: `${name}：${it}${done}，本案这一项不再另办` };
    case 'ends':
      return { mark: 'no', text: `${name}：合并后${spoken(whatText)}` };
    default:
      return {
        mark: 'go',
        text: [
          `${name}：${isShared ? '两案合为一项' : '不变'}，${until}`,
          ...(there === null || there === due ? [] : [`（本案原${wasWhen(limit, there, now)}）`]),
        ].join(''),
      };
  }
};

/** Only in the case that goes on, and nothing becomes of it: named in one line. */
const isUntouched = ({ what, isShared, keptDue }: Limit): boolean =>
  what === 'same' && !isShared && keptDue === undefined;
/** So many are named, and the rest counted. */
const SOME = 4;
const some = (names: readonly string[]): string =>
  names.length <= SOME ? names.join('、') : `${names.slice(0, SOME).join('、')}等${names.length}项`;

const ORDER: readonly Limit['what'][] = ['earlier', 'begins', 'same', 'answered', 'covered', 'ends'];
const byKind = (one: Limit, other: Limit): number => ORDER.indexOf(one.what) - ORDER.indexOf(other.what);

/** What stays missed, though neither case asks for it any more. */
const missedLines = (missed: Merge['missed'], it: string, now: number): Line[] => {
  const named = missed.map(({ name, due }) => `${spoken(name)}（应于${momentOf(due, now, true)}前）`);
  return named.length === 0
    ? []
    : [{ mark: 'go', text: `本案逾期未办的记入${it}，结报时须说明原因：${named.join('、')}` }];
};

/** What becomes of two cases once a merge is agreed to, in the words of whoever reads the one that ends. */
export const mergeLines = (
  { into, title, limits, missed, level, levelBefore, texts }: Merge,
  now: number,
): Line[] => {
  const it = shortNumber(into, yearAt(now));
  const untouched = limits.filter(isUntouched).map(nameOf);
  const told = [...new Set(texts.map(({ toText }) => toText))];
  return [
    { mark: 'go', text: `案卷${it}“${title}”继续办理，编号不变；本案成为已并案，只供查阅` },
    ...(level.id === levelBefore.id
      ? []
      : [
          {
            mark: 'go' as const,
            text: spoken(`${it}的级别由${levelBefore.short}升为${level.short}`),
          },
        ]),
    ...limits
      .filter((limit) => !isUntouched(limit))
      .sort(byKind)
      .map((limit) => limitLine(limit, it, now)),
    ...missedLines(missed, it, now),
    ...(untouched.length === 0 ? [] : [{ mark: 'no' as const, text: `${it}原有的不变：${some(untouched)}` }]),
    ...(told.length === 0 ? [] : [{ mark: 'no' as const, text: spoken(`短信发给：${told.join('、')}`) }]),
  ];
};

/** Of a merge that is only proposed. */
export const UNTIL_AGREED: Line = { mark: 'no', text: '同意以前，两件案卷的时限都照旧' };
/** Of two cases that are merged at once: the clocks of the one that ends. */
export const endingLine = ({ into }: Merge, now: number): Line => ({
  mark: 'no',
  text: `本案的时限到此终止，由${shortNumber(into, yearAt(now))}承接`,
});

type Placed = NonNullable<TriedReply['placed']>;
const AT_ONCE = '另立的案卷须办';
/** Of the case that an item is taken out of. */
export const STAYS: Line = { mark: 'no', text: '本案已据以起算的时限、级别都不变' };
/** Where an item will be. */
export const placedLines = ({ joins, level, duties }: Placed, now: number): Line[] => {
  if (joins !== null)
    return [
      {
        mark: 'go',
        text: `另有处置中的案卷${shortNumber(joins, yearAt(now))}说的是同一件事：信息并入该案卷，不另立案卷`,
      },
    ];
  if (level === null) return [{ mark: 'no', text: '信息退回留存，不计时' }];
  const dated = duties.filter(({ due }) => due !== null);
  const others = duties
    .filter(({ due }) => due === null)
    .map(({ name, limitText }) => `${name}（${limitText}）`);
  return [
    { mark: 'go', text: spoken(`另立一件新案卷（初判:${level.short}），自这条信息被发现时起算`) },
    ...[...dated]
      .sort((one, other) => Date.parse(one.due!) - Date.parse(other.due!))
      .map(({ name, due, provisional, responsible }) => ({
        mark: 'go' as const,
        text: `${spoken(name)}：${untilWords(due!, now)}${provisional ? '（暂定）' : ''}，由${shortPost(responsible.name)}办`,
      })),
    ...(others.length === 0
      ? []
      : [{ mark: 'go' as const, text: spoken(`${AT_ONCE}：${others.join('、')}`) }]),
  ];
};

type Between = NonNullable<TriedReply['between']>;
/** What has fallen between 结报 and now. `late`: what is overdue at once. */
export const betweenLines = (between: Between, late: TriedReply['late'], now: number): Line[] =>
  between.length === 0
    ? [{ mark: 'no', text: '结报以来没有时限届满' }]
    : between.map(({ name, due, ...owed }) => {
        const word = isLateIn(late, owed) ? `，${lateWord({ foundLateText: null })}` : '';
        return {
          mark: 'go',
          text: `结报以来已届满：${spoken(name)}，应于${momentOf(due, now, true)}前，仍照这一时限计${word}`,
        };
      });
