import type { Actor } from '../../shared/case/events.ts';
import type { CaseState } from '../../shared/case/state.ts';
import { OfficeCommand } from '../../shared/contracts/commands.ts';
import { RequestError } from '../../shared/contracts/errors.ts';
import type { Changed } from '../../shared/office/change-case.ts';
import { attaching } from '../../shared/office/item-record.ts';
import type { ItemDependencies } from '../../shared/office/take-item.ts';
import { type HttpEvent, parseBody } from '../http.ts';
import { createFindCase } from './find-case.ts';
import { createBringIn } from './open-case.ts';

type Command<Type extends OfficeCommand['type']> = Extract<OfficeCommand, { type: Type }>;

const LONGEST_KEY = 80;
/** The caller's own key of a request (header `idempotency-key`): sent again with it, a command is carried out once. */
const requestKey = (event: HttpEvent, actor: Actor): string | undefined => {
  const key = event.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (key.length === 0 || key.length > LONGEST_KEY)
    throw new RequestError('INVALID', `idempotency-key 应为1至${LONGEST_KEY}字`);
  return `${actor.id}#${key}`;
};

/** Puts an item into a case by hand, unless another open case tells it. Throws ITEM_UNKNOWN, ITEM_IN_CASE. */
const createAttachItem = (dependencies: ItemDependencies) => {
  const { cases, items, office } = dependencies;
  const bringIn = createBringIn(dependencies);
  const attachable = async (caseId: string, { feed, id }: Command<'AttachItem'>) => {
    const found = await items.find(feed, id);
    if (found === undefined) throw new RequestError('ITEM_UNKNOWN', `没有舆情信息 ${feed}/${id}`);
    const other = found.outcome === 'inCase' && found.caseId !== caseId ? found.caseId : undefined;
    if (other !== undefined && (await cases.load(other))?.status === 'open')
      throw new RequestError('ITEM_IN_CASE', `舆情信息 ${feed}/${id} 已在案卷 ${other} 中`);
    return found;
  };
  return async ({ caseId }: CaseState, actor: Actor, given: Command<'AttachItem'>): Promise<Changed> => {
    const item = await attachable(caseId, given);
    const changed = await office.carryOut(caseId, actor, attaching(item));
    if (changed.refusal === null) await bringIn(caseId, [item]);
    return changed;
  };
};

type OrderCommand = Command<'DraftSupervisionOrder'> | Command<'SignSupervisionOrder'>;
/** By what a repeat takes no second number. */
const orderKey = (given: OrderCommand): string =>
  given.type === 'SignSupervisionOrder' ? `sign#${given.order}` : `hand#${given.duty ?? ''}#${given.reason}`;

/** Drafts or signs a 督办通知: its number is taken when it is issued. */
const createGiveOrder =
  ({ numbering, office }: ItemDependencies) =>
  async (state: CaseState, actor: Actor, given: OrderCommand, request?: string): Promise<Changed> => {
    const command = await numbering.withOrder(state, actor, given, orderKey(given));
    return office.carryOut(state.caseId, actor, command, request);
  };

/** POST /v1/cases/{case}/commands. A refusal by the rules is an answer; what is malformed or unknown is thrown. */
export const createCommanding = (dependencies: ItemDependencies) => {
  const { cases, office } = dependencies;
  const findCase = createFindCase(cases);
  const attachItem = createAttachItem(dependencies);
  const giveOrder = createGiveOrder(dependencies);
  return async (event: HttpEvent, actor: Actor): Promise<Changed> => {
    const given = parseBody(OfficeCommand, event);
    const state = await findCase(event);
    if (given.type === 'DraftSupervisionOrder' || given.type === 'SignSupervisionOrder')
      return giveOrder(state, actor, given, requestKey(event, actor));
    if (given.type === 'AttachItem') return attachItem(state, actor, given);
    return office.carryOut(state.caseId, actor, given, requestKey(event, actor));
  };
};
