import { AsyncLocalStorage } from 'node:async_hooks';
import type { UnitMeter } from './metered-table.ts';
import { NOTHING, type Usage } from './usage.ts';

/** One function call, with what it used itself: a call that it makes is a record of its own. */
export interface CallRecord {
  functionName: string;
  usage: Usage;
  /** What it returned; undefined until then, or when it threw. */
  result: unknown;
}
type Counter = Exclude<keyof Usage, 'calls' | 'transitions'>;

export interface Meter extends UnitMeter {
  /** Runs a function; what is counted meanwhile in its own course counts for it. */
  during<T>(functionName: string, run: () => Promise<T>): Promise<T>;
  request(): void;
  message(): void;
  records(): readonly CallRecord[];
}

/** Counts by function call. What happens outside any call, such as a test that looks into the table, is not counted. */
export const createMeter = (): Meter => {
  const current = new AsyncLocalStorage<CallRecord>();
  const records: CallRecord[] = [];
  const count = (counter: Counter, amount: number): void => {
    const record = current.getStore();
    if (record !== undefined) record.usage = { ...record.usage, [counter]: record.usage[counter] + amount };
  };
  return {
    during: (functionName, run) => {
      const usage: Usage = { ...NOTHING, calls: { [functionName]: 1 } };
      const record: CallRecord = { functionName, usage, result: undefined };
      records.push(record);
      return current.run(record, async () => {
        const result = await run();
        record.result = result;
        return result;
      });
    },
    write: (units) => count('writeUnits', units),
    read: (units) => count('readUnits', units),
    request: () => count('requests', 1),
    message: () => count('messages', 1),
    records: () => records,
  };
};
