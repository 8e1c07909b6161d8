import {
  type DescribeExecutionCommandOutput,
  ExecutionDoesNotExist,
  type GetExecutionHistoryCommandInput,
  type HistoryEvent,
  SFNClient,
} from '@aws-sdk/client-sfn';
import { describe, expect, it } from 'vitest';
import { createSfnWorkflows } from '../../../shared/aws/sfn-workflows.ts';

const MACHINE = 'arn:aws-cn:states:cn-north-1:123456789012:stateMachine:leizhou-yellow';
const INPUT = { caseId: 'LZ2026-0001', level: 'yellow', generation: 1 };
const ARN = 'arn:aws-cn:states:cn-north-1:123456789012:execution:leizhou-yellow:LZ2026-0001-yellow-1';
const AT = new Date('2026-03-02T00:00:00.000Z');

interface Asked {
  name: string;
  input: Record<string, unknown>;
}
/** A client whose answers are made up, by the name of what is asked. */
const workflowsWith = (answers: Record<string, (input: never) => object>) => {
  const asked: Asked[] = [];
  const client = new SFNClient({ region: 'cn-north-1' });
  client.send = (async (command: { constructor: { name: string }; input: never }) => {
    const name = command.constructor.name.replace(/Command$/, '');
    asked.push({ name, input: command.input });
    return answers[name]!(command.input);
  }) as never;
  return { asked, workflows: createSfnWorkflows({ yellow: MACHINE }, client) };
};

const entered = (id: number, type: string, name: string, input?: string): HistoryEvent => ({
  ...{ id, timestamp: AT, type: `${type}StateEntered` as HistoryEvent['type'] },
  stateEnteredEventDetails: { name, ...(input === undefined ? {} : { input }) },
});
const exited = (id: number, type: string, name: string): HistoryEvent => ({
  ...{ id, timestamp: AT, type: `${type}StateExited` as HistoryEvent['type'] },
  stateExitedEventDetails: { name },
});
/** A history that is told from its end, so many events a page. */
const paged =
  (events: readonly HistoryEvent[], size: number) =>
  ({ nextToken = '0' }: GetExecutionHistoryCommandInput) => {
    const from = Number(nextToken);
    const newest = events.toReversed().slice(from, from + size);
    return { events: newest, ...(from + size < events.length ? { nextToken: String(from + size) } : {}) };
  };

describe('an execution on AWS', () => {
  it('is told of with where the console of its partition shows it', async () => {
    const { asked, workflows } = workflowsWith({
      DescribeExecution: () =>
        ({
          status: 'FAILED',
          startDate: AT,
          stopDate: AT,
          error: 'ClockFault',
        }) as DescribeExecutionCommandOutput,
    });
    expect(await workflows.look(INPUT)).toEqual({
      ...{ status: 'FAILED', startedAt: AT.toISOString(), stoppedAt: AT.toISOString(), error: 'ClockFault' },
      page: `https://console.amazonaws.cn/states/home?region=cn-north-1#/v2/executions/details/${ARN}`,
    });
    expect(asked).toEqual([{ name: 'DescribeExecution', input: { executionArn: ARN } }]);
  });

  it('that is not there is undefined', async () => {
    const { workflows } = workflowsWith({
      DescribeExecution: () => {
        throw new ExecutionDoesNotExist({ message: '', $metadata: {} });
      },
    });
    expect(await workflows.look(INPUT)).toBeUndefined();
    expect(await workflows.describe(INPUT)).toBe('NONE');
  });

  const clock = JSON.stringify({ duty: 'a', clock: { stage: 'due', at: AT.toISOString() } });
  const round = [
    { id: 1, timestamp: AT, type: 'ExecutionStarted' } as HistoryEvent,
    entered(2, 'Task', '排定时限'),
    exited(3, 'Task', '排定时限'),
    entered(4, 'Parallel', '处置中'),
    entered(5, 'Task', '等待案卷变更', '{}'),
    entered(6, 'Wait', '甲·等待提醒', clock),
    entered(7, 'Pass', '乙·取排期'),
    exited(8, 'Pass', '乙·取排期'),
    entered(9, 'Succeed', '乙·无需计时'),
    exited(10, 'Succeed', '乙·无需计时'),
  ];

  it('has in hand what it entered and did not leave, and what a wait was entered with', async () => {
    const { asked, workflows } = workflowsWith({ GetExecutionHistory: paged(round, 250) });
    const { active, events } = await workflows.history(INPUT);
    expect(active.map(({ state, type }) => [state, type])).toEqual([
      ['处置中', 'Parallel'],
      ['等待案卷变更', 'Task'],
      ['甲·等待提醒', 'Wait'],
    ]);
    expect(active[2]!.input).toEqual(JSON.parse(clock));
    expect(events.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6, 9]);
    expect(asked[0]!.input).toMatchObject({ reverseOrder: true, includeExecutionData: true });
  });

  it('is read back to where its round began, and no further than is told of', async () => {
    const looped = Array.from({ length: 300 }, (_, index) =>
      index % 2 === 0 ? entered(11 + index, 'Wait', '丙') : exited(11 + index, 'Wait', '丙'),
    );
    const { asked, workflows } = workflowsWith({ GetExecutionHistory: paged([...round, ...looped], 100) });
    expect((await workflows.history(INPUT)).active.map(({ state }) => state)).toContain('甲·等待提醒');
    expect(asked).toHaveLength(4);

    const again = [...looped, { id: 311, timestamp: AT, type: 'ParallelStateFailed' } as HistoryEvent];
    const short = workflowsWith({ GetExecutionHistory: paged([...round, ...again], 100) });
    expect((await short.workflows.history(INPUT)).active).toEqual([]);
    expect(short.asked).toHaveLength(1);
  });

  it('that failed says by which error, and nothing of its cause', async () => {
    const failed = { id: 9, timestamp: AT, type: 'TaskFailed' } as HistoryEvent;
    const told = {
      ...failed,
      taskFailedEventDetails: { error: 'Broken', cause: '{"secret":1}' },
    } as HistoryEvent;
    const { workflows } = workflowsWith({ GetExecutionHistory: paged([...round.slice(0, 8), told], 250) });
    const { events } = await workflows.history(INPUT);
    expect(events.at(-1)).toMatchObject({ type: 'TaskFailed', error: 'Broken' });
    expect(JSON.stringify(events)).not.toContain('secret');
  });
});

describe('Step Functions', () => {
  it.each([
    ['answers', () => ({ status: 'ACTIVE' }), true],
    ['is deleting the machine', () => ({ status: 'DELETING' }), false],
    [
      'does not answer',
      () => {
        throw new Error('timeout');
      },
      false,
    ],
  ])('%s', async (_, answer, isUp) => {
    const { asked, workflows } = workflowsWith({ DescribeStateMachine: answer });
    expect(await workflows.isUp()).toBe(isUp);
    expect(asked[0]!.input).toEqual({ stateMachineArn: MACHINE, includedData: 'METADATA_ONLY' });
  });
});
