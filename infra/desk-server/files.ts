import type { IncomingMessage } from 'node:http';
import type { Context } from 'aws-lambda';
import type { HttpResult } from '../../functions/http.ts';
import { serveFiles } from '../../functions/serve-files/handler.ts';
import type { PackedFile } from '../../functions/serve-files/packed-file.ts';
import { apiEvent } from '../local/api-event.ts';
import { headersOf } from '../local/server/exchange.ts';

/** The same files as the deployed function serves, by the same code. */
export const createFileServer = (files: readonly PackedFile[]) => {
  const handler = serveFiles(files);
  return async (request: IncomingMessage, url: URL): Promise<HttpResult> =>
    handler(
      apiEvent({ method: request.method ?? 'GET', path: url.pathname, headers: headersOf(request) }),
      {} as Context,
    );
};
