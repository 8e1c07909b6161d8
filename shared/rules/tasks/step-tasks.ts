import type { Act } from '../../case/state/act.ts';
import type { Action } from '../../case/state/acts.ts';
import type { ScheduledDuty, Way } from '../../deadlines/scheduled-duty.ts';
import { nameIn } from '../../regulations/lookup.ts';
import type { Regulation } from '../../regulations/schema.ts';
import { approvalOf, draftOf, giverOf, isLeader, isPersons, undrafted } from '../approvals.ts';
import { begunChains, nextTowards, type Waiting, waitingBefore } from '../gates.ts';
import { isToDo } from './duty-tasks.ts';
import { type Addressees, postsIn, recordersOf, SOME_TIME, type Task, type TaskCase } from './task.ts';

// What has to be recorded before something that is owed can be done, where it is somebody else's: 审核, 审定, 授权 … It has no limit
// of its own. Which it is, the gates say, that refuse what comes without it.

/** Actions that something waits for: any of them (`isAny`), or each. */
interface Step extends Pick<Waiting, 'next' | 'isAny' | 'left'> {
  /** The names of the duties that cannot be met before; none where it is the duty itself. */
  before: readonly string[];
  /** Since when it is wanted. */
  since: string;
  /** Of the office's own errands: whose the duty is that waits. */
  responsible?: string;
  /** What somebody has done for it already: he waits for it. */
  done?: { act: Action; said: string };
}

type OfRegulation = Pick<TaskCase, 'regulation'>;
const quoted = (names: readonly string[], word: string): string =>
  names.map((name) => `“${name}”`).join(word);
const actionsCalled = ({ regulation }: OfRegulation, { next, isAny }: Pick<Step, 'next' | 'isAny'>): string =>
  quoted(
    next.map((id) => nameIn(regulation.actions, id)),
    isAny ? '或' : '、',
  );

const sinceOf = ({ start }: ScheduledDuty): string => start?.knownAt ?? SOME_TIME;

/** The forms in which a duty may go out; undefined where it is met otherwise. */
const formsOf = ({ publicationForms }: Regulation, way: Way) => {
  if (way.act === 'document') return { command: 'IssueDocument', forms: [way.document] };
  if (way.act !== 'publication') return undefined;
  return { command: 'RecordPublication', forms: way.forms ?? publicationForms.map(({ id }) => id) };
};
/** What a duty waits for that is met by what goes out, in the form that waits for least; nothing where any way is open. */
const beforeOut = ({ regulation, state }: TaskCase, scheduled: ScheduledDuty): Step[] => {
  const waits = scheduled.ways.flatMap((way): Waiting[][] => {
    const out = formsOf(regulation, way);
    return out === undefined
      ? [[]]
      : out.forms.map((form) => waitingBefore(regulation, state, out.command, form));
  });
  const [least = []] = waits.sort((one, other) => one.length - other.length);
  const { name, responsible } = scheduled;
  return least
    .filter(({ next }) => next.length > 0)
    .map((wait) => ({ ...wait, before: [name], since: sinceOf(scheduled), responsible }));
};

/** A duty that is an action, of which its holder can do none himself: it waits for whoever may. */
const ownStep = (of: TaskCase, scheduled: ScheduledDuty): Step[] => {
  const { ways, responsible } = scheduled;
  const actions = ways.flatMap((way) => (way.act === 'action' ? [way.action] : []));
  const next = [...new Set(actions.flatMap((each) => nextTowards(of.regulation, of.state, each)))];
  const isHis = (action: string): boolean => recordersOf(of, action).includes(responsible);
  if (actions.length < ways.length || next.some(isHis)) return [];
  return [{ next, left: next, isAny: actions.length > 1, before: [], since: sinceOf(scheduled) }];
};

/** What somebody has begun: the first steps of a chain. */
const begunSteps = (of: TaskCase): Step[] =>
  begunChains(of.regulation, of.state).map(({ last, next }) => {
    const said = `“${nameIn(of.regulation.actions, last.id)}”已办`;
    return { next, left: next, isAny: false, before: [], since: last.recordedAt, done: { act: last, said } };
  });

/** Whether one step is done with another: it is the same, or one of what will do is wanted anyhow. */
const isWithin = (one: Step, other: Step): boolean => {
  const isSame = one.isAny === other.isAny && one.next.join() === other.next.join();
  const isNarrower = one.isAny && (!other.isAny || other.next.length < one.next.length);
  return isSame || (isNarrower && other.left.some((action) => one.next.includes(action)));
};
const together = (one: Step, other: Step): Step => ({
  ...one,
  before: [...new Set([...one.before, ...other.before])],
  since: one.since < other.since ? one.since : other.since,
});
const distinct = (steps: readonly Step[]): Step[] => {
  const found: Step[] = [];
  // What is wanted most precisely stands for what any of several would do for.
  for (const step of [...steps].sort(
    (one, other) => Number(one.isAny) - Number(other.isAny) || one.next.length - other.next.length,
  )) {
    const index = found.findIndex((known) => isWithin(step, known));
    if (index < 0) found.push(step);
    else found[index] = together(found[index]!, step);
  }
  return found;
};

/** Whose the step is: of a person's approval all who may give it; of an errand whose duty it is, if he may do it. */
const rolesOf = (of: TaskCase, { next, responsible }: Step): string[] => {
  const all = [...new Set(next.flatMap((action) => recordersOf(of, action)))];
  const isErrand = !next.some((action) => isPersons(approvalOf(of.regulation, action)));
  return isErrand && responsible !== undefined && all.includes(responsible) ? [responsible] : all;
};
/** What the step is of: the step before it, or a draft. */
interface Ground {
  act: Act;
  said: string;
  text?: string | undefined;
  /** Whom nobody asks: who drafted a text approves it himself only as a leader, and who took the step before it waits. */
  but: Pick<Addressees, 'second' | 'besides'>;
}
const groundOf = (
  { regulation, state }: TaskCase,
  step: Step,
  roles: readonly string[],
): Ground | undefined => {
  if (step.done !== undefined) {
    const { act, said } = step.done;
    return { act, said, text: act.text, but: { besides: { posts: [], people: [act.by] } } };
  }
  const actions = regulation.actions.filter(({ id }) => step.next.includes(id));
  const draft = actions.flatMap((action) => draftOf(state, action) ?? []).at(0);
  // A leader may approve his own words, and then waits for nobody.
  if (draft === undefined || (roles.includes(draft.by.role) && isLeader({ regulation }, draft.by.role)))
    return undefined;
  const said = `“${nameIn(regulation.documents, draft.id)}”已拟`;
  const isLeaders = roles.every((role) => isLeader({ regulation }, role));
  return { act: draft, said, but: isLeaders ? {} : { second: giverOf(state, draft) } };
};

const taskOf = (of: TaskCase, step: Step): Task => {
  const { next, before } = step;
  const roles = rolesOf(of, step);
  const isWord = next.some((action) => isPersons(approvalOf(of.regulation, action)));
  const { act, said, text, but = {} } = (isWord ? groundOf(of, step, roles) : undefined) ?? {};
  const called = actionsCalled(of, step);
  const which = text === undefined ? '' : `(文本:“${text}”)`;
  // Nobody waits for him before there is something to be approved.
  const missing = act === undefined ? undrafted(of.regulation, of.state, next) : [];
  const wanted = quoted(
    missing.map((id) => nameIn(of.regulation.documents, id)),
    '或',
  );
  const undone = missing.length === 0 ? '' : `(还没有${wanted},拟稿后再审定)`;
  return {
    caseId: of.state.caseId,
    title: of.state.title,
    kind: isWord ? 'confirm' : 'complete',
    key: `step#${next.join()}`,
    text: `请办理${called}${which}${undone}${before.length === 0 ? '' : `;此后才能办理${quoted(before, '、')}`}`,
    to: { posts: postsIn(of, roles), people: [], ...but },
    at: act?.recordedAt ?? (missing.length === 0 ? step.since : SOME_TIME),
    due: null,
    ...(act === undefined
      ? {}
      : {
          act: act.entry,
          entered: { by: act.by, at: act.recordedAt, text: `${said},待办理${called}${which}` },
        }),
    commands: next.map((action) => ({
      type: 'RecordAction',
      carries: { action, ...(text === undefined ? {} : { text }) },
    })),
  };
};

/** The next steps of others before what is owed now. What somebody's own duty asks for anyhow is not asked for twice. */
export const stepTasks = (of: TaskCase): Task[] => {
  const { state, duties } = of;
  if (state.status !== 'open') return [];
  const owed = duties.filter(isToDo);
  const isOwnDuty = (action: string): boolean =>
    owed.some(
      ({ ways, responsible }) =>
        ways.some(
          (way) => way.act === 'action' && nextTowards(of.regulation, state, way.action).includes(action),
        ) && recordersOf(of, action).includes(responsible),
    );
  const steps = owed.flatMap((each) => [...ownStep(of, each), ...beforeOut(of, each)]);
  return distinct([...begunSteps(of), ...steps])
    .filter(({ next, isAny }) => !(isAny ? next.some(isOwnDuty) : next.every(isOwnDuty)))
    .map((step) => taskOf(of, step));
};
