import { buildSystem } from '../../../functions/system.ts';
import { claimsOf } from '../../../infra/local/api-event.ts';
import { loadDefinitions } from '../../../infra/local/definitions/load.ts';
import { createLambdas } from '../../../infra/local/embedded/lambdas.ts';
import { exampleRoster, personFor } from '../../../infra/local/people.ts';
import { rehearse } from '../../../infra/local/rehearsal/run.ts';
import { Scenario } from '../../../infra/local/rehearsal/scenario.ts';
import type { FunctionName } from '../../../infra/settings/function-names.ts';
import { RefusedItemsReply } from '../../../shared/contracts/replies/intake/refused-items.ts';
import { createMemoryTable } from '../../../shared/records/memory-table.ts';
import { enteredFor } from '../../support/approvals.ts';
import { concludeByDesk } from '../../support/conclude.ts';
import { machineOf } from '../../support/machine.ts';
import { createOffice, grave, type Office, type OfficeSettings, plain, START } from '../../support/office.ts';
import { caseIn, read } from '../../support/told.ts';
import { createReceiving } from '../../texts/receipts.ts';
import type { createCallWatch } from './table-calls.ts';
import { changedRecords, unluckyLog } from './unlucky-tables.ts';

type Watch = ReturnType<typeof createCallWatch>;

/** Functions that remember nothing, as after a cold start. */
const coldLambdas: typeof createLambdas = (bureau, system, secrets) => {
  const start = () => createLambdas(bureau, buildSystem(system), secrets);
  return {
    names: start().names,
    invoke: (name, payload) => start().invoke(name, payload),
    http: (event) => start().http(event),
  };
};

const ONE = 'https://news.example.com/one';
const LONG = '字'.repeat(20_000);

/** Feeds: what is kept, what grows, what opens a case, what joins it, what is turned away; then the digest. */
const push = async (office: Office): Promise<void> => {
  for (const content of [LONG, `${LONG}。`])
    await office.push({ items: [plain('a', { title: '买到假冒伪劣产品', content })] });
  // The same story twice at once: one of them finds it claimed.
  await Promise.all(['one', 'two'].map((id) => office.push({ items: [grave(id, { url: ONE })] })));
  // The same push comes again.
  for (let time = 0; time < 2; time += 1) await office.push({ items: [grave('three')] }, { id: 'again' });
  // What is refused and may be urgent, and what can wait.
  await office.push({ items: [{ ...grave('x'), id: '' }, { title: '咨询' }] });
  await office.push({ items: [plain('b')] }, { secret: `whsec_${'A'.repeat(44)}` });
};

const readEverything = async (office: Office, caseId: string): Promise<void> => {
  const head = office.as('officeHead');
  for (const path of ['', '/schedule', '/clocks', '/log', '/texts'])
    await head('GET', `/v1/cases/${caseId}${path}`);
  for (const state of ['open', 'archived']) await head('GET', '/v1/cases', undefined, { state });
  await head('GET', '/v1/refusals', undefined, { day: START.slice(0, 10) });
  await head('GET', `/v1/cases/${caseId}/log`, undefined, { limit: '1' });
  for (const path of [
    '/v1/duties',
    '/v1/orders',
    '/v1/items',
    '/v1/items/demo/a',
    '/v1/refused-items',
    '/v1/feeds',
    '/v1/roster',
    '/v1/health',
    '/v1/status',
  ])
    await head('GET', path);
};

/** An order by hand, signed: its text is told by its own reason. */
const orderOf = async (office: Office, caseId: string): Promise<void> => {
  const give = (command: object) => office.as('officeHead')('POST', `/v1/cases/${caseId}/commands`, command);
  await give({ type: 'AssignUnit', unit: 'food' });
  await give({ type: 'DraftSupervisionOrder', reason: '处置不当' });
  const { orders } = (await office.system.cases.load(caseId))!;
  const answerBy = '2026-03-09T18:00:00+08:00';
  await give({ type: 'SignSupervisionOrder', order: orders.at(-1)!.entry, answerBy });
};

/** What was refused is read, and entered: of two at once one finds the story claimed. */
const enterRefused = async (office: Office): Promise<void> => {
  const head = office.as('officeHead');
  const entered = ['甲', '乙'].map((own) => ({
    title: '某小区电梯坠落多人死亡',
    url: 'https://news.example.com/refused',
    own,
  }));
  await office.push({ items: entered });
  const { items } = read(RefusedItemsReply, await head('GET', '/v1/refused-items'));
  await Promise.all(
    items
      .filter(({ title }) => title?.includes('电梯'))
      .map(({ refused }) => head('POST', `/v1/refused-items/${refused}/entry`, {})),
  );
};

/** The office: a case by hand out of an item, an approval entered for its giver, an order signed, a new roster. */
const act = async (office: Office): Promise<string> => {
  const head = office.as('officeHead');
  await office.push({ items: [plain('c', { content: LONG })] });
  const sources = [{ kind: 'monitored' }];
  const opening = { sources, items: [{ feed: 'demo', id: 'c' }], level: 'yellow', unit: 'food' };
  const caseId = caseIn(await head('POST', '/v1/cases', opening)).case;
  await head('POST', '/v1/cases', {});
  const body = JSON.stringify({ title: '来电', sources, level: 'blue' });
  const claims = claimsOf(personFor(exampleRoster(), 'officeHead'));
  const headers = { 'idempotency-key': 'once' };
  for (let time = 0; time < 2; time += 1)
    await office.http({ method: 'POST', path: '/v1/cases', claims, headers, body });
  await enterRefused(office);
  await orderOf(office, caseId);
  const approval = enteredFor(personFor(exampleRoster(), 'deputyLeader'), '03-02 08:00', 'statementApproved');
  await head('POST', `/v1/cases/${caseId}/commands`, approval);
  await office.notify(caseId);
  const { dutyOfficer = [], ...roles } = exampleRoster().roles;
  const moved = dutyOfficer.map((person) => ({ ...person, mobile: '+8613800000099' }));
  await office.as('operator')('PUT', '/v1/roster', {
    ...{ version: 1, reason: '轮换' },
    roles: { ...roles, dutyOfficer: moved },
  });
  return caseId;
};

/** Texts: one that waits for its number's minute, one that does not go out, and what is told of items. */
const text = async (office: Office, caseId: string): Promise<void> => {
  office.sms.isDown = true;
  await office.notify(caseId);
  office.sms.isDown = false;
  for (let minutes = 0; minutes < 12; minutes += 1) {
    office.pass(60_000);
    await office.notify();
  }
};

/** The machine of a case asks, is cut off, and goes on. */
const run = async (office: Office, caseId: string, level: string): Promise<void> => {
  const { lambdas } = office;
  const invoke = (name: FunctionName, payload: object) => lambdas.invoke(`leizhou-${name}`, payload);
  const machine = machineOf(office, caseId, level);
  await invoke('watch-case', { caseId, generation: 1, version: 1, token: 't' });
  const { duties } = await machine.schedule();
  for (const [duty, clock] of Object.entries(duties)) await machine.enforce(duty, clock);
  await invoke('report-fault', { caseId, execution: `${caseId}-1`, error: 'E' });
  await invoke('transfer-case', { caseId, generation: 1, reason: 'history' });
  await guard(office, caseId, 2);
  office.flows.isDown = true;
  await guard(office, caseId, 3);
  office.flows.isDown = false;
};

/** A case that is over. */
const close = async (office: Office): Promise<void> => {
  const note = { title: '来电', sources: [{ kind: 'monitored' }], level: 'blue', unit: 'food' };
  const caseId = caseIn(await office.as('officeHead')('POST', '/v1/cases', note)).case;
  await concludeByDesk(office, caseId);
  await office.lambdas.invoke('leizhou-archive-case', { caseId });
};

const guard = async (office: Office, caseId: string, generation: number): Promise<void> => {
  const input = JSON.stringify({ caseId, level: 'yellow', generation });
  const startDate = Date.parse(START);
  const detail = { name: `${caseId}-yellow-${generation}`, status: 'ABORTED', input, startDate };
  await office.lambdas.invoke('leizhou-guard-clocks', { detail });
};

const OTHER = { title: '另一件事', content: '另'.repeat(20_000), url: 'https://news.example.com/other' };

/** Two items of one story whose cases were cut off, a digest that is owed, an answer, pushes and a feed that nobody needs any more. */
const sweep = async (office: Office): Promise<void> => {
  const { items, feedWatches } = office.system;
  await feedWatches.put({ feed: 'gone', watch: null, since: START, owesWell: false, revision: 1 });
  const grown = (await items.find('demo', 'one'))!;
  for (const id of ['cut-1', 'cut-2'])
    await items.put({ ...grown, ...OTHER, caseId: undefined, id, outcome: 'pending', revision: 1 });
  office.pass(73 * 3_600_000);
  await office.sweep();
  office.pass(90 * 86_400_000);
  await office.sweep();
};

/** Texts over a bridge: one that the gateway does not take, one that is taken, and what the gateway reports of it. */
const bridge = async (settings: OfficeSettings): Promise<void> => {
  const { office, gateway, carry, post, receipt } = await createReceiving(settings);
  await office.push({ items: [grave('bridged')] });
  await orderOf(office, 'LZ2026-0001');
  gateway.isDown = true;
  for (const _ of ['refused', 'taken']) {
    for (let minutes = 0; minutes < 3; minutes += 1) {
      await office.notify('LZ2026-0001');
      await office.notify();
      await carry().catch(() => undefined);
      office.pass(60_000);
    }
    gateway.isDown = false;
  }
  for (const { key } of gateway.taken) await post(receipt('UNDELIV', key));
  await post(receipt('DELIVRD', 'x'), { secret: `whsec_${'A'.repeat(44)}` });
};

/** A day whose report is missed, at a bureau whose orders need no signature. */
const MISSED = Scenario.parse({
  title: '每日书面报告逾期',
  start: '2026-03-02T08:10:00+08:00',
  until: '2026-03-03T08:40:00+08:00',
  sweepEvery: 'PT6H',
  settings: { issueOrdersUnsigned: true },
  steps: [
    {
      at: '2026-03-02T08:10:00+08:00',
      as: 'officeHead',
      case: 'A',
      open: {
        title: '来电反映问题食品流入周边市场',
        level: 'orange',
        unit: 'food',
        sources: [{ kind: 'monitored' }],
        instants: { outbreakAt: '2026-03-02T08:00:00+08:00' },
      },
    },
  ],
});

/** Every function through every occasion for a call. */
export const makeEveryCall = async (watch: Watch): Promise<void> => {
  await rehearse(MISSED, await loadDefinitions('leizhou'), {
    table: watch.records(changedRecords(createMemoryTable())),
    log: watch.log(unluckyLog(createMemoryTable())),
    createLambdas: watch.lambdas(coldLambdas),
  });
  const fresh = (): OfficeSettings => ({
    table: changedRecords(createMemoryTable()),
    log: unluckyLog(createMemoryTable()),
    create: coldLambdas,
    watch,
  });
  await bridge(fresh());
  const office = await createOffice(fresh());
  await push(office);
  const opened = await act(office);
  await text(office, opened);
  await readEverything(office, opened);
  await run(office, opened, 'yellow');
  await close(office);
  await sweep(office);
};
