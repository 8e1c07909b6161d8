import type { AslDefinition } from '../asl.ts';
import type { EngineClock } from '../clock/engine-clock.ts';
import { awsError } from './aws-error.ts';
import { Branch, type BranchHost } from './branch.ts';
import type { Execution, ExecutionDescription } from './execution.ts';
import type { RunOptions, StateMachine } from './library-types.ts';
import { loadStateMachine } from './load-library.ts';
import { EXECUTION_KEY, prepareDefinition } from './prepare-definition.ts';

interface MachinesOptions {
  readonly definitions: Readonly<Record<string, AslDefinition>>;
  readonly clock: EngineClock;
  readonly validate?: boolean;
}

/** The definitions as machines of the library. `find` throws `StateMachineDoesNotExist`. */
export const createMachines = ({ definitions, clock, validate }: MachinesOptions) => {
  const StateMachine = loadStateMachine(clock);
  const machines = new Map<string, StateMachine>();
  for (const [name, definition] of Object.entries(definitions)) {
    if (validate) new StateMachine(definition, { validationOptions: { checkArn: false } });
    machines.set(
      name,
      new StateMachine(prepareDefinition(definition), { validationOptions: { noValidate: true } }),
    );
  }
  return {
    find: (name: string): StateMachine => {
      const machine = machines.get(name);
      if (!machine) throw awsError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${name}'`);
      return machine;
    },
  };
};

/** Lets a machine go on for its execution until that ends. */
export const runMachine = (
  machine: StateMachine,
  execution: Execution,
  works: Pick<BranchHost, 'tokens' | 'invocations' | 'now'>,
): void => {
  const described = execution.describe();
  const host: BranchHost = {
    ...works,
    executionArn: described.executionArn,
    context: buildContext(described),
    execution,
  };
  const options: RunOptions = {
    // An ended branch then resolves with nothing, so that no Retry or Catch for States.ALL takes a stop for a fault.
    noThrowOnAbort: true,
    observeBranch: (definition, own, go, cleanup) => new Branch(host, definition, own).run(go, cleanup),
  };
  execution.follow(machine.run(execution.input, options));
};

const buildContext = ({
  executionArn,
  stateMachineArn,
  machine,
  name,
  input,
  startDate,
}: ExecutionDescription) => ({
  [EXECUTION_KEY]: {
    Id: executionArn,
    Name: name,
    Input: input,
    StartTime: new Date(startDate).toISOString(),
  },
  StateMachine: { Id: stateMachineArn, Name: machine },
});
