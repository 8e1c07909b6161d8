import { expect, it } from 'vitest';
import { FunctionName } from '../../../infra/settings/function-names.ts';
import { makeEveryCall } from './every-call.ts';
import { createCallWatch, grantsOf } from './table-calls.ts';

it('grants each function the calls of the tables that it makes, and no other', async () => {
  const made = new Map<FunctionName, Set<string>>(FunctionName.options.map((name) => [name, new Set()]));
  await makeEveryCall(createCallWatch((by, call) => made.get(by)!.add(call)));
  const granted = FunctionName.options.map((name) => [name, grantsOf(name)]);
  expect(Object.fromEntries([...made].map(([name, calls]) => [name, [...calls].sort()]))).toEqual(
    Object.fromEntries(granted),
  );
});
