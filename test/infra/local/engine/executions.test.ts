import { describe, expect, it } from 'vitest';
import { createVirtualClock } from '../../../../infra/local/clock/virtual-clock.ts';
import { createEngine, type ExecutionDescription } from '../../../../infra/local/engine/engine.ts';
import { createRig, instant, machine, START, task } from '../support.ts';

const waiting = machine({
  等待: { Type: 'Wait', TimestampPath: '$.at', Next: '完' },
  完: { Type: 'Succeed' },
});
const withName = (name: string) => expect.objectContaining({ name });

describe('starting an execution', () => {
  const start = (rig: ReturnType<typeof createRig>, input: unknown, name = 'one') =>
    rig.engine.startExecution({ machine: 'm', name, input });

  it('gives back the running one for the same name and input, in any order of keys', async () => {
    const rig = createRig(waiting);
    const first = start(rig, { at: instant(60), b: { c: 1, d: 2 } });
    await rig.goTo(30);
    expect(start(rig, { b: { d: 2, c: 1 }, at: instant(60) })).toEqual(first);
    expect(rig.engine.listExecutions({ machine: 'm' })).toHaveLength(1);
  });

  it('refuses another input, and any input once it has ended', async () => {
    const rig = createRig(waiting);
    start(rig, { at: instant(60) });
    expect(() => start(rig, { at: instant(61) })).toThrow(withName('ExecutionAlreadyExists'));
    await rig.goTo(60);
    expect(() => start(rig, { at: instant(60) })).toThrow(withName('ExecutionAlreadyExists'));
  });

  it('refuses unknown machines and names that AWS would not take', () => {
    const rig = createRig(waiting);
    expect(() => rig.engine.startExecution({ machine: 'other', name: 'one' })).toThrow(
      withName('StateMachineDoesNotExist'),
    );
    for (const name of ['', 'a b', 'a/b', 'a'.repeat(81)]) {
      expect(() => start(rig, {}, name)).toThrow(withName('InvalidName'));
    }
  });

  it('does not call a function before the caller has its answer', async () => {
    const rig = createRig(machine({ 看: task('look', { End: true }) }));
    start(rig, {});
    expect(rig.calls).toEqual([]);
    expect(rig.engine.inFlight()).toBe(1);
    await rig.engine.idle();
    expect(rig.calls).toHaveLength(1);
  });

  it('leaves the input to its owner and shows functions a copy', async () => {
    const input = { list: [1] };
    const rig = createRig(machine({ 看: task('look', { ResultPath: null, End: true }) }), {
      look: (payload) => (payload as { list: number[] }).list.push(2),
    });
    const arn = await rig.start(input);
    input.list.push(3);
    expect(rig.engine.describeExecution(arn).output).toEqual({ list: [1] });
  });
});

it('runs so many functions at once and the others in turn, each once', async () => {
  let running = 0;
  let most = 0;
  const rig = createRig(machine({ 看: task('look', { End: true }) }), {
    look: async (payload) => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      if ((payload as { number: number }).number % 10 === 0) throw new Error('fails');
      return null;
    },
  });
  const count = 200;
  for (let number = 0; number < count; number += 1)
    rig.engine.startExecution({ machine: 'm', name: `n${number}`, input: { number } });
  await rig.engine.idle();
  expect(most).toBe(64);
  expect(rig.calls).toHaveLength(count);
  expect(rig.engine.listExecutions({ machine: 'm', status: 'SUCCEEDED' })).toHaveLength(count * 0.9);
  expect(rig.engine.listExecutions({ machine: 'm', status: 'FAILED' })).toHaveLength(count * 0.1);
});

describe('executions', () => {
  it('are described, listed newest first and told apart by status', async () => {
    const rig = createRig(waiting);
    const short = await rig.start({ at: instant(10) }, 'short');
    const long = await rig.start({ at: instant(20) }, 'long');
    await rig.goTo(10);
    expect(short).toBe(
      ['arn', 'aws', 'states', 'local', '000000000000', 'execution', 'm', 'short'].join(':'),
    );
    expect(rig.engine.describeExecution(short)).toMatchObject({
      status: 'SUCCEEDED',
      input: { at: instant(10) },
      output: { at: instant(10) },
      startDate: START,
      stopDate: START + 10_000,
    });
    const listed = (status?: 'RUNNING') =>
      rig.engine.listExecutions({ machine: 'm', status }).map((one) => one.name);
    expect(listed()).toEqual(['long', 'short']);
    expect(listed('RUNNING')).toEqual(['long']);
    rig.engine.stopExecution(long);
    expect(listed('RUNNING')).toEqual([]);
    for (const ask of ['describeExecution', 'getExecutionHistory', 'stopExecution'] as const) {
      expect(() => rig.engine[ask]('unknown')).toThrow(withName('ExecutionDoesNotExist'));
    }
  });

  it('are reported once when they end, whatever the end', async () => {
    const ended: ExecutionDescription[] = [];
    const rig = createRig(waiting, {}, { onExecutionEnd: (execution) => void ended.push(execution) });
    await rig.start({ at: instant(10) }, 'done');
    await rig.start({ at: 'never' }, 'broken');
    rig.engine.stopExecution(await rig.start({ at: instant(99) }, 'stopped'));
    await rig.goTo(10);
    expect(ended.map((one) => [one.name, one.status])).toEqual([
      ['broken', 'FAILED'],
      ['stopped', 'ABORTED'],
      ['done', 'SUCCEEDED'],
    ]);
    expect(ended[0]!.error).toBe('States.Runtime');
  });

  it('time out by the TimeoutSeconds of their machine', async () => {
    const rig = createRig({ ...waiting, TimeoutSeconds: 30 });
    const arn = await rig.start({ at: instant(60) });
    await rig.goTo(29);
    expect(rig.engine.describeExecution(arn).status).toBe('RUNNING');
    await rig.goTo(30);
    expect(rig.engine.describeExecution(arn)).toMatchObject({
      status: 'TIMED_OUT',
      stopDate: START + 30_000,
    });
    expect(rig.clock.pendingTimers()).toBe(0);
  });

  it('fail when their history is full, as on AWS', async () => {
    const loop = machine({
      甲: { Type: 'Wait', TimestampPath: '$.at', Next: '乙' },
      乙: { Type: 'Pass', Next: '甲' },
    });
    const rig = createRig(loop, {}, { historyLimit: 100 });
    const arn = await rig.start({ at: instant(-1) });
    expect(rig.engine.describeExecution(arn)).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
    const { events, count } = rig.engine.getExecutionHistory(arn);
    expect(count).toBe(25_000);
    expect(events.length).toBeLessThanOrEqual(100);
    expect(events.at(-1)).toMatchObject({ id: 25_000, type: 'ExecutionFailed' });
  });

  it('are forgotten oldest first once too many have ended', async () => {
    const rig = createRig(waiting, {}, { finishedLimit: 2 });
    const running = await rig.start({ at: instant(60) }, 'running');
    for (const name of ['a', 'b', 'c']) await rig.start({ at: instant(0) }, name);
    expect(rig.engine.listExecutions({ machine: 'm' }).map((one) => one.name)).toEqual(['c', 'b', 'running']);
    expect(rig.engine.describeExecution(running).status).toBe('RUNNING');
  });

  it('all stop together without a report when the machinery is shut down', async () => {
    const ended: unknown[] = [];
    const rig = createRig(waiting, {}, { onExecutionEnd: (execution) => void ended.push(execution) });
    await rig.start({ at: instant(10) }, 'a');
    await rig.start({ at: instant(20) }, 'b');
    rig.engine.stopAll();
    await rig.goTo(60);
    expect([ended, rig.clock.pendingTimers()]).toEqual([[], 0]);
  });
});

describe('several engines', () => {
  it('live by their own clocks in one process', async () => {
    const first = createRig(waiting);
    const second = createRig(waiting);
    const [a, b] = [await first.start({ at: instant(10) }), await second.start({ at: instant(10) })];
    await first.goTo(10);
    expect(first.engine.describeExecution(a).status).toBe('SUCCEEDED');
    expect(second.engine.describeExecution(b).status).toBe('RUNNING');
  });
});

describe('a definition that cannot be run here', () => {
  const create = (state: object) => () =>
    createEngine({
      definitions: { m: machine({ 坏: state }) },
      clock: createVirtualClock(0),
      invoke: async () => {},
    });

  it('is refused by the name of its state', () => {
    const s3 = 'arn:aws-cn:states:::aws-sdk:s3:getObject';
    expect(create({ Type: 'Task', Resource: s3, End: true })).toThrow(/坏.*s3:getObject/);
    expect(create({ Type: 'Pass', QueryLanguage: 'JSONata', End: true })).toThrow('坏');
    expect(create(task('f', { HeartbeatSeconds: 5, End: true }))).toThrow('heartbeat');
    expect(create({ Type: 'Pass', Next: '没有' })).toThrow('没有');
  });
});
