import type { Actor } from '../../case/events.ts';
import { actsIn, actsOfEntry, unconfirmedActs } from '../../case/standing.ts';
import { lateEntries } from '../../deadlines/counted-apart.ts';
import { levelOf, nameIn } from '../../regulations/lookup.ts';
import { rightToVerify } from '../acts/confirm.ts';
import { isInDoubt } from '../follow-up.ts';
import { isSamePerson, personUnder } from '../persons.ts';
import { mayGive, type Task, type TaskCase, type TaskSetting } from './task.ts';

/** Whether the list's person may be the second one to what `first` has done. */
export const maySecond = ({ who, roster }: TaskSetting, first: Actor): boolean =>
  who.actor.person !== undefined && !isSamePerson({ roster }, first, who.actor);

/** A lowering that another person asked for, and that waits for a second one. */
export const loweringTasks = (of: TaskCase, setting: TaskSetting): Task[] => {
  const { state, regulation } = of;
  const { lowering } = state;
  if (lowering === null || !maySecond(setting, lowering.by)) return [];
  if (!mayGive(setting.who, of, 'ApproveLevelChange')) return [];
  const to = levelOf(regulation, lowering.to).short;
  const what = state.provisional ? `拟定级为${to}` : `申请降为${to}`;
  return [
    {
      caseId: state.caseId,
      title: state.title,
      kind: 'confirm',
      text: `${lowering.by.name}${what},请审批:${lowering.reason}`,
      due: null,
    },
  ];
};

const task = ({ state }: TaskCase, act: number, text: string): Task => ({
  caseId: state.caseId,
  title: state.title,
  kind: 'confirm',
  text,
  due: null,
  act,
});

/** What was entered in this person's name, or for a body outside whose word a leader countersigns. */
export const wordTasks = (of: TaskCase, setting: TaskSetting): Task[] => {
  const { state, regulation } = of;
  const { who, roster } = setting;
  return unconfirmedActs(state).flatMap((act) => {
    const { person, role, enteredBy } = state.confirmations[act]!;
    if (person === null)
      return maySecond(setting, enteredBy) && mayGive(who, of, 'Countersign')
        ? [task(of, act, `请会签${nameIn(regulation.roles, role)}的意见(案卷日志第${act}条)`)]
        : [];
    return isSamePerson({ roster }, personUnder(person), who.actor)
      ? [task(of, act, `请确认以你名义代录的事项(案卷日志第${act}条,${enteredBy.name}录入)`)]
      : [];
  });
};

/** What was entered after its limit and needs somebody else's word that it was made in time (补录). */
export const lateEntryTasks = (of: TaskCase, setting: TaskSetting): Task[] => {
  const { state, duties } = of;
  return [...lateEntries(duties)].flatMap(([act, owed]) => {
    const [made] = actsOfEntry(state, act);
    const isHis =
      made !== undefined &&
      maySecond(setting, made.by) &&
      mayGive(setting.who, of, rightToVerify(of, state, act, owed));
    const names = [...new Set(owed.map(({ name }) => name))].join('、');
    return isHis ? [task(of, act, `请核实时限过后补录的“${names}”(案卷日志第${act}条)`)] : [];
  });
};

/** Made before anything that is known of the case: somebody else says whether it is right, who entered it may take it back. */
export const earlyTasks = (of: TaskCase, setting: TaskSetting): Task[] => {
  const { state, duties } = of;
  const late = lateEntries(duties);
  return actsIn(state)
    .filter((act) => isInDoubt(state, act) && !late.has(act.entry))
    .flatMap(({ entry, by }): Task[] => {
      const doubt = `案卷日志第${entry}条的办理时间早于案卷最早时点`;
      if (isSamePerson(setting, by, setting.who.actor))
        return [{ ...task(of, entry, `请核对:${doubt},有误的请撤回后重新录入`), kind: 'complete' }];
      const isHis = maySecond(setting, by) && mayGive(setting.who, of, rightToVerify(of, state, entry, []));
      return isHis ? [task(of, entry, `请核实:${doubt}`)] : [];
    });
};

/** A conclusion that another person proposed, and what another entered that a body outside wants no more. */
export const endingTasks = (of: TaskCase, setting: TaskSetting): Task[] => {
  const { state, duties } = of;
  const { conclusion, releases, caseId, title } = state;
  const shared = { caseId, title, kind: 'confirm' as const, due: null };
  const concluding =
    conclusion !== null && maySecond(setting, conclusion.by) && mayGive(setting.who, of, 'ApproveConclusion')
      ? [{ ...shared, text: `${conclusion.by.name}提出结报(有未办事项或误立),请审批:${conclusion.summary}` }]
      : [];
  const waiting = mayGive(setting.who, of, 'ConfirmRelease')
    ? releases.filter(({ confirmed, by }) => confirmed === null && maySecond(setting, by))
    : [];
  return [
    ...concluding,
    ...waiting.map(({ entry, duty, occurrence, by, reason }) => {
      const name = duties.find((each) => each.duty === duty)?.name ?? duty;
      return {
        ...shared,
        act: entry,
        duty,
        occurrence,
        text: `${by.name}录入收文机关同意免报“${name}”,请确认:${reason}`,
      };
    }),
  ];
};
