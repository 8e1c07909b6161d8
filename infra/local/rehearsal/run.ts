import { Temporal } from 'temporal-polyfill';
import { buildSystem, type System } from '../../../functions/system.ts';
import type { Actor } from '../../../shared/case/events.ts';
import type { ItemsTaken } from '../../../shared/contracts/replies/items.ts';
import type { Roster } from '../../../shared/contracts/roster.ts';
import { createMemoryTable } from '../../../shared/records/memory-table.ts';
import type { Table } from '../../../shared/records/table.ts';
import { regulationInForce } from '../../../shared/regulations/index.ts';
import { labelOf } from '../../../shared/rules/labels.ts';
import { withOffset } from '../../../shared/time/instants.ts';
import { apiEvent, claimsOf } from '../api-event.ts';
import { createVirtualClock } from '../clock/virtual-clock.ts';
import { createEngine, type Engine } from '../engine/engine.ts';
import type { AslDefinition } from '../engine/library-types.ts';
import { createEngineWorkflows } from '../engine-workflows.ts';
import { createLambdas, type Lambdas } from '../lambdas.ts';
import { exampleRoster, personFor } from '../people.ts';
import { signatureHeaders } from '../sign.ts';
import type { Scenario, Step } from './scenario.ts';

export interface TimelineEntry {
  /** With the bureau's offset. */
  at: string;
  kind: 'log' | 'sms' | 'refused' | 'clock' | 'note';
  case: string | null;
  text: string;
  /** For programs: event types of a log entry, receivers of a message. */
  data?: Record<string, unknown>;
}
export interface Rehearsed {
  title: string;
  timeline: TimelineEntry[];
  /** Name in the scenario → case number. */
  cases: Record<string, string>;
  system: System;
  engine: Engine;
  /** Waits that were still armed at the end: none once every case is concluded. */
  timersLeft: number;
}

/** What a rehearsal is played on. Whoever measures one puts his own parts in. */
export interface Stage {
  table?: Table;
  createLambdas?: typeof createLambdas;
  /** Told of every engine: the first, and one more after each crash. */
  onEngine?: (engine: Engine) => void;
  /** See EngineOptions. */
  historyLimit?: number;
}

/** Within one second: what came in, what the log says, then what was sent because of it. */
const ORDER: Record<TimelineEntry['kind'], number> = { note: 0, log: 1, refused: 1, sms: 2, clock: 3 };
const ENDED: Readonly<Record<string, string>> = {
  SUCCEEDED: '正常结束',
  FAILED: '故障中止',
  ABORTED: '被停止',
};
const TAKEN: Readonly<Record<string, string>> = {
  accepted: '已接收',
  duplicate: '重复,不再处理',
  refused: '拒收',
  failed: '未能入库',
};
const SECRET = 'whsec_cmVoZWFyc2Fsc2VjcmV0cmVoZWFyc2Fsc2VjcmV0';

/**
 * Plays a scenario on a virtual clock, through the synthesized state machines and the real handlers, with the table in
 * memory. Nothing is sent. Throws when a step is refused that was not meant to be, or the other way round.
 */
export const rehearse = async (
  scenario: Scenario,
  definitions: Record<string, AslDefinition>,
  stage: Stage = {},
): Promise<Rehearsed> => {
  const regulation = regulationInForce(scenario.bureau, scenario.settings);
  const clock = createVirtualClock(Date.parse(scenario.start));
  const now = (): string => new Date(clock.now()).toISOString();
  const roster: Roster = exampleRoster(regulation);
  const timeline: TimelineEntry[] = [];
  const cases: Record<string, string> = {};
  const seen = new Map<string, number>();
  let smsDownUntil = 0;
  let messages = 0;
  const note = (
    kind: TimelineEntry['kind'],
    caseId: string | null,
    text: string,
    data?: Record<string, unknown>,
  ): void => {
    timeline.push({
      at: withOffset(now(), regulation.zone),
      kind,
      case: caseId,
      text,
      ...(data === undefined ? {} : { data }),
    });
  };

  let engine: Engine;
  let lambdas: Lambdas;
  const startEngine = (): Engine => {
    const started = createEngine({
      definitions,
      clock,
      historyLimit: stage.historyLimit,
      invoke: (name, payload) => lambdas.invoke(name, payload),
      onExecutionEnd: ({ name, status }) =>
        note('clock', name.split('-').slice(0, 2).join('-'), `流程 ${name} ${ENDED[status] ?? status}`, {
          name,
          status,
        }),
    });
    stage.onEngine?.(started);
    return started;
  };
  engine = startEngine();
  const workflows = createEngineWorkflows(scenario.bureau, () => engine);
  const names = new Map(
    Object.entries(roster.roles).flatMap(([role, people]) =>
      people.map((person) => [person.mobile, { role, person }] as const),
    ),
  );
  const system = buildSystem({
    regulation,
    table: stage.table ?? createMemoryTable(),
    workflows,
    dispatch: async (caseId) => {
      void engine
        .invoke(`${scenario.bureau}-notify-people`, { caseId })
        .catch((error: unknown) => note('note', caseId, `发送失败:${String(error)}`));
    },
    sms: {
      send: async (to, message) => {
        if (clock.now() < smsDownUntil)
          throw Object.assign(new Error('gateway down'), { name: 'GatewayDown' });
        const receiver = names.get(to);
        messages += 1;
        note('sms', null, message.text, {
          to: receiver?.person.name ?? to,
          role: receiver?.role ?? '',
          template: message.templateId,
        });
        return `rehearsal-${messages}`;
      },
    },
    now,
    onProblem: (what, error) =>
      note('note', null, `${what}:${error instanceof Error ? error.message : String(error)}`),
  });
  const feeds = scenario.steps.flatMap((step) => ('push' in step ? [[step.push.feed, [SECRET]]] : []));
  lambdas = (stage.createLambdas ?? createLambdas)(scenario.bureau, system, Object.fromEntries(feeds));
  await system.rosters.write({ version: 1, roster, changedBy: 'rehearsal', changedAt: now() });

  /** A case that the sweep opened by itself (定期工作) is called by its level. */
  const adopt = async (): Promise<void> => {
    const known = new Set(Object.values(cases));
    for (const { caseId } of await system.cases.open()) {
      const state = known.has(caseId) ? null : await system.cases.load(caseId);
      if (state?.sources.length !== 0) continue;
      const again = Object.keys(cases).filter((name) => name.startsWith(state.handlingLevel)).length;
      cases[`${state.handlingLevel}${again === 0 ? '' : again + 1}`] = caseId;
    }
  };
  /** Writes what the logs of all cases have gained since the last look. */
  const follow = async (): Promise<void> => {
    for (const caseId of new Set([...seen.keys(), ...Object.values(cases)])) {
      const entries = await system.cases.log(caseId);
      for (const entry of entries.slice(seen.get(caseId) ?? 0)) {
        for (const event of entry.events) {
          const by = entry.actor.role === 'system' ? '系统' : `${entry.actor.name}`;
          timeline.push({
            at: withOffset(entry.at, regulation.zone),
            kind: event.type === 'CommandRefused' ? 'refused' : 'log',
            case: caseId,
            text: `${by}:${labelOf(regulation, event)}`,
            data: { ...event },
          });
        }
      }
      seen.set(caseId, entries.length);
    }
  };
  const settled = (): Promise<void> => engine.idle();

  const actorFor = (who: Extract<Step, { as: unknown }>['as']): Actor => {
    if (typeof who !== 'string')
      return { ...personFor(roster, who.role, who.unit), ...(who.id === undefined ? {} : { id: who.id }) };
    const [role = '', unit] = who.split('@');
    return personFor(roster, role, unit);
  };
  const call = async (method: string, path: string, actor: Actor, body: unknown) => {
    const answer = await lambdas.http(
      apiEvent({ method, path, body: JSON.stringify(body), claims: claimsOf(actor), at: clock.now() }),
    );
    return {
      status: answer.statusCode ?? 500,
      body: JSON.parse(answer.body ?? '{}') as Record<string, unknown>,
    };
  };
  const push = async (
    { feed, items }: { feed: string; items: unknown[] },
    name: string | undefined,
  ): Promise<void> => {
    const body = JSON.stringify({ items });
    const id = `msg-${timeline.length}`;
    // The sender's stamp is checked against the real clock; everything else runs on the virtual one.
    const headers = signatureHeaders(SECRET, id, new Date(), body);
    const answer = await lambdas.http(
      apiEvent({ method: 'POST', path: `/v1/feeds/${feed}/items`, headers, body, at: clock.now() }),
    );
    const { items: results = [] } = JSON.parse(answer.body ?? '{}') as Partial<ItemsTaken>;
    for (const result of results) {
      const caseId = 'case' in result ? result.case : undefined;
      note(
        'note',
        caseId ?? null,
        `推送 ${result.id ?? ''} ${TAKEN[result.status]}${'warningLevel' in result ? ` 初判${result.warningLevel.name}` : ''}${caseId === undefined ? '' : ` → ${caseId}`}${'message' in result ? `:${result.message}` : ''}`,
      );
      if (caseId !== undefined)
        cases[name ?? Object.keys(cases).find((key) => cases[key] === caseId) ?? nextName(cases)] ??= caseId;
    }
  };
  const expectAnswer = (
    step: Step,
    status: number,
    body: Record<string, unknown>,
    refused: string | undefined,
  ): void => {
    const code = status >= 400 ? String(body.code) : undefined;
    if (code !== refused)
      throw new Error(
        `${step.at} ${JSON.stringify(step)}:${code === undefined ? '没有被拒绝' : `${code} ${String(body.message)}`}`,
      );
    // Nothing is written to a case's log when there is no case yet; the timeline still says so.
    if (code !== undefined && Object.keys(cases).length === 0)
      note('refused', null, String(body.message), { code });
  };

  const perform = async (step: Step): Promise<void> => {
    if ('push' in step) return push(step.push, step.case);
    if ('open' in step) {
      const { status, body } = await call('POST', '/v1/cases', actorFor(step.as), step.open);
      expectAnswer(step, status, body, undefined);
      cases[step.case] = String(body.case);
      return;
    }
    if ('do' in step) {
      const { status, body } = await call(
        'POST',
        `/v1/cases/${cases[step.case] ?? step.case}/commands`,
        actorFor(step.as),
        step.do,
      );
      return expectAnswer(step, status, body, step.refused);
    }
    if ('telephone' in step) {
      const state = await system.cases.load(cases[step.case] ?? '');
      for (const notice of Object.keys(state?.telephoneTasks ?? {})) {
        const { status, body } = await call(
          'POST',
          `/v1/cases/${cases[step.case]}/commands`,
          actorFor(step.as),
          { type: 'AnswerNotice', notice },
        );
        expectAnswer(step, status, body, undefined);
      }
      return;
    }
    if ('roster' in step) {
      const version = (await system.rosters.read())?.version ?? 0;
      const [editor = ''] =
        regulation.authorities.find(({ command }) => command === 'EditRoster')?.roles ?? [];
      const { status, body } = await call('PUT', '/v1/roster', personFor(roster, editor), {
        version,
        roles: { ...roster.roles, ...step.roster },
      });
      return expectAnswer(step, status, body, undefined);
    }
    const until = clock.now() + Temporal.Duration.from(step.fault.for).total('milliseconds');
    if (step.fault.kind === 'smsDown') {
      smsDownUntil = until;
      note('note', null, `故障:短信网关中断`);
      return;
    }
    note('note', null, '故障:进程被终止');
    engine.stopAll();
    await clock.advanceTo(until, settled);
    engine = startEngine();
    note('note', null, '进程重新启动,巡检恢复各案卷的时钟');
    await engine.invoke(`${scenario.bureau}-sweep-cases`, {});
  };

  const sweepMilliseconds = Temporal.Duration.from(scenario.sweepEvery).total('milliseconds');
  let nextSweep = clock.now() + sweepMilliseconds;
  const advance = async (to: number): Promise<void> => {
    while (nextSweep <= to) {
      await clock.advanceTo(Math.max(nextSweep, clock.now()), settled);
      await engine.invoke(`${scenario.bureau}-sweep-cases`, {});
      await settled();
      await adopt();
      nextSweep += sweepMilliseconds;
    }
    if (to > clock.now()) await clock.advanceTo(to, settled);
    await settled();
  };
  for (const step of scenario.steps) {
    await advance(Date.parse(step.at));
    await perform(step);
    await settled();
    await clock.advanceTo(clock.now(), settled);
    await follow();
  }
  await advance(Date.parse(scenario.until));
  await follow();
  const ordered = timeline
    .map((entry, index) => ({ entry, index }))
    .sort((one, other) =>
      one.entry.at === other.entry.at
        ? ORDER[one.entry.kind] - ORDER[other.entry.kind] || one.index - other.index
        : one.entry.at < other.entry.at
          ? -1
          : 1,
    );
  const timersLeft = clock.pendingTimers();
  engine.stopAll();
  return {
    title: scenario.title,
    timeline: ordered.map(({ entry }) => entry),
    cases,
    system,
    engine,
    timersLeft,
  };
};

const nextName = (cases: Record<string, string>): string =>
  String.fromCharCode(65 + Object.keys(cases).length);
