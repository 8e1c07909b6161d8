import { describe, expect, it } from 'vitest';
import { activeAfter, isTold } from '../../../../shared/workflows/looking.ts';
import { createRig, instant, machine, task } from '../support.ts';

const branch = (name: string, seconds: number) =>
  machine({ [name]: { Type: 'Wait', TimestampPath: `$.at${seconds}`, End: true } });
/** Two waits at once, then a task. */
const definition = machine({
  处置中: {
    Type: 'Parallel',
    Branches: [branch('甲', 10), branch('乙', 20)],
    ResultPath: null,
    Next: '收尾',
  },
  收尾: task('finish', { End: true }),
});
const INPUT = { at10: instant(10), at20: instant(20) };
const open = (more = {}) => createRig(definition, { finish: () => null }, more);
/** The events of the engine as AWS tells them, without what a state was entered with. */
const toldOf = ({ engine }: ReturnType<typeof open>, arn: string) =>
  engine.getExecutionHistory(arn).events.map(({ id, at, type, stateName = null, error = null }) => ({
    ...{ id, at: new Date(at).toISOString(), type, state: stateName, error },
  }));

describe('the states that an execution has in hand', () => {
  it.each([
    [9, ['处置中', '甲', '乙']],
    [10, ['处置中', '乙']],
    [19, ['处置中', '乙']],
  ])('at second %i', async (second, names) => {
    const rig = open();
    const arn = await rig.start(INPUT);
    await rig.goTo(second);
    const { inHand } = rig.engine.getExecutionHistory(arn);
    expect(inHand.map(({ stateName }) => stateName)).toEqual(names);
    expect(inHand.at(-1)).toMatchObject({ type: 'Wait', since: Date.parse(instant(0)), input: INPUT });
    // The same as is found from the events, as it is on AWS.
    expect(activeAfter(toldOf(rig, arn)).map(({ state, type }) => [state, type])).toEqual(
      inHand.map(({ stateName, type }) => [stateName, type]),
    );
  });

  it('are none once it has ended, in whatever way', async () => {
    const rig = open();
    const arn = await rig.start(INPUT);
    rig.engine.stopExecution(arn);
    expect(rig.engine.getExecutionHistory(arn).inHand).toEqual([]);
    expect(activeAfter(toldOf(rig, arn))).toEqual([]);
  });

  it('are those of the round that a Catch begins, and no more of the one before', async () => {
    const failing = machine({
      处置中: {
        Type: 'Parallel',
        Branches: [
          branch('甲', 20),
          machine({
            等: { Type: 'Wait', TimestampPath: '$.at10', Next: '变' },
            变: { Type: 'Fail', Error: 'X' },
          }),
        ],
        Catch: [{ ErrorEquals: ['X'], ResultPath: null, Next: '再等' }],
        End: true,
      },
      再等: { Type: 'Wait', TimestampPath: '$.at20', End: true },
    });
    const rig = createRig(failing);
    const arn = await rig.start(INPUT);
    await rig.goTo(10);
    const { inHand } = rig.engine.getExecutionHistory(arn);
    expect(inHand.map(({ stateName }) => stateName)).toEqual(['再等']);
    expect(activeAfter(toldOf(rig, arn)).map(({ state }) => state)).toEqual(['再等']);
  });
});

describe('a recent history', () => {
  it('keeps the last of the events that are wanted, with their own numbers', async () => {
    const all = open();
    const few = open({ historyLimit: 4, isKept: isTold });
    const arns = [await all.start(INPUT), await few.start(INPUT)] as const;
    for (const rig of [all, few]) await rig.goTo(20);
    const whole = all.engine.getExecutionHistory(arns[0]);
    const recent = few.engine.getExecutionHistory(arns[1]);
    expect(recent.count).toBe(whole.count);
    expect(recent.events.length).toBeLessThanOrEqual(4);
    const wanted = whole.events.filter(({ type }) => isTold(type));
    expect(recent.events).toEqual(wanted.slice(-recent.events.length));
  });

  it('of nothing is nothing, and all is counted', async () => {
    const rig = open({ historyLimit: 0 });
    const { events, count } = rig.engine.getExecutionHistory(await rig.start(INPUT));
    expect([events, count > 3]).toEqual([[], true]);
  });

  it('keeps what went wrong as long as its event', async () => {
    const loop = machine({
      试: task('broken', {
        Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: null, Next: '等' }],
        Next: '等',
      }),
      等: { Type: 'Wait', Seconds: 1, Next: '试' },
    });
    const broken = () => {
      throw Object.assign(new Error('why'), { name: 'Broken' });
    };
    const rig = createRig(loop, { broken }, { historyLimit: 8 });
    const arn = await rig.start({});
    await rig.goTo(20);
    const { events } = rig.engine.getExecutionHistory(arn);
    const failed = events.filter(({ type }) => type === 'TaskFailed');
    expect(failed.length).toBeGreaterThan(0);
    expect(failed.every(({ error }) => error === 'Broken')).toBe(true);
    expect(events.filter(({ error }) => error !== undefined)).toEqual(failed);
  });
});
