import { describe, expect, it } from 'vitest';
import { exampleRoster } from '../../../infra/local/people.ts';
import type { Person, Roster } from '../../../shared/contracts/roster.ts';
import { gapsOf, peopleFor, recipientsOf } from '../../../shared/notices/recipients.ts';
import { leizhou } from '../../support/bureaus.ts';

const person = (id: string, more: Partial<Person> = {}): Person => ({
  id,
  name: id,
  mobile: '+8613800000000',
  available: true,
  ...more,
});
const reached = (roles: Roster['roles'], role: string, unit?: string) => {
  const found = recipientsOf(leizhou, { roles }, role, unit);
  return found === undefined ? undefined : [found.reachedRole, ...found.people.map(({ id }) => id)];
};

describe('recipients', () => {
  it('are all available people of the role', () => {
    const officers = [person('a'), person('b', { available: false }), person('c')];
    expect(reached({ dutyOfficer: officers }, 'dutyOfficer')).toEqual(['dutyOfficer', 'a', 'c']);
  });

  it('of a unit role are those of the unit', () => {
    const liaisons = [person('food', { unit: 'food' }), person('drugs', { unit: 'drugs' })];
    const roles = {
      unitLiaison: liaisons,
      unitHead: [person('h', { unit: 'ip' })],
      officeHead: [person('o')],
    };
    expect(reached(roles, 'unitLiaison', 'food')).toEqual(['unitLiaison', 'food']);
    expect(reached(roles, 'unitLiaison', 'ip')).toEqual(['unitHead', 'h']);
    expect(reached(roles, 'unitLiaison', 'price')).toEqual(['officeHead', 'o']);
    expect(reached(roles, 'unitLiaison')).toEqual(['officeHead', 'o']);
  });

  it.each([
    ['unitLiaison', 'chiefLeader'],
    ['dutyOfficer', 'chiefLeader'],
    ['coordination', 'chiefLeader'],
    ['leadingGroup', 'chiefLeader'],
    ['operator', 'chiefLeader'],
  ])('of %s fall up to the %s when everybody between is away', (role, top) => {
    const away = Object.fromEntries(
      Object.entries(exampleRoster().roles).map(([id, people]) => [
        id,
        people.map((each) => ({ ...each, available: id === top })),
      ]),
    );
    expect(reached(away, role, 'food')?.[0]).toBe(top);
  });

  it('are nobody when there is nobody above either', () => {
    expect(reached({}, 'dutyOfficer')).toBeUndefined();
    expect(reached({ dutyOfficer: [person('a')] }, 'chiefLeader')).toBeUndefined();
    expect(reached({}, 'constructor')).toBeUndefined();
  });
});

describe('everybody whom roles name', () => {
  it('are the people of a unit post of every unit, each once', () => {
    const roles = {
      unitLiaison: [
        person('food', { unit: 'food', mobile: '+8613800000001' }),
        person('drugs', { unit: 'drugs', mobile: '+8613800000002' }),
      ],
      dutyOfficer: [person('food too', { mobile: '+8613800000001' })],
      officeHead: [person('o', { mobile: '+8613800000003' })],
    };
    const numbers = peopleFor(leizhou, { roles }, ['unitLiaison', 'dutyOfficer']).map(({ mobile }) => mobile);
    // The units without a liaison fall up to the office.
    expect(numbers.toSorted()).toEqual(['+8613800000001', '+8613800000002', '+8613800000003']);
    expect(peopleFor(leizhou, { roles: {} }, ['unitLiaison'])).toEqual([]);
  });
});

describe('the gaps of a roster', () => {
  it('are the roles that nobody available holds, unit by unit', () => {
    expect(gapsOf(leizhou, exampleRoster())).toEqual([]);
    const roster = exampleRoster();
    roster.roles.dutyOfficer = [person('a', { available: false })];
    roster.roles.unitLiaison = roster.roles.unitLiaison!.filter(({ unit }) => unit !== 'food');
    expect(gapsOf(leizhou, roster)).toEqual([
      expect.objectContaining({ id: 'dutyOfficer' }),
      expect.objectContaining({ id: 'unitLiaison', unit: 'food', name: expect.stringMatching(/·/) }),
    ]);
  });

  it('are every role of the bureau when there is no roster, and none of the superiors', () => {
    const gaps = gapsOf(leizhou, { roles: {} });
    const internal = leizhou.roles.filter(({ kind }) => kind === 'internal').map(({ id }) => id);
    expect(new Set(gaps.map(({ id }) => id))).toEqual(new Set(internal));
  });
});
