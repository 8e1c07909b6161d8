import type { CaseEvent, EventOf } from '../../case/events.ts';
import type { Action } from '../../case/state/acts.ts';
import type { CaseState } from '../../case/state.ts';
import { nameIn } from '../../regulations/lookup.ts';
import type { Regulation } from '../../regulations/schema.ts';
import { momentInChinese } from '../../time/instants.ts';
import {
  approvalOf,
  isOfText,
  kindOf,
  letsOut,
  onRecordBefore,
  ownApproval,
  type Publication,
  titleOf,
} from '../approvals.ts';
import type { Context } from '../context.ts';
import { clearedBy, closedGate, outBy } from '../gates.ts';
import { tellRoles } from '../notices.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { type CommandOf, type Decide, withDate } from '../refusing.ts';

const textsOf = (acts: readonly Action[]): string =>
  [...new Set(acts.flatMap(({ text }) => (text === undefined ? [] : [`“${text}”`])))].join('、');

/** Why none of the approvals that there are lets it out, for whoever has to mend it; empty: there is none, and that has been said. */
const whyNone = (
  { regulation }: Context,
  { actions }: CaseState,
  missing: readonly string[],
  publication: Publication,
): string => {
  const { title, approval, madeAt } = publication;
  const given = actions.filter(({ id }) => missing.includes(id));
  const named = given.find(({ entry }) => entry === approval);
  if (named?.text !== undefined && named.text.trim() !== title)
    return `。所选的审定记录审定的是“${named.text}”,所填的标题是“${title}”:标题须与之一致,或者不填`;
  const [late] = given.filter(
    (act) => act.madeAt > madeAt && letsOut({ regulation, actions }, act, publication),
  );
  const said = (at: string): string => momentInChinese(at, regulation.zone);
  // Within one minute only the seconds tell them apart.
  const moment = (at: string): string =>
    late !== undefined && said(late.madeAt) === said(madeAt)
      ? `${said(at)}${Number(at.slice(17, 19))}秒`
      : said(at);
  if (late !== undefined)
    return `。“${nameIn(regulation.actions, late.id)}”是${moment(late.madeAt)}作出的,所填的时间是${moment(madeAt)},在审定之前:时间填错的请改正;确在审定之前已经发出的,写明原因照实登记`;
  const texts = textsOf(given);
  const isUnnamed = given.some(({ text }) => text === undefined);
  const unnamed = publication.paper
    ? '有一条审定记录没有写明标题,不能据以制发,请审定人写明标题重新审定'
    : '有一条审定记录没有写明审定的是哪一份:审定的就是这一份的,请在“审定记录”中选定那一条';
  return [
    ...(texts === '' ? [] : [`已审定的文本是${texts}:标题须与所审定的一致`]),
    ...(isUnnamed ? [unnamed] : []),
  ]
    .map((words) => `。${words}`)
    .join('');
};

/** That what would approve it was entered when it stood on record that it had gone out without. */
const tooLate = (regulation: Regulation, state: CaseState, publication: Publication): string | undefined => {
  const out = state.actions
    .filter(({ id, madeAt }) => madeAt <= publication.madeAt && approvalOf(regulation, id) !== undefined)
    .filter((act) => isOfText(regulation, act, publication.title, kindOf(publication)))
    .map((act) => onRecordBefore(state, act, publication))
    .find((found) => found !== undefined);
  const word = publication.paper ? '制发' : '发布';
  return (
    out &&
    `。案卷日志第${out.entry}条已记录未经审定${word},此后录入的审定不能追认此前的${word};审定后再次${word}的,按再次${word}的时间录入`
  );
};

/** Why it may not go out: something is missing, or who publishes (issues) it has approved it himself. */
const obstacle = (context: Context, state: CaseState, publication: Publication): Refusal | undefined => {
  const { regulation } = context;
  const word = publication.paper ? '制发' : '发布';
  const gate = closedGate(regulation, state, outBy(publication), publication);
  if (gate !== undefined)
    return refuse(
      'PUBLICATION_NOT_CLEARED',
      `${gate.name}:${word}前须先记录${gate.missing}(${gate.clause})${tooLate(regulation, state, publication) ?? whyNone(context, state, gate.actions, publication)}`,
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
    const named = approval === undefined ? {} : { approval };
    const text = { form: given.form, madeAt, ...titled, ...named, link: given.link };
    const out = letOut(context, state, text, happened);
    if ('code' in out) return out;
    return [{ type: 'PublicationRecorded', ...given, ...titled, madeAt, ...out.kept }, ...out.told];
  });
