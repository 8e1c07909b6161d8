import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { EngineClock } from '../clock/engine-clock.ts';
import type { Engine } from '../engine/engine.ts';
import { type AwsAnswer, type AwsRequest, answerJsonError, readRequest, sendAnswer } from './http-answer.ts';
import { answerLambda, type OnEventFailure } from './lambda-endpoint.ts';
import { answerSns, type OnSms, type Sms } from './sns-endpoint.ts';
import { answerStepFunctions } from './step-functions-endpoint.ts';

export type { OnEventFailure, OnSms, Sms };

export interface AwsEndpointsOptions {
  readonly engine: Engine;
  readonly clock: EngineClock;
  readonly onSms: OnSms;
  /** The functions that Lambda Invoke knows; undefined means that every name is tried. */
  readonly functionNames?: ReadonlySet<string>;
  /** Hears of functions that fail after an Event invocation; ignored unless given. */
  readonly onEventFailure?: OnEventFailure;
  /** 0 or none takes any free port. */
  readonly port?: number;
}

export interface AwsEndpoints {
  /** For AWS_ENDPOINT_URL_SFN, AWS_ENDPOINT_URL_SNS and AWS_ENDPOINT_URL_LAMBDA alike. */
  readonly endpoint: string;
  close(): Promise<void>;
}

/**
 * Starts one server on 127.0.0.1 that speaks Step Functions, SNS and Lambda as the SDK's clients do, so that the
 * deployed handlers run unchanged. Signatures are not checked. Rejects when the port is taken.
 */
export const startAwsEndpoints = async (options: AwsEndpointsOptions): Promise<AwsEndpoints> => {
  const server = createServer((request, response) => void handle(request, response, options));
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};

const handle = async (
  request: IncomingMessage,
  response: ServerResponse,
  options: AwsEndpointsOptions,
): Promise<void> => {
  const requestId = crypto.randomUUID();
  try {
    sendAnswer(response, await answer(await readRequest(request), options), requestId);
  } catch (error) {
    // A caller that hung up has nobody to answer to.
    if (!response.destroyed)
      sendAnswer(response, answerJsonError(500, 'InternalFailure', String(error)), requestId);
  }
};

const answer = async (request: AwsRequest, options: AwsEndpointsOptions): Promise<AwsAnswer> =>
  answerStepFunctions(options.engine, request) ??
  (await answerLambda(request, options)) ??
  (await answerSns(request, { onSms: options.onSms, now: options.clock.now })) ??
  answerJsonError(
    400,
    'UnknownOperationException',
    `nothing answers ${request.method} ${request.path} locally`,
  );
