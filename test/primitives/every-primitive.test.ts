import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** P1–P32 of the reference: what the rules of the five bureaus ask of the engine. */
const PRIMITIVES = Array.from({ length: 32 }, (_, index) => `P${index + 1}`);
const folder = import.meta.dirname;
const titles = globSync('**/*.test.ts', { cwd: folder }).flatMap((name) =>
  [...readFileSync(`${folder}/${name}`, 'utf8').matchAll(/^\s*(?:describe|it)\(\s*'(P\d+) [^']/gm)].map(
    ([, primitive]) => primitive,
  ),
);

it.each(PRIMITIVES)('%s has its tests here, under its number and name', (primitive) => {
  expect(titles).toContain(primitive);
});

it('no other number is tested here', () => {
  expect([...new Set(titles)].filter((title) => !PRIMITIVES.includes(title!))).toEqual([]);
});
