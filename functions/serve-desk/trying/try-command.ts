import type { Actor } from '../../../shared/case/events.ts';
import type { CaseState } from '../../../shared/case/state.ts';
import type { OfficeCommand } from '../../../shared/contracts/commands.ts';
import { RequestError } from '../../../shared/contracts/errors.ts';
import type { TriedReply } from '../../../shared/contracts/replies/try.ts';
import type { Consulted } from '../../../shared/office/change-case.ts';
import { attaching } from '../../../shared/office/item-record.ts';
import type { ItemDependencies } from '../../../shared/office/take-item.ts';
import { regulationOfCase } from '../../../shared/regulations/index.ts';
import type { Reading } from '../../../shared/rules/reading/cases.ts';
import type { Refusal } from '../../../shared/rules/refusal.ts';
import { entriesToPurge } from '../../../shared/rules/secrecy/purge.ts';
import { foretell } from '../../../shared/rules/trying/foretell.ts';
import { caseIdIn } from '../case-id.ts';
import { createDetachmentOf, createFindAttachable, createMergeOf, type Rearranging } from '../commanding.ts';
import { decidedOnIn } from '../decided-on.ts';
import type { Sight } from '../sight.ts';
import type { Entered } from './enter.ts';
import { createTellRearranged } from './rearranged.ts';
import { doneView, nothingDoneView, refusedView } from './tried-view.ts';

/** What refuses a try is its answer; everything else is thrown on. */
export const refusalOf = (error: unknown): Refusal => {
  if (error instanceof RequestError) return error as RequestError & Refusal;
  throw error;
};

type Dependencies = ItemDependencies & Rearranging & { sight: Sight };

/** Asks the rules about a command as it would be carried out (commanding.ts). Throws ITEM_UNKNOWN, ITEM_IN_CASE. */
const createAsk = (dependencies: Dependencies) => {
  const { cases, merging, numbering, office } = dependencies;
  const mergeOf = createMergeOf(dependencies);
  const detachmentOf = createDetachmentOf(dependencies);
  const findAttachable = createFindAttachable(dependencies);
  return async (
    state: CaseState,
    given: OfficeCommand,
    { actor, reading }: { actor: Actor; reading: Reading },
  ): Promise<Consulted> => {
    if (given.type === 'DraftSupervisionOrder' || given.type === 'SignSupervisionOrder')
      return numbering.consultOrder(state, actor, given);
    if (given.type === 'AttachItem') {
      const item = await findAttachable(reading, state.caseId, given);
      return office.consult(state, actor, attaching(item));
    }
    if (given.type === 'DetachItem') return office.consult(state, actor, await detachmentOf(given));
    if (given.type === 'MergeCase') return office.consult(state, actor, await mergeOf(reading, given));
    if (given.type === 'ApproveMerge') return merging.consult(state, actor);
    if (given.type !== 'PurgeContent') return office.consult(state, actor, given);
    const entries = entriesToPurge(await cases.log(state.caseId));
    return office.consult(state, actor, { type: 'PurgeContent', entries });
  };
};

/**
 * POST /v1/cases/{case}/commands?try: what the command would do at this instant. Writes nothing but who has looked at a 涉密 case.
 * Throws CASE_CHANGED (412).
 */
export const createTryCommand = (dependencies: Dependencies) => {
  const { office, sight, now } = dependencies;
  const ask = createAsk(dependencies);
  const tellRearranged = createTellRearranged(dependencies);
  return async (given: OfficeCommand, { event, actor, reading }: Entered): Promise<TriedReply> => {
    const { state, refusal } = await sight.caseToTry(reading, caseIdIn(event), given);
    await office.requireUnchanged(state, decidedOnIn(event));
    const consulted = refusal ?? (await ask(state, given, { actor, reading }).catch(refusalOf));
    if ('code' in consulted)
      return refusedView({ regulation: regulationOfCase(state), now: now() }, consulted);
    const { context, events } = consulted;
    const nothing = nothingDoneView(consulted);
    if (nothing !== undefined) return nothing;
    const tried = doneView(context, foretell(context, state, events));
    return { ...tried, ...(await tellRearranged(state, given, consulted, { actor, reading })) };
  };
};
