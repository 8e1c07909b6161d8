import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { exampleRoster, personFor } from '../../../infra/local/people.ts';
import { signatureHeaders } from '../../../infra/local/sign.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { caseIn, type Told } from '../../support/told.ts';
import type { Context } from './context.ts';
import type { IssuerStub } from './stubs.ts';

export interface Keys {
  accessKeyId: string;
  secretAccessKey: string;
}

/** The deployed HTTP API, by the address that the stack's output gives, as the emulator serves it. */
export const createSite = (
  context: Context,
  apiUrl: string,
  region: string,
  issuer: IssuerStub,
  regulation: Regulation = regulations.leizhou!,
) => {
  const id = new URL(apiUrl).hostname.split('.')[0]!;
  const { port } = new URL(context.endpoint);
  const base = `${context.endpoint}/_aws/execute-api/${id}/$default`;
  const roster = exampleRoster(regulation);

  const call = async (path: string, init: RequestInit): Promise<Told> => {
    const answer = await fetch(base + path, init);
    const text = await answer.text();
    return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) };
  };
  const withToken = (
    token: string | undefined,
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Told> =>
    call(path, {
      method,
      headers: {
        'content-type': 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });

  const signed = (path: string, content: unknown, secret: string): Promise<Told> => {
    const body = JSON.stringify(content);
    return call(path, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...signatureHeaders(secret, `msg-${randomUUID()}`, new Date(), body),
      },
      body,
    });
  };

  const as = async (role: string, method: string, path: string, body?: unknown): Promise<Told> =>
    withToken(await issuer.issue(personFor(roster, role)), method, path, body);

  return {
    actor: (role: string, unit?: string) => personFor(roster, role, unit),
    withToken,
    /** A request by whoever holds a role, with a token of the office's issuer. */
    as,
    /** A case entered by hand by the duty officer; resolves with its number. */
    open: async (body: unknown): Promise<string> => {
      const told = await as('dutyOfficer', 'POST', '/v1/cases', body);
      if (told.status !== 201) throw new Error(`${told.status} ${JSON.stringify(told.body)}`);
      return caseIn(told).case;
    },
    /** A batch signed by Standard Webhooks. */
    push: (feed: string, items: unknown[], secret: string): Promise<Told> =>
      signed(`/v1/feeds/${feed}/items`, { items }, secret),
    /** What the gateway reports of a text that it took. */
    report: (key: string, state: string, secret: string): Promise<Told> =>
      signed('/v1/receipts', { receipts: [{ key, state, at: new Date().toISOString() }] }, secret),
    /** The same signed by SigV4, with curl, as docs/operations.md tells a vendor to; unsigned without keys. */
    curl: async (feed: string, items: unknown[], keys?: Keys): Promise<Told> => {
      const signed =
        keys === undefined
          ? []
          : [
              '--aws-sigv4',
              `aws:amz:${region}:execute-api`,
              '--user',
              `${keys.accessKeyId}:${keys.secretAccessKey}`,
            ];
      const host = `${id}.execute-api.localhost`;
      const { stdout } = await promisify(execFile)('curl', [
        ...['--silent', '--show-error', '--cacert', context.certificate, '--write-out', '\n%{http_code}'],
        ...['--resolve', `${host}:${port}:127.0.0.1`, ...signed],
        ...['--header', 'content-type: application/json', '--data-binary', JSON.stringify({ items })],
        `https://${host}:${port}/v1/feeds/${feed}/items`,
      ]);
      const [status = '', ...lines] = stdout.split('\n').reverse();
      const text = lines.reverse().join('\n');
      return { status: Number(status), body: text === '' ? undefined : JSON.parse(text) };
    },
  };
};
export type Site = ReturnType<typeof createSite>;
