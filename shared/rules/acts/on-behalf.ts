import type { Actor, OnBehalf } from '../../case/events.ts';
import type { CaseState } from '../../case/state.ts';
import type { OfficeCommand } from '../../contracts/commands.ts';
import { giversOf, nameIn, roleName } from '../../regulations/lookup.ts';
import type { Regulation } from '../../regulations/schema.ts';
import { approvalOf, isLeader, isPersons } from '../approvals.ts';
import { checkAuthority } from '../authority.ts';
import type { Context } from '../context.ts';
import { isSaid } from '../parts/given.ts';
import { isSamePerson, nameOfPerson, type Post, personOf, personUnder, rolesOf } from '../persons.ts';
import { type Decision, type Refusal, refuse } from '../refusal.ts';

// 代录: what somebody else decided, approved or did, entered for him. He is asked for his word, and his silence is none.

type ForAnother = Extract<OfficeCommand, { onBehalf?: unknown }>;
type Given = NonNullable<ForAnother['onBehalf']>;

/** Who gives a command, and in which post; of a 代录 also when he gave it, and what the event keeps of it. */
export interface Word {
  giver: Actor;
  role: string;
  at?: string;
  kept: { onBehalf?: OnBehalf };
}

/** What may be entered for another, of an action or a decision whose data say whose it is. */
const ruleOf = ({ actions, decisions }: Regulation, command: ForAnother) => {
  if (command.type === 'RecordAction') return actions.find(({ id }) => id === command.action);
  if (command.type === 'RecordDecision') return decisions.find(({ id }) => id === command.decision);
  return undefined;
};
/** What a unit or a leader did, as against what somebody decided or approved; its words are its own. */
const isDeed = ({ type }: ForAnother): boolean =>
  type === 'FileReport' || type === 'RecordMeeting' || type === 'RequestPlan';
/** What is the giver's own where it is entered for nobody; who records a 批示 may record anybody's. */
const isOwnWord = (command: ForAnother): boolean => !isDeed(command) && command.type !== 'RecordInstruction';
const isForAnother = (regulation: Regulation, command: ForAnother): boolean => {
  if (command.type === 'RecordAction') return isPersons(approvalOf(regulation, command.action));
  // A leader of a superior stands in no roster of the bureau's.
  if (command.type === 'RecordInstruction') return command.from === 'bureau';
  return command.type !== 'RecordDecision' || ruleOf(regulation, command)?.by !== undefined;
};
/** What a 代录 says that he gave, where that is missing. */
const missingText = (regulation: Regulation, command: ForAnother): string | undefined => {
  if (command.type === 'FileReport')
    return [command.summary, command.text, command.reference].some(isSaid)
      ? undefined
      : '报告的要点、正文或文号';
  if (command.type === 'RecordMeeting') return isSaid(command.conclusion) ? undefined : '会议结论';
  if (command.type !== 'RecordAction') return undefined;
  const isOfText = ['text', 'paper'].includes(approvalOf(regulation, command.action) ?? '');
  return isOfText && (command.text ?? command.onBehalf?.text) === undefined ? '所审定的标题' : undefined;
};

const missingOf = (
  regulation: Regulation,
  command: ForAnother,
  given: Given,
  text = missingText(regulation, command),
): string[] => [
  ...(given.person === undefined ? ['本人(名册中的哪一位)'] : []),
  ...(given.channel === undefined ? ['方式(电话、当面等)'] : []),
  ...(given.at === undefined ? ['时间'] : []),
  ...(text === undefined ? [] : [text]),
];

/**
 * Who may give it himself: what the data say of the action or decision, within those who may give the command at all. What the
 * office does itself it does not enter for its own people.
 */
const ownersOf = ({ regulation }: Context, { handlingLevel }: CaseState, command: ForAnother): string[] => {
  const by = ruleOf(regulation, command)?.by;
  const office = isDeed(command) ? giversOf(regulation, 'EnterForAnother', handlingLevel) : [];
  return giversOf(regulation, command.type, handlingLevel).filter(
    (role) =>
      (by?.includes(role) ?? true) &&
      !office.includes(role) &&
      (command.type !== 'RecordInstruction' || isLeader({ regulation }, role)),
  );
};
const inPost = (person: string, name: string, { role, unit }: Post): Actor => ({
  ...personUnder(person, role),
  name,
  ...(unit === undefined ? {} : { unit }),
});

/** 领导小组 decides through its 组长, or a 副组长 whom he named: not through whoever else is a member. */
const refuseMember = ({ regulation, roster }: Context, person: string, role: string): Refusal | undefined => {
  const { name, heads } = regulation.roles.find(({ id }) => id === role) ?? {};
  if (heads === undefined || rolesOf(roster, person).some((post) => heads.includes(post.role)))
    return undefined;
  const posts = heads.map((head) => roleName(regulation, head)).join('或');
  return refuse('GROUP_HEAD_REQUIRED', `${name}的决定须由组长或其指定的副组长作出,应为${posts}`);
};

const entered = (context: Context, state: CaseState, command: ForAnother, given: Given): Word | Refusal => {
  const { regulation, roster, actor } = context;
  if (!isForAnother(regulation, command))
    return refuse('ON_BEHALF_NOT_ALLOWED', '这一事项不作代录,由办理人自己录入');
  const missing = missingOf(regulation, command, given);
  if (missing.length > 0) return refuse('ON_BEHALF_INCOMPLETE', `代录还缺:${missing.join('、')}`);
  const { channel, at } = given;
  const person = personOf(roster, given.person!);
  if (person === undefined)
    return refuse('PERSON_UNKNOWN', `名册中没有人员“${given.person}”;代录须写明名册中的本人`);
  if (isSamePerson(context, actor, personUnder(person)))
    return refuse('SECOND_PERSON_REQUIRED', '代录由本人以外的人录入;本人请自己登录办理');
  const owners = ownersOf(context, state, command);
  const name = nameOfPerson(roster, person) ?? person;
  const giver = rolesOf(roster, person)
    .filter(({ role }) => owners.includes(role))
    .map((post) => inPost(person, name, post))
    .find((each) => checkAuthority({ regulation, actor: each }, state, command.type) === undefined);
  if (giver === undefined)
    return refuse(
      'ROLE_NOT_ALLOWED',
      `本案的这一事项不由${name}办理,应由${owners.map((role) => nameIn(regulation.roles, role)).join('、')}办理`,
    );
  const { role, unit } = giver;
  const refused = isDeed(command) ? undefined : refuseMember(context, person, role);
  if (refused !== undefined) return refused;
  const post = { role, ...(unit === undefined ? {} : { unit }) };
  return {
    giver,
    role,
    at: at!,
    kept: { onBehalf: { person, name, ...post, channel: channel!, at: at! } },
  };
};

/** Carries a command out in the post of whoever gave it: the giver himself, or the person for whom the office enters it. */
export const withWord = (
  context: Context,
  state: CaseState,
  command: ForAnother,
  decide: (word: Word) => Decision,
): Decision => {
  const { actor } = context;
  if (command.onBehalf === undefined)
    return (
      (isOwnWord(command) ? refuseMember(context, actor.id, actor.role) : undefined) ??
      decide({ giver: actor, role: actor.role, kept: {} })
    );
  const word = entered(context, state, command, command.onBehalf);
  return 'code' in word ? word : decide(word);
};
