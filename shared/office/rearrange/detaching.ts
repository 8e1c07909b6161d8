import type { CaseState } from '../../case/state.ts';
import type { ItemRecord } from '../../records/items.ts';
import { createBringIn } from '../bring-in.ts';
import type { Consulted } from '../change-case.ts';
import { SYSTEM_ACTOR } from '../office.ts';
import { isSecretItem } from '../secret-items.ts';
import { createStoryCases } from '../story-case.ts';
import type { ItemDependencies } from '../take-item.ts';

type Detached = CaseState['detached'][number];

/**
 * 移出信息: the log of the case says first that the item is out of it, then its words lead there no more, then the item goes where it was
 * to go, and then the log says where it is. Whoever dies between is finished by the sweep; each step is a repeat once it is done.
 */
export const createDetaching = (dependencies: ItemDependencies) => {
  const { items, numbering, office, stories, now } = dependencies;
  const bringIn = createBringIn(dependencies);
  const storyCases = createStoryCases(dependencies);

  /** Into a case of its own, with its own starts; its number, or undefined while somebody else writes. */
  const intoCase = async (caseId: string, item: ItemRecord): Promise<string | undefined> => {
    const pending: ItemRecord = { ...item, outcome: 'pending', caseId, revision: item.revision + 1 };
    if (!(await items.put(pending))) return undefined;
    const own = (await storyCases.open(pending))?.caseId;
    if (own !== undefined) await bringIn(own, [item]);
    return own;
  };

  const ontoBoard = ({ caseId: _, ...item }: ItemRecord): Promise<boolean> =>
    items.put({ ...item, outcome: 'watched', revision: item.revision + 1 });

  const place = async (
    { caseId, takenOver }: CaseState,
    { feed, id, to, entry }: Detached,
  ): Promise<void> => {
    const found = await items.find(feed, id);
    if (found === undefined) return;
    const item = { ...found, outOf: { caseId, entry } };
    const isElsewhere = item.caseId !== caseId;
    // The next report of what it tells is none of the case either, also where it is told as in one that was merged into it.
    if (!isElsewhere && !isSecretItem(item))
      await stories.part(item, { from: [caseId, ...takenOver.map((each) => each.case)] }, now());
    if (to === 'board') {
      if (!isElsewhere && !(await ontoBoard(item))) return;
      await office.carryOut(caseId, SYSTEM_ACTOR, { type: 'PlaceItem', feed, id });
      return;
    }
    const own = isElsewhere && item.outcome === 'inCase' ? item.caseId : await intoCase(caseId, item);
    if (own !== undefined)
      await office.carryOut(caseId, SYSTEM_ACTOR, { type: 'PlaceItem', feed, id, case: own });
  };

  return {
    /** Where an item would be: a case that there is, or the rules' answer to an opening of its own. Writes nothing. */
    foretell: async (
      caseId: string,
      { feed, id }: Pick<ItemRecord, 'feed' | 'id'>,
    ): Promise<{ joins: CaseState } | { opens: Consulted } | undefined> => {
      const item = await items.find(feed, id);
      if (item === undefined) return undefined;
      const foretold = await storyCases.foretell(item, caseId);
      return 'joins' in foretold ? foretold : { opens: await numbering.consultOpening(foretold.opening) };
    },
    /** Brings every item that was taken out of the case to where it is to go. */
    finish: async (state: CaseState): Promise<void> => {
      for (const each of state.detached) if (each.placed === null) await place(state, each);
    },
  };
};
export type Detaching = ReturnType<typeof createDetaching>;
