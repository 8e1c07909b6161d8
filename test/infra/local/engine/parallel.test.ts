import { describe, expect, it } from 'vitest';
import { callbackTask, createRig, instant, machine, named, task } from '../support.ts';

const watchBranch = machine({
  等待案卷变更: callbackTask('watch', { TimeoutSeconds: 31_000_000, Next: '变更' }),
  变更: {
    Type: 'Choice',
    Choices: [{ Variable: '$.kind', StringEquals: 'concluded', Next: '结报' }],
    Default: '再排',
  },
  结报: { Type: 'Fail', Error: 'CaseConcluded' },
  再排: { Type: 'Fail', Error: 'CaseChanged' },
});

const duty = (index: number) =>
  machine({
    [`等待时限${index}`]: { Type: 'Wait', TimestampPath: '$.schedule.at', Next: `到期${index}` },
    [`到期${index}`]: task('enforce', {
      Retry: [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 60, MaxAttempts: 99, BackoffRate: 1 }],
      End: true,
    }),
  });

const level = (duties: number) =>
  machine({
    排定时限: task('schedule', { ResultSelector: { 'schedule.$': '$.Payload' }, Next: '处置中' }),
    处置中: {
      Type: 'Parallel',
      Branches: [watchBranch, ...Array.from({ length: duties }, (_, index) => duty(index))],
      Retry: [{ ErrorEquals: ['Unheard'], MaxAttempts: 99 }],
      Catch: [
        { ErrorEquals: ['CaseChanged'], Next: '排定时限', ResultPath: '$.change' },
        { ErrorEquals: ['CaseConcluded'], Next: '结报归档' },
        { ErrorEquals: ['States.ALL'], Next: '时钟故障' },
      ],
      Next: '结报归档',
    },
    时钟故障: task('report-fault', { End: true }),
    结报归档: { Type: 'Succeed' },
  });

const lastToken = (rig: ReturnType<typeof createRig>): string => {
  const call = rig.calls.findLast((one) => one.functionName === 'watch')!;
  return (call.payload as { token: string }).token;
};

const signal = async (rig: ReturnType<typeof createRig>, kind: string) => {
  rig.engine.sendTaskSuccess(lastToken(rig), { kind });
  await rig.engine.idle();
};

const countCalls = (rig: ReturnType<typeof createRig>, name: string) =>
  rig.calls.filter((call) => call.functionName === name).length;

describe('a Parallel whose branch fails', () => {
  it('stops the other branches and goes on by its Catch, again and again', async () => {
    const rig = createRig(level(3), { schedule: (_, call) => ({ at: instant(call * 1000) }) });
    const arn = await rig.start();
    for (let change = 1; change <= 4; change++) await signal(rig, 'changed');
    expect(countCalls(rig, 'schedule')).toBe(5);
    expect(rig.clock.pendingTimers()).toBe(4);
    await rig.goTo(4999);
    expect(countCalls(rig, 'enforce')).toBe(0);
    await rig.goTo(5000);
    expect(countCalls(rig, 'enforce')).toBe(3);
    await signal(rig, 'concluded');
    expect(rig.engine.describeExecution(arn).status).toBe('SUCCEEDED');
    expect(rig.clock.pendingTimers()).toBe(0);
  });

  it('never calls a sibling again that was in the pause of a Retry', async () => {
    const rig = createRig(level(2), {
      schedule: () => ({ at: instant(10) }),
      enforce: () => {
        throw named('Throttled');
      },
    });
    const arn = await rig.start();
    await rig.goTo(30);
    expect(countCalls(rig, 'enforce')).toBe(2);
    await signal(rig, 'concluded');
    await rig.goTo(3600);
    expect(countCalls(rig, 'enforce')).toBe(2);
    expect(countCalls(rig, 'report-fault')).toBe(0);
    expect(rig.engine.describeExecution(arn).status).toBe('SUCCEEDED');
  });

  it('discards the result of a sibling in flight and leaves none of its timers', async () => {
    let finish = () => {};
    const slow = () => new Promise<void>((resolve) => (finish = resolve));
    const rig = createRig(level(1), { schedule: () => ({ at: instant(10) }), enforce: slow });
    const { executionArn } = rig.engine.startExecution({ machine: 'm', name: 'one' });
    await rig.engine.idle();
    rig.clock.advanceTo(Date.parse(instant(10)), async () => {});
    await new Promise(setImmediate);
    expect(rig.engine.inFlight()).toBe(1);
    rig.engine.sendTaskSuccess(lastToken(rig), { kind: 'concluded' });
    await new Promise(setImmediate);
    expect(rig.engine.describeExecution(executionArn).status).toBe('SUCCEEDED');
    expect(rig.clock.pendingTimers()).toBe(0);
    finish();
    await rig.engine.idle();
    expect(rig.engine.inFlight()).toBe(0);
  });

  it('counts its events as AWS does', async () => {
    const rig = createRig(level(2), { schedule: () => ({ at: instant(10) }) });
    const arn = await rig.start();
    await signal(rig, 'concluded');
    const { events, count } = rig.engine.getExecutionHistory(arn);
    expect(count).toBe(events.length);
    expect(events.map((event) => [event.type, event.stateName].filter(Boolean).join(' '))).toEqual([
      'ExecutionStarted',
      'TaskStateEntered 排定时限',
      'TaskScheduled 排定时限',
      'TaskStarted 排定时限',
      'TaskSucceeded 排定时限',
      'TaskStateExited 排定时限',
      'ParallelStateEntered 处置中',
      'ParallelStateStarted 处置中',
      'TaskStateEntered 等待案卷变更',
      'TaskScheduled 等待案卷变更',
      'TaskStarted 等待案卷变更',
      'WaitStateEntered 等待时限0',
      'WaitStateEntered 等待时限1',
      'TaskSubmitted 等待案卷变更',
      'TaskSucceeded 等待案卷变更',
      'TaskStateExited 等待案卷变更',
      'ChoiceStateEntered 变更',
      'ChoiceStateExited 变更',
      'FailStateEntered 结报',
      'WaitStateAborted 等待时限0',
      'WaitStateAborted 等待时限1',
      'ParallelStateFailed 处置中',
      'ParallelStateExited 处置中',
      'SucceedStateEntered 结报归档',
      'SucceedStateExited 结报归档',
      'ExecutionSucceeded',
    ]);
  });
});

describe('a Parallel', () => {
  it('runs more than forty branches at once', async () => {
    const rig = createRig(level(60), { schedule: () => ({ at: instant(10) }) });
    await rig.start();
    // Each of the sixty waits and the watch has its timer.
    expect(rig.clock.pendingTimers()).toBe(61);
    await rig.goTo(10);
    expect(countCalls(rig, 'enforce')).toBe(60);
  });

  it('is not caught when the execution is stopped', async () => {
    const rig = createRig(level(2), { schedule: () => ({ at: instant(10) }) });
    const arn = await rig.start();
    rig.engine.stopExecution(arn, { error: 'Replaced', cause: 'by another' });
    await rig.goTo(3600);
    expect(countCalls(rig, 'report-fault')).toBe(0);
    expect(rig.engine.describeExecution(arn)).toMatchObject({ status: 'ABORTED', error: 'Replaced' });
    expect(rig.clock.pendingTimers()).toBe(0);
  });

  it('shows its branches the context of the execution, not their own', async () => {
    const parameters = {
      FunctionName: 'look',
      Payload: {
        'id.$': '$$.Execution.Id',
        'name.$': '$$.Execution.Name',
        'started.$': '$$.Execution.StartTime',
        'input.$': '$$.Execution.Input.case',
        'entered.$': '$$.State.EnteredTime',
        'state.$': '$$.State.Name',
        'text.$': "States.Format('{}/{}', $$.Execution.Name, $$.StateMachine.Name)",
      },
    };
    const branch = machine({
      等: { Type: 'Wait', Seconds: 5, Next: '看' },
      看: task('look', {
        Parameters: parameters,
        Retry: [{ ErrorEquals: ['Once'], IntervalSeconds: 7 }],
        End: true,
      }),
    });
    const rig = createRig(
      machine({
        先等: { Type: 'Wait', Seconds: 10, Next: '并行' },
        并行: { Type: 'Parallel', Parameters: { only: 1 }, Branches: [branch], End: true },
      }),
      {
        look: (_, call) => {
          if (call === 1) throw named('Once');
        },
      },
    );
    const arn = await rig.start({ case: 'A1' });
    await rig.goTo(60);
    const expected = {
      id: arn,
      name: 'one',
      started: instant(0),
      input: 'A1',
      entered: instant(15),
      state: '看',
      text: 'one/m',
    };
    expect(rig.calls.map((call) => call.payload)).toEqual([expected, expected]);
  });
});
