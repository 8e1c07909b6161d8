import type { SuspectedCase } from '../case/events/parts.ts';
import type { Actor } from '../case/events.ts';
import { type CaseState, isSecret } from '../case/state.ts';
import type { Cases } from '../records/cases.ts';
import type { ItemRecord } from '../records/items.ts';
import type { Stories, StoryMatch } from '../records/stories/stories.ts';
import { levelOf } from '../regulations/lookup.ts';
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
  /** Waits; where time is played, nobody waits. */
  pause?: (milliseconds: number) => Promise<void>;
}

const FEED_ACTOR: Actor = { id: 'intake', name: '舆情接入', role: 'system' };

/** By whom a story is claimed: the opening that takes a number only once the story is its own. */
const claimant = ({ year, key }: Pick<Opening, 'year' | 'key'>): string => `${year}#${key}`;
const keyOf = ({ detectedAt, feed, id, caseId }: ItemRecord, { zone }: Regulation) => ({
  year: yearOf(detectedAt, zone),
  key: `${feed}#${id}#${caseId ?? ''}`,
});

const openingFor = (item: ItemRecord, regulation: Regulation, formerly: string | undefined): Opening => {
  const { detectedAt, estimated, unit, grade } = item;
  const unread = unreadTimes(item, regulation);
  return {
    actor: FEED_ACTOR,
    ...keyOf(item, regulation),
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

/** What is suspected of an item is told of so many cases. */
const SUSPECTED = 3;
/** So often, and so long each time, an item waits for the case that is being opened for its story; then the sweep joins it. */
const WAITS = 5;
const WAIT_MILLISECONDS = 100;
const realPause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

const isSame = ({ comparison }: StoryMatch): boolean => comparison.outcome === 'same';

type Key = Pick<ItemRecord, 'feed' | 'id'>;
/** An open case that tells a story, or perhaps does. */
export interface Alike {
  state: CaseState;
  comparison: StoryMatch['comparison'];
  similarity: number;
}

/** What became of an opening: the case that tells the item now, and the item with what is suspected of it. */
interface Opened {
  caseId: string;
  item: ItemRecord;
  joined?: StoryMatch;
}

/** The case that tells the story of an item that a feed brought. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: a factory; what is long are the functions that it returns.
export const createStoryCases = (dependencies: StoryDependencies) => {
  const { cases, stories, numbering, office, regulation, now, pause = realPause } = dependencies;
  /** The case that goes on with what a case began; null where somebody took the item out of it, or of one that was merged into it. */
  const goingOn = async (caseId: string, item: Key): Promise<CaseState | null> => {
    const state = await cases.load(caseId);
    if (state === null || isDetachedFrom(state, item)) return null;
    return state.mergedInto === null ? state : goingOn(state.mergedInto.case, item);
  };

  const ownerOf = (item: ItemRecord): string => claimant(keyOf(item, regulation));
  const openedBy = (owner: string): Promise<CaseState | null> => {
    const [year = '', ...key] = owner.split('#');
    return numbering.openedUnder(Number(year), key.join('#'));
  };
  /** The case that tells a story now; `underway`: it is just being opened. */
  const caseOf = async (match: StoryMatch, item: Key): Promise<CaseState | null | 'underway'> => {
    const began = match.caseId ?? (await openedBy(match.owner ?? ''))?.caseId;
    if (began !== undefined) return goingOn(began, item);
    return stories.isHeld(match.owner ?? '', now()) ? 'underway' : null;
  };

  /** The same; of a story that is just being opened, after a little while. */
  const awaitCase = async (match: StoryMatch, item: Key): Promise<CaseState | null | 'underway'> => {
    for (let wait = 0; ; wait += 1) {
      const found = await caseOf(match, item);
      if (found !== 'underway' || wait === WAITS) return found;
      await pause(WAIT_MILLISECONDS);
    }
  };

  /** Brings it into the case, or into the one that goes on where that was merged into another in this moment. */
  const attach = async (caseId: string, item: ItemRecord): Promise<CaseState> => {
    const { state } = await office.carryOut(caseId, FEED_ACTOR, attaching(item));
    return state.mergedInto === null ? state : attach(state.mergedInto.case, item);
  };

  /** The open cases that tell the story of these matches, or perhaps do, each once; of a 涉密 case nothing is said. */
  const openCasesOf = async (
    item: Key,
    matches: readonly StoryMatch[],
    own?: string,
    lookUp = caseOf,
  ): Promise<Alike[]> => {
    const alike: Alike[] = [];
    for (const match of matches) {
      const { comparison } = match;
      if (comparison.outcome === 'apart' || alike.length === SUSPECTED) continue;
      const state = await lookUp(match, item);
      if (state === null || state === 'underway' || state.status !== 'open') continue;
      if (isSecret(state) || state.caseId === own) continue;
      if (alike.some((each) => each.state.caseId === state.caseId)) continue;
      alike.push({ state, comparison, similarity: Math.round(comparison.likeness * 100) / 100 });
    }
    return alike;
  };

  /** The open cases that perhaps tell the item's story; nothing of what is 涉密 itself. */
  const suspect = async (
    item: ItemRecord,
    matches: readonly StoryMatch[],
  ): Promise<Pick<ItemRecord, 'suspected'>> => {
    const possible = matches.filter(({ comparison }) => comparison.outcome === 'suspected');
    const alike = isSecretItem(item) ? [] : await openCasesOf(item, possible, item.caseId, awaitCase);
    const suspected = alike.flatMap(({ state: { caseId }, similarity, comparison }) =>
      comparison.outcome === 'suspected' ? [{ caseId, similarity, ground: comparison.ground }] : [],
    );
    return suspected.length === 0 ? {} : { suspected };
  };

  /** Claims the story; the open case that has it already, or nothing while somebody is just opening it. */
  const claim = async (own: string, item: ItemRecord): Promise<'own' | 'underway' | Omit<Opened, 'item'>> => {
    const passed = new Set<string>();
    for (;;) {
      const match = await stories.claim(own, item, now(), passed);
      if (match === null) return 'own';
      const state = await awaitCase(match, item);
      if (state === 'underway') return state;
      if (state?.status === 'open')
        return { caseId: (await attach(state.caseId, item)).caseId, joined: match };
      passed.add(match.caseId ?? match.owner ?? '');
    }
  };

  return {
    attach,
    suspect,
    /** The open cases that what is told here resembles: that tell the same, or perhaps do, the likest first. */
    resembling: async (told: Parameters<Stories['find']>[0]): Promise<Alike[]> =>
      openCasesOf(told, await stories.find(told, now())),
    /** The open case that tells it already. */
    find: async (
      item: ItemRecord,
      matches: readonly StoryMatch[],
    ): Promise<(StoryMatch & { caseId: string }) | undefined> => {
      const own = item.caseId === undefined ? null : await goingOn(item.caseId, item);
      const isAlone = own?.items.every(({ feed, id }) => feed === item.feed && id === item.id);
      if (own?.status === 'open' && (!isSecretItem(item) || isAlone || isSecret(own)))
        return ownMatch(own.caseId);
      // What owes a case waits when it claims it.
      const lookUp = levelOf(regulation, item.grade.handling).clocked ? caseOf : awaitCase;
      // What is 涉密 is a case of its own: another story's case is not hidden for it.
      for (const match of isSecretItem(item) ? [] : matches.filter(isSame)) {
        // Its own opening, which was cut off, it takes up itself.
        const known = match.owner === ownerOf(item) ? null : await lookUp(match, item);
        if (known !== null && known !== 'underway' && known.status === 'open')
          return { ...match, caseId: known.caseId };
      }
      return undefined;
    },
    /** 疑似复燃: the case that told this story and has been concluded since. */
    formerly: async (item: ItemRecord, matches: readonly StoryMatch[]): Promise<string | undefined> => {
      if (isSecretItem(item)) return undefined;
      const known = item.caseId === undefined ? [] : [item.caseId];
      for (const caseId of [...known, ...matches.filter(isSame).flatMap((match) => match.caseId ?? [])]) {
        const state = await goingOn(caseId, item);
        const isOver = state?.status === 'concluded' || state?.status === 'archived';
        if (isOver && !isSecret(state)) return state.caseId;
      }
      return undefined;
    },
    /**
     * Where an item would be that is taken out of a case: with another open case that tells its story, or in one of its own, by this
     * opening. Writes nothing.
     */
    foretell: async (
      item: ItemRecord,
      outOf: string,
    ): Promise<{ joins: CaseState } | { opening: Opening }> => {
      for (const match of isSecretItem(item) ? [] : (await stories.find(item, now(), outOf)).filter(isSame)) {
        const state = match.caseId === undefined ? null : await goingOn(match.caseId, item);
        if (state?.status === 'open' && state.caseId !== outOf) return { joins: state };
      }
      return { opening: openingFor(item, regulation, undefined) };
    },
    /** The case that tells this item now, opened as one that may be that of `formerly` flared up again; undefined while somebody else is just opening it. */
    open: async (item: ItemRecord, formerly?: string): Promise<Opened | undefined> => {
      const asked = openingFor(item, regulation, formerly);
      await numbering.requireAllowed(asked);
      const claimed = isSecretItem(item) ? 'own' : await claim(claimant(asked), item);
      if (claimed === 'underway') return undefined;
      if (claimed !== 'own') return { ...claimed, item };
      const { suspected: earlier = [], ...before } = item;
      const matches = [...(await stories.find(item, now())), ...earlier.map(suspectedBefore)];
      const known = { ...before, ...(await suspect(item, matches)) };
      const opening = openingFor(known, regulation, formerly);
      const caseId = await numbering.takeForCase(opening);
      // Opened by a try that was cut off: its head may never have been written.
      if ((await cases.refresh(caseId)) !== null) return { caseId, item: known };
      await office.carryOut(caseId, FEED_ACTOR, { ...opening.facts, caseId });
      return (await cases.load(caseId)) === null ? undefined : { caseId, item: known };
    },
  };
};

/** What it was suspected of when it came, as far as that is still open. */
const suspectedBefore = ({ caseId, similarity, ground }: SuspectedCase): StoryMatch => ({
  caseId,
  by: 'text',
  similarity,
  comparison: { outcome: 'suspected', likeness: similarity, ground },
});

/** An item's own case has its story, whatever it says now. */
const ownMatch = (caseId: string): StoryMatch & { caseId: string } => ({
  caseId,
  by: 'url',
  similarity: 1,
  comparison: { outcome: 'same', likeness: 1, ground: 'address' },
});
