import type { Grading, Regulation } from '../regulations/schema.ts';
import type { Evidence, Grade, Reason } from './evidence.ts';
import { judgeFloors } from './floors.ts';
import { judgeGrowth, judgeHeat } from './heat.ts';
import { higherLevel, levelOf, nameLevel } from './levels.ts';
import { prepareText } from './sentences.ts';
import { createMatcher, type Matches } from './words.ts';

export type { Counters, CriterionId, Evidence, Grade, Reason } from './evidence.ts';

const highestValue = 4;

interface Judged {
  value: number | null;
  texts: string[];
  cite: string[];
}

/**
 * The level that the regulation's criteria, bands and floors suggest for one item, with its reasons in Chinese.
 * 办法第十四条 gives the decision to 局办公室: this is a suggestion, and depends on nothing but its arguments.
 * @throws RangeError for an instant without an offset, a given factor outside 0–4, or a level that does not exist.
 */
export const grade = (regulation: Regulation, evidence: Evidence): Grade => {
  const { grading } = regulation;
  const nameOf = (level: string) => nameLevel(regulation, level);
  const { matchesOf, discounted } = createReader(grading, evidence.text);
  const growth = judgeGrowth(grading.heat, evidence);
  const heat = judgeHeat(grading.heat, evidence, growth);
  const floors = judgeFloors(grading, evidence, heat.flags, { matchesOf, nameOf });

  const judge = (criterion: Grading['criteria'][number]): Judged => {
    const given = givenFactor(evidence, criterion.id);
    if (given !== undefined) return { value: given, texts: [`人工判定${given}分`], cite: criterion.cite };
    if (criterion.id === 'heat') return { ...heat, cite: criterion.cite };
    const byWords = judgeWords(criterion, matchesOf);
    if (criterion.id !== 'urgency' || growth.urgency === null) return byWords;
    // Growth only proposes 紧急程度: words may say more.
    return {
      value: Math.max(byWords.value ?? 0, growth.urgency),
      texts: [
        ...(byWords.value === null ? [] : byWords.texts),
        ...(growth.texts.length > 0 ? growth.texts : ['已知读数无明显增长,按0分计']),
      ],
      cite: byWords.cite,
    };
  };

  const values: Record<string, number | null> = {};
  const reasons: Reason[] = [];
  for (const criterion of grading.criteria) {
    const { value, texts, cite } = judge(criterion);
    values[criterion.id] = value;
    const shown = value === null ? '无依据' : `${value}分`;
    const ground = value === null || value === 0 ? {} : { ground: true };
    reasons.push({ text: `${criterion.name}(${shown}):${texts.join(';')}`, cite: [...cite], ...ground });
  }
  if (discounted.size > 0) reasons.push({ text: describeDiscounted(discounted), cite: [...grading.cite] });

  const score = scoreOf(grading, values);
  const banded = bandOf(grading, score ?? 0);
  reasons.push({
    text:
      score === null
        ? `${regulation.called}没有评分标准,未触及分级规定的先列为${nameOf(banded)}(词表系本局暂定)`
        : describeScore(grading, values, score, nameOf(banded)),
    cite: [...grading.cite],
  });
  const level = floors.levels.reduce((highest, floor) => higherLevel(regulation, highest, floor), banded);
  const { basis } = levelOf(regulation, level);
  // A level that only the bureau has (待研判) is where an item waits.
  const shown = basis === 'bureau' ? `暂列${nameOf(level)}` : `初判为${nameOf(level)}`;
  const confirm = grading.requireHumanConfirm ? `,请${grading.decidedBy}研判定级` : '';
  reasons.push(...floors.reasons, { text: `${shown}${confirm}`, cite: [...grading.cite] });
  return { level, score, values, flags: floors.flags, reasons };
};

/**
 * The grade of a case: its highest item's, with one more reason that counts the items. The order of the items does
 * not matter; the flags are those of all items.
 * @throws RangeError when there is no grade at all.
 */
export const gradeCase = (regulation: Regulation, grades: readonly Grade[]): Grade => {
  const ranked = grades
    .map((candidate) => ({
      candidate,
      rank: levelOf(regulation, candidate.level).rank,
      key: JSON.stringify(candidate),
    }))
    .sort(
      (a, b) =>
        b.rank - a.rank || (b.candidate.score ?? 0) - (a.candidate.score ?? 0) || (a.key < b.key ? -1 : 1),
    );
  const highest = ranked[0];
  if (highest === undefined) throw new RangeError('A case has at least one item');
  const same = ranked.filter(({ rank }) => rank === highest.rank).length;
  const text =
    `本案卷共${grades.length}条舆情信息,其中${same}条为${nameLevel(regulation, highest.candidate.level)},` +
    '按最高的初判';
  return {
    ...highest.candidate,
    flags: [...new Set(ranked.flatMap(({ candidate }) => candidate.flags))].sort(),
    reasons: [...highest.candidate.reasons, { text, cite: [...regulation.grading.cite] }],
  };
};

/** A regulation's matcher is made once: folding its word lists costs more than reading an item. */
const matchers = new WeakMap<Grading, ReturnType<typeof createMatcher>>();
const matcherOf = (grading: Grading) => {
  const made = matchers.get(grading);
  if (made !== undefined) return made;
  const lists = [...grading.criteria.flatMap(({ words }) => words), ...grading.floors];
  const matcher = createMatcher(
    grading.negation,
    lists.flatMap(({ words }) => words),
  );
  matchers.set(grading, matcher);
  return matcher;
};

/** Looks words up in the item's text and remembers those that stand there negated. */
const createReader = (grading: Grading, text: string) => {
  const match = matcherOf(grading);
  const prepared = prepareText(text, grading.negation);
  const discounted = new Map<string, string>();
  const matchesOf = (words: readonly string[]): Matches => {
    const matches = match(prepared, words);
    for (const { word, because } of matches.discounted) discounted.set(word, because);
    return matches;
  };
  return { matchesOf, discounted };
};

const judgeWords = (
  criterion: Grading['criteria'][number],
  matchesOf: (words: readonly string[]) => Matches,
): Judged => {
  const hits = criterion.words
    .map((list) => ({ ...list, found: matchesOf(list.words).found }))
    .filter(({ found }) => found.length > 0);
  if (hits.length === 0) return { value: null, texts: ['未提到词表中的词,按0分计'], cite: criterion.cite };
  const value = Math.max(...hits.map((hit) => hit.value));
  const decisive = hits.filter((hit) => hit.value === value);
  return {
    value,
    texts: decisive.map(
      ({ found, reason }) => `提到${found.map((word) => `“${word}”`).join('、')},${reason}`,
    ),
    cite: [...new Set([...criterion.cite, ...decisive.flatMap(({ cite }) => cite)])],
  };
};

const givenFactor = ({ factors }: Evidence, id: string): number | undefined => {
  const value = (factors as Readonly<Record<string, number | undefined>> | undefined)?.[id];
  if (value === undefined) return undefined;
  if (value >= 0 && value <= highestValue) return value;
  throw new RangeError(`Factor ${id} must be between 0 and ${highestValue}`);
};

/** Σ weight × value, as a percentage of the highest possible sum; unknown counts as 0. The shown score decides. */
const scoreOf = ({ criteria }: Grading, values: Readonly<Record<string, number | null>>): number | null => {
  if (criteria.length === 0) return null;
  const sum = criteria.reduce((total, { id, weight }) => total + weight * (values[id] ?? 0), 0);
  // The small term keeps a sum such as 0.15 × 3, held slightly too low in binary, on its decimal.
  return Math.round((sum / highestValue) * 1000 + 1e-9) / 10;
};

const bandOf = ({ bands }: Grading, score: number): string => {
  const band = bands.find(({ below }) => below === null || score < below);
  if (band === undefined) throw new RangeError(`No band of the regulation holds the score ${score}`);
  return band.level;
};

const describeScore = (
  { bands, criteria }: Grading,
  values: Readonly<Record<string, number | null>>,
  score: number,
  levelName: string,
): string => {
  const index = bands.findIndex(({ below }) => below === null || score < below);
  const from = bands[index - 1]?.below ?? 0;
  const below = bands[index]?.below ?? null;
  const range = below === null ? `${from}分及以上` : `${from}分以上(含)、不满${below}分`;
  const parts = criteria.map(
    ({ id, name, weight }) => `${name}${values[id] ?? 0}×${Math.round(weight * 100)}%`,
  );
  const unknown = criteria.filter(({ id }) => values[id] === null).map(({ name }) => name);
  const missing = unknown.length > 0 ? `,${unknown.join('、')}无依据,按0计` : '';
  return `得分${score.toFixed(1)}(${parts.join('、')}${missing}),${range}为${levelName};词表和分值表系本局暂定`;
};

const describeDiscounted = (discounted: ReadonlyMap<string, string>): string => {
  const parts = [...discounted].map(([word, because]) => `“${word}”(因“${because}”)`);
  return `原文中被否定、未计入的词:${parts.join('、')}`;
};
