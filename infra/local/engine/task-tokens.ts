import { awsError } from './aws-error.ts';

/** A task that waits for its token to come back. */
export interface WaitingTask {
  succeed(output: unknown): void;
  fail(error: Error): void;
}

const PREFIX = 'local-task:';

/**
 * The tokens of the tasks that wait now; a settled or ended task's token is forgotten at once. A token says by its
 * form that it is one, so that a late answer (also one from before a restart) can be told from nonsense.
 */
export const createTaskTokens = () => {
  const waiting = new Map<string, WaitingTask>();
  let count = 0;

  const take = (token: string): WaitingTask => {
    const task = waiting.get(token);
    if (task) {
      waiting.delete(token);
      return task;
    }
    if (Buffer.from(token, 'base64url').toString().startsWith(PREFIX)) {
      throw awsError('TaskTimedOut', "Task Timed Out: 'Provided task does not exist anymore'");
    }
    throw awsError('InvalidToken', 'Invalid Token');
  };

  return {
    /** A new token for one attempt of a task of the execution. */
    issue: (executionArn: string, startedAt: number): string =>
      Buffer.from(`${PREFIX}${executionArn}:${startedAt}:${count++}`).toString('base64url'),
    wait: (token: string, task: WaitingTask): void => void waiting.set(token, task),
    forget: (token: string): void => void waiting.delete(token),
    /** Answers the task. Throws `TaskTimedOut` when nobody waits for the token any more, `InvalidToken` for nonsense. */
    succeed: (token: string, output: unknown): void => take(token).succeed(output),
    fail: (token: string, error: Error): void => take(token).fail(error),
    size: (): number => waiting.size,
  };
};

export type TaskTokens = ReturnType<typeof createTaskTokens>;
