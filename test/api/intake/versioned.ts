import { expect } from 'vitest';
import type { CaseReply } from '../../../shared/contracts/replies/case.ts';
import type { ItemReply } from '../../../shared/contracts/replies/items.ts';
import type { LogReply } from '../../../shared/contracts/replies/log.ts';
import type { Office } from '../../support/office.ts';
import { takenIn } from '../../support/told.ts';

export const MINUTE = 60_000;

/** What a feed pushes to an office minute by minute, and how the office reads it. */
export const versionedAt = (office: Office) => {
  const head = office.as('officeHead');
  return {
    push: async (item: unknown) => {
      office.pass(MINUTE);
      return takenIn(await office.push([item]));
    },
    itemOf: async (id: string, version?: number): Promise<ItemReply> => {
      const query: Record<string, string> = version === undefined ? {} : { version: String(version) };
      const told = await head('GET', `/v1/items/demo/${id}`, undefined, query);
      expect(told.status).toBe(200);
      return told.body as ItemReply;
    },
    caseOf: async (id = ''): Promise<CaseReply> => (await head('GET', `/v1/cases/${id}`)).body as CaseReply,
    logOf: async (id = ''): Promise<LogReply> => (await head('GET', `/v1/cases/${id}/log`)).body as LogReply,
    /** What the office is asked to make sure of. */
    asked: async (): Promise<string[]> => {
      const told = await head('GET', '/v1/duties', undefined, { kind: 'complete', of: 'all' });
      return (told.body as { duties: { text: string }[] }).duties.map(({ text }) => text);
    },
  };
};
/** What is due when, by duty. */
export const dues = ({ duties }: CaseReply): Record<string, string | null> =>
  Object.fromEntries(duties.map(({ duty, due }) => [duty, due]));
