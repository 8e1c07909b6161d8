import * as Duration from 'temporal-polyfill/fns/Duration';
import * as Instant from 'temporal-polyfill/fns/Instant';
import type { Grading } from '../regulations/schema.ts';
import { type Evidence, readCounter } from './evidence.ts';

const millisecondsOf = (duration: string): number =>
  Duration.total(Duration.fromString(duration), 'milliseconds');
const epochOf = (instant: string): number => Instant.fromString(instant).epochMilliseconds;

export interface Growth {
  add: number;
  /** The proposed value of 紧急程度; null when no two readings can be compared. */
  urgency: number | null;
  texts: string[];
}

/**
 * How fast interactions (the sum of the counters known in both readings) grew up to the newest reading. Only readings
 * within a rule's window are compared, its edge included. From zero no percentage can be computed: any rise counts
 * once the rule's minimum is reached.
 * @throws RangeError when an instant is not ISO-8601 with an offset.
 */
export const judgeGrowth = ({ growth, counters }: Grading['heat'], evidence: Evidence): Growth => {
  const now = epochOf(evidence.observedAt);
  const ids = counters.map(({ id }) => id);
  const comparisons = evidence.observations.flatMap(({ at, counters: earlier }) => {
    const shared = ids.filter(
      (id) => readCounter(earlier, id) !== undefined && readCounter(evidence.counters, id) !== undefined,
    );
    const sum = (reading: Evidence['counters']) =>
      shared.reduce((total, id) => total + (readCounter(reading, id) ?? 0), 0);
    const age = now - epochOf(at);
    return shared.length === 0 || age <= 0 ? [] : [{ age, from: sum(earlier), to: sum(evidence.counters) }];
  });

  const result: Growth = { add: 0, urgency: null, texts: [] };
  const holding: { rule: Grading['heat']['growth'][number]; text: string }[] = [];
  for (const rule of growth) {
    const inWindow = comparisons.filter(({ age }) => age <= millisecondsOf(rule.window));
    if (inWindow.length > 0) result.urgency ??= 0;
    const steepest = inWindow
      .filter(
        ({ from, to }) => to > from && to >= rule.minimum && to * 100 >= from * (100 + rule.atLeastPercent),
      )
      .sort((a, b) => b.to * a.from - a.to * b.from || b.to - a.to || a.age - b.age)[0];
    if (steepest === undefined) continue;
    result.add = Math.max(result.add, rule.add);
    result.urgency = Math.max(result.urgency ?? 0, rule.urgency);
    holding.push({ rule, text: describeGrowth(rule, steepest) });
  }
  // A weaker rule that a stronger one covers says nothing more.
  const telling = holding.filter(({ rule }) => rule.add > 0 || rule.urgency === result.urgency);
  return { ...result, texts: telling.map(({ text }) => text) };
};

const describeGrowth = (
  { window, atLeastPercent, urgency, add, basis }: Grading['heat']['growth'][number],
  { from, to }: { from: number; to: number },
): string => {
  const percent = from === 0 ? '(原为0,不计百分比)' : `(+${Math.floor(((to - from) * 100) / from)}%)`;
  const bar = atLeastPercent === 0 ? '有增长' : `增长达到${atLeastPercent}%`;
  const heat = add > 0 ? `,热度加${add}` : '';
  return `互动量由${from}增至${to}${percent},${nameWindow(window)}${bar}:紧急程度可取${urgency}${heat};依据:${basis}`;
};

const nameWindow = (duration: string): string => {
  const hours = millisecondsOf(duration) / 3_600_000;
  return hours >= 1 ? `${hours}小时内` : `${hours * 60}分钟内`;
};

interface Heat {
  /** Null when no metric is known. */
  value: number | null;
  flags: { flag: string; because: string }[];
  texts: string[];
}

/** 热度: the highest value of any known metric, plus growth, at most the regulation's cap. */
export const judgeHeat = (heat: Grading['heat'], evidence: Evidence, growth: Growth): Heat => {
  const values: number[] = [];
  const texts: string[] = [];
  const unknown: string[] = [];
  const flags: Heat['flags'] = [];

  for (const counter of heat.counters) {
    const count = readCounter(evidence.counters, counter.id);
    if (count === undefined) {
      unknown.push(counter.name);
      continue;
    }
    const value = counter.steps.filter((step) => count >= step).length;
    values.push(value);
    texts.push(`${counter.name}${count}${describeStep(counter, value)}`);
  }
  const given: Readonly<Record<string, string | undefined>> = {
    mediaTier: evidence.mediaTier,
    hotSearch: evidence.hotSearch,
  };
  for (const rank of heat.ranks) {
    const entry = rank.values.find(({ id }) => id === given[rank.id]);
    if (entry === undefined) {
      unknown.push(rank.name);
      continue;
    }
    values.push(entry.value);
    texts.push(`${rank.name}为${entry.name},取${entry.value}(${entry.basis})`);
    if (entry.flag !== undefined) flags.push({ flag: entry.flag, because: `${rank.name}为${entry.name}` });
  }

  if (unknown.length > 0) {
    const consequence = values.length > 0 ? '热度按已知指标判断' : '热度无法判断,计分按0处理';
    texts.push(`${unknown.join('、')}未提供,${consequence}`);
  }
  const counted = heat.counters.some(({ id }) => readCounter(evidence.counters, id) !== undefined);
  if (counted && isOlderThanWindow(heat.window, evidence)) {
    texts.push(`发布已超过${millisecondsOf(heat.window) / 3_600_000}小时,按累计数判断,可能偏高`);
  }
  if (values.length === 0) return { value: null, flags, texts };
  return { value: Math.min(heat.cap, Math.max(...values) + growth.add), flags, texts };
};

const describeStep = ({ steps, basis }: Grading['heat']['counters'][number], value: number): string =>
  value === 0
    ? `,未达到${steps[0]},取0(${basis[0]})`
    : `,达到${steps[value - 1]},取${value}(${basis[value - 1]})`;

const isOlderThanWindow = (window: string, { publishedAt, observedAt }: Evidence): boolean =>
  publishedAt !== undefined && epochOf(observedAt) - epochOf(publishedAt) > millisecondsOf(window);
