import type { QueryOf } from '../../../shared/contracts/queries/routes.ts';
import { ItemListReply, ItemReply } from '../../../shared/contracts/replies/items.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { claimsFor } from '../../support/noted-desk.ts';
import { createOffice, plain } from '../../support/office.ts';
import { read } from '../../support/told.ts';

/** An office, what is said of its items, and how they are listed then. */
export const openJudging = async (regulation?: Regulation) => {
  const office = await createOffice(regulation === undefined ? {} : { regulation });
  const judge = (id: string, given: unknown, role = 'dutyOfficer', unit?: string) =>
    office.as(role, unit)('POST', `/v1/items/demo/${encodeURIComponent(id)}/judgement`, given);
  return {
    office,
    judge,
    claims: (role: string) => claimsFor(office, role),
    /** The item as it is answered to what is said of it. */
    said: async (id: string, given: unknown, role?: string) => read(ItemReply, await judge(id, given, role)),
    item: async (id: string, role = 'dutyOfficer', unit?: string) =>
      read(ItemReply, await office.as(role, unit)('GET', `/v1/items/demo/${encodeURIComponent(id)}`)),
    listed: async (
      query: Partial<Record<keyof QueryOf<'GET /v1/items'>, string>> = {},
      role = 'dutyOfficer',
    ) => read(ItemListReply, await office.as(role)('GET', '/v1/items', undefined, query)).items,
  };
};
export type Judging = Awaited<ReturnType<typeof openJudging>>;
/** The ids of what is listed. */
export const idsOf = (items: readonly { id: string }[]): string[] => items.map(({ id }) => id);
/** An item of 雷州's 常规 with a mark that is a sign of more. */
export const signed = (id: string, more: Record<string, unknown> = {}) =>
  plain(id, { flags: ['specificFacts'], ...more });
