import type { AslDefinition } from '../../infra/local/asl.ts';
import { createVirtualClock } from '../../infra/local/clock/virtual-clock.ts';
import { createGuardedEngine } from '../../infra/local/embedded/guarded-engine.ts';
import type { Engine } from '../../infra/local/engine/engine.ts';
import { concluding } from '../support/conclude.ts';
import { createOffice, START } from '../support/office.ts';

/** Machine name → its definition. */
export type Machines = Record<string, AslDefinition>;
/** One call of a function by a task of a machine. */
export interface TaskCall {
  at: string;
  function: string;
  input: Record<string, unknown>;
  /** Missing when the function failed. */
  output?: unknown;
}
/** Takes the place of a function; `run` is the function itself. */
type Stand = (input: Record<string, unknown>, run: () => Promise<unknown>) => unknown;

const ANSWER = { type: 'FileReport', kind: 'final', to: ['zhanjiang'], summary: '已处置完毕' };
/** 电话 and 书面 to 湛江市局, which is owed them beyond 结报. */
const ANSWERS = [
  {
    ...ANSWER,
    form: 'telephone',
    channel: 'phone',
    reference: '电话记录1号',
    spokeTo: '值班员',
    post: '湛江市局',
  },
  { ...ANSWER, form: 'written', reference: '雷市监函〔2026〕9号', signedBy: '分管局领导' },
];

const isNamed = (error: unknown, name: string): boolean => error instanceof Error && error.name === name;

/**
 * The real handlers under an engine and its guard on a virtual clock, where machines can be deployed anew: executions that run keep
 * the definition they began with, as on AWS, and those that begin get the newest.
 */
export const createUpgradeRig = async (machines: Machines) => {
  const office = await createOffice();
  const clock = createVirtualClock(Date.parse(START));
  const now = (): string => new Date(clock.now()).toISOString();
  const calls: TaskCall[] = [];
  const stands = new Map<string, Stand>();
  const ended: { name: string; status: string }[] = [];
  /** The newest stands first. */
  const engines: Engine[] = [];

  const invoke = async (name: string, payload: unknown): Promise<unknown> => {
    const input = payload as Record<string, unknown>;
    // The guard is called by the end of an execution, not by a task of it.
    if (name === 'leizhou-guard-clocks') {
      office.at(now());
      return office.lambdas.invoke(name, input);
    }
    const call: TaskCall = {
      at: now(),
      function: name.replace('leizhou-', ''),
      input,
    };
    calls.push(call);
    office.at(call.at);
    const run = () => office.lambdas.invoke(name, input);
    const output = await (stands.get(call.function)?.(input, run) ?? run());
    call.output = output;
    return output;
  };
  const deploy = (definitions: Machines): void => {
    engines.unshift(
      createGuardedEngine('leizhou', {
        definitions,
        clock,
        invoke,
        onExecutionEnd: ({ name, status }) => {
          office.flows.statuses.set(name, status);
          ended.push({ name, status });
        },
      }),
    );
  };
  deploy(machines);

  const start = (name: string): void => {
    const [year = '', number = '', level = '', generation = ''] = name.split('-');
    const input = { caseId: `${year}-${number}`, level, generation: Number(generation) };
    engines[0]!.startExecution({ machine: `leizhou-${level}`, name, input });
  };
  const signal = (token: string, change: string): void => {
    for (const engine of engines) {
      try {
        engine.sendTaskSuccess(token, { change });
        return;
      } catch (error) {
        if (!isNamed(error, 'InvalidToken') && !isNamed(error, 'TaskTimedOut')) throw error;
      }
    }
  };
  /** Lets everything that can go on go on: tasks, starts, wake-ups and messages. */
  const settle = async (): Promise<void> => {
    for (;;) {
      for (const engine of engines) await engine.idle();
      const [started, signals, asked] = [office.flows.started, office.flows.signals, office.asked].map(
        (list) => (list as unknown[]).splice(0),
      ) as [string[], { token: string; change: string }[], string[]];
      if (started.length + signals.length + asked.length === 0) return;
      for (const name of started) start(name);
      for (const { token, change } of signals) signal(token, change);
      for (const caseId of new Set(asked)) await office.notify(caseId);
    }
  };

  /** Something that a person asks for. Throws when it is refused. */
  const ask = async (who: string, method: string, path: string, body?: unknown) => {
    office.at(now());
    const [role = '', unit] = who.split('@');
    const told = await office.as(role, unit)(method, path, body);
    if (told.status >= 400) throw new Error(`${path} ${JSON.stringify(body)}: ${JSON.stringify(told.body)}`);
    await settle();
    return told.body as Record<string, unknown>;
  };

  return {
    office,
    calls,
    ended,
    stands,
    deploy,
    now,
    ask,
    /** 结报 with a reason for all that is left undone but what 湛江市局 is owed, and the second person's word. */
    async conclude(caseId: string) {
      const path = `/v1/cases/${caseId}`;
      for (const answer of ANSWERS) await ask('officeHead', 'POST', `${path}/commands`, answer);
      const { duties } = (await ask('officeHead', 'GET', path)) as { duties: { duty: string }[] };
      await ask('officeHead', 'POST', `${path}/commands`, concluding(duties));
      await ask('chiefLeader', 'POST', `${path}/commands`, { type: 'ApproveConclusion' });
    },
    timersLeft: () => clock.pendingTimers(),
    /** Moves to an instant. */
    async goTo(instant: string) {
      await clock.advanceTo(Date.parse(instant), settle);
      office.at(now());
    },
    async sweep() {
      office.at(now());
      const report = await office.sweep();
      await settle();
      return report;
    },
    /** How many history events an execution has had. */
    eventsOf(name: string): number {
      const found = engines
        .flatMap((engine) =>
          engine
            .listExecutions({ machine: `leizhou-${name.split('-')[2]}` })
            .map((each) => ({ engine, each })),
        )
        .find(({ each }) => each.name === name);
      return found!.engine.getExecutionHistory(found!.each.executionArn).count;
    },
    /** Ends an execution as an operator's hand or a fault would. */
    async stop(name: string) {
      const level = name.split('-')[2]!;
      for (const engine of engines) {
        const found = engine
          .listExecutions({ machine: `leizhou-${level}` })
          .find((each) => each.name === name);
        if (found !== undefined) engine.stopExecution(found.executionArn);
      }
      await settle();
    },
    /** Runs one of the system's functions outside of any machine. */
    async call(name: string, input: unknown) {
      office.at(now());
      const output = await office.lambdas.invoke(`leizhou-${name}`, input);
      await settle();
      return output;
    },
    logOf: async (caseId: string) =>
      (await office.system.cases.log(caseId)).flatMap(({ version, at, events }) =>
        events.map((event) => ({ version, at, event })),
      ),
    stateOf: async (caseId: string) => (await office.system.cases.load(caseId))!,
  };
};
export type UpgradeRig = Awaited<ReturnType<typeof createUpgradeRig>>;
