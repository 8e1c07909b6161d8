import { levelOf } from '../../regulations/lookup.ts';
import type { Regulation } from '../../regulations/schema.ts';

/** What of an item tells whether it can wait. */
export interface Looked {
  grade: {
    level: string;
    handling: string;
    flags: readonly string[];
    values: Readonly<Record<string, number | null>>;
  };
  source?: { kind: string } | undefined;
  warnings?: readonly { isGrave?: boolean | undefined }[] | undefined;
}

/**
 * Whether an item has any word, medium or count that is a sign of more, comes from a superior, may say so or 涉密 in what nobody could
 * read, or is at a level with clocks.
 */
export const isGrave = (regulation: Regulation, { grade, source, warnings = [] }: Looked): boolean => {
  const fromSuperior =
    source !== undefined && regulation.sources.some(({ id, from }) => id === source.kind && from !== null);
  const hasSigns =
    grade.flags.length > 0 ||
    regulation.grading.criteria.some(({ id, alarmFrom }) => (grade.values[id] ?? 0) >= alarmFrom);
  const mayBeGrave = warnings.some((each) => each.isGrave);
  // An item may have been graded under an older regulation.
  const level = regulation.scales.flatMap(({ levels }) => levels).find(({ id }) => id === grade.handling);
  return hasSigns || fromSuperior || mayBeGrave || level?.clocked === true;
};

interface Warned {
  warnings?:
    | readonly {
        field: string;
        value: string;
        message: string;
        as: string;
        isGrave?: boolean | undefined;
      }[]
    | undefined;
}
/**
 * What may be grave of that which nobody could read, each by its place and by what is said of it; a name by itself. Words may change with every
 * push: who has been told of them reads them as they stand.
 */
export const graveDoubts = ({ warnings = [] }: Warned): string[] =>
  warnings.flatMap(({ as, field, value, message, isGrave }) =>
    isGrave ? [JSON.stringify([as, field, as === 'content' ? message : value])] : [],
  );
/** Whether there is such a doubt now that was not there before. */
export const isDoubtedAnew = (before: Warned | undefined, now: Warned): boolean => {
  const known = before === undefined ? [] : graveDoubts(before);
  return graveDoubts(now).some((each) => !known.includes(each));
};

/**
 * Whether it can wait for the digest: the table puts it at the lowest level of the law, and nothing in it is a sign of more. What the
 * office still has to judge (待研判) cannot.
 */
export const isHarmless = (regulation: Regulation, item: Looked): boolean =>
  levelOf(regulation, item.grade.level).basis === 'law' && !isGrave(regulation, item);
