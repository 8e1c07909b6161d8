import { describe, expect, it } from 'vitest';
import { FaultInput, NO_CLOCK } from '../../shared/contracts/workflow.ts';
import { named, START } from '../infra/local/support.ts';
import { ended, secondsOf, strict } from './level-calls.ts';
import { CASE, clockAt, createLevelRig, type LevelRig } from './level-rig.ts';

describe('a clock that fails', () => {
  const failing = () => {
    throw named('CaseBusy', '案卷正忙');
  };
  /** 2, 4, 8 … seconds after one another. */
  const TRIES = [0, 2, 6, 14, 30, 62, 126];
  const faultOf = (rig: LevelRig) => strict(FaultInput).parse(rig.callsOf('report-fault')[0]?.payload);
  const dueAtOnce = () => ({ duties: { reportLeaders: clockAt('due', 60) } });

  it('is tried again, and goes on when it was passing', async () => {
    const rig = createLevelRig('red', {
      schedule: dueAtOnce,
      enforce: (_, call) => (call < 7 ? failing() : NO_CLOCK),
    });
    const arn = await rig.run();
    await rig.goTo(3600);
    expect(secondsOf(rig.callsOf('enforce-duty'))).toEqual(TRIES.map((offset) => 60 + offset));
    expect(rig.callsOf('report-fault')).toEqual([]);
    expect(rig.engine.describeExecution(arn).status).toBe('RUNNING');
  });

  it.each([
    ['enforce', 'enforce-duty', 60],
    ['watch', 'watch-case', 0],
    ['schedule', 'schedule-duties', 0],
  ] as const)(
    'is reported and ends the execution as FAILED when %s stays broken',
    async (task, name, from) => {
      const rig = createLevelRig('red', { schedule: dueAtOnce, [task]: failing });
      const arn = await rig.run();
      await rig.goTo(3600);
      const own = rig.callsOf(name);
      expect(secondsOf(own)).toEqual(TRIES.map((offset) => from + offset));
      expect(faultOf(rig)).toMatchObject({ caseId: CASE, execution: arn, error: 'CaseBusy' });
      expect(faultOf(rig).cause).toContain('案卷正忙');
      expect(ended(rig, arn)).toMatchObject({ status: 'FAILED', error: 'ClockFault' });
    },
  );

  it.each([
    ['transfer', 'LevelChanged'],
    ['archive', 'CaseConcluded'],
  ] as const)('is reported when %s stays broken', async (task, change) => {
    const rig = createLevelRig('yellow', { [task]: failing });
    const arn = await rig.run();
    await rig.signal(change);
    await rig.goTo(3600);
    expect(faultOf(rig)).toMatchObject({ error: 'CaseBusy' });
    expect(ended(rig, arn)).toMatchObject({ status: 'FAILED', error: 'ClockFault' });
  });

  it('fails all the same when it cannot be reported', async () => {
    const rig = createLevelRig('blue', { schedule: failing, fault: failing });
    const arn = await rig.run();
    await rig.goTo(3600);
    expect(rig.callsOf('report-fault')).toHaveLength(7);
    expect(ended(rig, arn)).toMatchObject({ status: 'FAILED', error: 'ClockFault' });
  });

  it('is reported when a schedule says what this machine does not know', async () => {
    const rig = createLevelRig('blue', { schedule: () => ({ outcome: 'sleep' }) });
    const arn = await rig.run();
    expect(faultOf(rig)).toMatchObject({ error: 'UnknownOutcome', cause: 'sleep' });
    expect(ended(rig, arn).status).toBe('FAILED');
  });

  it('counts a function that never answers as a failure', async () => {
    const rig = createLevelRig('blue', {
      archive: () => new Promise(() => {}),
      schedule: () => ({ outcome: 'concluded' }),
    });
    const { executionArn } = rig.engine.startExecution({
      machine: 'm',
      name: 'silent',
      input: { caseId: CASE, level: 'blue', generation: 1 },
    });
    const settle = () => new Promise<void>((resolve) => setTimeout(resolve, 5));
    await rig.clock.advanceTo(START + 3_600_000, settle);
    expect(faultOf(rig)).toMatchObject({ error: 'States.Timeout' });
    expect(rig.engine.describeExecution(executionArn).status).toBe('FAILED');
  });
});
