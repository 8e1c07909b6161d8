import { expect } from 'vitest';
import { createMemoryTable } from '../../../shared/records/memory-table.ts';
import { createOffice, START } from '../../support/office.ts';
import { caseIn } from '../../support/told.ts';

export const note = {
  title: '群众来电反映某超市销售过期食品',
  sources: [{ kind: 'monitored' }],
  level: 'blue',
  unit: 'food',
};

/** An office over an empty table, two of its people, and what they do all the time. */
export const openDesk = async () => {
  const table = createMemoryTable();
  const office = await createOffice({ table });
  const officer = office.as('dutyOfficer');
  const head = office.as('officeHead');
  const opened = async (more: object = {}): Promise<string> => {
    const told = await officer('POST', '/v1/cases', { ...note, ...more });
    expect(told.status).toBe(201);
    return caseIn(told).case;
  };
  const give = (caseId: string, command: unknown, by = officer) =>
    by('POST', `/v1/cases/${caseId}/commands`, command);
  const refusals = async () =>
    (await office.system.refusals.list(START.slice(0, 10))) as { sk: string; last?: unknown }[];
  return { table, office, officer, head, opened, give, refusals };
};
export type Desk = Awaited<ReturnType<typeof openDesk>>;
