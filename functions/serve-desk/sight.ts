import { type CaseState, isSecret } from '../../shared/case/state.ts';
import type { OfficeCommand } from '../../shared/contracts/commands.ts';
import { RequestError } from '../../shared/contracts/errors.ts';
import { recipientsOf } from '../../shared/notices/recipients.ts';
import { itemShown } from '../../shared/office/secret-items.ts';
import { CaseNotFound, type Cases } from '../../shared/records/cases.ts';
import type { ItemRecord, Items } from '../../shared/records/items.ts';
import { EntryUnreadable } from '../../shared/records/log/chain.ts';
import type { Reads } from '../../shared/records/register/reads.ts';
import { type Rosters, rosterIn } from '../../shared/records/roster.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';
import { refuseGiver } from '../../shared/rules/decide.ts';
import { deniedOf, suspicionsOf } from '../../shared/rules/items/judging.ts';
import { whoIs } from '../../shared/rules/persons.ts';
import {
  type Reading,
  readsLost,
  readsOf,
  refuseCase,
  refuseReading,
} from '../../shared/rules/reading/cases.ts';
import { readsNumbers } from '../../shared/rules/reading/roster.ts';
import type { Refusal } from '../../shared/rules/refusal.ts';
import { withOffset } from '../../shared/time/instants.ts';
import type { HttpEvent } from '../http.ts';
import { suspicionOf } from '../reply-parts.ts';
import type { Identities } from './identity.ts';
import { withoutNumbers } from './views/item.ts';

interface Dependencies {
  cases: Pick<Cases, 'load'>;
  items: Pick<Items, 'findEach'>;
  reads: Reads;
  now: () => string;
  rosters: Pick<Rosters, 'read'>;
  regulation: Regulation;
  identities: Pick<Identities, 'reader'>;
}

/** Throws what the rules refuse, as the HTTP API says it. */
export const throwIfRefused = (refusal: Refusal | undefined): void => {
  if (refusal !== undefined) throw new RequestError(refusal.code, refusal.message);
};

/** Who looks at a 涉密 case is on record before he is answered. */
const createNoteLook =
  ({ reads, regulation, now }: Pick<Dependencies, 'reads' | 'regulation' | 'now'>) =>
  async ({ who }: Reading, state: CaseState): Promise<void> => {
    if (!isSecret(state)) return;
    const day = withOffset(now(), regulation.zone).slice(0, 10);
    await reads.note(state.caseId, day, who.actor, now());
  };

const seesState = (reading: Reading, state: CaseState | null | undefined): boolean =>
  // One that cannot be read may be 涉密.
  state === undefined ? readsLost(reading) : state !== null && refuseCase(reading, state) === undefined;

const itemFor = (reading: Reading, item: ItemRecord, state: CaseState | null | undefined): ItemRecord => {
  const shown = itemShown(item, state);
  return readsNumbers(reading) ? shown : withoutNumbers(shown);
};

/** What somebody may know of the cases that an item is suspected to belong to. */
const createSuspectSight = (
  tryToLoad: (caseId: string) => Promise<CaseState | null | undefined>,
  items: Pick<Items, 'findEach'>,
) => {
  const casesSeen = async (
    reading: Reading,
    named: readonly { caseId: string }[],
  ): Promise<ReadonlySet<string>> => {
    const seen = new Set<string>();
    for (const { caseId } of named) if (seesState(reading, await tryToLoad(caseId))) seen.add(caseId);
    return seen;
  };
  return {
    /** What items of a case are suspected to be of (`suspicionOf`): of which cases he may know, and nobody has denied it. */
    suspectsSeen: async (reading: Reading, state: CaseState): Promise<ReadonlySet<string>> => {
      const asked = state.items.filter(({ suspected = [] }) => suspected.length > 0);
      if (asked.length === 0) return new Set();
      const denied = (await items.findEach(asked)).flatMap((item) =>
        deniedOf(item).map((caseId) => suspicionOf(item, caseId)),
      );
      const seen = await casesSeen(
        reading,
        asked.flatMap(({ suspected = [] }) => suspected),
      );
      return new Set(
        asked.flatMap((item) =>
          (item.suspected ?? [])
            .filter(({ caseId }) => seen.has(caseId))
            .map(({ caseId }) => suspicionOf(item, caseId))
            .filter((suspicion) => !denied.includes(suspicion)),
        ),
      );
    },
    /**
     * An item with those cases alone that he may know of, of the ones that it is suspected to belong to and nobody has denied, to flare up from,
     * or was taken out of.
     */
    withSeenSuspects: async (reading: Reading, item: ItemRecord): Promise<ItemRecord> => {
      const { suspected: _, formerCase, outOf, judgements = [], ...rest } = item;
      const suspicions = suspicionsOf(item);
      const seen = await casesSeen(reading, [
        ...suspicions,
        ...[formerCase, outOf?.caseId, ...judgements.map((each) => each.case)].flatMap((caseId) =>
          caseId === undefined ? [] : [{ caseId }],
        ),
      ]);
      const shown = suspicions.filter(({ caseId }) => seen.has(caseId));
      return {
        ...rest,
        ...(shown.length === 0 ? {} : { suspected: shown }),
        ...(formerCase !== undefined && seen.has(formerCase) ? { formerCase } : {}),
        ...(outOf !== undefined && seen.has(outOf.caseId) ? { outOf } : {}),
        ...(item.judgements === undefined
          ? {}
          : {
              judgements: judgements.map(({ case: of, ...each }) =>
                of !== undefined && seen.has(of) ? { ...each, case: of } : each,
              ),
            }),
      };
    },
  };
};

const createTryToLoad =
  (cases: Dependencies['cases']) =>
  /** The case, null where there is none, undefined where an entry of it cannot be read. */
  (caseId: string): Promise<CaseState | null | undefined> =>
    cases.load(caseId).catch((error: unknown) => {
      if (error instanceof EntryUnreadable) return undefined;
      throw error;
    });

/** What somebody may see, from his token, the roster of this moment and the regulation's table. */
export const createSight = ({ cases, items, reads, rosters, regulation, identities, now }: Dependencies) => {
  const noteLook = createNoteLook({ reads, regulation, now });
  const tryToLoad = createTryToLoad(cases);
  const find = async (reading: Reading, caseId: string): Promise<CaseState> => {
    const state = await cases.load(caseId).catch((error: unknown) => {
      if (error instanceof EntryUnreadable && !readsLost(reading)) throw new CaseNotFound(caseId);
      throw error;
    });
    if (state === null || refuseCase(reading, state)?.code === 'CASE_UNKNOWN') throw new CaseNotFound(caseId);
    return state;
  };
  /** The case, and why the command is not his to give there. Throws CaseNotFound of a command that he may give at all. */
  const toGive = async (reading: Reading, caseId: string, command: OfficeCommand) => {
    const giver = { ...reading, actor: reading.who.actor };
    const state = await find(reading, caseId).catch((error: unknown) => {
      if (error instanceof CaseNotFound) throwIfRefused(refuseGiver(giver, null, command));
      throw error;
    });
    return { state, refusal: refuseGiver(giver, state, command) };
  };
  return {
    /** Throws TOKEN_MISSING, TOKEN_INVALID, TOKEN_INCOMPLETE (401), POST_NOT_HELD (403). */
    readingOf: async (event: HttpEvent): Promise<Reading> => {
      const { actor, posts } = identities.reader(event);
      const roster = rosterIn(await rosters.read());
      const onDuty = recipientsOf(regulation, roster, regulation.onDuty, undefined)?.people ?? [];
      return { regulation, roster, who: whoIs(roster, actor, posts), onDuty };
    },
    /** Whether a case is there for him. */
    seesCase: async (reading: Reading, caseId: string): Promise<boolean> =>
      seesState(reading, await tryToLoad(caseId)),
    ...createSuspectSight(tryToLoad, items),
    /** Whether it cannot be shown to anybody: an entry of it cannot be read, or there is none. */
    isLost: async (caseId: string): Promise<boolean> => !(await tryToLoad(caseId)),
    /** An item is its case's while it is in one, else its unit's. */
    seesItem: async (reading: Reading, { outcome, caseId, unit }: ItemRecord): Promise<boolean> => {
      if (outcome !== 'inCase' || caseId === undefined) return readsOf(reading, unit);
      const state = await tryToLoad(caseId);
      const isSeen = seesState(reading, state);
      if (isSeen && state) await noteLook(reading, state);
      return isSeen;
    },
    /** The same of an item in a list, which says nothing of a 涉密 one: that is no look at its case. */
    mayListItem: async (reading: Reading, { outcome, caseId, unit }: ItemRecord): Promise<boolean> =>
      outcome === 'inCase' && caseId !== undefined
        ? seesState(reading, await tryToLoad(caseId))
        : readsOf(reading, unit),
    /** An item as he reads it: of a 涉密 one nothing that it says, and numbers of people where they are his to read. */
    shownItem: async (reading: Reading, item: ItemRecord): Promise<ItemRecord> =>
      itemFor(reading, item, item.caseId === undefined ? null : await tryToLoad(item.caseId)),
    /**
     * The case. Rights are asked before it is looked for. Throws CaseNotFound, also where he may not know that it is there, and
     * NOT_YOURS_TO_READ, NOT_YOUR_UNIT (403).
     */
    readCase: async (reading: Reading, caseId: string): Promise<CaseState> => {
      const state = await find(reading, caseId).catch((error: unknown) => {
        throwIfRefused(refuseReading(reading, 'ReadCases'));
        throw error;
      });
      throwIfRefused(refuseCase(reading, state));
      await noteLook(reading, state);
      return state;
    },
    /**
     * The case that a command is tried on, and why it is not his to give there. Throws, where he may not read the case, what
     * `caseFor` throws.
     */
    caseToTry: async (
      reading: Reading,
      caseId: string,
      command: OfficeCommand,
    ): Promise<{ state: CaseState; refusal: Refusal | undefined }> => {
      const { state, refusal } = await toGive(reading, caseId, command);
      const unread = refuseCase(reading, state);
      throwIfRefused(unread && (refusal ?? unread));
      await noteLook(reading, state);
      return { state, refusal };
    },
    /**
     * The case that a command is for. Throws, where it is not his to give there, what the rules refuse him with, and only then
     * CaseNotFound.
     */
    caseFor: async (reading: Reading, caseId: string, command: OfficeCommand): Promise<CaseState> => {
      const { state, refusal } = await toGive(reading, caseId, command);
      throwIfRefused(refusal ?? refuseCase(reading, state));
      await noteLook(reading, state);
      return state;
    },
  };
};
export type Sight = ReturnType<typeof createSight>;
