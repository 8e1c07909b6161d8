import { expect, it } from 'vitest';
import { createKept } from '../../../infra/desk-server/kept.ts';
import { createSessions, type Session } from '../../../infra/desk-server/sessions.ts';

const sessionOf = (person: string, endsAt = 1_000): Session => ({
  ...{ person, name: person, token: 't', idToken: undefined, endsAt },
});

it('keeps what it is given until its time, and not at it', () => {
  let now = 0;
  const kept = createKept<string>(10, () => now);
  kept.keep('a', 'one', 1_000);
  now = 999;
  expect(kept.get('a')).toBe('one');
  now = 1_000;
  expect([kept.get('a'), kept.take('a'), kept.size()]).toEqual([undefined, undefined, 0]);
});

it('keeps the newest only, and nothing of what is past', () => {
  let now = 0;
  const kept = createKept<number>(3, () => now);
  for (const each of [1, 2, 3, 4]) kept.keep(String(each), each, 1_000 + each);
  expect([kept.get('1'), kept.get('2'), kept.size()]).toEqual([undefined, 2, 3]);
  now = 1_003;
  kept.keep('5', 5, 9_999);
  expect([kept.get('4'), kept.get('5'), kept.size()]).toEqual([4, 5, 2]);
});

it('gives a thing away once', () => {
  const kept = createKept<string>(3, () => 0);
  kept.keep('a', 'one', 1);
  expect([kept.take('a'), kept.take('a')]).toEqual(['one', undefined]);
});

it('lets nobody crowd out the others: the eleventh session of one person ends his first', () => {
  const sessions = createSessions(() => 0);
  const other = sessions.begin(sessionOf('other'));
  const own = Array.from({ length: 11 }, () => sessions.begin(sessionOf('one')));
  expect(new Set(own).size).toBe(11);
  expect(own.map((id) => sessions.get(id) !== undefined)).toEqual([false, ...Array(10).fill(true)]);
  expect(sessions.get(other)?.person).toBe('other');
});

it('has room for two thousand, and the oldest ends for the next', () => {
  const sessions = createSessions(() => 0);
  const all = Array.from({ length: 2_001 }, (_, each) => sessions.begin(sessionOf(`person ${each}`)));
  expect([all[0], all[1], all[2_000]].map((id) => sessions.get(id!) !== undefined)).toEqual([
    false,
    true,
    true,
  ]);
});
