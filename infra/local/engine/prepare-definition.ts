import type { AslDefinition, AslState } from '../asl.ts';
import { copyJson } from './copy-json.ts';

/** How long AWS lets a task run that does not say (three years); the library would take 60 seconds. */
const AWS_DEFAULT_TASK_TIMEOUT_SECONDS = 99_999_999;

const LAMBDA_INVOKE = /^arn:[^:]+:states:::lambda:invoke(\.waitForTaskToken)?$/;

/** True for a Task that waits for SendTaskSuccess or SendTaskFailure. */
export const isCallbackTask = (state: AslState | undefined): boolean =>
  state?.Type === 'Task' && state.Resource?.endsWith('.waitForTaskToken') === true;

/**
 * A copy of a definition as the library needs it to behave as AWS does. Throws an Error naming the state when
 * a definition asks for what cannot be run here: a query language other than JSONPath, a Task that is not a Lambda
 * invocation (it would reach for AWS), a heartbeat, or a state that is not there.
 */
export const prepareDefinition = (definition: AslDefinition): AslDefinition => {
  const copy = copyJson(definition) as AslDefinition;
  prepareStates(copy);
  return copy;
};

const prepareStates = (definition: AslDefinition): void => {
  if (definition.QueryLanguage === 'JSONata')
    throw new Error('the local engine runs JSONPath definitions only');
  const next = new Set([definition.StartAt]);
  for (const [name, state] of Object.entries(definition.States)) {
    prepareState(name, state);
    for (const target of listTargets(state)) next.add(target);
  }
  for (const target of next) {
    if (!definition.States[target]) throw new Error(`there is no state "${target}"`);
  }
};

const listTargets = (state: AslState): string[] => {
  const rules = [
    ...((state.Choices as { Next: string }[]) ?? []),
    ...((state.Catch as { Next: string }[]) ?? []),
  ];
  const direct = [state.Next, state.Default].filter((target) => typeof target === 'string');
  return [...direct, ...rules.map((rule) => rule.Next)];
};

const prepareState = (name: string, state: AslState): void => {
  if (state.QueryLanguage === 'JSONata') throw new Error(`state "${name}" is not JSONPath`);
  if (state.Type === 'Task') prepareTask(name, state);
  // Without a cause the library makes up a sentence of its own.
  if (state.Type === 'Fail' && state.CausePath === undefined) state.Cause ??= '';
  for (const part of [state, ...((state.Catch as AslState[]) ?? [])]) {
    // "$" replaces the whole input, as having no ResultPath does; the library would make a field called "$".
    if (part.ResultPath === '$') delete part.ResultPath;
  }
  redirectContext(state);
  for (const inner of listInner(state)) prepareStates(inner);
};

const prepareTask = (name: string, state: AslState): void => {
  if (!LAMBDA_INVOKE.test(state.Resource ?? '')) {
    throw new Error(`state "${name}" has a Resource that cannot be run locally: ${state.Resource}`);
  }
  if (state.HeartbeatSeconds ?? state.HeartbeatSecondsPath) {
    throw new Error(`state "${name}" has a heartbeat, which cannot be run locally`);
  }
  if (state.TimeoutSecondsPath === undefined) state.TimeoutSeconds ??= AWS_DEFAULT_TASK_TIMEOUT_SECONDS;
};

const listInner = (state: AslState): AslDefinition[] =>
  [...(state.Branches ?? []), state.Iterator, state.ItemProcessor].filter((inner) => inner !== undefined);

/** The context key under which the whole execution is kept: see {@link redirectContext}. */
export const EXECUTION_KEY = 'WholeExecution';

/**
 * The library runs a branch as an execution of its own and overwrites `$$.Execution.StartTime` and `.Input` there;
 * on AWS they are the execution's everywhere. So expressions are pointed at a key that it leaves alone.
 */
const redirectContext = (node: object): void => {
  for (const [key, value] of Object.entries(node)) {
    if (key === 'Branches' || key === 'Iterator' || key === 'ItemProcessor') continue;
    if (typeof value === 'object' && value !== null) redirectContext(value);
    else if (typeof value === 'string' && isExpression(key)) {
      (node as Record<string, unknown>)[key] = value.replace(/\$\$\.Execution\b/g, `$$$$.${EXECUTION_KEY}`);
    }
  }
};

const isExpression = (key: string): boolean =>
  key.endsWith('.$') || key.endsWith('Path') || key === 'Variable';
