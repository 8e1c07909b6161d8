import type { AslDefinition } from '../asl.ts';
import type { LeanSignal } from './lean-abort.ts';

/** What the library calls while a machine or one of its branches runs; the calls come in order and at once. */
export interface BranchEvents {
  dispatchExecutionStartedEvent(input: unknown): void;
  dispatchExecutionSucceededEvent(output: unknown): void;
  dispatchExecutionFailedEvent(error: Error): void;
  dispatchStateEnteredEvent(name: string, type: string, input: unknown): void;
  dispatchStateExitedEvent(name: string, type: string, input: unknown, output: unknown): void;
  dispatchStateFailedEvent(name: string, type: string, input: unknown, error: Error): void;
  dispatchStateRetriedEvent(
    name: string,
    type: string,
    input: unknown,
    retrier: unknown,
    attempt: number,
  ): void;
  dispatchStateCaughtEvent(name: string, type: string, input: unknown, catcher: unknown): void;
  close?(): void;
}

export type TaskRunner = (parameters: unknown) => Promise<unknown>;

/** Goes on with the run of a branch with options and clean-up of its own. */
export type RunBranch = (own: BranchOptions, cleanup: () => void) => Promise<unknown>;

/** Wraps the run of the root or of one branch. */
export type ObserveBranch = (
  definition: AslDefinition,
  options: BranchOptions,
  run: RunBranch,
  cleanup: () => void,
) => Promise<unknown>;

export interface RunOptions {
  context?: Record<string, unknown>;
  overrides?: { taskResourceLocalHandlers?: Record<string, TaskRunner> };
  noThrowOnAbort?: boolean;
  observeBranch?: ObserveBranch;
}

/** What the library hands to `execute` for the root and for every branch. */
export interface BranchOptions {
  runOptions?: RunOptions;
  abortSignal: LeanSignal;
  eventLogger: BranchEvents;
}

export interface StateMachineRun {
  abort(): void;
  result: Promise<unknown>;
}

export interface StateMachine {
  readonly definition: AslDefinition;
  run(input: unknown, options: RunOptions): StateMachineRun;
  execute(input: unknown, options: BranchOptions, cleanup: () => void): Promise<unknown>;
}

/** The library's class, with the internals that the engine leans on (version 3.0.0, pinned). */
export interface StateMachineClass {
  new (
    definition: AslDefinition,
    options?: { validationOptions?: { noValidate?: boolean; checkArn?: boolean } },
  ): StateMachine;
  readonly prototype: StateMachine;
}
