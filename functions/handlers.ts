import middy from '@middy/core';
import type * as z from 'zod';
import {
  ArchiveInput,
  EnforceInput,
  FaultInput,
  NotifyInput,
  PlanInput,
  TransferInput,
  WatchInput,
} from '../shared/contracts/workflow.ts';
import { createArchiveCase } from './archive-case/handler.ts';
import type { Gateway } from './bridge-sms/gateway.ts';
import { createBridgeSms, SnsEvent } from './bridge-sms/handler.ts';
import { createEnforceDuty } from './enforce-duty/handler.ts';
import { createGuardClocks } from './guard-clocks/handler.ts';
import { createHttpFunction } from './http.ts';
import type { FeedGate } from './intake-items/gate.ts';
import { createIntakeItems } from './intake-items/handler.ts';
import { createNotifyPeople } from './notify-people/handler.ts';
import { createPlanDuties } from './plan-duties/handler.ts';
import { createReportFault } from './report-fault/handler.ts';
import { createServeDesk } from './serve-desk/handler.ts';
import { createSweepCases } from './sweep-cases/handler.ts';
import { createPushRoutine } from './sweep-cases/push-routine.ts';
import type { System } from './system.ts';
import { createTransferCase } from './transfer-case/handler.ts';
import { createWatchCase } from './watch-case/handler.ts';

/** A Lambda for the state machines: the payload is checked on the way in; tasks throw. */
const task = <T extends z.ZodType, R>(schema: T, run: (input: z.output<T>) => Promise<R>) =>
  middy<unknown, R>().handler(async (event) => run(schema.parse(event)));

export const planDuties = (system: System) => task(PlanInput, createPlanDuties(system));
export const watchCase = (system: System) => task(WatchInput, createWatchCase(system));
export const enforceDuty = (system: System) => task(EnforceInput, createEnforceDuty(system));
export const archiveCase = (system: System) => task(ArchiveInput, createArchiveCase(system));
export const transferCase = (system: System) => task(TransferInput, createTransferCase(system));
export const reportFault = (system: System) => task(FaultInput, createReportFault(system));
export const notifyPeople = (system: System) => task(NotifyInput, createNotifyPeople(system));
export const guardClocks = (system: System) =>
  middy<unknown, { verdict: string }>().handler(createGuardClocks(system));
export const bridgeSms = (system: System, gateway: Gateway) =>
  task(SnsEvent, createBridgeSms({ ...system, gateway }));
export const sweepCases = (system: System) => {
  const sweep = createSweepCases({ ...system, pushRoutine: createPushRoutine(system) });
  return middy<unknown, Awaited<ReturnType<typeof sweep>>>().handler(() => sweep());
};
export const serveDesk = (system: System) => createHttpFunction(createServeDesk(system));
export const intakeItems = (system: System, gate: FeedGate) =>
  createHttpFunction([
    { method: 'POST', path: '/v1/feeds/{feed}/items', handler: createIntakeItems({ ...system, gate }) },
  ]);
