import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createDeskServer } from '../../../infra/desk-server/server.ts';
import { DEFAULT_CLAIMS } from '../../../shared/contracts/environment.ts';
import { down, freePort, up } from './office.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
/** A server before an API that does as it is told, and what that API was asked. */
export const serverBefore = async (answer: Answer, more: object = {}) => {
  const asked: IncomingMessage[] = [];
  const api = createServer((given, response) => {
    asked.push(given);
    answer(given, response);
  });
  const url = await up(api);
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const server: Server = createDeskServer({
    ...{ address, api: `${url}/stage/`, files: [], claims: DEFAULT_CLAIMS, shiftHours: 12 },
    ...more,
  });
  await up(server, port);
  const close = (): void => {
    down(server);
    down(api);
  };
  return { address, api, asked, close };
};
export const BEARER = { authorization: 'Bearer x' };
