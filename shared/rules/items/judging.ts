import { versionOf } from '../../case/item-version.ts';
import { isNeutral, PAPER } from '../../case/secret.ts';
import { giversOf, nameIn } from '../../regulations/lookup.ts';
import { SECRET_FLAG } from '../../regulations/reserved.ts';
import type { Regulation } from '../../regulations/schema.ts';
import { isHigher } from '../context.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { isGrave, type Looked } from './signs.ts';

// What the office says of an item that is in no case: that it has been read, or is none of the bureau's business; and of any, that it is not the
// matter of a case which it was suspected to belong to.

/** `read` 已阅; `notOurs` 不属本局; `notSame` 不是同一舆情; `takenBack`: nothing of it holds any more. */
export type JudgedAs = 'read' | 'notOurs' | 'notSame' | 'takenBack';
/** What was said, and of what: which version of the item, and how grave it was then. */
export interface Judged {
  as: JudgedAs;
  /** Of `notSame`. */
  case?: string | undefined;
  version: number;
  level: string;
  isGrave: boolean;
}
interface Item extends Looked {
  outcome: 'routine' | 'watched' | 'pending' | 'inCase';
  flags: readonly string[];
  versions?: readonly { version: number }[] | undefined;
  judgements?: readonly Judged[] | undefined;
  suspected?: readonly { caseId: string }[] | undefined;
}
/** What has become of an item: nothing yet, or what was said of it and still holds, or a case. */
export type Became = 'open' | 'read' | 'notOurs' | 'inCase';

/** So often what is said of an item may change: all of it stays with the item, which has room for so much. */
export const MOST_JUDGEMENTS = 40;

/** Whether a level is higher than another; one that the regulation has no more may be. */
const mayBeHigher = (regulation: Regulation, level: string, other: string): boolean => {
  const known = regulation.scales.flatMap(({ levels }) => levels.map(({ id }) => id));
  if (level === other) return false;
  return !known.includes(level) || !known.includes(other) || isHigher(regulation, level, other);
};
type Denying = Pick<Item, 'versions' | 'judgements'>;
/** What was denied since all was last taken back, and of the version that it has now: what says something else since may be the same after all. */
const denials = ({ versions, judgements = [] }: Denying): Judged[] => {
  const since = judgements.findLastIndex(({ as }) => as === 'takenBack') + 1;
  return judgements
    .slice(since)
    .filter(({ as, version }) => as === 'notSame' && version === versionOf({ versions }));
};
/** The cases of which the item is not, as somebody has said. */
export const deniedOf = (item: Denying): string[] => denials(item).flatMap((each) => each.case ?? []);
/** 疑似同一舆情: the cases that it perhaps tells, and of which nobody has said that it does not. */
export const suspicionsOf = <S extends { caseId: string }>(
  item: Denying & { suspected?: readonly S[] | undefined },
): S[] => {
  const denied = deniedOf(item);
  return (item.suspected ?? []).filter(({ caseId }) => !denied.includes(caseId));
};

/** What holds of what was said: who has denied all that was suspected has read it. */
const lastOf = (item: Item): Judged | undefined => {
  const said = item.judgements?.findLast(({ as }) => as !== 'notSame');
  if (said !== undefined && said.as !== 'takenBack') return said;
  const denied = denials(item).at(-1);
  return denied === undefined || suspicionsOf(item).length > 0 ? undefined : { ...denied, as: 'read' };
};
/** What was said last, while it holds: what says something else since, or has become graver, is to be looked at again. */
const standing = (regulation: Regulation, item: Item): 'read' | 'notOurs' | undefined => {
  const last = lastOf(item);
  if (last === undefined) return undefined;
  const isGraver =
    mayBeHigher(regulation, item.grade.handling, last.level) || (isGrave(regulation, item) && !last.isGrave);
  const isOld = isGraver || versionOf(item) !== last.version;
  return isOld ? undefined : last.as === 'notOurs' ? 'notOurs' : 'read';
};

/** Whether it waits for somebody's word: a case is neither there nor owed. */
export const isWaiting = ({ outcome }: Pick<Item, 'outcome'>): boolean =>
  outcome === 'routine' || outcome === 'watched';

export const becameOf = (regulation: Regulation, item: Item): Became =>
  item.outcome === 'inCase' ? 'inCase' : (standing(regulation, item) ?? 'open');

/** The posts that judge what comes in: of those that open cases, who has the duty and who reads what was turned away. */
const judgesOf = (regulation: Regulation): string[] => {
  const receivers = [regulation.onDuty, ...giversOf(regulation, 'ReadRefusals')];
  return giversOf(regulation, 'OpenCase').filter((role) => receivers.includes(role));
};
/** Why somebody may not judge what comes in, in the post in which he acts. Undefined when he may. */
export const refuseJudge = (regulation: Regulation, role: string): Refusal | undefined => {
  const judges = judgesOf(regulation);
  if (judges.includes(role)) return undefined;
  const names = judges.map((each) => nameIn(regulation.roles, each)).join('、');
  return refuse('ROLE_NOT_ALLOWED', `此事项应由${names}办理`);
};

/** What somebody says of an item. */
export interface Saying {
  as: JudgedAs;
  case?: string | undefined;
  reason?: string | undefined;
}
/** Whether something may be said of an item as it stands: of one that is in a case only of which other it is, or is not. */
export const isOpenTo = (item: Item, { as }: Saying): boolean =>
  isWaiting(item) ||
  (item.outcome === 'inCase' && (as === 'notSame' || (as === 'takenBack' && deniedOf(item).length > 0)));

/** Whether it changes nothing: the same holds already, or less is said than holds. */
export const isSaid = (regulation: Regulation, item: Item, { as, case: caseId = '' }: Saying): boolean => {
  const became = becameOf(regulation, item);
  if (as === 'notSame') return deniedOf(item).includes(caseId);
  if (as === 'takenBack') return became === 'open' && deniedOf(item).length === 0;
  return became === as || (as === 'read' && became === 'notOurs');
};

/** Why this may not be said of an item that is open to it. Undefined when it may. */
export const refuseJudgement = (
  regulation: Regulation,
  item: Item,
  { as, case: caseId = '', reason }: Saying,
): Refusal | undefined => {
  if (as === 'notSame' && !suspicionsOf(item).some((each) => each.caseId === caseId))
    return refuse('SUSPICION_UNKNOWN', '这条信息与所指案卷没有疑似同一舆情的记录');
  const isSecret = [...item.flags, ...item.grade.flags].includes(SECRET_FLAG);
  if (isSecret && reason !== undefined && !isNeutral(reason))
    return refuse(
      'SECRET_CONTENT',
      `这条信息标为涉密,内容不得录入本系统:理由请填“${PAPER}”,可加冒号写明文号或存放处`,
    );
  const needsReason = as === 'notOurs' || (as === 'notSame' && isWaiting(item));
  if (needsReason && reason === undefined && isGrave(regulation, item))
    return refuse(
      'REASON_REQUIRED',
      `这条信息有敏感词、热度、标记、上级来源或存疑内容,定为${as === 'notOurs' ? '不属本局' : '不是同一舆情'}须写明理由`,
    );
  return undefined;
};
/** What is kept of a judgement beside who said it. */
export const judgedNow = (regulation: Regulation, item: Item, { as, case: caseId }: Saying): Judged => ({
  as,
  ...(as === 'notSame' && caseId !== undefined && { case: caseId }),
  version: versionOf(item),
  level: item.grade.handling,
  isGrave: isGrave(regulation, item),
});
