import { describe, expect, it } from 'vitest';
import { CONTRACT_VERSION } from '../../shared/contracts/workflow.ts';
import { brokenPromises, contractSchema, type JsonSchema } from './contract-schema.ts';
import { recordedContracts } from './fixtures.ts';

const WHAT_TO_DO = `shared/contracts/workflow.ts is not what contract ${CONTRACT_VERSION} was recorded as. Executions
that run now speak that contract for up to a year. Raise CONTRACT_VERSION, give every new field a default, and write the
new contract down: node test/upgrades/record.ts. (If only zod writes its schemas differently, write schema.json anew.)`;

const RECEIVED = [
  'ScheduleInput',
  'WatchInput',
  'EnforceInput',
  'TransferInput',
  'ArchiveInput',
  'FaultInput',
];
const ANSWERED = ['ScheduleOutput', 'Clock', 'Change'];

describe('the contract of machines and functions', () => {
  it('has every version written down, the present one last', () => {
    expect(
      recordedContracts.map(({ contract }) => contract),
      WHAT_TO_DO,
    ).toEqual(Array.from({ length: CONTRACT_VERSION }, (_, index) => index + 1));
  });

  it('does not change without a new version', () => {
    expect(contractSchema(), WHAT_TO_DO).toEqual(recordedContracts.at(-1)!.schema);
  });

  it.each(recordedContracts)('still takes all that version $contract sends', ({ schema }) => {
    const now = contractSchema();
    for (const name of RECEIVED)
      expect(brokenPromises('input', schema[name]!.input, now[name]?.input, name)).toEqual([]);
  });

  it.each(recordedContracts)('still gives all that version $contract was promised', ({ schema }) => {
    const now = contractSchema();
    for (const name of ANSWERED)
      expect(brokenPromises('output', schema[name]!.output, now[name]?.output, name)).toEqual([]);
  });
});

describe('a broken promise', () => {
  const object = (
    properties: Record<string, JsonSchema>,
    required = Object.keys(properties),
  ): JsonSchema => ({
    type: 'object',
    properties,
    required,
  });
  const text: JsonSchema = { type: 'string' };
  const oneOf = (...values: string[]): JsonSchema => ({ type: 'string', enum: values });

  it.each([
    [
      'a field that is gone',
      object({ a: text, b: text }),
      object({ a: text }),
      ['$.b may be missing', '$.b is gone'],
    ],
    ['a field that may be missing', object({ a: text }), object({ a: text }, []), ['$.a may be missing']],
    ['another type', object({ a: text }), object({ a: { type: 'integer' } }), ['$.a was string, is integer']],
    ['a word that was not known', oneOf('a'), oneOf('a', 'b'), ['$ may be b']],
    [
      'a change further down',
      object({ a: object({ b: text }) }),
      object({ a: object({}) }),
      ['$.a.b may be missing', '$.a.b is gone'],
    ],
  ])('to a definition that reads is %s', (_, earlier, later, broken) => {
    expect(brokenPromises('output', earlier, later)).toEqual(broken);
  });

  it.each([
    ['a new demand', object({ a: text }), object({ a: text, b: text }), ['$.b is demanded']],
    ['a word that is no longer taken', oneOf('a', 'b'), oneOf('a'), ['$ must not be b']],
  ])('to a definition that sends is %s', (_, earlier, later, broken) => {
    expect(brokenPromises('input', earlier, later)).toEqual(broken);
  });

  it('is neither a new field, nor one that need not be sent, nor a word less to read', () => {
    expect(brokenPromises('output', object({ a: text }), object({ a: text, b: text }))).toEqual([]);
    expect(brokenPromises('output', oneOf('a', 'b'), oneOf('a'))).toEqual([]);
    expect(brokenPromises('input', object({ a: text }), object({ a: text, b: text }, []))).toEqual([]);
  });
});
