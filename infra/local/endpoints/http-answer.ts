import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

/** A request as the endpoints read it. */
export interface AwsRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface AwsAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export const readRequest = async (request: IncomingMessage): Promise<AwsRequest> => ({
  method: request.method ?? 'GET',
  path: new URL(request.url ?? '/', 'http://localhost').pathname,
  headers: request.headers,
  body: await text(request),
});

export const sendAnswer = (response: ServerResponse, answer: AwsAnswer, requestId: string): void => {
  response.writeHead(answer.status, { 'x-amzn-requestid': requestId, ...answer.headers });
  response.end(answer.body);
};

/** An error of the JSON protocols, which the SDK turns into the exception of that name. */
export const answerJsonError = (status: number, name: string, message: string): AwsAnswer => ({
  status,
  headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-errortype': name },
  body: JSON.stringify({ __type: name, message }),
});
