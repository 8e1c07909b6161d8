import type { AslDefinition } from '../../../infra/local/asl.ts';
import { createVirtualClock, type VirtualClock } from '../../../infra/local/clock/virtual-clock.ts';
import { createEngine, type Engine, type EngineOptions } from '../../../infra/local/engine/engine.ts';

export const START = Date.UTC(2026, 0, 5, 8, 0, 0);
export const SECOND = 1000;
export const DAY = 86_400_000;

/** The instant `seconds` after the start, as a workflow carries it. */
export const instant = (seconds: number): string => new Date(START + seconds * SECOND).toISOString();

const RESOURCE = 'arn:aws-cn:states:::lambda:invoke';

/** A Task state that calls a function with the whole input; callback tasks get the token as well. */
export const task = (functionName: string, more: object = {}) => ({
  Type: 'Task',
  Resource: RESOURCE,
  Parameters: { FunctionName: functionName, 'Payload.$': '$' },
  ...more,
});

export const callbackTask = (functionName: string, more: object = {}) => ({
  Type: 'Task',
  Resource: `${RESOURCE}.waitForTaskToken`,
  Parameters: { FunctionName: functionName, Payload: { 'token.$': '$$.Task.Token' } },
  TimeoutSeconds: 3600,
  ...more,
});

/** A machine of states that follow one another in the order given, the first one first. */
export const machine = (states: Record<string, object>): AslDefinition =>
  ({ StartAt: Object.keys(states)[0]!, States: states }) as AslDefinition;

export interface Call {
  readonly functionName: string;
  readonly payload: unknown;
  readonly at: number;
}

export interface Rig {
  readonly engine: Engine;
  readonly clock: VirtualClock;
  readonly calls: Call[];
  /** Starts machine `m` and lets it settle. */
  start(input?: unknown, name?: string): Promise<string>;
  /** Moves to `seconds` after the start. */
  goTo(seconds: number): Promise<void>;
}

/** An engine on a virtual clock with one machine `m` and functions by name; what is called is written down. */
export const createRig = (
  definition: AslDefinition,
  functions: Record<string, (payload: unknown, call: number) => unknown> = {},
  more: Partial<EngineOptions> = {},
): Rig => {
  const clock = createVirtualClock(START);
  const calls: Call[] = [];
  const engine = createEngine({
    definitions: { m: definition },
    clock,
    invoke: async (functionName, payload) => {
      calls.push({ functionName, payload, at: clock.now() });
      const count = calls.filter((call) => call.functionName === functionName).length;
      return functions[functionName]?.(payload, count);
    },
    ...more,
  });
  return {
    engine,
    clock,
    calls,
    async start(input = {}, name = 'one') {
      const { executionArn } = engine.startExecution({ machine: 'm', name, input });
      await engine.idle();
      return executionArn;
    },
    goTo: (seconds) => clock.advanceTo(START + seconds * SECOND, engine.idle),
  };
};

export const named = (name: string, message = name): Error => Object.assign(new Error(message), { name });
