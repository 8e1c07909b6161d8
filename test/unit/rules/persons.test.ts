import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../shared/case/events.ts';
import { NOBODY, Roster } from '../../../shared/contracts/roster.ts';
import {
  identified,
  isSamePerson,
  nameOfPerson,
  personOf,
  refuseSecondPerson,
  refuseUnknownPerson,
  rolesOf,
} from '../../../shared/rules/persons.ts';
import { head, leader } from '../../support/case-file.ts';
import { mobileOf } from '../../support/roster.ts';

const entry = (id: string, mobile: number, more: object = {}) => ({
  id,
  name: `人员${id}`,
  mobile: mobileOf(mobile),
  ...more,
});
/** One person as head of the office (b) and as 分管局领导 (a), another (c) who is also the head of a unit. */
const roster = Roster.parse({
  roles: {
    officeHead: [entry('b', 1)],
    deputyLeader: [entry('a', 1, { available: false }), entry('c', 2)],
    unitHead: [entry('c', 2, { unit: 'food' })],
  },
});
const acting = (id: string, more: Partial<Actor> = {}): Actor => ({ ...head, id, ...more });

describe('a person', () => {
  it('is the first of all ids that have one number, whether he is on duty or on leave', () => {
    expect(['a', 'b', 'c', 'x', ''].map((id) => personOf(roster, id))).toEqual([
      'a',
      'a',
      'c',
      undefined,
      undefined,
    ]);
    expect(personOf(NOBODY, 'a')).toBeUndefined();
  });

  it('holds the posts of all his ids', () => {
    const both = [{ role: 'officeHead' }, { role: 'deputyLeader' }];
    expect(rolesOf(roster, 'a')).toEqual(both);
    expect(rolesOf(roster, 'b')).toEqual(both);
    expect(rolesOf(roster, 'c')).toEqual([{ role: 'deputyLeader' }, { role: 'unitHead', unit: 'food' }]);
    expect(rolesOf(roster, 'x')).toEqual([]);
  });

  it('has the name that the roster gives an id', () => {
    expect([nameOfPerson(roster, 'b'), nameOfPerson(roster, 'x')]).toEqual(['人员b', undefined]);
  });

  it('is written to the actor by the roster of the moment and by nothing else', () => {
    const named = { person: 'a', ids: ['a', 'b'], name: '人员b' };
    expect(identified(roster, acting('b'))).toEqual(acting('b', named));
    expect(identified(roster, acting('x', { person: 'a' }))).toEqual(acting('x'));
  });
});

describe('one person or two', () => {
  const same = (one: Actor, other: Actor, now = roster) => isSamePerson({ roster: now }, one, other);
  it('is asked of the person, not of the post or the id', () => {
    expect(same(acting('a'), acting('a', { role: 'deputyLeader' }))).toBe(true);
    expect(same(acting('a', { person: 'a' }), acting('b', { person: 'a' }))).toBe(true);
    expect(same(acting('a', { person: 'a' }), acting('c', { person: 'c' }))).toBe(false);
  });

  it('whom the roster does not know is told by his id', () => {
    expect(same(acting('x'), acting('x'), NOBODY)).toBe(true);
    expect(same(acting('x'), acting('y'), NOBODY)).toBe(false);
  });

  it('is one if it was so then or is so now', () => {
    const split = Roster.parse({ roles: { officeHead: [entry('a', 1), entry('b', 3), entry('c', 2)] } });
    expect(same(acting('b', { person: 'a' }), acting('a', { person: 'a' }), split)).toBe(true);
    const joined = Roster.parse({ roles: { officeHead: [entry('a', 2), entry('b', 1), entry('c', 2)] } });
    expect(same(acting('c', { person: 'c' }), acting('a', { person: 'a' }), joined)).toBe(true);
    expect(same(acting('c', { person: 'c' }), acting('b', { person: 'b' }), joined)).toBe(false);
  });
});

describe('who confirms', () => {
  const unknown = {
    code: 'PERSON_UNKNOWN',
    message: '登录的人员不在名册,不能确认(审批、签发);请先在名册中登记',
  };
  const refusal = (first: Actor, actor: Actor) =>
    refuseSecondPerson({ roster, actor: identified(roster, actor) }, first, '须由第二人审批');

  it('stands in the roster', () => {
    expect(refuseUnknownPerson({ actor: acting('x') })).toEqual(unknown);
    expect(refuseUnknownPerson({ actor: acting('b', { person: 'a' }) })).toBeUndefined();
  });

  it('as a second person stands in the roster and is another', () => {
    const first = identified(roster, acting('b'));
    expect(refusal(first, acting('c'))).toBeUndefined();
    expect(refusal(first, acting('x'))).toEqual(unknown);
    for (const id of ['a', 'b'])
      expect(refusal(first, { ...leader, id })).toEqual({
        code: 'SECOND_PERSON_REQUIRED',
        message: '须由第二人审批',
      });
  });
});
