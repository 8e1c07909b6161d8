import type { CaseState } from '../../../shared/case/state.ts';
import type { DocumentListReply, OrderListReply } from '../../../shared/contracts/replies/registers.ts';
import type { Cases } from '../../../shared/records/cases.ts';
import type { Finder } from '../../../shared/records/lists/finder.ts';
import { placeOf, readLine } from '../../../shared/records/lists/lines.ts';
import { newestFirst } from '../../../shared/records/lists/newest-first.ts';
import { regulationOfCase } from '../../../shared/regulations/index.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { scopesOf } from '../../../shared/rules/listing/scopes.ts';
import { type Reading, refuseReading } from '../../../shared/rules/reading/cases.ts';
import { type HttpEvent, queryOf } from '../../http.ts';
import { createReplyParts } from '../../reply-parts.ts';
import { throwIfRefused } from '../sight.ts';
import { ordersOf } from '../views/orders.ts';
import { boundsOf, idGiven } from './asked.ts';
import type { Asked } from './cursor.ts';
import type { PageAsked, Pages } from './page.ts';
import { createSeeing } from './seen.ts';

interface Dependencies {
  cases: Pick<Cases, 'load'>;
  finder: Finder;
  pages: Pages;
  regulation: Regulation;
}
interface Register {
  list: 'orders' | 'documents';
  asked: Asked & { from?: string | undefined; to?: string | undefined };
  page: PageAsked;
}

/** Whether it is this entry, made at this instant, that stands at a place. */
type IsMeant = (entry: number, at: string) => boolean;

/** The registers over all cases that the reader may see, the newest entry first. */
export const createRegisters = ({ cases, finder, pages, regulation }: Dependencies) => {
  const seeing = createSeeing(cases);
  const read = async <Row>(
    reading: Reading,
    { list, asked, page }: Register,
    rowsOf: (state: CaseState, isMeant: IsMeant) => Row[],
  ) => {
    throwIfRefused(refuseReading(reading, 'ReadCases'));
    const { see, damaged } = seeing(reading);
    const { rows, next } = await pages.readPage({ list, ...asked }, page, boundsOf(asked), {
      walk: finder.entries(scopesOf(reading).map((scope) => `${list}#${scope}`)),
      show: async (place) => {
        const { caseId } = readLine(place);
        const state = await see(caseId);
        const isMeant: IsMeant = (entry, at) => place === placeOf(newestFirst(at), caseId, entry);
        return state === undefined ? [] : rowsOf(state, isMeant);
      },
    });
    return { rows, damaged: damaged(), next };
  };
  return {
    orders: async (event: HttpEvent, reading: Reading): Promise<OrderListReply> => {
      const { cursor, limit, unit, ...asked } = queryOf('GET /v1/orders', event);
      const unitId = unit === undefined ? undefined : idGiven(regulation, 'unit', unit);
      const register = {
        list: 'orders',
        asked: { ...asked, unit: unitId },
        page: { cursor, limit },
      } as const;
      const { rows, ...rest } = await read(reading, register, (state, isMeant) => {
        const meant = state.orders.find(({ entry, draftedAt }) => isMeant(entry, draftedAt));
        return ordersOf(regulationOfCase(state), state)
          .filter(
            ({ order, unit: { id } }) => order === meant?.entry && (unitId === undefined || id === unitId),
          )
          .map((order) => ({ case: state.caseId, title: state.title, ...order }));
      });
      return { orders: rows, ...rest };
    },
    documents: async (event: HttpEvent, reading: Reading): Promise<DocumentListReply> => {
      const { cursor, limit, document, ...asked } = queryOf('GET /v1/documents', event);
      const documentId = document === undefined ? undefined : idGiven(regulation, 'document', document);
      const register = {
        list: 'documents',
        asked: { ...asked, document: documentId },
        page: { cursor, limit },
      } as const;
      const { rows, ...rest } = await read(reading, register, (state, isMeant) => {
        const own = regulationOfCase(state);
        const { named, time } = createReplyParts(own);
        return state.documents
          .filter(
            (each) =>
              isMeant(each.entry, each.recordedAt) && (documentId === undefined || each.id === documentId),
          )
          .map(({ id, entry, madeAt, recordedAt, by, parts }) => ({
            case: state.caseId,
            title: state.title,
            entry,
            document: named(own.documents, id),
            madeAt: time(madeAt),
            recordedAt: time(recordedAt),
            by: by.name,
            fields: [...parts],
          }));
      });
      return { documents: rows, ...rest };
    },
  };
};
