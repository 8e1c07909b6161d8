import type { AslDefinition } from '../asl.ts';
import { awsError, describeThrown } from './aws-error.ts';
import type { Execution } from './execution.ts';
import type { StateInHand } from './execution-history.ts';
import type { Invocations } from './invocations.ts';
import type { BranchEvents, BranchOptions, RunBranch, RunOptions, TaskRunner } from './library-types.ts';
import { isCallbackTask } from './prepare-definition.ts';
import type { TaskTokens } from './task-tokens.ts';

/** What all branches of one execution share. */
export interface BranchHost {
  readonly executionArn: string;
  readonly context: Readonly<Record<string, unknown>>;
  readonly tokens: TaskTokens;
  readonly invocations: Invocations;
  readonly execution: Pick<Execution, 'record' | 'enter' | 'leave'>;
  now(): number;
}

/** A task in flight. It is settled once: by its result, its token, its timeout or the end of its branch. */
interface ActiveTask {
  readonly token: string | undefined;
  resolve(result: unknown): void;
  reject(error: Error): void;
}

// Neither Retry nor Catch may take it: the branch is over, whatever its definition says about errors.
const createBranchEndedError = (): Error =>
  Object.assign(awsError('BranchEnded', 'the branch has ended'), { isRetryable: false, isCatchable: false });

const ABORTABLE = new Set(['Task', 'Wait', 'Parallel', 'Map']);

/** One path of states: an execution's own, a branch of a Parallel, or an iteration of a Map. */
export class Branch implements BranchEvents {
  readonly #host: BranchHost;
  readonly #definition: AslDefinition;
  readonly #options: BranchOptions;
  readonly #state = { Name: '', EnteredTime: '', RetryCount: 0 };
  readonly #taskContext: { Token?: string } = {};
  #activeTask: ActiveTask | undefined;
  #currentType = '';
  #input: unknown;
  #wasCaught = false;

  constructor(host: BranchHost, definition: AslDefinition, options: BranchOptions) {
    this.#host = host;
    this.#definition = definition;
    this.#options = options;
  }

  /**
   * Runs the branch with its own context and task runner until it ends; refuses when it has been ended already.
   * `cleanup` is the library's, called once when the branch ends by itself. (Not an async function on purpose: a
   * suspended frame for every waiting branch is memory.)
   */
  run(go: RunBranch, cleanup: () => void): Promise<unknown> {
    const signal = this.#options.abortSignal;
    if (signal.aborted) {
      cleanup();
      return Promise.reject(createBranchEndedError());
    }
    const end = () => this.#end();
    this.#host.execution.enter(this);
    signal.addEventListener('abort', end);
    return go({ ...this.#options, runOptions: this.#buildRunOptions(), eventLogger: this }, () => {
      signal.removeEventListener('abort', end);
      this.#host.execution.leave(this);
      cleanup();
    });
  }

  inHand(): StateInHand | undefined {
    if (this.#currentType === '') return undefined;
    const { Name: stateName, EnteredTime } = this.#state;
    return { type: this.#currentType, stateName, since: Date.parse(EnteredTime), input: this.#input };
  }

  #buildRunOptions(): RunOptions {
    const runTask: TaskRunner = (parameters) => this.#runTask(parameters);
    const tasks = Object.entries(this.#definition.States).filter(([, state]) => state.Type === 'Task');
    return {
      ...this.#options.runOptions,
      context: { ...this.#host.context, State: this.#state, Task: this.#taskContext },
      overrides: { taskResourceLocalHandlers: Object.fromEntries(tasks.map(([name]) => [name, runTask])) },
    };
  }

  #runTask(parameters: unknown): Promise<unknown> {
    // A sibling that was in a Retry's pause when the Parallel failed comes here at once.
    if (this.#options.abortSignal.aborted) return Promise.reject(createBranchEndedError());
    const { FunctionName: name, Payload: payload } = parameters as {
      FunctionName: string;
      Payload?: unknown;
    };
    this.#record('TaskScheduled');
    this.#record('TaskStarted');
    return new Promise((resolve, reject) => {
      const token = this.#taskContext.Token;
      const task: ActiveTask = { token, resolve, reject };
      this.#activeTask = task;
      if (token) this.#host.tokens.wait(token, this.#createWaiter(task));
      this.#host.invocations.call(name, payload ?? {}).then(
        (result) => this.#onReturned(task, result),
        (thrown) => this.#settle(task, () => reject(createTaskError(thrown))),
      );
    });
  }

  #createWaiter(task: ActiveTask) {
    return {
      succeed: (output: unknown) => this.#settle(task, () => task.resolve(output), 'TaskSucceeded'),
      fail: (error: Error) => this.#settle(task, () => task.reject(error)),
    };
  }

  #onReturned(task: ActiveTask, result: unknown): void {
    if (!task.token) {
      const output = { ExecutedVersion: '$LATEST', Payload: result, StatusCode: 200 };
      this.#settle(task, () => task.resolve(output), 'TaskSucceeded');
    } else if (this.#activeTask === task) this.#record('TaskSubmitted');
  }

  // Only the active task may settle, and once: what comes after a timeout or an early answer is discarded.
  #settle(task: ActiveTask, act: () => void, event?: string): void {
    if (this.#activeTask !== task) return;
    this.#activeTask = undefined;
    if (task.token) this.#host.tokens.forget(task.token);
    this.#host.invocations.touch();
    if (event) this.#record(event);
    act();
  }

  #end(): void {
    this.#host.execution.leave(this);
    if (ABORTABLE.has(this.#currentType))
      this.#host.execution.record(`${this.#currentType}StateAborted`, this.#named());
    const task = this.#activeTask;
    if (task) this.#settle(task, () => task.reject(createBranchEndedError()));
  }

  #named() {
    return { stateName: this.#state.Name };
  }

  // What the library reports about a branch that was ended is only the unwinding of its promises.
  #record(type: string, detail?: { error?: string; cause?: string }): void {
    if (!this.#options.abortSignal.aborted)
      this.#host.execution.record(type, { ...this.#named(), ...detail });
  }

  #renewToken(): void {
    const needsToken = isCallbackTask(this.#definition.States[this.#state.Name]);
    this.#taskContext.Token = needsToken
      ? this.#host.tokens.issue(this.#host.executionArn, this.#host.now())
      : undefined;
  }

  dispatchStateEnteredEvent(name: string, type: string, input: unknown): void {
    this.#currentType = type;
    this.#input = input;
    this.#state.Name = name;
    this.#state.EnteredTime = new Date(this.#host.now()).toISOString();
    this.#state.RetryCount = 0;
    this.#wasCaught = false;
    this.#renewToken();
    this.#record(`${type}StateEntered`);
    if (type === 'Parallel' || type === 'Map') this.#record(`${type}StateStarted`);
  }

  dispatchStateExitedEvent(_name: string, type: string): void {
    if ((type === 'Parallel' || type === 'Map') && !this.#wasCaught) this.#record(`${type}StateSucceeded`);
    this.#record(`${type}StateExited`);
    this.#currentType = '';
    this.#input = undefined;
  }

  dispatchStateFailedEvent(_name: string, type: string, _input: unknown, error: Error): void {
    // The library's own timer ended a task: its token is void from now on.
    const task = this.#activeTask;
    if (task) this.#settle(task, () => task.reject(error));
    const detail = { error: error.name, cause: error.message };
    if (type === 'Task')
      this.#record(error.name === 'States.Timeout' ? 'TaskTimedOut' : 'TaskFailed', detail);
    if (type === 'Parallel' || type === 'Map') this.#record(`${type}StateFailed`, detail);
  }

  dispatchStateRetriedEvent(_name: string, type: string): void {
    this.#state.RetryCount++;
    this.#renewToken();
    if (type === 'Parallel' || type === 'Map') this.#record(`${type}StateStarted`);
  }

  dispatchStateCaughtEvent(): void {
    this.#wasCaught = true;
  }

  // AWS has no events for the start and the end of a branch; those of the execution are recorded where it ends.
  dispatchExecutionStartedEvent(): void {}
  dispatchExecutionSucceededEvent(): void {
    this.#currentType = '';
  }
  dispatchExecutionFailedEvent(): void {
    this.#currentType = '';
  }
}

/** An error as Step Functions shows a function's: its name is the error's, its cause the Lambda error object. */
const createTaskError = (thrown: unknown): Error => {
  const { name, message } = describeThrown(thrown);
  return awsError(name, JSON.stringify({ errorMessage: message, errorType: name }));
};
