import { expect, it } from 'vitest';
import { describeSchema } from '../../../../../infra/regulation-check/checks/form/describe-schema.ts';
import { Regulation } from '../../../../../shared/regulations/schema.ts';

it('the form of a data file is described in Chinese for every pattern that the schema has', () => {
  const described: string[] = [];
  const seen = new Set<unknown>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    const def = (value as { _zod?: { def?: { type?: string; checks?: unknown[] } } })._zod?.def;
    if (def?.type === 'string' && (def.checks?.length ?? 0) > 0)
      described.push(describeSchema(value as Parameters<typeof describeSchema>[0]));
    for (const each of Object.values(def ?? value)) visit(each);
  };
  visit(Regulation);
  expect(described.length).toBeGreaterThanOrEqual(5);
  for (const each of described) expect(each).toMatch(/\p{Script=Han}/u);
});
