import { AsyncLocalStorage } from 'node:async_hooks';
import type { createLambdas } from '../../../infra/local/embedded/lambdas.ts';
import { FunctionName } from '../../../infra/settings/function-names.ts';
import {
  PARTITIONS,
  type Partition,
  type RecordCall,
  TABLE_CALLS,
} from '../../../infra/settings/table-calls.ts';
import type { LogTable, Table } from '../../../shared/records/table.ts';

/** The kind of partition that a key is in, by the patterns of the policies. */
const kindOf = (pk: string): Partition | 'unknown' => {
  const fits = (pattern: string) =>
    pattern.endsWith('*') ? pk.startsWith(pattern.slice(0, -1)) : pk === pattern;
  const found = Object.entries(PARTITIONS).find(([, pattern]) => fits(pattern));
  return (found?.[0] as Partition | undefined) ?? 'unknown';
};

/** A function's grants: `log put`, `case get`, `board` … */
export const grantsOf = (name: FunctionName): string[] => {
  const { log = [], records = {}, board } = TABLE_CALLS[name];
  return [
    ...log.map((call) => `log ${call}`),
    ...Object.entries(records).flatMap(([kind, calls]) => calls.map((call) => `${kind} ${call}`)),
    ...(board ? ['board'] : []),
  ].sort();
};

/**
 * Sees which function calls what of the tables, while it runs; `onCall` hears of it in the words of its grants. A call that its
 * policy would refuse is refused. What calls the tables outside a function is nobody's.
 */
export const createCallWatch = (onCall: (by: FunctionName, call: string) => void = () => undefined) => {
  const running = new AsyncLocalStorage<FunctionName>();
  const require = (call: string): void => {
    const by = running.getStore();
    if (by === undefined) return;
    onCall(by, call);
    if (grantsOf(by).includes(call)) return;
    const denied = new Error(`${by} is not allowed ${call}`);
    // The function may get over it; whoever runs this test must hear of it.
    void Promise.reject(denied);
    throw denied;
  };
  const tell = (table: 'records' | 'log', call: RecordCall, pk: string): void =>
    require(`${table === 'log' ? 'log' : kindOf(pk)} ${call}`);
  const during = <T>(by: FunctionName, run: () => Promise<T>): Promise<T> => running.run(by, run);
  return {
    during,
    records: (inner: Table): Table => ({
      get: (key) => {
        tell('records', 'get', key.pk);
        return inner.get(key);
      },
      put: (record, condition) => {
        tell('records', 'put', record.pk);
        return inner.put(record, condition);
      },
      set: (key, attribute, value) => {
        tell('records', 'update', key.pk);
        return inner.set(key, attribute, value);
      },
      remove: (key) => {
        tell('records', 'delete', key.pk);
        return inner.remove(key);
      },
      increment: (key, attribute) => {
        tell('records', 'update', key.pk);
        return inner.increment(key, attribute);
      },
      list: (pk, ...rest) => {
        tell('records', 'query', pk);
        return inner.list(pk, ...rest);
      },
      byBoard: (...given) => {
        require('board');
        return inner.byBoard(...given);
      },
    }),
    log: (inner: LogTable): LogTable => ({
      get: (key) => {
        tell('log', 'get', key.pk);
        return inner.get(key);
      },
      put: (record, condition) => {
        tell('log', 'put', record.pk);
        return inner.put(record, condition);
      },
      list: (pk, ...rest) => {
        tell('log', 'query', pk);
        return inner.list(pk, ...rest);
      },
    }),
    /** The functions of `create`, each told of while it runs. */
    lambdas:
      (create: typeof createLambdas): typeof createLambdas =>
      (bureau, system, secrets) => {
        const inner = create(bureau, system, secrets);
        return {
          names: inner.names,
          invoke: (name, payload) =>
            during(FunctionName.parse(name.slice(bureau.length + 1)), () => inner.invoke(name, payload)),
          http: (event) =>
            during(event.rawPath.startsWith('/v1/feeds/') ? 'intake-items' : 'serve-desk', () =>
              inner.http(event),
            ),
        };
      },
  };
};
