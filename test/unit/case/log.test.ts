import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CaseEvent, LogEntry } from '../../../shared/case/events.ts';
import { evolve, replay } from '../../../shared/case/evolve.ts';
import { CaseState } from '../../../shared/case/state.ts';
import { scheduleCase } from '../../../shared/deadlines/schedule.ts';
import { leizhou } from '../../support/bureaus.ts';
import { play, scenario } from './play.ts';

describe('a log', () => {
  it('is all there is: folded twice it gives the same state and the same schedule', () => {
    fc.assert(
      fc.property(scenario, ([level, chosen]) => {
        const { log, state } = play(level, chosen);
        const again = replay(log)!;
        expect(again).toEqual(state);
        expect(scheduleCase(leizhou, again)).toEqual(scheduleCase(leizhou, state));
        expect(scheduleCase(leizhou, again)).toEqual(scheduleCase(leizhou, again));
      }),
      { numRuns: 30 },
    );
  });

  it('and its head survive storage: JSON and the schemas lose nothing', () => {
    fc.assert(
      fc.property(scenario, ([level, chosen]) => {
        const { log, state } = play(level, chosen);
        expect(CaseState.parse(JSON.parse(JSON.stringify(state)))).toEqual(state);
        for (const entry of log) {
          expect(LogEntry.parse(JSON.parse(JSON.stringify(entry)))).toEqual(entry);
          for (const event of entry.events) expect(CaseEvent.safeParse(event).success).toBe(true);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('begins with the opening', () => {
    const { log } = play('blue', []);
    expect(() => evolve(null, { ...log[0]!, events: [{ type: 'CaseArchived' }] })).toThrow(
      'does not begin with CaseOpened',
    );
    expect(replay([])).toBeNull();
  });
});
