import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replay } from '../../../shared/case/evolve.ts';
import { scheduleCase } from '../../../shared/deadlines/schedule.ts';
import { leizhou } from '../../support/bureaus.ts';
import { at, chief, group, head, officer, system } from '../../support/case-file.ts';
import { concluding } from '../../support/conclude.ts';
import { type File, play, scenario } from './play.ts';

describe('the record of what a command did to the duties', () => {
  const settled = (file: File) =>
    file.log.map(({ events }) =>
      events.flatMap((event) => (event.type === 'DutiesSettled' ? event.settled : [])),
    );

  it('names each newly owed duty with its due instant at the opening', () => {
    const [first] = settled(play('orange', []));
    expect(first).toEqual(
      expect.arrayContaining([
        {
          duty: 'warnUnits',
          occurrence: '1',
          limitKind: 'immediate',
          outcome: 'planned',
          due: at('03-02 10:30'),
        },
        { duty: 'publicResponse', occurrence: '1', outcome: 'planned', due: at('03-04 08:00') },
        { duty: 'dailyReport', occurrence: '1.1', outcome: 'planned', due: at('03-03 08:00') },
      ]),
    );
  });

  it('says when a due instant moves, from where to where, and why', () => {
    const file = play('orange', []);
    file.give('03-02 11:00', head, {
      type: 'CorrectInstant',
      instant: 'occurredAt',
      at: at('03-02 07:00'),
      reason: '核实',
    });
    expect(settled(file).at(-1)).toContainEqual({
      duty: 'publicResponse',
      occurrence: '1',
      outcome: 'moved',
      due: at('03-04 07:00'),
      before: at('03-04 08:00'),
      reason: '更正舆情发生时间',
    });
  });

  it('says of every clock that stops how it ended, unless it was put on hold', () => {
    fc.assert(
      fc.property(scenario, ([level, chosen]) => {
        const { log } = play(level, chosen);
        const running = (version: number) =>
          scheduleCase(leizhou, replay(log.slice(0, version))!)
            .duties.filter(({ status, current }) => ['open', 'held'].includes(status) && current.due !== null)
            .map(({ duty, current }) => `${duty}#${current.occurrence}`);
        for (const { version, events } of log.slice(1)) {
          const told = events
            .flatMap((event): { duty: string; occurrence: string }[] => {
              if (event.type === 'DutyMissed') return [event];
              if (event.type !== 'DutiesSettled') return [];
              return event.settled.filter(({ outcome }) => outcome !== 'planned' && outcome !== 'moved');
            })
            .map(({ duty, occurrence }) => `${duty}#${occurrence}`);
          const after = new Set([...running(version), ...told]);
          expect(running(version - 1).filter((key) => !after.has(key))).toEqual([]);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('never says the same end twice', () => {
    fc.assert(
      fc.property(scenario, ([level, chosen]) => {
        const file = play(level, [
          ...chosen,
          [[group, { type: 'DeclareCalm', reason: '平息' }], 1],
          [[head, concluding(leizhou.duties.map(({ id }) => ({ duty: id })))], 1],
          [[chief, { type: 'ApproveConclusion' }], 1],
          [[officer, { type: 'RecordAction', action: 'aftermath' }], 1],
          [[system, { type: 'Archive' }], 1],
        ]);
        const concludedAt = file.log.findIndex(({ events }) => events[0]?.type === 'CaseConcluded');
        if (concludedAt < 0) return;
        expect(
          settled(file)
            .slice(concludedAt + 1)
            .flat(),
        ).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});
