import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../../shared/case/events.ts';
import { whoIs } from '../../../../shared/rules/persons.ts';
import { peopleToCall } from '../../../../shared/rules/reading/roster.ts';
import { leizhou } from '../../../support/bureaus.ts';
import { at, chief, head, leader, liaison, officer } from '../../../support/case-file.ts';
import { rosterOf } from '../../../support/roster.ts';
import { open } from '../levels/given.ts';

const roster = rosterOf([officer, head, leader, chief, liaison]);

describe('whom somebody has to call', () => {
  const callsOf = (file: ReturnType<typeof open>, actor: Actor, now: string): boolean => {
    const reading = { regulation: leizhou, roster, who: whoIs(roster, actor), onDuty: [] };
    const of = { regulation: leizhou, state: file.state, duties: file.schedule().duties };
    return peopleToCall(reading, [of], at(now)).has(officer.id);
  };

  it('is who has not done what has come up to him, since its limit has passed and until it is done', () => {
    const file = open('orange');
    file.runTo('03-02 12:59');
    expect(callsOf(file, leader, '03-02 12:59')).toBe(false);
    file.runTo('03-02 14:00');
    expect(callsOf(file, leader, '03-02 12:59')).toBe(false);
    expect(callsOf(file, leader, '03-02 14:01')).toBe(true);
    // Nothing has come up to the unit.
    expect(callsOf(file, liaison, '03-02 14:01')).toBe(false);
    file.give('03-02 14:10', officer, {
      ...{ type: 'FileReport', kind: 'first', form: 'telephone', to: ['zhanjiang'] },
    });
    expect(callsOf(file, leader, '03-02 14:11')).toBe(false);
  });
});
