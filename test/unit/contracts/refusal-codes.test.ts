import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  REFUSALS,
  REQUEST_REFUSALS,
  type RefusalCode,
  RULE_REFUSALS,
  STATUS,
  statusOf,
} from '../../../shared/contracts/refusal-codes.ts';

const codes = Object.keys(REFUSALS) as RefusalCode[];
const textOf = (path: string) => readFileSync(path, 'utf8');

describe('the table of refusals', () => {
  it('has every code once', () => {
    expect(codes).toHaveLength(Object.keys(RULE_REFUSALS).length + Object.keys(REQUEST_REFUSALS).length);
  });

  it('has no code that nothing is refused with', () => {
    const source = globSync('{shared,functions,infra}/**/*.ts')
      // Where codes are listed and explained, nothing is refused.
      .filter((path) => !/refusal-codes\.ts$|contracts\/api\//.test(path.replaceAll('\\', '/')))
      .map(textOf)
      .join('\n');
    expect(codes.filter((code) => !source.includes(`'${code}'`))).toEqual([]);
  });

  it('has every code that a page lists beside a status, at that status', () => {
    const rows = globSync('{README.md,docs/*.md}').flatMap((path) =>
      [...textOf(path).matchAll(/^\| (\d{3}(?:, \d{3})*) \|(.*)$/gm)].map(([, status, cell]) => ({
        statuses: status!.split(', ').map(Number),
        listed: [...cell!.matchAll(/`([A-Z]+(?:_[A-Z]+)*)`/g)].map(([, code]) => code!),
      })),
    );
    expect(rows.length).toBeGreaterThan(0);
    const strangers = rows.flatMap(({ statuses, listed }) =>
      listed.filter(
        (code) => !Object.hasOwn(REFUSALS, code) || !statuses.includes(statusOf(code as RefusalCode)),
      ),
    );
    expect(strangers).toEqual([]);
    // docs/api.md has them all, written by npm run docs.
    expect(codes.filter((code) => !rows.some(({ listed }) => listed.includes(code)))).toEqual([]);
  });

  it('gives a status by the kind alone: what has not changed is a conflict, whatever it is called', () => {
    const unchanged = codes.filter((code) => code.endsWith('_UNCHANGED'));
    expect(unchanged).toContain('INSTANT_UNCHANGED');
    expect(unchanged).toContain('LEVEL_UNCHANGED');
    expect([...new Set(unchanged.map(statusOf))]).toEqual([STATUS.conflict]);
    expect(statusOf('SECOND_PERSON_REQUIRED')).toBe(403);
    expect(statusOf('CASE_UNKNOWN')).toBe(404);
    expect(statusOf('LEVEL_UNKNOWN')).toBe(422);
    expect(statusOf('CASE_BUSY')).toBe(503);
  });
});
