import { Queue } from 'bullmq';

export const QUEUE = 'timers';
/** What a worker writes of each timer that has fired. */
export const FIRED = 'fired';
export const TIMERS = 6;
const DAY = 86_400_000;

/** Opens cases: six timers each, in one transaction. `firstAt`: when the first is due; the others are days away. */
export const createOpening = (connection) => {
  const queue = new Queue(QUEUE, { connection });
  const open = (name, firstAt) =>
    queue.addBulk(
      Array.from({ length: TIMERS }, (_, timer) => {
        const due = timer === 0 ? firstAt : Date.now() + timer * DAY;
        return {
          name,
          data: { case: name, timer, due },
          opts: { jobId: `${name}-${timer}`, delay: Math.max(0, due - Date.now()) },
        };
      }),
    );
  return { queue, open };
};
