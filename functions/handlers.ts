import middy from '@middy/core';
import * as z from 'zod/mini';
import {
  ArchiveInput,
  EnforceInput,
  FaultInput,
  NotifyInput,
  ScheduleInput,
  TransferInput,
  WatchInput,
} from '../shared/contracts/workflow.ts';
import { createArchiveCase } from './archive-case/handler.ts';
import { createBridgeSms, SnsEvent } from './bridge-sms/handler.ts';
import { createEnforceDuty } from './enforce-duty/handler.ts';
import { createGuardClocks } from './guard-clocks/handler.ts';
import { createHttpFunction } from './http.ts';
import { createIntakeItems } from './intake-items/handler.ts';
import { createNotifyPeople } from './notify-people/handler.ts';
import { createReportFault } from './report-fault/handler.ts';
import { createScheduleDuties } from './schedule-duties/handler.ts';
import { createServeDesk } from './serve-desk/handler.ts';
import { createSweepCases } from './sweep-cases/handler.ts';
import { createPushRoutine } from './sweep-cases/push-routine.ts';
import { createOpenStanding } from './sweep-cases/standing.ts';
import { createTransferCase } from './transfer-case/handler.ts';
import { createWatchCase } from './watch-case/handler.ts';

/** What a handler is built from: each names its own parts, and the whole system has them all. */
type PartsOf<T extends (parts: never) => unknown> = Parameters<T>[0];

/** A Lambda for the state machines: the payload is checked on the way in; tasks throw. */
const task = <T extends z.core.$ZodType, R>(schema: T, run: (input: z.output<T>) => Promise<R>) =>
  middy<unknown, R>().handler(async (event) => run(z.parse(schema, event)));

export const scheduleDuties = (parts: PartsOf<typeof createScheduleDuties>) =>
  task(ScheduleInput, createScheduleDuties(parts));
export const watchCase = (parts: PartsOf<typeof createWatchCase>) => task(WatchInput, createWatchCase(parts));
export const enforceDuty = (parts: PartsOf<typeof createEnforceDuty>) =>
  task(EnforceInput, createEnforceDuty(parts));
export const archiveCase = (parts: PartsOf<typeof createArchiveCase>) =>
  task(ArchiveInput, createArchiveCase(parts));
export const transferCase = (parts: PartsOf<typeof createTransferCase>) =>
  task(TransferInput, createTransferCase(parts));
export const reportFault = (parts: PartsOf<typeof createReportFault>) =>
  task(FaultInput, createReportFault(parts));
export const notifyPeople = (parts: PartsOf<typeof createNotifyPeople>) =>
  task(NotifyInput, createNotifyPeople(parts));
export const guardClocks = (parts: PartsOf<typeof createGuardClocks>) =>
  middy<unknown, { verdict: string }>().handler(createGuardClocks(parts));
export const bridgeSms = (parts: PartsOf<typeof createBridgeSms>) => task(SnsEvent, createBridgeSms(parts));
export const sweepCases = (
  parts: Omit<PartsOf<typeof createSweepCases>, 'pushRoutine' | 'openStanding'> &
    PartsOf<typeof createPushRoutine> &
    PartsOf<typeof createOpenStanding>,
) => {
  const sweep = createSweepCases({
    ...parts,
    pushRoutine: createPushRoutine(parts),
    openStanding: createOpenStanding(parts),
  });
  return middy<unknown, Awaited<ReturnType<typeof sweep>>>().handler(() => sweep());
};
export const serveDesk = (parts: PartsOf<typeof createServeDesk>) =>
  createHttpFunction(createServeDesk(parts));
export const intakeItems = (parts: PartsOf<typeof createIntakeItems>) =>
  createHttpFunction([{ method: 'POST', path: '/v1/feeds/{feed}/items', handler: createIntakeItems(parts) }]);
