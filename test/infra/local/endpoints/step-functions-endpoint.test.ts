import {
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  ListStateMachinesCommand,
  SendTaskFailureCommand,
  SendTaskSuccessCommand,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { describe, expect, it } from 'vitest';
import { buildStateMachineArn } from '../../../../infra/local/local-names.ts';
import { instant, START } from '../support.ts';
import { rejects, serveEndpoints } from './served.ts';

const stateMachineArn = buildStateMachineArn('m');
const here = serveEndpoints();

const begin = async (name = 'one', input: object = { case: '甲' }) => {
  const started = await here.sfn.send(
    new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify(input) }),
  );
  await here.rig.engine.idle();
  return started;
};

const lastToken = (): string => (here.rig.calls.at(-1)!.payload as { token: string }).token;

describe('the Step Functions endpoint', () => {
  it('starts, describes, answers, lists and shows the history of an execution', async () => {
    const { executionArn, startDate } = await begin();
    expect(startDate).toEqual(new Date(START));
    await here.sfn.send(
      new SendTaskSuccessCommand({ taskToken: lastToken(), output: JSON.stringify({ at: instant(60) }) }),
    );
    await here.rig.goTo(60);
    const described = await here.sfn.send(new DescribeExecutionCommand({ executionArn }));
    expect(described).toMatchObject({
      executionArn,
      stateMachineArn,
      name: 'one',
      status: 'SUCCEEDED',
      input: '{"case":"甲"}',
      output: JSON.stringify({ at: instant(60) }),
      stopDate: new Date(START + 60_000),
    });
    const listed = await here.sfn.send(
      new ListExecutionsCommand({ stateMachineArn, statusFilter: 'SUCCEEDED' }),
    );
    expect(listed.executions).toMatchObject([{ name: 'one', status: 'SUCCEEDED' }]);
    const history = await here.sfn.send(
      new GetExecutionHistoryCommand({ executionArn, reverseOrder: true, maxResults: 2 }),
    );
    expect(history.events).toMatchObject([
      { id: 10, type: 'ExecutionSucceeded' },
      { id: 9, type: 'WaitStateExited', stateExitedEventDetails: { name: '再等' } },
    ]);
    const next = new GetExecutionHistoryCommand({
      executionArn,
      reverseOrder: true,
      nextToken: history.nextToken,
    });
    expect((await here.sfn.send(next)).events).toHaveLength(8);
  });

  it('fails and stops executions with error and cause', async () => {
    const failed = await begin('failed');
    await here.sfn.send(
      new SendTaskFailureCommand({ taskToken: lastToken(), error: 'Withdrawn', cause: '撤回' }),
    );
    await here.rig.engine.idle();
    const { executionArn } = failed;
    expect(await here.sfn.send(new DescribeExecutionCommand({ executionArn }))).toMatchObject({
      status: 'FAILED',
      error: 'Withdrawn',
      cause: '撤回',
    });
    const history = await here.sfn.send(new GetExecutionHistoryCommand({ executionArn }));
    expect(history.events?.find((event) => event.type === 'TaskFailed')?.taskFailedEventDetails).toEqual({
      error: 'Withdrawn',
      cause: '撤回',
    });
    const stopped = await begin('stopped');
    const stop = await here.sfn.send(
      new StopExecutionCommand({ executionArn: stopped.executionArn, error: 'Replaced' }),
    );
    expect(stop.stopDate).toEqual(new Date(START));
    expect(
      await here.sfn.send(new DescribeExecutionCommand({ executionArn: stopped.executionArn })),
    ).toMatchObject({
      status: 'ABORTED',
      error: 'Replaced',
    });
  });

  it('answers a repeated start as AWS does', async () => {
    const first = await begin();
    expect((await begin()).executionArn).toBe(first.executionArn);
    await rejects(begin('one', { case: '乙' }), 'ExecutionAlreadyExists');
  });

  it('gives every refusal the name that the SDK knows', async () => {
    await begin();
    const taskToken = lastToken();
    const answer = (token: string, output = '{}') =>
      here.sfn.send(new SendTaskSuccessCommand({ taskToken: token, output }));
    await rejects(answer(taskToken, '{'), 'InvalidOutput');
    await answer(taskToken);
    await rejects(answer(taskToken), 'TaskTimedOut');
    await rejects(answer('nonsense'), 'InvalidToken');
    await rejects(here.sfn.send(new SendTaskFailureCommand({ taskToken })), 'TaskTimedOut');
    const unknownMachine = buildStateMachineArn('other');
    await rejects(
      here.sfn.send(new StartExecutionCommand({ stateMachineArn: unknownMachine })),
      'StateMachineDoesNotExist',
    );
    await rejects(
      here.sfn.send(new ListExecutionsCommand({ stateMachineArn: unknownMachine })),
      'StateMachineDoesNotExist',
    );
    await rejects(here.sfn.send(new StartExecutionCommand({ stateMachineArn: 'nonsense' })), 'InvalidArn');
    await rejects(here.sfn.send(new StartExecutionCommand({ stateMachineArn, name: 'a b' })), 'InvalidName');
    await rejects(
      here.sfn.send(new StartExecutionCommand({ stateMachineArn, input: '{' })),
      'InvalidExecutionInput',
    );
    const unknown = { executionArn: 'unknown' };
    await rejects(here.sfn.send(new DescribeExecutionCommand(unknown)), 'ExecutionDoesNotExist');
    await rejects(here.sfn.send(new StopExecutionCommand(unknown)), 'ExecutionDoesNotExist');
    await rejects(here.sfn.send(new GetExecutionHistoryCommand(unknown)), 'ExecutionDoesNotExist');
    await rejects(here.sfn.send(new ListStateMachinesCommand({})), 'UnknownOperationException');
  });
});
