import type { OnBehalf } from '../../case/events.ts';
import type { CaseState } from '../../case/state.ts';
import type { OfficeCommand } from '../../contracts/commands.ts';
import { giversOf, nameIn, roleName } from '../../regulations/lookup.ts';
import type { Regulation } from '../../regulations/schema.ts';
import { approvalOf, isPersons } from '../approvals.ts';
import type { Context } from '../context.ts';
import { isSamePerson, nameOfPerson, personOf, personUnder, rolesOf } from '../persons.ts';
import { type Decision, type Refusal, refuse } from '../refusal.ts';

// 代录: what somebody else decided or approved, entered for him. He is asked for his word, and his silence is none.

type ForAnother = Extract<OfficeCommand, { onBehalf?: unknown }>;
type Given = NonNullable<ForAnother['onBehalf']>;

/** In whose post a command is given; of a 代录 also when he gave it, and what the event keeps of it. */
export interface Word {
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
const isForAnother = (regulation: Regulation, command: ForAnother): boolean => {
  if (command.type === 'RecordAction') return isPersons(approvalOf(regulation, command.action));
  return command.type !== 'RecordDecision' || ruleOf(regulation, command)?.by !== undefined;
};
const needsText = (regulation: Regulation, command: ForAnother): boolean =>
  command.type === 'RecordAction' &&
  command.text === undefined &&
  ['text', 'paper'].includes(approvalOf(regulation, command.action) ?? '');

const missingOf = (regulation: Regulation, command: ForAnother, given: Given): string[] => [
  ...(given.person === undefined ? ['本人(名册中的人员编号)'] : []),
  ...(given.channel === undefined ? ['方式(电话、当面等)'] : []),
  ...(given.at === undefined ? ['时间'] : []),
  ...(given.text === undefined && needsText(regulation, command) ? ['所审定的文本'] : []),
];

/** Who may give it himself: what the data say of the action or decision, within those who may give the command at all. */
const ownersOf = (context: Context, state: CaseState, command: ForAnother): string[] => {
  const by = ruleOf(context.regulation, command)?.by;
  return giversOf(context.regulation, command.type, state.handlingLevel).filter(
    (role) => by?.includes(role) ?? true,
  );
};

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
    return refuse('ON_BEHALF_NOT_ALLOWED', '这一事项不是领导的审定或决定,由办理人自己录入,不作代录');
  const missing = missingOf(regulation, command, given);
  if (missing.length > 0) return refuse('ON_BEHALF_INCOMPLETE', `代录还缺:${missing.join('、')}`);
  const { channel, at } = given;
  const person = personOf(roster, given.person!);
  if (person === undefined)
    return refuse('PERSON_UNKNOWN', `名册中没有人员“${given.person}”;代录须写明名册中的本人`);
  if (isSamePerson(context, actor, personUnder(person)))
    return refuse('SECOND_PERSON_REQUIRED', '代录由本人以外的人录入;本人请用自己的令牌办理');
  const owners = ownersOf(context, state, command);
  const post = rolesOf(roster, person).find(
    ({ role, unit }) => owners.includes(role) && (unit === undefined || unit === state.unit),
  );
  const name = nameOfPerson(roster, person) ?? person;
  if (post === undefined)
    return refuse(
      'ROLE_NOT_ALLOWED',
      `${name}无权作出这一审定或决定,应由${owners.map((role) => nameIn(regulation.roles, role)).join('、')}作出`,
    );
  return (
    refuseMember(context, person, post.role) ?? {
      role: post.role,
      at: at!,
      kept: { onBehalf: { person, name, role: post.role, channel: channel!, at: at! } },
    }
  );
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
    return refuseMember(context, actor.id, actor.role) ?? decide({ role: actor.role, kept: {} });
  const word = entered(context, state, command, command.onBehalf);
  return 'code' in word ? word : decide(word);
};
