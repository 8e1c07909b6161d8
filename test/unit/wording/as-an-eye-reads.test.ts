import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsIn } from '../../../shared/contracts/plain-text.ts';
import { grade } from '../../../shared/grading/grade.ts';
import { handlingLevel } from '../../../shared/grading/handling.ts';
import { levelOf } from '../../../shared/grading/levels.ts';
import { compareTellings, measureOf } from '../../../shared/grading/stories/compare.ts';
import { tellingOf } from '../../../shared/grading/stories/telling.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { evidenceOf } from '../grading/regulation.ts';
import { noisy, signed } from './noise.ts';

/** Sentences of a bureau's own words: found, negated in its ways, enumerated, denied, and in phrases that mean something else. */
const sentencesOf = ({ grading }: Regulation): fc.Arbitrary<string> => {
  const lists = [...grading.criteria.flatMap(({ words }) => words), ...grading.floors];
  const word = fc.constantFrom(...new Set(lists.flatMap(({ words }) => words)));
  const { before, fillers, after, denials, unless, exceptions } = grading.negation;
  const oneOf = (words: readonly string[]) => fc.constantFrom('', ...words);
  const sentence = fc
    .tuple(oneOf(exceptions), oneOf(before), oneOf(before), oneOf(fillers), word, oneOf(after), oneOf(unless))
    .map((parts) => parts.join(''));
  const several = fc
    .tuple(
      sentence,
      fc.constantFrom('、', ',', ',', '。', ';', '!', '\n', ':', '?'),
      sentence,
      oneOf(denials),
      fc.constantFrom('', '。'),
    )
    .map((parts) => parts.join(''));
  return fc.array(several, { minLength: 1, maxLength: 3 }).map((all) => all.join(''));
};

/** Titles and contents of everything that is pushed in examples and rehearsals. */
const pushed: string[] = [];
const collect = (value: unknown, name: string): void => {
  if (typeof value === 'string' && ['title', 'content'].includes(name)) pushed.push(value);
  if (typeof value === 'object' && value !== null)
    for (const [key, part] of Object.entries(value)) collect(part, key);
};
for (const path of globSync(['examples/*.json', 'rehearsals/*.json']))
  collect(JSON.parse(readFileSync(path, 'utf8')), '');

const graded = (regulation: Regulation, text: string) => {
  const found = grade(regulation, evidenceOf({ text }));
  const handling = handlingLevel(regulation, {
    warningLevel: found.level,
    sources: [{ kind: 'feed' }],
    flags: found.flags,
    settings: {},
  });
  return { ...found, handling };
};

describe.each(Object.values(regulations))('a text of $id', (regulation) => {
  const texts = fc.oneof(sentencesOf(regulation), fc.constantFrom(...pushed));

  it('is graded with noise as without, with the same reasons, and is the same story', () => {
    const pairs = texts.chain((text) => fc.tuple(fc.constant(text), noisy(text)));
    fc.assert(
      fc.property(pairs, ([text, twin]) => {
        expect(graded(regulation, twin)).toEqual(graded(regulation, text));
        expect(wordsIn(twin)).toBe(wordsIn(text));
        const [one, other] = [text, twin].map((title) => tellingOf({ title }));
        if (compareTellings(one!, one!, measureOf(regulation)).ground === 'words')
          expect(compareTellings(one!, other!, measureOf(regulation))).toMatchObject({
            outcome: 'same',
            likeness: 1,
          });
      }),
      { numRuns: 150 },
    );
  });

  it('is graded no lower for signs between its letters', () => {
    const pairs = texts.chain((text) => fc.tuple(fc.constant(text), signed(text)));
    fc.assert(
      fc.property(pairs, ([text, twin]) => {
        const [without, with_] = [graded(regulation, text), graded(regulation, twin)];
        const rankOf = (level: string) => levelOf(regulation, level).rank;
        expect(rankOf(with_.level)).toBeGreaterThanOrEqual(rankOf(without.level));
        for (const [criterion, value] of Object.entries(without.values))
          expect(with_.values[criterion] ?? 0).toBeGreaterThanOrEqual(value ?? 0);
        expect(with_.flags).toEqual(expect.arrayContaining(without.flags));
        expect(wordsIn(twin)).toBe(wordsIn(text));
      }),
      { numRuns: 150 },
    );
  });
});
