import { nameIn } from '../regulations/lookup.ts';
import type { Grading } from '../regulations/schema.ts';
import { type Evidence, type Reason, readCounter } from './evidence.ts';
import { publishedBy } from './publishers.ts';
import type { Matches } from './words.ts';

interface Floors {
  /** Those given first, in their order, then the suggested ones in the regulation's order. */
  flags: string[];
  /** The least level of every floor that holds. */
  levels: string[];
  reasons: Reason[];
}

/** A floor of who reports (被中央主流媒体报道): its flag is also what a tier of media suggests. Its words are the media's names. */
const isOfMedia = ({ heat }: Grading, flag: string): boolean =>
  heat.ranks.some(({ id, values }) => id === 'mediaTier' && values.some((tier) => tier.flag === flag));

/**
 * The floors (办法第十二条's hard criteria) that the given flags and the evidence put under the level.
 * A candidate floor raises the suggestion too; its reason says who must confirm it (register X24).
 */
export const judgeFloors = (
  grading: Grading,
  evidence: Evidence,
  fromHeat: readonly { flag: string; because: string }[],
  {
    matchesOf,
    nameOf,
  }: { matchesOf: (words: readonly string[]) => Matches; nameOf: (level: string) => string },
): Floors => {
  const result: Floors = { flags: [...new Set(evidence.flags)], levels: [], reasons: [] };
  for (const floor of grading.floors) {
    const grounds = [
      ...(evidence.flags.includes(floor.flag) ? ['已由人工标注'] : []),
      ...matchesOf(floor.words).found.map((word) => `提到“${word}”`),
      // What a medium publishes is its report, whether it names itself or not.
      ...(isOfMedia(grading, floor.flag) ? publishedBy(evidence, floor.words) : []),
      ...fromHeat.filter(({ flag }) => flag === floor.flag).map(({ because }) => because),
      ...floor.counters.flatMap(({ id, atLeast, mediaTypes }) => {
        const count = readCounter(evidence.counters, id);
        const isOther =
          mediaTypes !== undefined &&
          evidence.mediaType !== undefined &&
          !mediaTypes.includes(evidence.mediaType);
        if (count === undefined || count < atLeast || isOther) return [];
        return [`${nameIn(grading.heat.counters, id)}${count},达到${atLeast}`];
      }),
    ];
    if (grounds.length === 0) continue;
    if (!result.flags.includes(floor.flag)) result.flags.push(floor.flag);
    // 跨市区的…有较大影响的: one alone is not enough.
    if (!floor.beside.every((flag) => result.flags.includes(flag))) continue;
    result.levels.push(floor.atLeast);
    const status = floor.candidate ? `;候选,须由${grading.decidedBy}确认` : '';
    result.reasons.push({
      text: `${floor.reason}(${grounds.join('、')}):不低于${nameOf(floor.atLeast)}${status}`,
      cite: [...floor.cite],
      ground: true,
    });
  }
  return result;
};
