import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { saysOther } from '../../../../shared/grading/stories/edits/says-other.ts';
import { tellingOf } from '../../../../shared/grading/stories/telling.ts';

// What comes in a line or two under an id that was used before: a later version of it, or another story.

interface Pair {
  kind: string;
  one: string;
  other: string;
}
const { edits, others } = JSON.parse(
  readFileSync(new URL('../../../fixtures/stories/short-edits.json', import.meta.url), 'utf8'),
) as { edits: Pair[]; others: Pair[] };
const WAYS = [
  ['a post without a title', (text: string) => tellingOf({ title: '', content: text })],
  ['a title alone', (text: string) => tellingOf({ title: text })],
  ['a title that its content begins with', (text: string) => tellingOf({ title: text, content: text })],
] as const;

describe.each(WAYS)('%s', (_, telling) => {
  it.each(edits.map((pair) => [pair.kind, pair.one, pair.other]))(
    'stays a version: %s, %s → %s',
    (_kind, one, other) => {
      expect(saysOther(telling(one!), telling(other!))).toBe(false);
    },
  );
  it.each(others.map((pair) => [pair.kind, pair.one, pair.other]))(
    'is another item: %s, %s → %s',
    (_kind, one, other) => {
      expect(saysOther(telling(one!), telling(other!))).toBe(true);
    },
  );
});

it('there are a dozen and more of each', () => {
  expect(edits.length).toBeGreaterThanOrEqual(12);
  expect(others.length).toBeGreaterThanOrEqual(12);
});

it('at one address it is one article, whatever it says now', () => {
  const url = 'https://news.example.com/2026/10001.html';
  for (const { one, other } of others)
    expect(saysOther(tellingOf({ title: one, url }), tellingOf({ title: other, url }))).toBe(false);
});

it('the same again is no other', () => {
  for (const { one } of others)
    expect(saysOther(tellingOf({ title: one }), tellingOf({ title: one }))).toBe(false);
});
