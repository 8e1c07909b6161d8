import { awsError } from './aws-error.ts';
import type { Execution } from './execution.ts';

/**
 * The executions by ARN, oldest first. All that run are kept, and the last `finishedLimit` of the others (AWS keeps
 * them for 90 days): a server that runs for months must not grow without limit.
 */
export const createExecutionBook = (finishedLimit: number) => {
  const byArn = new Map<string, Execution>();
  const finished: string[] = [];
  return {
    get: (arn: string): Execution | undefined => byArn.get(arn),
    /** Throws `ExecutionDoesNotExist`. */
    find(arn: string): Execution {
      const execution = byArn.get(arn);
      if (!execution) throw awsError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
      return execution;
    },
    add: (arn: string, execution: Execution): void => void byArn.set(arn, execution),
    noteFinished(arn: string): void {
      finished.push(arn);
      if (finished.length > finishedLimit) byArn.delete(finished.shift()!);
    },
    all: (): IterableIterator<Execution> => byArn.values(),
  };
};
