import type { Actor } from '../case/events.ts';
import { type CaseState, isSecret } from '../case/state.ts';
import type { Cases } from '../records/cases.ts';
import type { ItemRecord } from '../records/items.ts';
import type { Stories, StoryMatch } from '../records/stories.ts';
import { MONITORED_SOURCE } from '../regulations/reserved.ts';
import type { Regulation } from '../regulations/schema.ts';
import { isDetachedFrom } from '../rules/rearrange/detach.ts';
import { yearOf } from '../time/instants.ts';
import { attaching, caseTitleOf, referenceOf } from './item-record.ts';
import { instantsIn, unreadTimes } from './item-times.ts';
import type { Numbering, Opening } from './numbering.ts';
import type { Office } from './office.ts';
import { isSecretItem } from './secret-items.ts';

export interface StoryDependencies {
  cases: Cases;
  stories: Stories;
  numbering: Numbering;
  office: Office;
  regulation: Regulation;
  now: () => string;
}

const FEED_ACTOR: Actor = { id: 'intake', name: '舆情接入', role: 'system' };

/** By whom a story is claimed: the opening that takes a number only once the story is its own. */
const claimant = ({ year, key }: Opening): string => `${year}#${key}`;

const openingFor = (item: ItemRecord, regulation: Regulation, formerly: string | undefined): Opening => {
  const { detectedAt, estimated, unit, grade } = item;
  const unread = unreadTimes(item, regulation);
  return {
    actor: FEED_ACTOR,
    year: yearOf(detectedAt, regulation.zone),
    key: `${item.feed}#${item.id}#${item.caseId ?? ''}`,
    facts: {
      type: 'OpenCase',
      title: caseTitleOf(item),
      how: 'feed',
      ...(formerly === undefined ? {} : { formerly }),
      sources: [item.source ?? { kind: MONITORED_SOURCE }],
      instants: { ...instantsIn(item), detectedAt },
      ...(estimated === undefined ? {} : { estimated }),
      ...(unread === undefined ? {} : { unread }),
      flags: grade.flags,
      ...(unit === undefined ? {} : { unit }),
      items: [referenceOf(item)],
      grade,
    },
  };
};

/** The case that tells the story of an item that a feed brought. */
export const createStoryCases = (dependencies: StoryDependencies) => {
  const { cases, stories, numbering, office, regulation, now } = dependencies;
  /** The case that goes on with what a case began; null where somebody took the item out of it, or of one that was merged into it. */
  const goingOn = async (caseId: string, item: ItemRecord): Promise<CaseState | null> => {
    const state = await cases.load(caseId);
    if (state === null || isDetachedFrom(state, item)) return null;
    return state.mergedInto === null ? state : goingOn(state.mergedInto.case, item);
  };

  const openedBy = (owner: string): Promise<CaseState | null> => {
    const [year = '', ...key] = owner.split('#');
    return numbering.openedUnder(Number(year), key.join('#'));
  };

  /** Brings it into the case, or into the one that goes on where that was merged into another in this moment. */
  const attach = async (caseId: string, item: ItemRecord): Promise<CaseState> => {
    const { state } = await office.carryOut(caseId, FEED_ACTOR, attaching(item));
    return state.mergedInto === null ? state : attach(state.mergedInto.case, item);
  };

  return {
    attach,
    /** The open case that tells it already. */
    find: async (item: ItemRecord, matches: readonly StoryMatch[]): Promise<StoryMatch | undefined> => {
      const own = item.caseId === undefined ? null : await goingOn(item.caseId, item);
      const isAlone = own?.items.every(({ feed, id }) => feed === item.feed && id === item.id);
      if (own?.status === 'open' && (!isSecretItem(item) || isAlone || isSecret(own)))
        return { caseId: own.caseId, by: 'url', similarity: 1 };
      // What is 涉密 is a case of its own: another story's case is not hidden for it.
      for (const match of isSecretItem(item) ? [] : matches) {
        const known = await goingOn(match.caseId, item);
        if (known?.status === 'open') return { ...match, caseId: known.caseId };
      }
      return undefined;
    },
    /** 疑似复燃: the case that told this story and has been concluded since. */
    formerly: async (item: ItemRecord, matches: readonly StoryMatch[]): Promise<string | undefined> => {
      if (isSecretItem(item)) return undefined;
      const known = item.caseId === undefined ? [] : [item.caseId];
      for (const caseId of [...known, ...matches.map((match) => match.caseId)]) {
        const state = await goingOn(caseId, item);
        const isOver = state?.status === 'concluded' || state?.status === 'archived';
        if (isOver && !isSecret(state)) return state.caseId;
      }
      return undefined;
    },
    /** The case that tells this item now, opened as one that may be that of `formerly` flared up again; undefined while somebody else is just opening it. */
    open: async (item: ItemRecord, formerly?: string): Promise<string | undefined> => {
      const opening = openingFor(item, regulation, formerly);
      await numbering.requireAllowed(opening);
      const own = claimant(opening);
      const claimed = isSecretItem(item) ? own : await stories.claim(own, item, now());
      for (let owner = claimed; owner !== own; ) {
        const theirs = await openedBy(owner);
        // Somebody opens the story's case in this very moment: the sweep joins it once it is there.
        if (theirs === null) return undefined;
        const known = await goingOn(theirs.caseId, item);
        if (known?.status === 'open') {
          return (await attach(known.caseId, item)).caseId;
        }
        owner = await stories.claim(own, item, now(), owner);
      }
      const caseId = await numbering.takeForCase(opening);
      // Opened by a try that was cut off: its head may never have been written.
      if ((await cases.refresh(caseId)) !== null) return caseId;
      await office.carryOut(caseId, FEED_ACTOR, { ...opening.facts, caseId });
      return (await cases.load(caseId)) === null ? undefined : caseId;
    },
  };
};
