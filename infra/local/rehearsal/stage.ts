import { buildSystem, type System } from '../../../functions/system.ts';
import type { Roster } from '../../../shared/contracts/roster.ts';
import { createMemoryTable } from '../../../shared/records/memory-table.ts';
import type { LogTable, Table } from '../../../shared/records/table.ts';
import { regulationInForce } from '../../../shared/regulations/index.ts';
import { inputFromName } from '../../../shared/workflows/executions.ts';
import type { AslDefinition } from '../asl.ts';
import { createVirtualClock, type VirtualClock } from '../clock/virtual-clock.ts';
import { createEmbeddedBureau, type EmbeddedBureau } from '../embedded/embedded-bureau.ts';
import type { createLambdas, Lambdas } from '../embedded/lambdas.ts';
import { exampleRoster } from '../people.ts';
import type { CaseNames } from './case-names.ts';
import type { Scenario } from './scenario.ts';
import { createTimeline, type Timeline } from './timeline.ts';

/** What whoever measures a rehearsal puts in the place of its own parts. */
export interface Substitutes {
  table?: Table;
  log?: LogTable;
  createLambdas?: typeof createLambdas;
  /** See EngineOptions. */
  historyLimit?: number;
}

/** What a rehearsal is played on: one bureau on a virtual clock, its tables in memory, its texts on the timeline. */
export interface Stage {
  clock: VirtualClock;
  timeline: Timeline;
  roster: Roster;
  bureau: EmbeddedBureau;
  system: System;
  lambdas: Lambdas;
  cases: CaseNames;
  /** What steps call the entries of the log that they make → the number of the entry. */
  entries: Record<string, number>;
  sms: RehearsalSms;
  /** Resolves when nothing can go on before the clock does. */
  settled: () => Promise<void>;
}

/** Signs what every feed of a rehearsal pushes. */
export const SECRET = 'whsec_cmVoZWFyc2Fsc2VjcmV0cmVoZWFyc2Fsc2VjcmV0';
const ENDED: Readonly<Record<string, string>> = {
  SUCCEEDED: '正常结束',
  FAILED: '故障中止',
  ABORTED: '被停止',
};

type RehearsalSms = ReturnType<typeof createRehearsalSms>;
/** A gateway that writes each text on the timeline, and can be down. Instants are epoch milliseconds. */
const createRehearsalSms = (clock: VirtualClock, timeline: Timeline, roster: Roster) => {
  let downUntil = 0;
  let messages = 0;
  const receivers = new Map(
    Object.entries(roster.roles).flatMap(([role, people]) =>
      people.map(({ mobile, name }) => [mobile, { name, role }] as const),
    ),
  );
  const send: System['sms']['send'] = async (to, message, sending) => {
    if (clock.now() < downUntil) throw Object.assign(new Error('gateway down'), { name: 'GatewayDown' });
    const { name, role } = receivers.get(to) ?? { name: to, role: '' };
    messages += 1;
    timeline.note('sms', null, message.text, {
      to: name,
      role,
      template: message.templateId,
      ofCase: sending?.ofCase === true,
    });
    return `rehearsal-${messages}`;
  };
  return {
    send,
    breakUntil: (instant: number): void => {
      downUntil = instant;
    },
  };
};

/** Sets up the scenario's bureau, at the scenario's start. */
export const setStage = async (
  { bureau: id, settings, start, steps }: Scenario,
  definitions: Record<string, AslDefinition>,
  { table = createMemoryTable(), log = createMemoryTable(), createLambdas, historyLimit }: Substitutes,
): Promise<Stage> => {
  const regulation = regulationInForce(id, settings);
  const clock = createVirtualClock(Date.parse(start));
  const timeline = createTimeline(regulation, () => new Date(clock.now()).toISOString());
  const roster = exampleRoster(regulation);
  const sms = createRehearsalSms(clock, timeline, roster);
  const bureau = createEmbeddedBureau({
    bureau: id,
    definitions,
    clock,
    historyLimit,
    onExecutionEnd: ({ name, status }) => {
      timeline.note('clock', inputFromName(name)?.caseId ?? null, `流程 ${name} ${ENDED[status] ?? status}`, {
        name,
        status,
      });
    },
    onUnsent: (caseId, error) => timeline.note('note', caseId ?? null, `发送失败:${String(error)}`),
  });
  const system = buildSystem({
    regulation,
    table,
    log,
    ...bureau.ports,
    pause: async () => undefined,
    sms,
    onProblem: (what, error) =>
      timeline.note('note', null, `${what}:${error instanceof Error ? error.message : String(error)}`),
  });
  const feeds = steps.flatMap((step) => ('push' in step ? [[step.push.feed, [SECRET]]] : []));
  const lambdas = await bureau.open(system, Object.fromEntries(feeds), { create: createLambdas });
  const settled = (): Promise<void> => bureau.engine().idle();
  return { clock, timeline, roster, bureau, system, lambdas, cases: {}, entries: {}, sms, settled };
};
