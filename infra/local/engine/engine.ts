import canonicalize from 'canonicalize';
import type { AslDefinition } from '../asl.ts';
import type { EngineClock } from '../clock/engine-clock.ts';
import { buildExecutionArn, buildStateMachineArn } from '../local-names.ts';
import { awsError } from './aws-error.ts';
import { copyJson } from './copy-json.ts';
import { Execution, type ExecutionDescription, type ExecutionStatus } from './execution.ts';
import { createExecutionBook } from './execution-book.ts';
import { createEventKinds, type HistoryEvent, type StateInHand } from './execution-history.ts';
import { createInvocations, type Invoke } from './invocations.ts';
import { createMachines, runMachine } from './machines.ts';
import { createTaskTokens } from './task-tokens.ts';

export type { ExecutionDescription, ExecutionStatus, HistoryEvent, Invoke, StateInHand };

export interface EngineOptions {
  /** Machine name → Amazon States Language (JSONPath). */
  readonly definitions: Readonly<Record<string, AslDefinition>>;
  /** Runs a function; the name of what it throws is the name that Retry and Catch see. */
  readonly invoke: Invoke;
  readonly clock: EngineClock;
  /** Called once for each execution that ends (not by `stopAll`), off the caller's stack; counted by `idle`. */
  readonly onExecutionEnd?: (execution: ExecutionDescription) => void | Promise<void>;
  /** Events kept for one execution (all are counted); 500 unless told. */
  readonly historyLimit?: number;
  /** Which events are kept, by their type; all unless told. */
  readonly isKept?: (type: string) => boolean;
  /** Executions remembered after their end; 1,000 unless told. */
  readonly finishedLimit?: number;
  /** Checks the definitions against the ASL schema as well, which takes half a second; off unless told. */
  readonly validate?: boolean;
}

export interface StartRequest {
  readonly machine: string;
  readonly name: string;
  readonly input?: unknown;
}

/** Step Functions on one machine. Errors carry AWS's names; instants are milliseconds since the Unix epoch. */
export interface Engine {
  /**
   * Starts an execution; the same name and input while it runs gives back the running one. Throws
   * `StateMachineDoesNotExist`, `InvalidName`, or `ExecutionAlreadyExists` (other input, or it has ended).
   */
  startExecution(request: StartRequest): { executionArn: string; startDate: number };
  /** Ends an execution as ABORTED; one that has ended already stays as it is. Throws `ExecutionDoesNotExist`. */
  stopExecution(executionArn: string, reason?: { error?: string; cause?: string }): { stopDate: number };
  /** Throws `ExecutionDoesNotExist`. */
  describeExecution(executionArn: string): ExecutionDescription;
  /** A machine's executions, the newest first. Throws `StateMachineDoesNotExist`. */
  listExecutions(query: { machine: string; status?: ExecutionStatus }): ExecutionDescription[];
  /** The latest events, oldest first, how many there were in all, and the states in hand. Throws `ExecutionDoesNotExist`. */
  getExecutionHistory(executionArn: string): {
    events: readonly HistoryEvent[];
    count: number;
    inHand: StateInHand[];
  };
  /** Answers a waiting task with a JSON value. Throws `TaskTimedOut` (nobody waits any more) or `InvalidToken`. */
  sendTaskSuccess(token: string, output: unknown): void;
  sendTaskFailure(token: string, error?: string, cause?: string): void;
  /** Runs a function as the tasks do: counted, with copies of payload and result. */
  invoke: Invoke;
  /** Resolves when no invocation is in flight and everything that could go on has gone on. */
  idle(): Promise<void>;
  inFlight(): number;
  /** Stops every execution and clears their timers, without `onExecutionEnd`: for shutting down. */
  stopAll(): void;
  /** Whether it was shut down: nothing goes on in it any more. */
  isStopped(): boolean;
}

const VALID_NAME = /^[^\s<>{}[\]?*"#%\\^|~`$&,;:/\p{Cc}]{1,80}$/u;

/** What every execution of an engine shares. */
const createWorks = (options: EngineOptions) => {
  const works = {
    machines: createMachines(options),
    invocations: createInvocations(options.invoke),
    tokens: createTaskTokens(),
    book: createExecutionBook(options.finishedLimit ?? 1000),
  };
  const { invocations, book } = works;
  const onEnd = (description: ExecutionDescription): void => {
    book.noteFinished(description.executionArn);
    invocations.touch();
    const tell = options.onExecutionEnd;
    if (tell) void invocations.track(() => tell(description));
  };
  return { ...works, onEnd };
};

const repeatStart = (execution: Execution, input: unknown) => {
  const { executionArn, startDate } = execution.describe();
  if (!execution.isRunning || canonicalize(execution.input) !== canonicalize(copyJson(input))) {
    throw awsError('ExecutionAlreadyExists', `Execution Already Exists: '${executionArn}'`);
  }
  return { executionArn, startDate };
};

/**
 * An engine for the definitions. Throws an Error naming the state when a definition cannot be run here
 * (see `prepareDefinition`).
 */
export const createEngine = (options: EngineOptions): Engine => {
  const { clock, historyLimit = 500, isKept = () => true } = options;
  const kept = { limit: historyLimit, isKept, kinds: createEventKinds() };
  const { machines, invocations, tokens, book, onEnd } = createWorks(options);
  let isStopped = false;
  return {
    startExecution({ machine: machineName, name, input = {} }) {
      const machine = machines.find(machineName);
      if (!VALID_NAME.test(name)) throw awsError('InvalidName', `Invalid Name: '${name}'`);
      const executionArn = buildExecutionArn(machineName, name);
      const earlier = book.get(executionArn);
      if (earlier) return repeatStart(earlier, input);
      const stateMachineArn = buildStateMachineArn(machineName);
      const identity = { executionArn, stateMachineArn, machine: machineName, name };
      const execution = new Execution({ identity, input, now: clock.now, kept, onEnd });
      book.add(executionArn, execution);
      invocations.touch();
      runMachine(machine, execution, { tokens, invocations, now: clock.now });
      return { executionArn, startDate: execution.describe().startDate };
    },
    stopExecution(executionArn, reason = {}) {
      const execution = book.find(executionArn);
      execution.end('ABORTED', { error: reason.error, cause: reason.cause });
      return { stopDate: execution.describe().stopDate! };
    },
    describeExecution: (executionArn) => book.find(executionArn).describe(),
    listExecutions({ machine, status }) {
      machines.find(machine);
      return [...book.all()]
        .map((execution) => execution.describe())
        .filter((found) => found.machine === machine && (!status || found.status === status))
        .reverse();
    },
    getExecutionHistory(executionArn) {
      const execution = book.find(executionArn);
      const { history } = execution;
      return { events: history.list(), count: history.count, inHand: execution.inHand() };
    },
    sendTaskSuccess: (token, output) => tokens.succeed(token, copyJson(output)),
    sendTaskFailure: (token, error = '', cause = '') => tokens.fail(token, awsError(error, cause)),
    invoke: invocations.call,
    idle: invocations.idle,
    inFlight: invocations.inFlight,
    isStopped: () => isStopped,
    stopAll() {
      isStopped = true;
      for (const execution of book.all()) execution.unplug();
    },
  };
};
