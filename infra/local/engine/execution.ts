import { copyJson } from './copy-json.ts';
import { AWS_EVENT_LIMIT, ExecutionHistory, type KeptEvents, type StateInHand } from './execution-history.ts';
import type { StateMachineRun } from './library-types.ts';

export type ExecutionStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'ABORTED' | 'TIMED_OUT';

/** An execution as DescribeExecution shows it. Dates are milliseconds since the Unix epoch. */
export interface ExecutionDescription {
  readonly executionArn: string;
  readonly stateMachineArn: string;
  readonly machine: string;
  readonly name: string;
  readonly status: ExecutionStatus;
  readonly input: unknown;
  readonly startDate: number;
  readonly output?: unknown;
  readonly error?: string;
  readonly cause?: string;
  readonly stopDate?: number;
}

export type ExecutionOutcome = Pick<ExecutionDescription, 'output' | 'error' | 'cause'>;

const END_EVENTS: Record<Exclude<ExecutionStatus, 'RUNNING'>, string> = {
  SUCCEEDED: 'ExecutionSucceeded',
  FAILED: 'ExecutionFailed',
  ABORTED: 'ExecutionAborted',
  TIMED_OUT: 'ExecutionTimedOut',
};

interface ExecutionOptions {
  readonly identity: Pick<ExecutionDescription, 'executionArn' | 'stateMachineArn' | 'machine' | 'name'>;
  readonly input: unknown;
  readonly now: () => number;
  readonly kept: KeptEvents;
  readonly onEnd: (description: ExecutionDescription) => void;
}

/** A path of states that runs in an execution. */
interface RunningPath {
  /** Undefined between two states. */
  inHand(): StateInHand | undefined;
}

/** One execution from its start to its end: status, outcome and history. It ends once; what comes later is ignored. */
export class Execution {
  readonly input: unknown;
  readonly #settings: ExecutionOptions;
  readonly #history: ExecutionHistory;
  readonly #startDate: number;
  readonly #paths: RunningPath[] = [];
  #status: ExecutionStatus = 'RUNNING';
  #outcome: ExecutionOutcome = {};
  #stopDate: number | undefined;
  #run: StateMachineRun | undefined;

  constructor(settings: ExecutionOptions) {
    this.#settings = settings;
    this.#history = new ExecutionHistory(settings.kept);
    this.#startDate = settings.now();
    this.input = copyJson(settings.input);
    this.#history.add(this.#startDate, 'ExecutionStarted');
  }

  get isRunning(): boolean {
    return this.#status === 'RUNNING';
  }

  get history(): ExecutionHistory {
    return this.#history;
  }

  /** A path begins, and ends. */
  enter(path: RunningPath): void {
    this.#paths.push(path);
  }
  leave(path: RunningPath): void {
    const place = this.#paths.indexOf(path);
    if (place >= 0) this.#paths.splice(place, 1);
  }
  /** The states that it is in, each in the order in which its path began. */
  inHand(): StateInHand[] {
    return this.isRunning ? this.#paths.flatMap((path) => path.inHand() ?? []) : [];
  }

  describe(): ExecutionDescription {
    const { identity } = this.#settings;
    const base = { ...identity, status: this.#status, input: this.input, startDate: this.#startDate };
    return this.isRunning ? base : { ...base, ...this.#outcome, stopDate: this.#stopDate };
  }

  /** Follows a run of the machine to its end. */
  follow(run: StateMachineRun): void {
    if (this.isRunning) this.#run = run;
    else run.abort();
    run.result.then(
      (output) => this.end('SUCCEEDED', { output }),
      (thrown: Error) => this.#endInError(thrown),
    );
  }

  /** Adds an event while the execution runs. As on AWS, the execution fails when its history is full. */
  record(type: string, detail?: Parameters<ExecutionHistory['add']>[2]): void {
    if (!this.isRunning) return;
    this.#history.add(this.#settings.now(), type, detail);
    if (this.#history.count >= AWS_EVENT_LIMIT - 1) {
      const cause = `The execution reached the maximum number of history events (${AWS_EVENT_LIMIT}).`;
      this.end('FAILED', { error: 'States.Runtime', cause });
    }
  }

  /** Ends the execution: its branches are stopped, its timers cleared and its tokens dropped. */
  end(status: Exclude<ExecutionStatus, 'RUNNING'>, outcome: ExecutionOutcome): void {
    if (this.#close(status, outcome)) this.#settings.onEnd(this.describe());
  }

  /** Stops without telling anybody, as pulling the plug does. */
  unplug(): void {
    this.#close('ABORTED', {});
  }

  #close(status: Exclude<ExecutionStatus, 'RUNNING'>, outcome: ExecutionOutcome): boolean {
    if (!this.isRunning) return false;
    // First, so that the branches can still record that they were stopped.
    const run = this.#run;
    this.#run = undefined;
    if (status !== 'SUCCEEDED' && this.#history.count < AWS_EVENT_LIMIT - 1) run?.abort();
    if (!this.isRunning) return false;
    this.#status = status;
    this.#outcome = outcome;
    this.#stopDate = this.#settings.now();
    const { error, cause } = outcome;
    this.#history.add(this.#stopDate, END_EVENTS[status], { error, cause });
    run?.abort();
    return true;
  }

  #endInError(thrown: Error): void {
    if (thrown.name === 'ExecutionTimeoutError') this.end('TIMED_OUT', { error: 'States.Timeout' });
    else {
      const error = thrown.cause instanceof Error ? thrown.cause : thrown;
      this.end('FAILED', { error: error.name, cause: error.message || undefined });
    }
  }
}
