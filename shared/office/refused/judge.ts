import { grade } from '../../grading/grade.ts';
import { handlingLevel } from '../../grading/handling.ts';
import { levelOf, rankOf, settingsOf, withoutLimit } from '../../regulations/lookup.ts';
import { SECRET_FLAG } from '../../regulations/reserved.ts';
import type { Regulation } from '../../regulations/schema.ts';

const isRecord = (raw: unknown): raw is Record<string, unknown> =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw);

/** What names things, and tells nothing. */
const NO_WORDS = new Set([
  'id',
  'url',
  'siteName',
  'author',
  'mediaType',
  'mediaTier',
  'hotSearch',
  'unit',
  'flags',
  'source',
]);
const DEEPEST = 8;
const LONGEST_WORDS = 100_000;

/** All that is said in words, wherever it stands: who refused it could not read its fields. */
const wordsIn = (raw: unknown, depth = 0): string[] => {
  if (typeof raw === 'string') return /\p{Script=Han}/u.test(raw) ? [raw] : [];
  if (typeof raw !== 'object' || raw === null || depth === DEEPEST) return [];
  const parts = Array.isArray(raw)
    ? raw
    : Object.entries(raw).flatMap(([name, each]) => (NO_WORDS.has(name) ? [] : [each]));
  return parts.flatMap((each) => wordsIn(each, depth + 1));
};

/** The items in what was refused as a whole, as far as it can be told where one ends. */
const partsOf = (raw: unknown): unknown[] => {
  if (Array.isArray(raw)) return raw;
  return isRecord(raw) && Array.isArray(raw.items) ? raw.items : [raw];
};
/** Of more the words are graded together. */
const MOST_APART = 500;

const levelOfWords = (regulation: Regulation, text: string, now: string) => {
  const { level } = grade(regulation, { text, counters: {}, observations: [], observedAt: now, flags: [] });
  const settings = settingsOf(regulation);
  const handling = handlingLevel(regulation, { warningLevel: level, sources: [], flags: [], settings });
  return { level, handling: handling.level };
};

/** What the words of something alone would be graded at; of several items the gravest. Undefined: there are no words. */
export const judgeWords = (
  regulation: Regulation,
  raw: unknown,
  now: string,
): { level: string; handling: string } | undefined => {
  const parts = partsOf(raw);
  const apart = parts.slice(0, MOST_APART).map((part) => wordsIn(part).join('\n'));
  const rest = parts.slice(MOST_APART).flatMap((part) => wordsIn(part));
  return [...apart, rest.join('\n')]
    .filter((text) => text !== '')
    .map((text) => levelOfWords(regulation, text.slice(0, LONGEST_WORDS), now))
    .reduce<ReturnType<typeof levelOfWords> | undefined>(
      (gravest, each) =>
        gravest === undefined || rankOf(regulation, each.handling) > rankOf(regulation, gravest.handling)
          ? each
          : gravest,
      undefined,
    );
};

/** Whether something cannot wait for the digest: at that level the regulation gives a limit in numbers. */
export const hasNumericLimit = (regulation: Regulation, level: string): boolean =>
  levelOf(regulation, level).clocked && withoutLimit(regulation, level) === null;

/** Whether its feed marks it 涉密: then nothing that it says is kept. */
export const isMarkedSecret = (regulation: Regulation, raw: unknown): boolean => {
  const name = regulation.flags.find(({ id }) => id === SECRET_FLAG)?.name;
  return partsOf(raw).some(
    (part) =>
      isRecord(part) &&
      [part.flags].flat().some((flag) => typeof flag === 'string' && [SECRET_FLAG, name].includes(flag)),
  );
};
