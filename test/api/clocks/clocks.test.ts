import { beforeEach, describe, expect, it } from 'vitest';
import { ClocksReply } from '../../../shared/contracts/replies/clocks.ts';
import type { ActiveState, ExecutionEvent } from '../../../shared/workflows/looking.ts';
import { concludeByDesk } from '../../support/conclude.ts';
import { createOffice, grave, type Office } from '../../support/office.ts';
import { caseIn, read, refusalIn, scheduleIn } from '../../support/told.ts';

const NOTE = { title: '群众来电', sources: [{ kind: 'monitored' }], level: 'yellow', unit: 'food' };
const MINUTE = 60_000;
let office: Office;
let caseId: string;
beforeEach(async () => {
  office = await createOffice();
  caseId = caseIn(await office.as('dutyOfficer')('POST', '/v1/cases', NOTE)).case;
});
const ask = (role = 'officeHead', unit?: string, id = caseId) =>
  office.as(role, unit)('GET', `/v1/cases/${id}/clocks`);
const clocks = async () => read(ClocksReply, await ask());
const watch = (version: number, generation = 1) =>
  office.lambdas.invoke('leizhou-watch-case', { caseId, generation, version, token: 't' });
const versionNow = async () => (await office.system.cases.load(caseId))!.version;

/** What the schedule waits for, as the branches of a machine wait for it, moved by so many milliseconds. */
const waitsOf = async (moved = 0): Promise<ActiveState[]> => {
  const { duties } = scheduleIn(await office.as('officeHead')('GET', `/v1/cases/${caseId}/schedule`));
  return duties.flatMap(({ duty, occurrence, next }) => {
    if (next === null) return [];
    const at = new Date(Date.parse(next.at) + moved).toISOString();
    const clock = { stage: next.stage, at, occurrence, index: 0, due: at };
    return [{ state: duty, type: 'Wait', since: office.now(), input: { duty, clock } }];
  });
};
const runs = (active: ActiveState[], events: ExecutionEvent[] = [], name = `${caseId}-yellow-1`): void => {
  office.flows.histories.set(name, { active, events });
};

describe('the clocks of a case', () => {
  it('run, when the execution waits for all that the log asks for', async () => {
    await watch(await versionNow());
    runs(await waitsOf());
    expect(await clocks()).toMatchObject({
      ...{ state: 'running', stateText: '时钟运行中', unattended: [] },
      watch: { generation: 1, version: await versionNow(), current: true },
    });
  });

  it('are behind while nobody has registered, while a wait is too long, and while nobody waits for a duty', async () => {
    runs(await waitsOf());
    expect(await clocks()).toMatchObject({ state: 'behind', watch: null });
    await watch(await versionNow());
    runs(await waitsOf(MINUTE));
    const late = await clocks();
    expect(late.state).toBe('behind');
    expect(late.executions[0]!.active[0]).toMatchObject({ differs: 'later' });
    expect(late.executions[0]!.active[0]!.differsText).toMatch(/^应在\d+月\d+日\d+时.*唤醒,时钟晚了$/);
    const [first, ...others] = await waitsOf();
    runs(others);
    const left = await clocks();
    expect([left.state, left.unattended.map(({ duty }) => duty.id)]).toEqual(['behind', [first!.state]]);
    runs([...others, { ...first!, type: 'Task' }]);
    expect(await clocks()).toMatchObject({ state: 'running', unattended: [] });
  });

  it('are not behind for a branch that wakes too early or for nothing: it reads the log then', async () => {
    await watch(await versionNow());
    const [first, ...others] = await waitsOf();
    const [early] = await waitsOf(-MINUTE);
    const done = { ...first!, state: '另一项', input: { duty: 'zhanjiangWritten', clock: clockIn(first!) } };
    runs([early!, ...others, done]);
    const { state, executions } = await clocks();
    expect(state).toBe('running');
    expect(executions[0]!.active.map(({ differs }) => differs)).toEqual([
      'earlier',
      ...others.map(() => null),
      'notNeeded',
    ]);
  });

  it('are behind when the log has moved on and the signal was lost, and say so until they are woken', async () => {
    const before = await versionNow();
    await watch(before);
    office.flows.isDown = true;
    const source = { kind: 'zhanjiang-assigned', receivedAt: office.now(), reference: '交办〔2026〕1号' };
    const assigned = { type: 'AddSource', source };
    const told = await office.as('officeHead')('POST', `/v1/cases/${caseId}/commands`, assigned);
    expect(told.status).toBe(200);
    office.flows.isDown = false;
    runs(await waitsOf());
    expect(await clocks()).toMatchObject({ state: 'behind', watch: { version: before, current: false } });
  });

  it('have stalled when the time of a step is five minutes past and nothing happened, to the second', async () => {
    await watch(await versionNow());
    const waits = await waitsOf();
    runs(waits);
    const first = Math.min(...waits.map(({ input }) => Date.parse(clockIn({ input }).at)));
    for (const [late, state] of [
      [5 * MINUTE - 1000, 'running'],
      [5 * MINUTE, 'running'],
      [5 * MINUTE + 1000, 'stalled'],
    ] as const) {
      office.at(new Date(first + late).toISOString());
      expect([late, (await clocks()).state]).toEqual([late, state]);
    }
  });

  it.each(['FAILED', 'TIMED_OUT', 'ABORTED'] as const)('have stopped when it ended as %s', async (status) => {
    office.flows.statuses.set(`${caseId}-yellow-1`, status);
    const { state, stateText, executions, unattended } = await clocks();
    expect([state, stateText]).toEqual(['stopped', '时钟已停,由巡检重新启动']);
    expect(executions[0]).toMatchObject({ status, error: status === 'FAILED' ? 'ClockFault' : null });
    expect(unattended.length).toBeGreaterThan(0);
  });

  it('are not owed once the case is over, and their execution has ended by itself', async () => {
    await concludeByDesk(office, caseId);
    office.flows.statuses.set(`${caseId}-yellow-1`, 'SUCCEEDED');
    const { state, executions, unattended } = await clocks();
    expect([state, executions[0]!.statusText, unattended]).toEqual(['notOwed', '已结报', []]);
  });

  it('of a later generation name those before by what the log says', async () => {
    office.flows.statuses.set(`${caseId}-yellow-1`, 'FAILED');
    await office.sweep();
    const change = { type: 'ChangeLevel', level: 'orange', reason: '扩散', authority: 'change' };
    await office.as('officeHead')('POST', `/v1/cases/${caseId}/commands`, change);
    const { executions } = await clocks();
    expect(executions.map(({ name }) => name)).toEqual([
      `${caseId}-yellow-1`,
      `${caseId}-yellow-2`,
      `${caseId}-orange-3`,
    ]);
  });

  it('tell what happened in words, and the error by its name alone', async () => {
    const at = office.now();
    const event = (id: number, type: string, state: string | null, error: string | null = null) => ({
      ...{ id, at, type, state, error },
    });
    runs(
      [],
      [event(7, 'WaitStateEntered', '对外回应·等待提醒'), event(9, 'TaskFailed', null, 'Lambda.Unknown')],
    );
    office.flows.page = 'https://console.amazonaws.cn/states/home';
    const [execution] = (await clocks()).executions;
    expect(execution!.events.map(({ text, error }) => [text, error])).toEqual([
      ['开始等待:对外回应·等待提醒', null],
      ['执行出错', 'Lambda.Unknown'],
    ]);
    expect(execution!.console).toBe('https://console.amazonaws.cn/states/home');
  });
});

const clockIn = ({ input }: Pick<ActiveState, 'input'>) => (input as { clock: { at: string } }).clock;

describe('who may look at them', () => {
  it('is who reads the case', async () => {
    expect((await ask('unitLiaison', 'food')).status).toBe(200);
    expect(refusalIn(await ask('unitLiaison', 'drugs')).code).toBe('NOT_YOUR_UNIT');
    expect(refusalIn(await ask('operator')).code).toBe('NOT_YOURS_TO_READ');
    expect(refusalIn(await ask('mayor')).code).toBe('ROLE_UNKNOWN');
    expect(refusalIn(await ask('officeHead', undefined, 'LZ2026-0999')).code).toBe('CASE_UNKNOWN');
    const nobody = await office.http({ method: 'GET', path: `/v1/cases/${caseId}/clocks` });
    expect(nobody.status).toBe(401);
  });

  it('of a 涉密 case is nobody else than of the case itself', async () => {
    await office.push([grave('a', { flags: ['secret'] })]);
    const { caseId: secret = '' } = (await office.system.items.find('demo', 'a'))!;
    expect((await ask('officeHead', undefined, secret)).status).toBe(200);
    expect(refusalIn(await ask('unitLiaison', 'drugs', secret)).code).toBe('CASE_UNKNOWN');
  });

  it('knows no parameter', async () => {
    const told = await office.as('officeHead')('GET', `/v1/cases/${caseId}/clocks`, undefined, { all: '1' });
    expect(refusalIn(told).code).toBe('INVALID');
  });
});
