import { beforeEach, describe, expect, it } from 'vitest';
import { sweepCases } from '../../functions/sweep-cases/handler.ts';
import { exampleRoster } from '../../infra/local/people.ts';
import { createDeadLetters } from '../../shared/notices/dead-letters.ts';
import { createMemoryTable } from '../../shared/records/memory-table.ts';
import type { Table } from '../../shared/records/table.ts';
import { createOffice, grave, type Office, plain } from '../support/office.ts';

const MINUTE = 60_000;
let table: Table;
let office: Office;
beforeEach(async () => {
  table = createMemoryTable();
  office = await createOffice({ table });
});
const note = { title: '群众来电', sources: [{ kind: 'monitored' }], level: 'blue', unit: 'food' };
const opened = async (key = 'k'): Promise<string> =>
  (await office.as('dutyOfficer')('POST', '/v1/cases', { ...note, key })).body.case;
const watch = (caseId: string, version: number, generation = 1) =>
  office.lambdas.invoke('leizhou-watch-case', { caseId, generation, version, token: `t-${caseId}` });

describe('the sweep', () => {
  it('starts an execution that is missing, under the same name', async () => {
    office.flows.isDown = true;
    const caseId = await opened();
    expect(office.problems).toEqual([`${caseId} arm`]);
    office.flows.isDown = false;
    expect(await office.sweep()).toMatchObject({ cases: 1, started: [caseId] });
    expect(office.flows.started).toEqual([`${caseId}-blue-1`]);
    expect(await office.sweep()).toMatchObject({ started: [], restarted: [], woken: [] });
  });

  it.each(['FAILED', 'TIMED_OUT', 'ABORTED'] as const)(
    'restarts one that ended as %s, under a new generation',
    async (status) => {
      const caseId = await opened();
      office.flows.statuses.set(`${caseId}-blue-1`, status);
      expect(await office.sweep()).toMatchObject({ restarted: [caseId] });
      expect(office.flows.started.at(-1)).toBe(`${caseId}-blue-2`);
      expect((await office.system.cases.load(caseId))?.generation).toBe(2);
      expect(await office.sweep()).toMatchObject({ restarted: [], started: [] });
    },
  );

  it('wakes a schedule that is older than the log', async () => {
    const caseId = await opened();
    await watch(caseId, 1);
    office.flows.isDown = true;
    const told = await office.as('officeHead')('POST', `/v1/cases/${caseId}/commands`, {
      type: 'AssignUnit',
      unit: 'drugs',
    });
    expect(told.status).toBe(200);
    office.flows.isDown = false;
    const state = (await office.system.cases.load(caseId))!;
    await office.sweep();
    const expected = state.rearmedVersion > 1 ? [{ token: `t-${caseId}`, change: 'CaseChanged' }] : [];
    expect(office.flows.signals).toEqual(expected);
  });

  it('wakes a clock that has stopped, and not one that is only a little late', async () => {
    const caseId = await opened();
    await watch(caseId, 1);
    const state = await office.as('dutyOfficer')('GET', `/v1/cases/${caseId}/schedule`);
    const due = state.body.duties
      .flatMap((duty: { next: { at: string } | null }) => duty.next?.at ?? [])
      .sort();
    office.at(new Date(Date.parse(due[0]) + 4 * MINUTE).toISOString());
    expect(await office.sweep()).toMatchObject({ woken: [] });
    office.pass(2 * MINUTE);
    expect(await office.sweep()).toMatchObject({ woken: [caseId] });
  });

  it('closes the file of a concluded case whose workflow is gone', async () => {
    const caseId = await opened();
    await office.as('officeHead')('POST', `/v1/cases/${caseId}/commands`, {
      type: 'Conclude',
      summary: '办结',
      acknowledgeUnmet: '已了结',
    });
    await office.sweep();
    expect((await office.system.cases.load(caseId))?.status).toBe('concluded');
    office.flows.statuses.set(`${caseId}-blue-1`, 'FAILED');
    await office.sweep();
    expect((await office.system.cases.load(caseId))?.status).toBe('archived');
  });

  it('asks for notices that wait, until they are handed over', async () => {
    const caseId = await opened();
    expect(await office.sweep()).toMatchObject({ dispatched: [caseId] });
    await office.notify(caseId);
    const sent = office.sent.length;
    expect(sent).toBeGreaterThan(0);
    await office.notify(caseId);
    expect(office.sent).toHaveLength(sent);
    expect(await office.sweep()).toMatchObject({ dispatched: [] });
  });

  it('finishes an item whose case is owed, but not one that is still in hand', async () => {
    const { put } = table;
    table.put = async (record, condition) => {
      if (record.sk === 'LOG#000001') throw new Error('cut');
      return put(record, condition);
    };
    const found = '2026-03-01 20:00';
    expect((await office.push([grave('a', { collectedAt: found })])).status).toBe(503);
    table.put = put;
    expect(await office.sweep()).toMatchObject({ finishedItems: 0 });
    office.pass(MINUTE);
    expect(await office.sweep()).toMatchObject({ finishedItems: 1, cases: 1 });
    expect(await office.system.items.find('demo', 'a')).toMatchObject({
      outcome: 'inCase',
      caseId: 'LZ2026-0001',
    });
  });

  it('goes on after a case that fails', async () => {
    const [bad, good] = [await opened('bad'), await opened('good')];
    office.flows.statuses.clear();
    const { list } = table;
    table.list = async (pk, ...rest) => {
      if (pk === `CASE#${bad}`) throw new Error('unreadable');
      return list(pk, ...rest);
    };
    expect(await office.sweep()).toMatchObject({ started: [good] });
    expect(office.problems).toContain(bad);
  });
});

describe('常规 items', () => {
  const texts = () => office.sent.map(({ message }) => message.text);
  const people = () => office.sent.map(({ to }) => to);

  it('are pushed once an interval, in one message for each person', async () => {
    await office.push([plain('a'), plain('b')]);
    await office.sweep();
    expect(office.sent).toEqual([]);
    office.pass(30 * MINUTE);
    expect(await office.sweep()).toMatchObject({ pushedItems: 2 });
    expect(new Set(people()).size).toBe(people().length);
    expect(people().length).toBeGreaterThan(5);
    expect(texts().every((text) => text.includes('舆情信息2条') && !text.includes('营业'))).toBe(true);
    const sent = office.sent.length;
    await office.sweep();
    office.pass(30 * MINUTE);
    await office.sweep();
    expect(office.sent).toHaveLength(sent);
    expect(await office.system.items.find('demo', 'a')).toMatchObject({ outcome: 'watched' });
  });

  it('that a feed found long before it pushed them are pushed too', async () => {
    await office.push([plain('a')]);
    office.pass(31 * MINUTE);
    await office.sweep();
    const sent = office.sent.length;
    await office.push([plain('late', { collectedAt: '2026-03-02 07:00' })]);
    await office.sweep();
    expect(office.sent).toHaveLength(sent);
    office.pass(30 * MINUTE);
    expect(await office.sweep()).toMatchObject({ pushedItems: 1 });
    expect(office.sent).toHaveLength(2 * sent);
  });

  it('that come up again in an interval that has been told wait for the next', async () => {
    await office.push([plain('a')]);
    office.pass(31 * MINUTE);
    await office.sweep();
    const item = (await office.system.items.find('demo', 'a'))!;
    await office.system.items.put({ ...item, outcome: 'routine', revision: item.revision + 1 });
    expect(await office.sweep()).toMatchObject({ pushedItems: 0 });
    office.pass(30 * MINUTE);
    expect(await office.sweep()).toMatchObject({ pushedItems: 1 });
  });

  it('wait while the gateway is down', async () => {
    await office.push([plain('a')]);
    office.pass(30 * MINUTE);
    office.sms.isDown = true;
    expect(await office.sweep()).toMatchObject({ pushedItems: 0 });
    office.sms.isDown = false;
    expect(await office.sweep()).toMatchObject({ pushedItems: 1 });
    expect(new Set(people()).size).toBe(people().length);
  });

  it('go up the ladder where a role is empty, and wait when there is nobody', async () => {
    const roster = exampleRoster();
    const only = await createOffice({ roster: { roles: { chiefLeader: roster.roles.chiefLeader! } } });
    await only.push([plain('a')]);
    only.pass(30 * MINUTE);
    expect(await only.sweep()).toMatchObject({ pushedItems: 1 });
    expect(only.sent.map(({ to }) => to)).toEqual([roster.roles.chiefLeader![0]!.mobile]);
    const nobody = await createOffice({ roster: null });
    await nobody.push([plain('a')]);
    nobody.pass(30 * MINUTE);
    expect(await nobody.sweep()).toMatchObject({ pushedItems: 0 });
    expect(nobody.problems).toEqual(['routine']);
    expect(await nobody.system.items.onBoard('routine')).toHaveLength(1);
  });
});

describe('texts that never got to the gateway', () => {
  const opened = async () => {
    const { body } = await office.as('dutyOfficer')('POST', '/v1/cases', { ...note, key: 'k' });
    const state = await office.system.cases.load(body.case);
    const notice = Object.keys(state!.pendingNotices)[0]!;
    await office.notify(body.case);
    return { caseId: body.case as string, notice };
  };
  /** The queue as SQS gives it out: each message once while it is hidden, and again the next time. */
  const queueOf = (bodies: readonly string[]) => {
    const asked: Record<string, unknown>[] = [];
    let left = [...bodies];
    const client = {
      send: async ({ input }: { input: Record<string, unknown> }) => {
        asked.push(input);
        const Messages = left.splice(0, Number(input.MaxNumberOfMessages)).map((Body, index) => ({
          Body,
          MessageId: `m-${index}`,
        }));
        if (Messages.length === 0) left = [...bodies];
        return Messages.length === 0 ? {} : { Messages };
      },
    };
    return { client: client as never, asked };
  };
  const text = (about?: Record<string, string>) =>
    JSON.stringify({
      to: '+8613800000001',
      templateId: 'SX01',
      variables: {},
      text: '【雷州市监】……',
      ...(about === undefined ? {} : { about }),
    });
  const sweepWith = (bodies: readonly string[]) => {
    const { client, asked } = queueOf(bodies);
    const readDeadLetters = createDeadLetters('https://queue', (what) => office.problems.push(what), client);
    const sweep = sweepCases({ ...office.system, readDeadLetters }) as unknown as (
      event: unknown,
      context: unknown,
    ) => Promise<{ undelivered: number }>;
    return { asked, sweep: () => sweep({}, { getRemainingTimeInMillis: () => 1000 }) };
  };

  it.each([
    [
      'SNS could not call the bridge',
      (message: string) => JSON.stringify({ Type: 'Notification', Message: message }),
    ],
    [
      'the bridge failed to the last',
      (message: string) =>
        JSON.stringify({ requestPayload: { Records: [{ Sns: { MessageId: 'x', Message: message } }] } }),
    ],
  ])('become telephone tasks when %s, once, and stay in the queue', async (_, letter) => {
    const { caseId, notice } = await opened();
    const { sweep, asked } = sweepWith([letter(text({ caseId, notice, person: 'duty-1' }))]);
    expect(await sweep()).toMatchObject({ undelivered: 1 });
    const state = (await office.system.cases.load(caseId))!;
    expect(Object.keys(state.telephoneTasks)).toEqual([notice]);
    const log = JSON.stringify((await office.as('dutyOfficer')('GET', `/v1/cases/${caseId}/log`)).body);
    expect(log).toContain('(duty-1)的短信,网关未确认接收(短信没有交到网关),须改为电话通知');
    await office.as('dutyOfficer')('POST', `/v1/cases/${caseId}/commands`, { type: 'AnswerNotice', notice });
    expect(await sweep()).toMatchObject({ undelivered: 1 });
    expect((await office.system.cases.load(caseId))?.telephoneTasks).toEqual({});
    expect(asked.every(({ VisibilityTimeout }) => Number(VisibilityTimeout) < 300)).toBe(true);
  });

  it('are all read, and one that is none of ours stops nothing', async () => {
    const { caseId, notice } = await opened();
    const good = JSON.stringify({ Message: text({ caseId, notice, person: 'duty-1' }) });
    const routine = JSON.stringify({ Message: text() });
    const { sweep } = sweepWith([...Array.from({ length: 12 }, () => routine), '{', 'null', good]);
    expect(await sweep()).toMatchObject({ undelivered: 13 });
    expect(office.problems.filter((what) => what.startsWith('dead letter'))).toHaveLength(2);
    expect(Object.keys((await office.system.cases.load(caseId))!.telephoneTasks)).toEqual([notice]);
  });

  it('do not keep the rest of the sweep from being done when the queue is away', async () => {
    const { caseId } = await opened();
    const away = {
      send: async () => {
        throw new Error('SQS is away');
      },
    };
    const readDeadLetters = createDeadLetters('https://queue', () => undefined, away as never);
    const sweep = sweepCases({ ...office.system, readDeadLetters }) as unknown as (
      event: unknown,
      context: unknown,
    ) => Promise<unknown>;
    expect(await sweep({}, { getRemainingTimeInMillis: () => 1000 })).toMatchObject({
      cases: 1,
      undelivered: 0,
    });
    expect(office.problems).toContain('dead letters');
    expect(caseId).toBeDefined();
  });
});
