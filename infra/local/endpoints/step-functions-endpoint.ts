import { awsError, describeThrown } from '../engine/aws-error.ts';
import type { Engine, ExecutionDescription, ExecutionStatus, HistoryEvent } from '../engine/engine.ts';
import { readMachineName } from '../local-names.ts';
import { type AwsAnswer, type AwsRequest, answerJsonError } from './http-answer.ts';
import { takePage } from './pages.ts';

type Body = Readonly<Record<string, unknown>>;
type Operation = (engine: Engine, body: Body) => object;

const TARGET = /^AWSStepFunctions\.(\w+)$/;

// On the wire a timestamp is in seconds.
const toSeconds = (ms: number | undefined): number | undefined => (ms === undefined ? undefined : ms / 1000);
const toText = (value: unknown): string | undefined =>
  value === undefined ? undefined : JSON.stringify(value);
const readOptional = (value: unknown): string | undefined =>
  value === undefined ? undefined : String(value);

const parseJson = (text: unknown, errorName: string): unknown => {
  try {
    return JSON.parse(String(text));
  } catch (error) {
    throw awsError(errorName, `${errorName}: ${(error as Error).message}`);
  }
};

const readMachine = (arn: unknown): string => {
  const name = readMachineName(String(arn));
  if (!name) throw awsError('InvalidArn', `Invalid Arn: '${arn}'`);
  return name;
};

const summarize = (execution: ExecutionDescription) => ({
  executionArn: execution.executionArn,
  stateMachineArn: execution.stateMachineArn,
  name: execution.name,
  status: execution.status,
  startDate: toSeconds(execution.startDate),
  stopDate: toSeconds(execution.stopDate),
});

const describe = (execution: ExecutionDescription) => ({
  ...summarize(execution),
  input: toText(execution.input),
  output: toText(execution.output),
  error: execution.error,
  cause: execution.cause,
});

// AWS calls the details after the event's type; what the SDK does not know it leaves out.
const showEvent = ({ id, at, type, stateName, error, cause }: HistoryEvent) => {
  const base = { id, previousEventId: id - 1, timestamp: toSeconds(at), type };
  if (type.endsWith('StateEntered')) return { ...base, stateEnteredEventDetails: { name: stateName } };
  if (type.endsWith('StateExited')) return { ...base, stateExitedEventDetails: { name: stateName } };
  const key = `${type[0]!.toLowerCase()}${type.slice(1)}EventDetails`;
  return error === undefined && cause === undefined ? base : { ...base, [key]: { error, cause } };
};

const OPERATIONS: Readonly<Record<string, Operation>> = {
  StartExecution(engine, { stateMachineArn, name, input }) {
    const machine = readMachine(stateMachineArn);
    const value = parseJson(input ?? '{}', 'InvalidExecutionInput');
    const started = engine.startExecution({
      machine,
      name: readOptional(name) ?? crypto.randomUUID(),
      input: value,
    });
    return { executionArn: started.executionArn, startDate: toSeconds(started.startDate) };
  },
  StopExecution(engine, { executionArn, error, cause }) {
    const reason = { error: readOptional(error), cause: readOptional(cause) };
    return { stopDate: toSeconds(engine.stopExecution(String(executionArn), reason).stopDate) };
  },
  DescribeExecution: (engine, { executionArn }) => describe(engine.describeExecution(String(executionArn))),
  ListExecutions(engine, { stateMachineArn, statusFilter, ...paging }) {
    const status = statusFilter as ExecutionStatus | undefined;
    const { page, nextToken } = takePage(
      engine.listExecutions({ machine: readMachine(stateMachineArn), status }),
      paging,
    );
    return { executions: page.map(summarize), nextToken };
  },
  GetExecutionHistory(engine, { executionArn, reverseOrder, ...paging }) {
    const { events } = engine.getExecutionHistory(String(executionArn));
    const { page, nextToken } = takePage(reverseOrder ? events.toReversed() : events, paging);
    return { events: page.map(showEvent), nextToken };
  },
  SendTaskSuccess(engine, { taskToken, output }) {
    engine.sendTaskSuccess(String(taskToken), parseJson(output, 'InvalidOutput'));
    return {};
  },
  SendTaskFailure(engine, { taskToken, error, cause }) {
    engine.sendTaskFailure(String(taskToken), readOptional(error), readOptional(cause));
    return {};
  },
};

/** Answers a Step Functions request (AWS JSON 1.0); undefined when the request is not one. */
export const answerStepFunctions = (engine: Engine, request: AwsRequest): AwsAnswer | undefined => {
  const operation = TARGET.exec(String(request.headers['x-amz-target']))?.[1];
  if (!operation) return undefined;
  const run = OPERATIONS[operation];
  if (!run) return answerJsonError(400, 'UnknownOperationException', `${operation} is not available locally`);
  try {
    const result = run(engine, JSON.parse(request.body || '{}'));
    return {
      status: 200,
      headers: { 'content-type': 'application/x-amz-json-1.0' },
      body: JSON.stringify(result),
    };
  } catch (thrown) {
    const { name, message } = describeThrown(thrown);
    return answerJsonError(400, name, message);
  }
};
