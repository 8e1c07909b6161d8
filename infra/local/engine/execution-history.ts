/** One event of an execution, with the type and number that AWS would give it. */
export interface HistoryEvent {
  /** 1 for the first event of the execution. */
  readonly id: number;
  /** Milliseconds since the Unix epoch. */
  readonly at: number;
  readonly type: string;
  readonly stateName?: string;
  readonly error?: string;
  readonly cause?: string;
}

/** What AWS allows one execution. */
export const AWS_EVENT_LIMIT = 25_000;

/**
 * The events of one execution. All are counted; the oldest are let go once more than `limit` are kept (a quarter at
 * a time), for an execution may live for a year. Inputs and outputs are not kept.
 */
export const createExecutionHistory = (limit: number) => {
  const events: HistoryEvent[] = [];
  let count = 0;
  return {
    add(at: number, type: string, detail: Pick<HistoryEvent, 'stateName' | 'error' | 'cause'> = {}): void {
      events.push({ id: ++count, at, type, ...detail });
      if (events.length > limit) events.splice(0, Math.max(1, limit >> 2));
    },
    events: (): readonly HistoryEvent[] => events,
    count: (): number => count,
  };
};

export type ExecutionHistory = ReturnType<typeof createExecutionHistory>;
