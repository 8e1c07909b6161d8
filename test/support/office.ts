import { buildSystem, type System } from '../../functions/system.ts';
import { type ApiRequest, apiEvent, claimsOf } from '../../infra/local/api-event.ts';
import { createLambdas, type Lambdas } from '../../infra/local/embedded/lambdas.ts';
import { exampleRoster, personFor } from '../../infra/local/people.ts';
import { signatureHeaders } from '../../infra/local/sign.ts';
import type { Actor } from '../../shared/case/events.ts';
import type { Roster } from '../../shared/contracts/roster.ts';
import type { Message } from '../../shared/notices/render.ts';
import type { Sms } from '../../shared/notices/sms.ts';
import { createMemoryTable } from '../../shared/records/memory-table.ts';
import type { LogTable, Table } from '../../shared/records/table.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';
import { type ExecutionInput, executionName, type Workflows } from '../../shared/workflows/executions.ts';
import type { ExecutionStatus, History } from '../../shared/workflows/looking.ts';
import { createCallWatch } from '../infra/grants/table-calls.ts';
import { leizhou } from './bureaus.ts';
import { holdToContract, type Told } from './told.ts';

export const FEED = 'demo';
export const SECRET = 'whsec_cmVoZWFyc2Fsc2VjcmV0cmVoZWFyc2Fsc2VjcmV0';
export const OLD_SECRET = 'whsec_b2xkc2VjcmV0b2xkc2VjcmV0b2xkc2VjcmV0b2xk';
export const START = '2026-03-02T00:00:00.000Z';
const BUREAU = 'leizhou';

/** Workflows without an engine: what was started and signalled is written down. */
export const createFakeWorkflows = () => {
  const statuses = new Map<string, ExecutionStatus>();
  const histories = new Map<string, History>();
  const started: string[] = [];
  const signals: { token: string; change: string }[] = [];
  const fake = { started, signals, statuses, histories, isDown: false, page: null as string | null };
  const reachable = (): void => {
    if (fake.isDown) throw new Error('Step Functions is down');
  };
  const workflows: Workflows = {
    start: async (input: ExecutionInput) => {
      reachable();
      const name = executionName(input);
      if (statuses.has(name)) return;
      statuses.set(name, 'RUNNING');
      started.push(name);
    },
    signal: async (token, change) => {
      reachable();
      signals.push({ token, change });
      return true;
    },
    describe: async (input) => {
      reachable();
      return statuses.get(executionName(input)) ?? 'NONE';
    },
    look: async (input) => {
      reachable();
      const status = statuses.get(executionName(input)) ?? 'NONE';
      if (status === 'NONE') return undefined;
      const isOver = status !== 'RUNNING';
      return {
        status,
        startedAt: START,
        stoppedAt: isOver ? START : null,
        error: status === 'FAILED' ? 'ClockFault' : null,
        page: fake.page,
      };
    },
    history: async (input) => {
      reachable();
      return histories.get(executionName(input)) ?? { active: [], events: [] };
    },
    isUp: async () => !fake.isDown,
  };
  return Object.assign(fake, { workflows });
};

export interface Sent {
  to: string;
  message: Message;
}
export interface Office {
  system: System;
  lambdas: Lambdas;
  sent: Sent[];
  problems: string[];
  flows: ReturnType<typeof createFakeWorkflows>;
  sms: { isDown: boolean; refuses: Set<string> };
  at: (instant: string) => void;
  pass: (milliseconds: number) => void;
  now: () => string;
  http: (request: ApiRequest & { base64?: boolean }) => Promise<Told>;
  push: (body: unknown, options?: PushOptions) => Promise<Told>;
  as: (role: string, unit?: string) => Caller;
  sweep: () => Promise<Record<string, unknown>>;
  /** Without a case: what waits in the mailboxes, as every minute. */
  notify: (caseId?: string) => Promise<unknown>;
  /** What the notify function was asked for and has not been run yet. */
  asked: string[];
}
export interface PushOptions {
  feed?: string;
  secret?: string;
  text?: string;
  /** Its `webhook-id`, if it is not to be one of its own. */
  id?: string;
  sentAt?: Date;
  headers?: Record<string, string>;
  base64?: boolean;
}
type Caller = (method: string, path: string, body?: unknown, query?: Record<string, string>) => Promise<Told>;

export interface OfficeSettings {
  table?: Table;
  log?: LogTable;
  roster?: Roster | null;
  regulation?: Regulation;
  create?: typeof createLambdas;
  sms?: Sms;
  /** Which function calls what of the tables. */
  watch?: ReturnType<typeof createCallWatch>;
}

/** The real handlers on a table in memory, with an office full of people, no engine and no gateway; no call that is not granted. */
export const createOffice = async (settings: OfficeSettings = {}): Promise<Office> => {
  const { watch = createCallWatch(), create = createLambdas } = settings;
  let time = Date.parse(START);
  const now = (): string => new Date(time).toISOString();
  const flows = createFakeWorkflows();
  const sent: Sent[] = [];
  const problems: string[] = [];
  const asked: string[] = [];
  let pushes = 0;
  const sms = { isDown: false, refuses: new Set<string>() };
  const table = settings.table ?? createMemoryTable();
  const system = buildSystem({
    regulation: settings.regulation ?? leizhou,
    table: watch.records(table),
    log: watch.log(settings.log ?? table),
    workflows: flows.workflows,
    dispatch: async (caseId) => {
      if (caseId !== undefined) asked.push(caseId);
    },
    wakeAt: () => undefined,
    sms: settings.sms ?? {
      send: async (to, message) => {
        if (sms.isDown || sms.refuses.has(to))
          throw Object.assign(new Error('gateway'), { name: 'GatewayDown' });
        sent.push({ to, message });
        return `m-${sent.length}`;
      },
    },
    now,
    onProblem: (what) => problems.push(what),
  });
  const lambdas = watch.lambdas(create)(BUREAU, system, { [FEED]: [SECRET, OLD_SECRET] });
  const roster = settings.roster === undefined ? exampleRoster(settings.regulation) : settings.roster;
  if (roster !== null)
    await system.rosters.write({ version: 1, roster, changedBy: 'test', changedAt: now() });

  const http: Office['http'] = async ({ base64 = false, ...request }) => {
    const event = apiEvent({ at: time, ...request });
    const answer = await lambdas.http({ ...event, isBase64Encoded: base64 });
    const told = { status: answer.statusCode ?? 0, body: JSON.parse(answer.body ?? 'null') };
    const { method, path, query, body } = request;
    return holdToContract({ method, path, query, body: base64 ? undefined : body }, told);
  };
  const people = exampleRoster(settings.regulation);
  return {
    system,
    lambdas,
    sent,
    problems,
    flows,
    sms,
    asked,
    now,
    at: (instant) => {
      time = Date.parse(instant);
    },
    pass: (milliseconds) => {
      time += milliseconds;
    },
    http,
    push: (
      body,
      { feed = FEED, secret = SECRET, text, id, sentAt = new Date(), headers, base64 = false } = {},
    ) => {
      const raw = text ?? JSON.stringify(body);
      pushes += 1;
      const signed = {
        // Each push has an id of its own.
        ...signatureHeaders(secret, id ?? `msg-${pushes}`, sentAt, raw),
        ...headers,
      };
      return http({
        method: 'POST',
        path: `/v1/feeds/${feed}/items`,
        headers: Object.fromEntries(Object.entries(signed).filter(([, value]) => value !== '')),
        body: base64 ? Buffer.from(raw).toString('base64') : raw,
        base64,
      });
    },
    as: (role, unit) => {
      const actor: Actor = !Object.hasOwn(people.roles, role)
        ? { id: 'x', name: 'X', role }
        : personFor(people, role, unit);
      return (method, path, body, query) =>
        http({
          method,
          path,
          claims: claimsOf(actor),
          ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
          ...(query === undefined ? {} : { query }),
        });
    },
    sweep: async () => (await lambdas.invoke(`${BUREAU}-sweep-cases`, {})) as Record<string, unknown>,
    notify: (caseId) => lambdas.invoke(`${BUREAU}-notify-people`, caseId === undefined ? {} : { caseId }),
  };
};

/** A story that the table grades 黄 or above. */
export const grave = (id: string, more: Record<string, unknown> = {}) => ({
  id,
  title: '雷州多家学校食堂多名学生住院,家长质疑监管缺位',
  content: '多所学校学生食物中毒送医,网友热议持续发酵,监管不力引发热议,涉及多个乡镇。',
  url: `https://news.example.com/${id}`,
  metrics: { reposts: 6000, views: 600_000, comments: 6000 },
  ...more,
});
/** One that stays 常规. */
export const plain = (id: string, more: Record<string, unknown> = {}) => ({
  id,
  title: `市民咨询营业时间之${id}`,
  url: `https://bbs.example.com/${id}`,
  ...more,
});
