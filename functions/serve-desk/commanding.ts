import type { Actor } from '../../shared/case/events.ts';
import type { CaseState } from '../../shared/case/state.ts';
import type { OfficeCommand } from '../../shared/contracts/commands.ts';
import { RequestError } from '../../shared/contracts/errors.ts';
import { createBringIn } from '../../shared/office/bring-in.ts';
import type { Changed, Terms } from '../../shared/office/change-case.ts';
import { attaching } from '../../shared/office/item-record.ts';
import type { Detaching } from '../../shared/office/rearrange/detaching.ts';
import type { Merging } from '../../shared/office/rearrange/merging.ts';
import type { TendMerges } from '../../shared/office/rearrange/tend-merges.ts';
import { createClearItems } from '../../shared/office/secret-items.ts';
import type { ItemDependencies } from '../../shared/office/take-item.ts';
import type { Cases } from '../../shared/records/cases.ts';
import type { ItemRecord } from '../../shared/records/items.ts';
import { regulationOfCase } from '../../shared/regulations/index.ts';
import { levelOf } from '../../shared/regulations/lookup.ts';
import type { Reading } from '../../shared/rules/reading/cases.ts';
import type { DetachItem } from '../../shared/rules/rearrange/detach.ts';
import type { MergeCase } from '../../shared/rules/rearrange/merge.ts';
import { entriesToPurge } from '../../shared/rules/secrecy/purge.ts';
import { momentInChinese } from '../../shared/time/instants.ts';
import { caseIdIn } from './case-id.ts';
import { decidedOnIn } from './decided-on.ts';
import type { By, Outcome, Request } from './once.ts';
import { caseTold } from './retell.ts';
import type { Sight } from './sight.ts';

type Command<Type extends OfficeCommand['type']> = Extract<OfficeCommand, { type: Type }>;

/** After 24 hours, or when its answer was lost, a key is still known to the log: nothing is carried out twice. */
const requireUnspent = async (
  cases: Cases,
  state: CaseState,
  request: Request | undefined,
): Promise<void> => {
  if (request === undefined || request.again || !state.requests.includes(request.id)) return;
  const done = (await cases.log(state.caseId)).find((entry) => entry.request === request.id);
  if (done === undefined) return;
  const when = momentInChinese(done.at, regulationOfCase(state).zone);
  throw new RequestError(
    'IDEMPOTENCY_KEY_SPENT',
    `这一请求编号已于${when}办理过,见案卷日志第${done.version}条;另有事项要办,请用新的请求编号`,
  );
};

/** The item that may be put into a case by hand: no other open case tells it. Throws ITEM_UNKNOWN, ITEM_IN_CASE. */
export const createFindAttachable =
  ({ cases, items, sight }: ItemDependencies & { sight: Sight }) =>
  async (reading: Reading, caseId: string, { feed, id }: Command<'AttachItem'>): Promise<ItemRecord> => {
    const found = await items.find(feed, id);
    if (found === undefined || !(await sight.seesItem(reading, found)))
      throw new RequestError('ITEM_UNKNOWN', `没有舆情信息 ${feed}/${id}`);
    const other = found.outcome === 'inCase' && found.caseId !== caseId ? found.caseId : undefined;
    if (other !== undefined && (await cases.load(other))?.status === 'open')
      throw new RequestError('ITEM_IN_CASE', `舆情信息 ${feed}/${id} 已在案卷 ${other} 中`);
    return found;
  };

/** Puts an item into a case by hand. */
const createAttachItem = (dependencies: ItemDependencies & { sight: Sight }) => {
  const { office } = dependencies;
  const bringIn = createBringIn(dependencies);
  const findAttachable = createFindAttachable(dependencies);
  return async (
    { caseId }: CaseState,
    { actor, reading }: By,
    given: Command<'AttachItem'>,
    terms: Terms,
  ): Promise<Changed> => {
    const item = await findAttachable(reading, caseId, given);
    const changed = await office.carryOut(caseId, actor, attaching(item), terms);
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
  async (state: CaseState, actor: Actor, given: OrderCommand, terms: Terms): Promise<Changed> => {
    const command = await numbering.withOrder(state, actor, given, orderKey(given));
    return office.carryOut(state.caseId, actor, command, terms);
  };

/** Clears what was written of a 涉密 case, and what its items say. */
const createPurge =
  ({ cases, items, office, stories, now }: ItemDependencies) =>
  async ({ caseId }: CaseState, actor: Actor, terms: Terms): Promise<Changed> => {
    const entries = entriesToPurge(await cases.log(caseId));
    const changed = await office.carryOut(caseId, actor, { type: 'PurgeContent', entries }, terms);
    if (changed.refusal === null) await createClearItems({ items, stories, now })(changed.state);
    return changed;
  };

/** What the rules are asked about an item that is to be taken out. */
export const createDetachmentOf =
  ({ items, regulation }: Pick<ItemDependencies, 'items' | 'regulation'>) =>
  async (given: Command<'DetachItem'>): Promise<DetachItem> => {
    const item = await items.find(given.feed, given.id);
    return { ...given, isClocked: item !== undefined && levelOf(regulation, item.grade.handling).clocked };
  };

/** What the rules are asked about a merge: the case that goes on, as far as whoever asks may see it. */
export const createMergeOf =
  ({ cases, sight }: { cases: Pick<Cases, 'load'>; sight: Pick<Sight, 'seesCase'> }) =>
  async (reading: Reading, { type, into, reason }: Command<'MergeCase'>): Promise<MergeCase> => {
    const other = (await sight.seesCase(reading, into)) ? await cases.load(into) : null;
    return { type, into, reason, other };
  };

/** POST /v1/cases/{case}/commands. A refusal by the rules is an answer; what is malformed or unknown is thrown. */
/** What puts right which case is which, over several records. */
export interface Rearranging {
  merging: Merging;
  tendMerges: Pick<TendMerges, 'tellBack'>;
  detaching: Detaching;
}

export const createCommanding = (dependencies: ItemDependencies & Rearranging & { sight: Sight }) => {
  const { cases, detaching, merging, office, sight, tendMerges, now } = dependencies;
  const detachmentOf = createDetachmentOf(dependencies);
  const mergeOf = createMergeOf(dependencies);
  const attachItem = createAttachItem(dependencies);
  const giveOrder = createGiveOrder(dependencies);
  const purge = createPurge(dependencies);
  const carryOut = async (state: CaseState, given: OfficeCommand, by: By): Promise<Changed> => {
    const { actor, event, reading, request } = by;
    const terms = { request: request?.id, decidedOn: decidedOnIn(event) };
    if (given.type === 'DraftSupervisionOrder' || given.type === 'SignSupervisionOrder')
      return giveOrder(state, actor, given, terms);
    if (given.type === 'AttachItem') return attachItem(state, by, given, terms);
    if (given.type === 'PurgeContent') return purge(state, actor, terms);
    if (given.type === 'DetachItem') {
      const changed = await office.carryOut(state.caseId, actor, await detachmentOf(given), terms);
      if (changed.refusal !== null) return changed;
      await detaching.finish(changed.state);
      // Where the item is now stands in the log by an entry of its own.
      return { ...changed, state: (await cases.load(state.caseId)) ?? changed.state };
    }
    // What the other case has taken over already is finished first: it cannot be called off any more.
    if (state.merging !== null && (given.type === 'MergeCase' || given.type === 'RejectMerge'))
      await merging.finish(state.caseId);
    if (given.type === 'MergeCase')
      return office.carryOut(state.caseId, actor, await mergeOf(reading, given), terms);
    if (given.type === 'ApproveMerge') return merging.agree(state, actor, terms);
    if (given.type === 'WithdrawAct' && given.mergedCase !== undefined) {
      const changed = await office.carryOut(state.caseId, actor, given, terms);
      if (changed.refusal === null) await tendMerges.tellBack(changed.state);
      return changed;
    }
    return office.carryOut(state.caseId, actor, given, terms);
  };
  return async (given: OfficeCommand, by: By): Promise<Outcome> => {
    const { event, reading, request } = by;
    const before = await sight.caseFor(reading, caseIdIn(event), given);
    await requireUnspent(cases, before, request);
    const { state, entry, refusal } = await carryOut(before, given, by);
    const { caseId, version } = state;
    if (refusal === null) {
      const shown = { status: 200, at: now() };
      const suspects = await sight.suspectsSeen(reading, state);
      return {
        told: caseTold(shown, state, reading, suspects),
        kept: { is: 'case', ...shown, caseId, version },
      };
    }
    const { code, message } = refusal;
    // No log has it: it is kept with the other requests that were turned away.
    if (entry === null) throw new RequestError(code, message);
    return { told: { code, message }, kept: { is: 'refusedInLog', code, caseId, version } };
  };
};
