import { actsIn, actsOfEntry, unconfirmedActs } from '../../case/standing.ts';
import { lateEntries } from '../../deadlines/counted-apart.ts';
import { levelOf, nameIn } from '../../regulations/lookup.ts';
import { rightToVerify } from '../acts/confirm.ts';
import { isInDoubt } from '../follow-up.ts';
import { essenceOf } from '../parts/essence.ts';
import { personUnder } from '../persons.ts';
import { giversIn, type Task, type TaskCase } from './task.ts';

/** A lowering that another person asked for, and that waits for a second one. */
export const loweringTasks = (of: TaskCase): Task[] => {
  const { state, regulation } = of;
  const { lowering } = state;
  if (lowering === null) return [];
  const to = levelOf(regulation, lowering.to).short;
  const what = state.provisional ? `拟定级为${to}` : `申请降为${to}`;
  return [
    {
      caseId: state.caseId,
      title: state.title,
      kind: 'confirm',
      key: 'lowering',
      text: `${lowering.by.name}${what},请审批:${lowering.reason}`,
      to: { posts: giversIn(of, 'ApproveLevelChange'), people: [], second: lowering.by },
      at: lowering.at,
      due: null,
      entered: { by: lowering.by, at: lowering.at, text: `${what},待审批:${lowering.reason}` },
      commands: [
        { type: 'ApproveLevelChange', carries: {} },
        { type: 'RejectLevelChange', carries: {} },
      ],
    },
  ];
};

type OfAct = Pick<Task, 'entryKind' | 'text' | 'to' | 'at' | 'entered'>;
const task = ({ state }: TaskCase, act: number, ofAct: OfAct): Task => ({
  caseId: state.caseId,
  title: state.title,
  kind: 'confirm',
  key: `act#${act}`,
  due: null,
  act,
  commands: [{ type: 'ConfirmAct', carries: { act } }],
  ...ofAct,
});

/** What was entered in somebody's name, or for a body outside whose word a leader countersigns. */
export const wordTasks = (of: TaskCase): Task[] => {
  const { state, regulation } = of;
  return unconfirmedActs(state).map((act) => {
    const { person, role, enteredBy: by, since: at } = state.confirmations[act]!;
    const name = nameIn(regulation.roles, role);
    const what = essenceOf(regulation, state, act);
    return person === null
      ? task(of, act, {
          entryKind: 'countersign',
          text: `请会签${name}的意见:${what}(案卷日志第${act}条)`,
          to: { posts: giversIn(of, 'Countersign'), people: [], second: by },
          at,
          entered: { by, at, text: `${name}的意见待会签:${what}(案卷日志第${act}条)` },
        })
      : task(of, act, {
          entryKind: 'relayed',
          text: `请确认以你名义代录的事项:${what}(案卷日志第${act}条,${by.name}录入)`,
          to: { posts: [], people: [personUnder(person)] },
          at,
          entered: { by, at, text: `代${name}录入的事项待本人确认:${what}(案卷日志第${act}条)` },
        });
  });
};

/** What was entered after its limit and needs somebody else's word that it was made in time (补录). */
export const lateEntryTasks = (of: TaskCase): Task[] => {
  const { state, duties } = of;
  return [...lateEntries(duties)].flatMap(([act, owed]) => {
    const [made] = actsOfEntry(state, act);
    if (made === undefined) return [];
    const { by, recordedAt: at } = made;
    const what = `时限过后补录的“${[...new Set(owed.map(({ name }) => name))].join('、')}”`;
    return [
      {
        ...task(of, act, {
          entryKind: 'lateEntry',
          text: `请核实${what}(案卷日志第${act}条)`,
          to: { posts: giversIn(of, rightToVerify(of, state, act, owed)), people: [], second: by },
          at,
          entered: { by, at, text: `${what}待核实(案卷日志第${act}条)` },
        }),
        key: `late#${act}`,
      },
    ];
  });
};

/** Made before anything that is known of the case: somebody else says whether it is right, who entered it may take it back. */
export const earlyTasks = (of: TaskCase): Task[] => {
  const { state, duties, regulation } = of;
  const late = lateEntries(duties);
  return actsIn(state)
    .filter((act) => isInDoubt(state, act) && !late.has(act.entry))
    .flatMap(({ entry, by, recordedAt: at }): Task[] => {
      const doubt = `${essenceOf(regulation, state, entry)}(案卷日志第${entry}条)的办理时间早于案卷最早时点`;
      const own = { posts: [], people: [by] };
      const others = { posts: giversIn(of, rightToVerify(of, state, entry, [])), people: [], second: by };
      return [
        {
          ...task(of, entry, { text: `请核对:${doubt},有误的请撤回后重新录入`, to: own, at }),
          kind: 'complete',
          key: `early#${entry}`,
          commands: [{ type: 'WithdrawAct', carries: { act: entry } }],
        },
        {
          ...task(of, entry, {
            entryKind: 'doubtful',
            text: `请核实:${doubt}`,
            to: others,
            at,
            entered: { by, at, text: `待核实:${doubt}` },
          }),
          key: `early#${entry}`,
        },
      ];
    });
};

/** A merge that another person proposed. */
export const mergeTasks = (of: TaskCase): Task[] => {
  const { caseId, title, merging } = of.state;
  if (merging === null) return [];
  const { into, by, at, reason } = merging;
  const what = `并入案卷${into}`;
  return [
    {
      caseId,
      title,
      kind: 'confirm',
      key: 'merging',
      text: `${by.name}提出${what},请审批:${reason}`,
      to: { posts: giversIn(of, 'ApproveMerge'), people: [], second: by },
      at,
      due: null,
      entered: { by, at, text: `${what}待审批:${reason}` },
      commands: [
        { type: 'ApproveMerge', carries: {} },
        { type: 'RejectMerge', carries: {} },
      ],
    },
  ];
};

/** A conclusion that another person proposed, and what another entered that a body outside wants no more. */
export const endingTasks = (of: TaskCase): Task[] => {
  const { state, duties } = of;
  const { conclusion, releases, caseId, title } = state;
  const shared = { caseId, title, kind: 'confirm' as const, due: null };
  const concluding: Task[] =
    conclusion === null
      ? []
      : [
          {
            ...shared,
            key: 'conclusion',
            text: `${conclusion.by.name}提出结报(有未办事项或误立),请审批:${conclusion.summary}`,
            to: { posts: giversIn(of, 'ApproveConclusion'), people: [], second: conclusion.by },
            at: conclusion.at,
            entered: {
              by: conclusion.by,
              at: conclusion.at,
              text: `结报(有未办事项或误立)待审批:${conclusion.summary}`,
            },
            commands: [{ type: 'ApproveConclusion', carries: {} }],
          },
        ];
  const waiting = releases.filter(({ confirmed }) => confirmed === null);
  return [
    ...concluding,
    ...waiting.map(({ entry, duty, occurrence, by, reason, recordedAt: at }): Task => {
      const name = duties.find((each) => each.duty === duty)?.name ?? duty;
      return {
        ...shared,
        key: `release#${entry}`,
        act: entry,
        duty,
        occurrence,
        text: `${by.name}录入收文机关同意免报“${name}”,请确认:${reason}`,
        to: { posts: giversIn(of, 'ConfirmRelease'), people: [], second: by },
        at,
        entered: { by, at, text: `收文机关同意免报“${name}”待确认:${reason}` },
        commands: [{ type: 'ConfirmRelease', carries: { act: entry } }],
      };
    }),
  ];
};
