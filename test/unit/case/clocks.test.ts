import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evolve } from '../../../shared/case/evolve.ts';
import type { CaseState } from '../../../shared/case/state.ts';
import { isScheduleFull } from '../../../shared/deadlines/clocks.ts';
import { scheduleCase } from '../../../shared/deadlines/schedule.ts';
import type { CaseCommand } from '../../../shared/rules/decide.ts';
import { leizhou } from '../../support/bureaus.ts';
import { at, caseFile, officer, opening, system } from '../../support/case-file.ts';
import { play, scenario, waitsOf } from './play.ts';

describe('the clocks of a case', () => {
  it('are armed anew by a person’s act exactly when they wait for something else, or somewhere else', () => {
    fc.assert(
      fc.property(scenario, ([level, chosen]) => {
        play(level, chosen, (file, before, rearms, actor) => {
          if (actor.role === 'system') return;
          const { events } = file.log.at(-1)!;
          const elsewhere = events.some(
            (event) => event.type === 'LevelChanged' && event.handlingFrom !== event.handlingTo,
          );
          const same = JSON.stringify(waitsOf(file)) === JSON.stringify(before);
          expect(rearms).toBe(elsewhere || !same);
        });
      }),
      { numRuns: 40 },
    );
  });

  it('are not armed anew by their own acts unless another duty has to wake earlier, or the schedule is full', () => {
    for (const level of ['blue', 'yellow', 'orange', 'red']) {
      const file = play(level, [], () => {});
      file.runTo('03-05 12:00');
      const seen = caseFile();
      seen.give('03-02 10:30', officer, opening({ level, instants: { occurredAt: at('03-02 08:00') } }));
      let state: CaseState | null = null;
      const states = file.log.map((each) => {
        state = evolve(state, each);
        return state;
      });
      for (const entry of file.log.slice(1)) {
        const command = entry.command;
        if (command !== 'EnforceStage' && command !== 'RecordHandOvers') continue;
        const stage = entry.events.find(
          (event) =>
            event.type === 'DutyReminded' ||
            event.type === 'DutyFellDue' ||
            event.type === 'DutyOverdue' ||
            event.type === 'DutyMissed',
        );
        const before = new Map(
          scheduleCase(leizhou, states[entry.version - 2]!).duties.map(({ duty, next }) => [duty, next]),
        );
        const [then, now] = [entry.version - 2, entry.version - 1].map(
          (index) => states[index]!.enforcements,
        );
        const wakes = scheduleCase(leizhou, states[entry.version - 1]!).duties.some(({ duty, next }) => {
          const old = before.get(duty);
          return duty !== stage?.duty && next !== null && (old == null || next.at < old.at);
        });
        expect(entry.rearms, `${entry.version} ${command}`).toBe(wakes || isScheduleFull(then!, now!));
      }
    }
  });

  it('start the unit’s report when the last receiver of the warning is reached', () => {
    const file = play('yellow', []);
    file.release('03-02 10:30');
    const entry = file.log.find(({ events }) =>
      events.some(
        (event) =>
          event.type === 'NoticesHandedOver' &&
          event.handOvers.some(({ key }) => key.startsWith('warnUnits')),
      ),
    )!;
    expect(entry.rearms).toBe(true);
  });

  it('continue in a new execution once, whoever asks twice', () => {
    const file = play('yellow', []);
    const next: CaseCommand = { type: 'ContinueClock', from: 1, reason: '满' };
    expect(file.give('03-02 11:00', system, next).events).toEqual([
      { type: 'ClockContinued', generation: 2, reason: '满' },
    ]);
    expect(file.give('03-02 11:01', system, next).events).toEqual([]);
  });

  it('that fail are told to the operators', () => {
    const { events, rearms } = play('yellow', []).give('03-02 11:00', system, {
      type: 'RecordFault',
      execution: 'e',
      error: 'x',
    });
    expect(rearms).toBe(false);
    expect(events[1]).toMatchObject({
      type: 'NoticesMade',
      notices: [{ template: 'clockFault', role: 'operator' }, { role: 'dutyOfficer' }],
    });
  });
});
