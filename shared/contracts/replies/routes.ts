import * as z from 'zod/mini';
import { ActsReply } from './acts.ts';
import { MeReply, ReadsReply, RefusalsReply, RosterChangesReply, RosterReply } from './bureau.ts';
import { CaseListReply, CaseReply, OpenedReply } from './case.ts';
import { ClocksReply } from './clocks.ts';
import { ScheduleReply } from './duty.ts';
import { HealthReply, StatusReply } from './health.ts';
import { FeedsReply } from './intake/feeds.ts';
import { EnteredReply, RefusedItemReply, RefusedItemsReply } from './intake/refused-items.ts';
import { ItemListReply, ItemReply, ItemsTaken } from './items.ts';
import { LogReply } from './log.ts';
import { ReceiptsReply } from './receipts.ts';
import { DocumentListReply, OrderListReply, TextListReply } from './registers.ts';
import { DutyListReply } from './task.ts';
import { OpeningTriedReply, TriedReply } from './try.ts';

/** A reply as it is sent: with the id of its request. */
export const sent = <Shape extends z.core.$ZodShape>(reply: z.ZodMiniObject<Shape, z.core.$strict>) =>
  z.extend(reply, { requestId: z.string() });

const aCase = sent(CaseReply);
const anItem = sent(ItemReply);
const aRoster = sent(RosterReply);

/** Route → what it answers when nothing is refused. `GET /v1/regulation` answers the regulation's data. */
export const REPLIES = {
  'GET /v1/health': sent(HealthReply),
  'GET /v1/status': sent(StatusReply),
  'GET /v1/cases': sent(CaseListReply),
  'POST /v1/cases': sent(OpenedReply),
  'GET /v1/me': sent(MeReply),
  'GET /v1/duties': sent(DutyListReply),
  'GET /v1/cases/{case}': aCase,
  'GET /v1/cases/{case}/schedule': sent(ScheduleReply),
  'GET /v1/cases/{case}/clocks': sent(ClocksReply),
  'GET /v1/cases/{case}/acts': sent(ActsReply),
  'GET /v1/cases/{case}/log': sent(LogReply),
  'POST /v1/cases/{case}/commands': aCase,
  'GET /v1/cases/{case}/texts': sent(TextListReply),
  'GET /v1/cases/{case}/reads': sent(ReadsReply),
  'GET /v1/orders': sent(OrderListReply),
  'GET /v1/documents': sent(DocumentListReply),
  'GET /v1/items': sent(ItemListReply),
  'GET /v1/items/{feed}/{item}': anItem,
  'POST /v1/items/{feed}/{item}/judgement': anItem,
  'POST /v1/feeds/{feed}/items': sent(ItemsTaken),
  'POST /v1/receipts': sent(ReceiptsReply),
  'GET /v1/refusals': sent(RefusalsReply),
  'GET /v1/feeds': sent(FeedsReply),
  'GET /v1/refused-items': sent(RefusedItemsReply),
  'GET /v1/refused-items/{refused}': sent(RefusedItemReply),
  'POST /v1/refused-items/{refused}/entry': sent(EnteredReply),
  'POST /v1/refused-items/{refused}/judgement': sent(RefusedItemReply),
  'GET /v1/roster': aRoster,
  'GET /v1/roster/changes': sent(RosterChangesReply),
  'PUT /v1/roster': aRoster,
};

/** Route → what it answers to `?try`. */
export const TRIES = {
  'POST /v1/cases': sent(OpeningTriedReply),
  'POST /v1/cases/{case}/commands': sent(TriedReply),
};
