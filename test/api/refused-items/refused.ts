import type { QueryOf } from '../../../shared/contracts/queries/routes.ts';
import {
  RefusedItemReply,
  RefusedItemsReply,
} from '../../../shared/contracts/replies/intake/refused-items.ts';
import { createMemoryTable } from '../../../shared/records/memory-table.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { createOffice, grave, type Office, type PushOptions } from '../../support/office.ts';
import { read } from '../../support/told.ts';

export const DAY = 86_400_000;
/** Words that 雷州's table puts at a level with limits, in an item that is refused for its id. */
export const urgent = (more: Record<string, unknown> = {}) => {
  const { title, content } = grave('x');
  return { title, content, id: 'x'.repeat(2400), ...more };
};
/** The same of words that can wait. */
export const harmless = (more: Record<string, unknown> = {}) => ({
  title: '市民咨询营业时间',
  id: 'x'.repeat(2400),
  ...more,
});

/** An office over an empty table, what feeds push to it, and what is shown of what was refused. */
export const openRefusals = async (regulation?: Regulation) => {
  const table = createMemoryTable();
  const office = await createOffice({ table, ...(regulation === undefined ? {} : { regulation }) });
  const list = async (
    query: Partial<Record<keyof QueryOf<'GET /v1/refused-items'>, string>> = {},
    role = 'officeHead',
  ) => read(RefusedItemsReply, await office.as(role)('GET', '/v1/refused-items', undefined, query)).items;
  const one = async (refused: string, role = 'officeHead') =>
    read(RefusedItemReply, await office.as(role)('GET', `/v1/refused-items/${refused}`));
  return {
    table,
    office,
    list,
    one,
    /** Pushes one item that is refused, and reads what is kept of it. */
    refuse: async (raw: unknown, options: PushOptions = {}) => {
      const known = new Set((await list({ became: 'all' })).map(({ refused }) => refused));
      await office.push([raw], options);
      const fresh = (await list({ became: 'all' })).filter(({ refused }) => !known.has(refused));
      if (fresh.length !== 1) throw new Error(`${fresh.length} were refused`);
      return one(fresh[0]!.refused);
    },
    judge: (refused: string, given: object, role = 'dutyOfficer', unit?: string) =>
      office.as(role, unit)('POST', `/v1/refused-items/${refused}/judgement`, given),
    enter: (refused: string, fields: object = {}, role = 'dutyOfficer', unit?: string) =>
      office.as(role, unit)('POST', `/v1/refused-items/${refused}/entry`, { fields }),
  };
};
export type Refusals = Awaited<ReturnType<typeof openRefusals>>;

/** What was sent since, by the number of its template. */
export const sentBy = ({ sent }: Office, template: string) =>
  sent.filter(({ message }) => message.templateId === template);
