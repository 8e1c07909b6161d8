import { expect, it } from 'vitest';
import { scheduleIn } from '../../../support/told.ts';
import { stageBureau } from './bureau-on-stage.ts';

const SECOND = 1000;
const NOTE = {
  title: '群众来电反映问题食品',
  sources: [{ kind: 'monitored' }],
  level: 'yellow',
  unit: 'food',
};
type Bureau = Awaited<ReturnType<typeof stageBureau>>;

/** The waits of the newest execution, the earliest first. */
const waits = async ({ current }: Bureau, caseId: string) =>
  (await current(caseId)).active
    .filter(({ type }) => type === 'Wait')
    .sort((one, other) => (one.until! < other.until! ? -1 : 1));

it.each([
  ['leizhou', 'dutyOfficer', NOTE],
  ['yinzhou', 'dutyOfficer', { title: '来电', sources: [{ kind: 'monitored' }], level: 'grave' }],
])(
  '%s: a wait is told with its end until that second, and then what comes after it',
  async (id, role, note) => {
    const bureau = await stageBureau(id);
    const level = id === 'leizhou' ? note.level : await graveLevelOf(bureau);
    const caseId = await bureau.open(role, { ...note, level });
    const told = await bureau.clocks(caseId);
    expect(told).toMatchObject({ state: 'running', stateText: '时钟运行中', unattended: [] });
    expect(told.watch).toMatchObject({ generation: 1, current: true });
    expect(told.executions).toHaveLength(1);
    expect(told.executions[0]).toMatchObject({ status: 'RUNNING', statusText: '运行中', console: null });
    expect(told.executions[0]!.active.map(({ state }) => state)).toEqual(
      expect.arrayContaining(['处置中', '等待案卷变更']),
    );
    // What the machine waits for is what the schedule says, duty by duty.
    const { duties } = scheduleIn(await bureau.ask('officeHead', 'GET', `/v1/cases/${caseId}/schedule`));
    const scheduled = duties.flatMap(({ duty, next }) => (next === null ? [] : [[duty, next.at]]));
    const all = await waits(bureau, caseId);
    // Of what was done by an entry that schedules nothing anew, a branch hears when its time comes.
    const needed = all.filter(({ differs }) => differs !== 'notNeeded');
    expect(needed.map(({ duty, until }) => [duty?.id, until]).sort()).toEqual(scheduled.sort());
    expect(needed.every(({ differs, scheduled: by, until }) => differs === null && by === until)).toBe(true);
    expect(all.every(({ differs, scheduled: by }) => (differs === 'notNeeded') === (by === null))).toBe(true);

    // A text that goes out meanwhile may make it needless: the branch waits all the same.
    const ends = async () => (await waits(bureau, caseId)).map(({ state, until }) => `${state} ${until}`);
    const [first] = all;
    const [wait] = await ends();
    const end = Date.parse(first!.until!);
    await bureau.goTo(end - SECOND);
    expect(await ends()).toContain(wait);
    await bureau.goTo(end);
    const after = await ends();
    expect(after).not.toContain(wait);
    expect((await waits(bureau, caseId)).every(({ until }) => Date.parse(until!) > end)).toBe(true);
    await bureau.goTo(end + SECOND);
    expect(await ends()).toEqual(after);
    const { events } = await bureau.current(caseId);
    expect(events.map(({ text }) => text)).toContain(`等待期满:${first!.state}`);
    expect(events.length).toBeLessThanOrEqual(40);
    expect(events.map(({ id: each }) => each)).toEqual(
      events.map(({ id: each }) => each).sort((a, b) => a - b),
    );
  },
);

const graveLevelOf = async (bureau: Bureau): Promise<string> =>
  bureau.system.regulation.scales[0]!.levels.at(-1)!.id;

it('after a crash nobody knows of the execution, and says so, until the sweep starts it again', async () => {
  const bureau = await stageBureau('nanning');
  const level = await graveLevelOf(bureau);
  const caseId = await bureau.open('officeHead', { title: '来电', sources: [{ kind: 'monitored' }], level });
  const before = await bureau.clocks(caseId);
  bureau.crash();
  const dead = await bureau.clocks(caseId);
  expect(dead).toMatchObject({ state: 'stopped', stateText: '时钟已停,由巡检重新启动' });
  expect(dead.executions).toMatchObject([
    {
      name: `${caseId}-${level}-1`,
      status: 'NONE',
      statusText: '没有记录',
      active: [],
      events: [],
      startedAt: null,
    },
  ]);
  expect(dead.unattended.map(({ at }) => at).sort()).toEqual(
    before.executions[0]!.active.flatMap(({ scheduled }) => scheduled ?? []).sort(),
  );
  await bureau.bureau.sweep();
  await bureau.settled();
  const again = await bureau.clocks(caseId);
  expect(again).toMatchObject({ state: 'running', unattended: [] });
  const owed = ({ executions: [each] }: typeof again) =>
    each!.active.flatMap(({ duty, scheduled }) => (scheduled === null ? [] : [`${duty?.id} ${scheduled}`]));
  expect(owed(again)).toEqual(owed(before));
  // It went with the machine: no clock had died.
  expect((await bureau.status()).deadClocks).toEqual({ days: 30, count: 0, last: null });
});

it('another level is another execution, and the one before says that it has handed the case on', async () => {
  const bureau = await stageBureau('leizhou');
  const caseId = await bureau.open('dutyOfficer', NOTE);
  const raised = await bureau.ask('officeHead', 'POST', `/v1/cases/${caseId}/commands`, {
    ...{ type: 'ChangeLevel', level: 'orange', reason: '多地媒体转发', authority: 'change' },
  });
  expect(raised).toMatchObject({ status: 200 });
  const { state, executions } = await bureau.clocks(caseId);
  expect(state).toBe('running');
  expect(executions).toMatchObject([
    { name: `${caseId}-yellow-1`, status: 'SUCCEEDED', statusText: '已移交新级别', active: [], events: [] },
    { name: `${caseId}-orange-2`, status: 'RUNNING', level: { short: '橙' } },
  ]);
  expect(executions[0]!.stoppedAt).not.toBeNull();
});

it('a clock that is stopped by hand goes on under a new name, and stands as a dead one in the status', async () => {
  const bureau = await stageBureau('leizhou');
  const caseId = await bureau.open('dutyOfficer', NOTE);
  const engine = bureau.bureau.engine();
  const [running] = engine.listExecutions({ machine: 'leizhou-yellow', status: 'RUNNING' });
  engine.stopExecution(running!.executionArn);
  await bureau.settled();
  const { executions } = await bureau.clocks(caseId);
  expect(executions).toMatchObject([
    { status: 'ABORTED', statusText: '被人为停止', active: [] },
    { name: `${caseId}-yellow-2`, status: 'RUNNING' },
  ]);
  expect((await bureau.status()).deadClocks).toMatchObject({ count: 1, last: '2026-03-02T16:00:00+08:00' });
});

it('no more executions are told of than the last ten', async () => {
  const bureau = await stageBureau('leizhou');
  const caseId = await bureau.open('dutyOfficer', NOTE);
  for (let time = 1; time <= 11; time += 1) {
    const engine = bureau.bureau.engine();
    const [running] = engine.listExecutions({ machine: 'leizhou-yellow', status: 'RUNNING' });
    engine.stopExecution(running!.executionArn);
    await bureau.settled();
  }
  expect((await bureau.clocks(caseId)).executions.map(({ generation }) => generation)).toEqual([
    3, 4, 5, 6, 7, 8, 9, 10, 11, 12,
  ]);
});
