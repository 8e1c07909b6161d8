import { expect } from 'vitest';
import { claimsOf } from '../../infra/local/api-event.ts';
import { exampleRoster, personFor } from '../../infra/local/people.ts';
import { REPLIES } from '../../shared/contracts/replies/routes.ts';
import { createOffice, type Office } from './office.ts';
import { createSeenWays } from './seen-ways.ts';
import { caseIn, logIn, type Told } from './told.ts';

export type Route = keyof typeof REPLIES;

/** Somebody who stands in the bureau's roster in this post. */
export const claimsFor = ({ system }: Office, role: string): Record<string, string> =>
  claimsOf(personFor(exampleRoster(system.regulation), role));

/** Desks of the same person whose answers are noted: in which ways of the contract they came. */
export const createNotedDesks = () => {
  const seen = createSeenWays();
  const note = (route: Route, told: Told): Told => {
    expect(told.status, `${route} ${JSON.stringify(told.body)}`).toBeLessThan(300);
    seen.note(REPLIES[route], told.body);
    return told;
  };
  const deskOf = (office: Office, role = 'officeHead') => {
    const get = async (route: Route, path: string, query: Record<string, string> = {}) =>
      note(route, await office.http({ method: 'GET', path, query, claims: claimsFor(office, 'officeHead') }));
    const send = (method: 'POST' | 'PUT', path: string, body: unknown) =>
      office.http({ method, path, claims: claimsFor(office, role), body: JSON.stringify(body) });
    return {
      get,
      open: async (body: object): Promise<string> =>
        caseIn(note('POST /v1/cases', await send('POST', '/v1/cases', body))).case,
      give: async (caseId: string, command: object) =>
        note('POST /v1/cases/{case}/commands', await send('POST', `/v1/cases/${caseId}/commands`, command)),
      putRoster: async (body: object) => note('PUT /v1/roster', await send('PUT', '/v1/roster', body)),
      readCase: async (caseId: string): Promise<void> => {
        await get('GET /v1/cases/{case}', `/v1/cases/${caseId}`);
        await get('GET /v1/cases/{case}/schedule', `/v1/cases/${caseId}/schedule`);
        await get('GET /v1/cases/{case}/texts', `/v1/cases/${caseId}/texts`, { limit: '200' });
        await get('GET /v1/cases/{case}/acts', `/v1/cases/${caseId}/acts`);
        await get('GET /v1/orders', '/v1/orders');
        await get('GET /v1/documents', '/v1/documents');
      },
      readList: async (): Promise<void> => {
        for (const state of ['open', 'concluded', 'archived', 'merged'])
          await get('GET /v1/cases', '/v1/cases', { state });
        for (const of of ['mine', 'all']) await get('GET /v1/duties', '/v1/duties', { of, limit: '200' });
      },
      readItem: (id: string) => get('GET /v1/items/{feed}/{item}', `/v1/items/demo/${id}`),
      /** Page by page. */
      readLog: async (caseId: string) => {
        const path = `/v1/cases/${caseId}/log`;
        const log = logIn(await get('GET /v1/cases/{case}/log', path));
        for (let { next } = log; next !== null; ) {
          const page = logIn(await get('GET /v1/cases/{case}/log', path, { cursor: next }));
          log.entries.push(...page.entries);
          next = page.next;
        }
        await get('GET /v1/cases/{case}/log', path, { after: `${log.entries.length - 1}` });
        return log;
      },
    };
  };
  /** A new office of 雷州, and the desk of the head of its office. */
  const officeHead = async (): Promise<[Office, ReturnType<typeof deskOf>]> => {
    const office = await createOffice();
    return [office, deskOf(office)];
  };
  return { seen, note, deskOf, officeHead };
};
