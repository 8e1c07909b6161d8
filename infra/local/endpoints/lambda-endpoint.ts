import { describeThrown } from '../engine/aws-error.ts';
import type { Engine } from '../engine/engine.ts';
import { readFunctionName } from '../local-names.ts';
import { type AwsAnswer, type AwsRequest, answerJsonError } from './http-answer.ts';

/** Hears of a function that failed after it was invoked as an Event: nobody waits for its answer. */
export type OnEventFailure = (functionName: string, error: unknown) => void;

interface LambdaOptions {
  readonly engine: Engine;
  /** The functions that exist; undefined means that every name does. */
  readonly functionNames?: ReadonlySet<string>;
  readonly onEventFailure?: OnEventFailure;
}

const INVOCATIONS = /^\/2015-03-31\/functions\/([^/]+)\/invocations\/?$/;

const answer = (status: number, body: string, headers: Record<string, string> = {}): AwsAnswer => ({
  status,
  headers: { 'content-type': 'application/json', 'x-amz-executed-version': '$LATEST', ...headers },
  body,
});

const runNow = async (engine: Engine, name: string, payload: unknown): Promise<AwsAnswer> => {
  try {
    return answer(200, JSON.stringify(await engine.invoke(name, payload)));
  } catch (thrown) {
    const { name: errorType, message: errorMessage } = describeThrown(thrown);
    return answer(200, JSON.stringify({ errorType, errorMessage }), { 'x-amz-function-error': 'Unhandled' });
  }
};

/** Answers a Lambda request (REST JSON); undefined when the request is not one. */
export const answerLambda = async (
  request: AwsRequest,
  options: LambdaOptions,
): Promise<AwsAnswer | undefined> => {
  if (!request.path.startsWith('/2015-03-31/')) return undefined;
  const target = INVOCATIONS.exec(request.path)?.[1];
  if (!target || request.method !== 'POST') {
    return answerJsonError(404, 'UnknownOperationException', `${request.path} is not available locally`);
  }
  const name = readFunctionName(decodeURIComponent(target));
  if (options.functionNames && !options.functionNames.has(name)) {
    return answerJsonError(404, 'ResourceNotFoundException', `Function not found: ${name}`);
  }
  let payload: unknown;
  try {
    payload = JSON.parse(request.body || '{}');
  } catch {
    return answerJsonError(400, 'InvalidRequestContentException', 'Could not parse request body into json');
  }
  switch (request.headers['x-amz-invocation-type'] ?? 'RequestResponse') {
    case 'RequestResponse':
      return runNow(options.engine, name, payload);
    case 'Event':
      options.engine.invoke(name, payload).catch((error) => options.onEventFailure?.(name, error));
      return answer(202, '');
    case 'DryRun':
      return answer(204, '');
    default:
      return answerJsonError(400, 'InvalidParameterValueException', 'unknown invocation type');
  }
};
