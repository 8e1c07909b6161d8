import type { LimitView } from '../../../shared/contracts/regulation-view/parts.ts';
import { periodEndInChinese } from '../../../shared/deadlines/days/reading.ts';
import { isNumeric, limitInChinese, resolveLimit } from '../../../shared/deadlines/limits.ts';
import { citations, settingsOf } from '../../../shared/regulations/lookup.ts';
import type { Limit, Regulation } from '../../../shared/regulations/schema.ts';
import { inChinese } from '../../../shared/time/instants.ts';
import { namedIn } from './lookup.ts';

const textOf = (regulation: Regulation, limit: Limit): string => {
  const resolved = resolveLimit(regulation, limit);
  if (limit.kind === 'every') {
    const until = namedIn(regulation.instants, limit.until).name;
    if (resolved.kind !== 'every') return `${limitInChinese(regulation, resolved)},至${until}`;
    const notes = [
      resolved.from === 'completion' ? '自上一次完成起' : '',
      periodEndInChinese(regulation, resolved.every),
    ].filter((note) => note !== '');
    return `每${inChinese(resolved.every)}${notes.length === 0 ? '' : `(${notes.join(';')})`},至${until}`;
  }
  if (limit.kind === 'external') return `${limit.word}(${limit.rule};时限由人工录入)`;
  return 'word' in limit && limit.word === '' ? '(未规定)' : limitInChinese(regulation, resolved);
};

const NOTHING = {
  word: null,
  within: null,
  soft: null,
  workingTime: null,
  extension: null,
  every: null,
  until: null,
  from: null,
  unset: null,
  rule: null,
};

const within = (regulation: Regulation, limit: Extract<Limit, { kind: 'within' }>): Partial<LimitView> => ({
  within: limit.within,
  soft: limit.soft ?? null,
  workingTime: limit.deferral === undefined ? null : String(settingsOf(regulation)[limit.deferral]),
  extension:
    limit.extension === undefined
      ? null
      : { upTo: limit.extension.upTo, clauses: citations(regulation, limit.extension.cite) },
});
const every = (regulation: Regulation, limit: Extract<Limit, { kind: 'every' }>): Partial<LimitView> => {
  const resolved = resolveLimit(regulation, limit);
  return {
    word: 'word' in resolved ? resolved.word : null,
    every: resolved.kind === 'every' ? resolved.every : null,
    until: namedIn(regulation.instants, limit.until),
    from: limit.from,
    unset:
      resolved.kind === 'every' || typeof limit.every === 'string'
        ? null
        : namedIn(regulation.settings, limit.every.setting),
  };
};
const particulars = (regulation: Regulation, limit: Limit): Partial<LimitView> => {
  if (limit.kind === 'within') return within(regulation, limit);
  if (limit.kind === 'every') return every(regulation, limit);
  return { word: limit.word, rule: limit.kind === 'external' ? limit.rule : null };
};

/** A limit as it holds with the bureau's settings: a number where the regulation has one, else its own word. */
export const limitViewOf = (regulation: Regulation, limit: Limit): LimitView => {
  const { kind } = resolveLimit(regulation, limit);
  return {
    kind,
    text: textOf(regulation, limit),
    isNumeric: isNumeric({ kind }),
    ...NOTHING,
    ...particulars(regulation, limit),
  };
};
