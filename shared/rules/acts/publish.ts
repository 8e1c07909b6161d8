import type { CaseEvent, EventOf } from '../../case/events.ts';
import type { CaseState } from '../../case/state.ts';
import { nameIn } from '../../regulations/lookup.ts';
import { ownApproval, type Publication, titleOf } from '../approvals.ts';
import type { Context } from '../context.ts';
import { clearedBy, closedGate, outBy } from '../gates.ts';
import { tellRoles } from '../notices.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { type CommandOf, type Decide, withDate } from '../refusing.ts';

/** What else was approved, for a message to somebody who publishes a text of which there is no approval. */
const otherTexts = (state: CaseState): string => {
  const texts = [...new Set(state.actions.flatMap(({ text }) => text ?? []))];
  if (texts.length === 0) return '';
  const said = texts.map((text) => `“${text}”`).join('、');
  return `。已审定的文本是${said}:请写明标题,与所审定的标题一致,或在“审定记录”中选定所审定的那一条`;
};

/** Why it may not go out: something is missing, or who publishes (issues) it has approved it himself. */
const obstacle = (context: Context, state: CaseState, publication: Publication): Refusal | undefined => {
  const { regulation } = context;
  const word = publication.paper ? '制发' : '发布';
  const gate = closedGate(regulation, state, outBy(publication), publication);
  if (gate !== undefined)
    return refuse(
      'PUBLICATION_NOT_CLEARED',
      `${gate.name}:${word}前须先记录${gate.missing}(${gate.clause})${otherTexts(state)}`,
    );
  const own = ownApproval(context, state, clearedBy(regulation, state, publication));
  return (
    own &&
    refuse(
      'OWN_APPROVAL',
      `“${nameIn(regulation.actions, own.id)}”是${word}人自己作出的,${word}人不能审定自己${word}的内容,请由他人${word}`,
    )
  );
};

type Happened = CommandOf<'RecordPublication'>['happened'];
interface Out {
  kept: Pick<EventOf<'PublicationRecorded'>, 'approvals' | 'happened'>;
  told: CaseEvent[];
}
/**
 * What goes out waits for the approvals. What went out without them is recorded all the same, with the reason: it meets the duty
 * as 未经审定发布, and the leaders are told at once.
 */
export const letOut = (
  context: Context,
  state: CaseState,
  publication: Publication,
  happened: Happened,
): Out | Refusal => {
  const blocked = obstacle(context, state, publication);
  if (blocked !== undefined && happened === undefined) return blocked;
  const approvals = clearedBy(context.regulation, state, publication).map(({ entry }) => entry);
  return {
    kept: {
      ...(approvals.length === 0 ? {} : { approvals }),
      ...(blocked === undefined ? {} : { happened: { reason: happened!.reason, missing: blocked.message } }),
    },
    told: blocked === undefined ? [] : [tellRoles(context, state, 'unapproved')],
  };
};

/** What is published bears a title of its own, or that of the approval which it names. */
export const recordPublication: Decide<'RecordPublication'> = (context, state, command) =>
  withDate(context, command.madeAt, (madeAt) => {
    const { type: _, happened, approval, ...given } = command;
    if (approval !== undefined && !state.actions.some(({ entry }) => entry === approval))
      return refuse('APPROVAL_UNKNOWN', `案卷日志第${approval}条不是有效的审定记录`);
    const title = titleOf(state, command);
    const titled = title === undefined ? {} : { title };
    const out = letOut(context, state, { form: given.form, madeAt, ...titled }, happened);
    if ('code' in out) return out;
    return [{ type: 'PublicationRecorded', ...given, ...titled, madeAt, ...out.kept }, ...out.told];
  });
