import { type CaseState, isSecret } from '../../case/state.ts';
import type { Context } from '../context.ts';
import { type Decision, type Refusal, refuse } from '../refusal.ts';

/** 移出信息: to a case of its own, or back on the board. `isClocked`: the level that the table suggests for it has limits. */
export interface DetachItem {
  type: 'DetachItem';
  feed: string;
  id: string;
  destination: 'case' | 'board';
  reason: string;
  isClocked: boolean;
}
/** Said once it is where it was to go. */
export interface PlaceItem {
  type: 'PlaceItem';
  feed: string;
  id: string;
  case?: string;
}

type ItemKey = Pick<DetachItem, 'feed' | 'id'>;
const isItem =
  (one: ItemKey) =>
  (other: ItemKey): boolean =>
    one.feed === other.feed && one.id === other.id;

/** Whether somebody has taken the item out of the case: nothing brings it there again by itself. */
export const isDetachedFrom = ({ detached }: Pick<CaseState, 'detached'>, item: ItemKey): boolean =>
  detached.some(isItem(item));

/** Why nothing can be taken out of the case. */
export const refuseDetaching = (state: CaseState): Refusal | undefined => {
  if (isSecret(state)) return refuse('CASE_SECRET', '涉密案卷的信息不能移出');
  return state.items.length <= 1
    ? refuse('LAST_ITEM', '本案只有一条信息,不能移出;案卷立错的,请按误立结报')
    : undefined;
};

/**
 * Takes an item out that tells another matter. What the clocks of the case already count from it stands, with its level and its
 * receipts: that is put right by who may put off a time or lower a level, and nothing gets later by this. A repeat is a success.
 */
export const detachItem = (_: Context, state: CaseState, command: DetachItem): Decision => {
  const { feed, id, destination, reason, isClocked } = command;
  const item = state.items.find(isItem(command));
  if (item === undefined)
    return isDetachedFrom(state, command) ? [] : refuse('ITEM_NOT_IN_CASE', `本案没有舆情信息 ${feed}/${id}`);
  const refused = refuseDetaching(state);
  if (refused !== undefined) return refused;
  if (destination === 'board' && isClocked)
    return refuse('ITEM_NEEDS_CASE', '该信息初判的级别有时限,不能只作为信息留存,请另行立案');
  return [{ type: 'ItemDetached', feed, id, title: item.title, to: destination, reason }];
};

/** Where the item is now stands in the log of the case that it was taken out of. */
export const placeItem = (_: Context, state: CaseState, command: PlaceItem): Decision => {
  const { feed, id, case: caseId } = command;
  const waits = state.detached.find(isItem(command))?.placed === null;
  return waits ? [{ type: 'ItemPlaced', feed, id, ...(caseId === undefined ? {} : { case: caseId }) }] : [];
};
