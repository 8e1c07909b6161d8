import type { ItemReference, SuspectedCase } from '../shared/case/events/parts.ts';
import type { LevelName, OutOf, Suspected } from '../shared/contracts/replies/parts.ts';
import { SUSPICIONS } from '../shared/grading/stories/sentences.ts';
import { nameIn, roleName } from '../shared/regulations/lookup.ts';
import type { Regulation } from '../shared/regulations/schema.ts';
import { type Instant, withOffset } from '../shared/time/instants.ts';

type Named = { id: string; name: string };

/** What replies are made of: ids beside the regulation's own names, points of time with the bureau's offset. */
export const createReplyParts = (regulation: Regulation) => {
  const time = (at: Instant): string => withOffset(at, regulation.zone);
  return {
    time,
    timeOrNull: (at: Instant | null | undefined): string | null => (at == null ? null : time(at)),
    /** An id that the list does not know is its own name. */
    named: (list: readonly Named[], id: string): Named => ({ id, name: nameIn(list, id) }),
    unitOrNull: (id: string | null | undefined): Named | null =>
      id == null ? null : { id, name: nameIn(regulation.units, id) },
    /** Throws for an unknown one. */
    role: (id: string): Named => ({ id, name: roleName(regulation, id) }),
    /** An item may have been graded under an older regulation: a level that is gone is its own name. */
    level: (id: string): LevelName => {
      const levels = regulation.scales.flatMap((scale) => scale.levels);
      return { id, name: nameIn(levels, id), short: levels.find((each) => each.id === id)?.short ?? id };
    },
  };
};
export type ReplyParts = ReturnType<typeof createReplyParts>;

/** The cases that an item is suspected to belong to, as they are told; nothing where there are none. */
export const suspectedView = (suspected: readonly SuspectedCase[] = []): { suspected?: Suspected[] } =>
  suspected.length === 0
    ? {}
    : {
        suspected: suspected.map(({ caseId, similarity, ground }) => ({
          case: caseId,
          similarity,
          why: SUSPICIONS[ground],
        })),
      };

/** What an item of a case is suspected to be of, as one word. */
export const suspicionOf = ({ feed, id }: { feed: string; id: string }, caseId: string): string =>
  JSON.stringify([feed, id, caseId]);

/** The case that an item was taken out of, by which entry of its log. */
export const outOfView = (outOf: ItemReference['outOf']): { outOf?: OutOf } =>
  outOf === undefined ? {} : { outOf: { case: outOf.caseId, act: outOf.entry } };
