import { describe, expect, it } from 'vitest';
import { callbackTask, createRig, DAY, instant, machine, named, SECOND, START, task } from '../support.ts';

const waitThenCall = machine({
  等待时限: { Type: 'Wait', TimestampPath: '$.at', Next: '到期核查' },
  到期核查: task('enforce', { End: true }),
});

describe('a Wait until an instant', () => {
  it('is over at the instant, not a second before', async () => {
    const rig = createRig(waitThenCall);
    await rig.start({ at: instant(3 * 3600) });
    await rig.goTo(3 * 3600 - 1);
    expect(rig.calls).toEqual([]);
    await rig.goTo(3 * 3600);
    expect(rig.calls.map((call) => call.at)).toEqual([START + 3 * 3600 * SECOND]);
    await rig.goTo(3 * 3600 + 1);
    expect(rig.calls).toHaveLength(1);
  });

  it('passes at once when the instant is now or gone', async () => {
    const rig = createRig(waitThenCall);
    await rig.start({ at: instant(0) }, 'now');
    await rig.start({ at: instant(-1) }, 'gone');
    expect(rig.calls).toHaveLength(2);
    expect(rig.clock.now()).toBe(START);
  });

  it('may be forty days long', async () => {
    const rig = createRig(waitThenCall);
    const arn = await rig.start({ at: instant((40 * DAY) / SECOND) });
    await rig.goTo((40 * DAY) / SECOND - 1);
    expect(rig.engine.describeExecution(arn).status).toBe('RUNNING');
    await rig.goTo((40 * DAY) / SECOND);
    expect(rig.engine.describeExecution(arn)).toMatchObject({
      status: 'SUCCEEDED',
      stopDate: START + 40 * DAY,
    });
  });
});

describe('a task that fails', () => {
  const retrying = machine({
    通知: task('notify', {
      Retry: [{ ErrorEquals: ['Busy'], IntervalSeconds: 2, BackoffRate: 2, MaxAttempts: 3 }],
      Catch: [{ ErrorEquals: ['Busy'], Next: '放弃' }],
      End: true,
    }),
    放弃: { Type: 'Succeed' },
  });

  it('is retried by the name of its error, with growing pauses on the clock', async () => {
    const rig = createRig(retrying, {
      notify: (_, call) => {
        if (call < 4) throw named('Busy');
        return 'sent';
      },
    });
    const arn = await rig.start();
    await rig.goTo(60);
    expect(rig.calls.map((call) => (call.at - START) / SECOND)).toEqual([0, 2, 6, 14]);
    expect(rig.engine.describeExecution(arn)).toMatchObject({
      status: 'SUCCEEDED',
      output: { Payload: 'sent' },
    });
  });

  it('is caught with the name and the Lambda error object once the retries are used up', async () => {
    const rig = createRig(retrying, {
      notify: () => {
        throw named('Busy', 'line is busy');
      },
    });
    const arn = await rig.start();
    await rig.goTo(60);
    const { output } = rig.engine.describeExecution(arn) as { output: { Error: string; Cause: string } };
    expect(output.Error).toBe('Busy');
    expect(JSON.parse(output.Cause)).toEqual({ errorType: 'Busy', errorMessage: 'line is busy' });
  });

  it('fails the execution when its error is another', async () => {
    const rig = createRig(retrying, {
      notify: () => {
        throw named('Broken');
      },
    });
    const arn = await rig.start();
    expect(rig.engine.describeExecution(arn)).toMatchObject({ status: 'FAILED', error: 'Broken' });
    expect(rig.clock.pendingTimers()).toBe(0);
  });

  it('times out after its TimeoutSeconds, and after nothing shorter when it has none', async () => {
    const never = () => new Promise(() => {});
    const limited = createRig(machine({ 慢: task('slow', { TimeoutSeconds: 90, End: true }) }), {
      slow: never,
    });
    const { executionArn } = limited.engine.startExecution({ machine: 'm', name: 'one' });
    const noMoreWork = async () => {};
    await limited.clock.advanceTo(START + 89 * SECOND, noMoreWork);
    expect(limited.engine.describeExecution(executionArn).status).toBe('RUNNING');
    await limited.clock.advanceTo(START + 90 * SECOND, noMoreWork);
    await new Promise(setImmediate);
    expect(limited.engine.describeExecution(executionArn)).toMatchObject({
      status: 'FAILED',
      error: 'States.Timeout',
    });

    const unlimited = createRig(machine({ 慢: task('slow', { End: true }) }), { slow: never });
    const second = unlimited.engine.startExecution({ machine: 'm', name: 'one' });
    await unlimited.clock.advanceTo(START + 300 * DAY, noMoreWork);
    await new Promise(setImmediate);
    expect(unlimited.engine.describeExecution(second.executionArn).status).toBe('RUNNING');
  });
});

describe('a task that waits for its token', () => {
  const watch = machine({ 等待案卷变更: callbackTask('watch', { End: true }) });
  const tokenOf = (rig: ReturnType<typeof createRig>, call = 0) =>
    (rig.calls[call]!.payload as { token: string }).token;

  it('ends with what was sent', async () => {
    const rig = createRig(watch);
    const arn = await rig.start();
    expect(rig.engine.describeExecution(arn).status).toBe('RUNNING');
    rig.engine.sendTaskSuccess(tokenOf(rig), { change: 'LevelChanged' });
    await rig.engine.idle();
    expect(rig.engine.describeExecution(arn)).toMatchObject({
      status: 'SUCCEEDED',
      output: { change: 'LevelChanged' },
    });
    expect(rig.clock.pendingTimers()).toBe(0);
  });

  it('takes an answer that comes before its function has returned', async () => {
    const rig: ReturnType<typeof createRig> = createRig(watch, {
      watch: (payload) => rig.engine.sendTaskSuccess((payload as { token: string }).token, 'early'),
    });
    const arn = await rig.start();
    expect(rig.engine.describeExecution(arn)).toMatchObject({ status: 'SUCCEEDED', output: 'early' });
  });

  it('fails by the error that was sent', async () => {
    const rig = createRig(watch);
    const arn = await rig.start();
    rig.engine.sendTaskFailure(tokenOf(rig), 'Withdrawn', 'by hand');
    await rig.engine.idle();
    expect(rig.engine.describeExecution(arn)).toMatchObject({
      status: 'FAILED',
      error: 'Withdrawn',
      cause: 'by hand',
    });
  });

  it('has a new token for each attempt, and an old one is void', async () => {
    const retried = callbackTask('watch', {
      Retry: [{ ErrorEquals: ['States.Timeout'], IntervalSeconds: 1, MaxAttempts: 1 }],
      End: true,
    });
    const rig = createRig(machine({ 等待: retried }));
    const arn = await rig.start();
    await rig.goTo(3600);
    expect(() => rig.engine.sendTaskSuccess(tokenOf(rig), 1)).toThrow(
      expect.objectContaining({ name: 'TaskTimedOut' }),
    );
    await rig.goTo(3601);
    expect(tokenOf(rig, 1)).not.toBe(tokenOf(rig, 0));
    rig.engine.sendTaskSuccess(tokenOf(rig, 1), 2);
    await rig.engine.idle();
    expect(rig.engine.describeExecution(arn).output).toBe(2);
  });

  it('refuses used tokens, those of a stopped execution, and nonsense', async () => {
    const rig = createRig(watch);
    await rig.start();
    const answer = (token: string) => () => rig.engine.sendTaskSuccess(token, {});
    answer(tokenOf(rig))();
    expect(answer(tokenOf(rig))).toThrow(expect.objectContaining({ name: 'TaskTimedOut' }));
    const second = await rig.start({}, 'two');
    rig.engine.stopExecution(second);
    expect(answer(tokenOf(rig, 1))).toThrow(expect.objectContaining({ name: 'TaskTimedOut' }));
    expect(answer('nonsense')).toThrow(expect.objectContaining({ name: 'InvalidToken' }));
  });
});
