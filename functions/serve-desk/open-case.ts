import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { CaseState } from '../../shared/case/state.ts';
import { RequestError } from '../../shared/contracts/errors.ts';
import type { OpenCase } from '../../shared/contracts/opening-command.ts';
import { createBringIn } from '../../shared/office/bring-in.ts';
import { createNoteHandTold } from '../../shared/office/items/hand-told.ts';
import type { Opening } from '../../shared/office/numbering.ts';
import type { ItemDependencies } from '../../shared/office/take-item.ts';
import type { ItemRecord } from '../../shared/records/items.ts';
import { mapEach } from '../../shared/records/some-at-once.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';
import {
  notesOnFound,
  notesOnOwnTimes,
  notesOnReceipts,
  notesOnUnread,
} from '../../shared/rules/acts/found.ts';
import { refuseGiver } from '../../shared/rules/decide.ts';
import { namesToIds } from '../../shared/rules/names.ts';
import { type Reading, refuseCase } from '../../shared/rules/reading/cases.ts';
import type { Refusal } from '../../shared/rules/refusal.ts';
import { yearOf } from '../../shared/time/instants.ts';
import type { By, Outcome } from './once.ts';
import { factsOf, momentsIn } from './opening-facts.ts';
import { caseTold } from './retell.ts';
import { type Sight, throwIfRefused } from './sight.ts';

interface OpeningDependencies extends ItemDependencies {
  sight: Sight;
}

/** The items that a case is opened about. Throws ITEM_UNKNOWN (404), ITEM_IN_CASE (409). */
const findItems = async (
  { items, sight }: OpeningDependencies,
  reading: Reading,
  keys: OpenCase['items'],
): Promise<ItemRecord[]> => {
  const once = [...new Map(keys.map((key) => [JSON.stringify([key.feed, key.id]), key])).values()];
  const found = await mapEach(once, async ({ feed, id }) => ({
    feed,
    id,
    item: await items.find(feed, id),
  }));
  const isSeen = await mapEach(
    found,
    async ({ item }) => item !== undefined && sight.seesItem(reading, item),
  );
  const missing = found.find((_, index) => !isSeen[index]);
  if (missing !== undefined)
    throw new RequestError('ITEM_UNKNOWN', `没有舆情信息 ${missing.feed}/${missing.id}`);
  const taken = found.find(({ item }) => item?.outcome === 'inCase');
  if (taken !== undefined)
    throw new RequestError(
      'ITEM_IN_CASE',
      `舆情信息 ${taken.feed}/${taken.id} 已在案卷 ${taken.item?.caseId} 中`,
    );
  return found.flatMap(({ item }) => item ?? []);
};

/** Why he may open no case at all, at whatever level. */
export const refuseOpener = ({ reading, actor }: Pick<By, 'reading' | 'actor'>): Refusal | undefined =>
  refuseGiver({ ...reading, actor }, null, { type: 'OpenCase', how: 'hand' });

/** What a new case is opened by. `key`: a repeat is known by it. */
interface Prepared extends Omit<Opening, 'actor'> {
  linked: ItemRecord[];
}

const contentKey = (command: OpenCase): string =>
  createHash('sha256')
    .update(canonicalize(command) ?? '')
    .digest('base64url');

/** What counts otherwise than it was written, or not at all. */
const createNotesOn =
  (regulation: Regulation) =>
  (given: OpenCase, state: CaseState): string[] => {
    const { command } = namesToIds(regulation, given);
    return [
      ...notesOnFound(regulation, momentsIn(command.instants), state),
      ...notesOnOwnTimes(regulation, momentsIn(command.instants), state),
      ...notesOnReceipts(regulation, command),
      ...notesOnUnread(regulation, state),
    ];
  };

/** Marks the items of a case as told by it, and remembers what it tells itself where it has none. */
const createBringInAll = (dependencies: OpeningDependencies) => {
  const bringIn = createBringIn(dependencies);
  const noteHandTold = createNoteHandTold(dependencies);
  return async (state: CaseState, keys: readonly { feed: string; id: string }[]): Promise<void> => {
    await bringIn(state.caseId, keys);
    await noteHandTold(state);
  };
};

/** POST /v1/cases. The same key, or the same content without one, opens one case; a repeat returns it. */
export const createOpenCase = (dependencies: OpeningDependencies) => {
  const { cases, numbering, office, regulation, now } = dependencies;
  const bringIn = createBringInAll(dependencies);
  const notesOn = createNotesOn(regulation);
  /** The case that this key has opened, also in the night of New Year. */
  const openedAs = async (year: number, key: string): Promise<CaseState | null> =>
    (await numbering.openedUnder(year, `hand#${key}`)) ?? numbering.openedUnder(year - 1, `hand#${key}`);
  /** The case that the same opening has opened already, or the key under which a new one opens. */
  const openedBefore = async (
    command: OpenCase,
    year: number,
    reading: Reading,
  ): Promise<CaseState | string> => {
    let key = command.key ?? contentKey(command);
    for (let before = await openedAs(year, key); before !== null; before = await openedAs(year, key)) {
      // Another's of the same name, or the same words, which he may not see, is another matter to him.
      if (refuseCase(reading, before) !== undefined) {
        key = `${key}#beside-${before.caseId}`;
        continue;
      }
      if (command.key !== undefined || before.status === 'open') return before;
      // The same words about a case that is over are a new matter.
      key = `${key}#after-${before.caseId}`;
    }
    return key;
  };
  /**
   * The case that the same opening has opened already, or what a new one is opened by. Writes nothing. Throws ITEM_UNKNOWN,
   * ITEM_IN_CASE.
   */
  const prepare = async (given: OpenCase, reading: Reading): Promise<CaseState | Prepared> => {
    const { command } = namesToIds(regulation, given);
    const at = now();
    const year = yearOf(at, regulation.zone);
    const key = await openedBefore(command, year, reading);
    if (typeof key !== 'string') return key;
    const linked = await findItems(dependencies, reading, command.items).catch(async (error: unknown) => {
      // Its twin may have brought them into a case just now.
      const twin = await openedBefore(command, year, reading);
      if (typeof twin === 'string') throw error;
      return twin;
    });
    return Array.isArray(linked)
      ? { year, key: `hand#${key}`, linked, facts: factsOf(regulation, command, linked, at) }
      : linked;
  };

  const carryOut = async (
    given: OpenCase,
    { actor, reading, request }: By,
  ): Promise<{ state: CaseState; isNew: boolean }> => {
    const prepared = await prepare(given, reading);
    if ('caseId' in prepared) {
      // The first try may have been cut off after the log was written.
      await cases.refresh(prepared.caseId);
      await bringIn(prepared, prepared.items);
      const isNew = request?.again === true && prepared.requests.includes(request.id);
      return { state: prepared, isNew };
    }
    const { linked, ...opening } = prepared;
    const { facts } = opening;
    const caseId = await numbering.forCase({ actor, ...opening });
    const { state, entry } = await office.carryOut(
      caseId,
      actor,
      { ...facts, caseId },
      { request: request?.id },
    );
    await bringIn(state, linked);
    return { state, isNew: entry !== null };
  };

  return {
    notesOn,
    prepare,
    open: async (given: OpenCase, by: By): Promise<Outcome> => {
      throwIfRefused(refuseOpener(by));
      const { state, isNew } = await carryOut(given, by);
      const { caseId, version } = state;
      const shown = { status: isNew ? 201 : 200, at: now() };
      return {
        told: caseTold({ ...shown, notes: notesOn(given, state) }, state, by.reading),
        kept: { is: 'case', ...shown, caseId, version },
      };
    },
  };
};
