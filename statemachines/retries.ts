import { Duration } from 'aws-cdk-lib';
import { Errors, type RetryProps } from 'aws-cdk-lib/aws-stepfunctions';
import { TASK_RETRIES } from '../shared/workflows/history-bound.ts';

// No jitter: a rehearsal must come out the same every time. 2 + 4 + … + 64 s: about two minutes in all.
const retry = (error: string): RetryProps => ({
  errors: [error],
  interval: Duration.seconds(2),
  backoffRate: 2,
  maxAttempts: TASK_RETRIES,
});

/** For every ordinary task: whatever went wrong may pass. */
export const RETRY_ALL = retry(Errors.ALL);
/** For the watch task: its time-out is not a failure but the daily occasion to schedule again. */
export const RETRY_FAILURES = retry(Errors.TASKS_FAILED);

/** Longer than any function may run (see functions.ts), so that the function's own error is what is seen. */
export const TASK_TIMEOUT = Duration.seconds(60);
/** How long one schedule lasts at most; it ends before when it is full (`STAGES_PER_SCHEDULE`). */
export const WATCH_TIMEOUT = Duration.days(1);
