import { isSecret } from '../../case/state.ts';
import { canBeOverdue } from '../../deadlines/breach.ts';
import { toldOf } from '../../deadlines/completions/by-notice.ts';
import { mayMove, promptedFor, type ScheduledDuty } from '../../deadlines/scheduled-duty.ts';
import { giversOf, mayGive, nameIn, rolesInChinese } from '../../regulations/lookup.ts';
import { undrafted } from '../approvals.ts';
import { nextTowards } from '../gates.ts';
import { personUnder } from '../persons.ts';
import { type CommandFor, commandsIn, waitsForUnit } from './command-for.ts';
import { type Addressees, postsIn, recordersOf, SOME_TIME, type Task, type TaskCase } from './task.ts';

/** What its holder has to do now; what only goes on is nothing to be met. */
export const isToDo = ({ status, limit }: ScheduledDuty): boolean =>
  status === 'open' || (status === 'listed' && limit.kind !== 'ongoing');

/** Who has been told of it though it is another's: its ladder has come up to him. */
const climbedTo = ({ state }: TaskCase, { duty, current, responsible, rungs }: ScheduledDuty): string[] =>
  [...new Set(rungs)].filter(
    (role) => role !== responsible && toldOf(state, `${duty}#${current.occurrence}`, role).length > 0,
  );

/** Who is to press whoever owes it, and since when; undefined: it has come up to nobody. */
export const pressing = (
  of: TaskCase,
  scheduled: ScheduledDuty,
): { roles: string[]; since: string } | undefined => {
  const since = promptedFor(scheduled);
  const roles = since === null || scheduled.isNotice ? [] : climbedTo(of, scheduled);
  return since === null || roles.length === 0 ? undefined : { roles, since };
};

const isImmediate = ({ limit }: ScheduledDuty): boolean => limit.kind === 'immediate';

const ownerOf = (of: TaskCase, scheduled: ScheduledDuty): Addressees => {
  const { unit = of.state.unit, responsible, signs } = scheduled;
  // A draft is also for whom the head of the office has charged with signing.
  const charged = signs === undefined ? [] : of.state.signers.map((id) => personUnder(id));
  return { posts: postsIn(of, [responsible], unit), people: charged };
};

/** What its holder writes first, where nobody has written it: the draft of what others approve. */
const draftsFor = (
  { regulation, state }: TaskCase,
  { responsible }: ScheduledDuty,
  action: string,
): CommandFor[] =>
  mayGive(regulation, responsible, 'IssueDocument', state.handlingLevel)
    ? undrafted(regulation, state, [action]).map((document) => ({
        type: 'IssueDocument',
        carries: { document },
      }))
    : [];

/** What meets it now: of an approval chain the step that is next, and before it the draft. */
const commandsNow = (of: TaskCase, scheduled: ScheduledDuty): CommandFor[] =>
  commandsIn(of, scheduled).flatMap((command): CommandFor[] => {
    const { action } = command.carries;
    if (typeof action !== 'string') return [command];
    return nextTowards(of.regulation, of.state, action).flatMap((next) => [
      ...draftsFor(of, scheduled, next),
      { ...command, carries: { ...command.carries, action: next } },
    ]);
  });

/** What has to be known of its limit beside the instant, in a list. */
export const limitMarks = (scheduled: ScheduledDuty) => ({
  breachable: canBeOverdue(scheduled),
  basis: scheduled.basis,
  provisional: mayMove(scheduled),
  byReference: scheduled.isOwn,
});

const taskOf = (of: TaskCase, scheduled: ScheduledDuty) => ({
  caseId: of.state.caseId,
  title: of.state.title,
  key: `${scheduled.duty}#${scheduled.current.occurrence}`,
  at: promptedFor(scheduled) ?? SOME_TIME,
  // 立即 has no limit but the instant from which it holds.
  due: isImmediate(scheduled) ? null : promptedFor(scheduled),
  duty: scheduled.duty,
  occurrence: scheduled.current.occurrence,
  ...limitMarks(scheduled),
  commands: commandsNow(of, scheduled),
});

/** As its holder has it: without what he can neither do nor enter for whose it is (代录), and then with whom it waits for. */
const asHis = (of: TaskCase, scheduled: ScheduledDuty, commands: readonly CommandFor[]) => {
  const { regulation, state } = of;
  const { name, responsible, isNotice } = scheduled;
  if (waitsForUnit(of, scheduled)) {
    const mayAssign = giversOf(regulation, 'AssignUnit', state.handlingLevel).includes(responsible);
    const then = isSecret(state) ? '再电话告知' : '由系统发短信';
    return { text: `${name}(转办责任单位后${then})`, commands: mayAssign ? commands : [] };
  }
  // The system tells by itself; what no text may carry, or none could, is a telephone task of its own.
  if (isNotice && commands.length === 0)
    return {
      text: `${name}(${isSecret(state) ? '须电话告知,见“请打电话”' : '系统自动发短信,不须另办'})`,
      commands,
    };
  const mayEnter = giversOf(regulation, 'EnterForAnother', state.handlingLevel).includes(responsible);
  const othersOf = ({ carries: { action } }: CommandFor): string[] => {
    const roles = typeof action === 'string' && !mayEnter ? recordersOf(of, action) : [];
    return roles.includes(responsible) ? [] : roles;
  };
  const his = commands.filter((command) => othersOf(command).length === 0);
  if (his.length > 0 || commands.length === 0) return { text: name, commands: his };
  const others = [...new Set(commands.flatMap(othersOf))];
  return { text: `${name}(待${rolesInChinese(regulation, others)}办理)`, commands: his };
};

/** A draft waits for whoever signs it; who drafted it the log says. */
const draftOf = ({ state }: TaskCase, entry: number): Pick<Task, 'act' | 'entered'> => {
  const order = state.orders.find((each) => each.entry === entry);
  const text = `督办通知稿待签发(案卷日志第${entry}条)`;
  return { act: entry, ...(order === undefined ? {} : { entered: { at: order.draftedAt, text } }) };
};

/** Who has to do it: the post, with its unit where several units owe the same. */
const whoOwes = ({ regulation }: TaskCase, { responsible, unit }: ScheduledDuty): string =>
  unit === undefined
    ? nameIn(regulation.roles, responsible)
    : `${nameIn(regulation.units, unit)}(${nameIn(regulation.roles, responsible)})`;

const kindOf = (scheduled: ScheduledDuty): 'sign' | 'immediate' | 'duty' => {
  if (scheduled.signs !== undefined) return 'sign';
  return isImmediate(scheduled) ? 'immediate' : 'duty';
};

/** The open duties, each for whose it is, and for those to whom it has come up once it is late. */
export const dutyTasks = (of: TaskCase): Task[] =>
  of.duties.filter(isToDo).flatMap((scheduled): Task[] => {
    const { name, signs, unit = of.state.unit } = scheduled;
    const task = taskOf(of, scheduled);
    const to = ownerOf(of, scheduled);
    const own: Task = {
      ...task,
      kind: kindOf(scheduled),
      ...asHis(of, scheduled, task.commands),
      to,
      ...(signs === undefined ? {} : draftOf(of, signs)),
    };
    const pressed = pressing(of, scheduled);
    if (pressed === undefined) return [own];
    const by = whoOwes(of, scheduled);
    const climbed: Task = {
      ...task,
      kind: 'climbed',
      text: `${by}尚未办理:${name},请督促`,
      to: { posts: postsIn(of, pressed.roles, unit), people: [], besides: to },
      notBefore: pressed.since,
    };
    return [own, climbed];
  });
