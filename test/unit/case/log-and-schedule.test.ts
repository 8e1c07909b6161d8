import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../shared/case/events.ts';
import { CaseEvent, LogEntry } from '../../../shared/case/events.ts';
import { evolve, replay } from '../../../shared/case/evolve.ts';
import { CaseState } from '../../../shared/case/state.ts';
import { scheduleCase } from '../../../shared/deadlines/schedule.ts';
import type { CaseCommand } from '../../../shared/rules/decide.ts';
import { leizhou } from '../../support/bureaus.ts';
import {
  at,
  caseFile,
  group,
  head,
  leader,
  liaison,
  officer,
  opening,
  suggestion,
  system,
} from '../../support/case-file.ts';

const toLeaders = ['deputyLeader', 'officeHead'];
type Step = [Actor, CaseCommand] | 'run';
const steps: Step[] = [
  'run',
  [officer, { type: 'FileReport', kind: 'first', form: 'telephone', to: ['zhanjiang'] }],
  [officer, { type: 'FileReport', kind: 'first', form: 'written', to: ['zhanjiang'] }],
  [liaison, { type: 'FileReport', kind: 'progress', form: 'written', to: toLeaders }],
  [liaison, { type: 'Acknowledge' }],
  [officer, { type: 'AssignUnit', unit: 'drugs' }],
  [officer, { type: 'ChangeLevel', level: 'red', reason: '扩散', authority: 'change' }],
  [officer, { type: 'ChangeLevel', level: 'yellow', reason: '回落', authority: 'change' }],
  [officer, { type: 'ChangeLevel', level: 'blue', reason: '回落', authority: 'change' }],
  [head, { type: 'ApproveLevelChange' }],
  [officer, { type: 'AddSource', source: { kind: 'zhanjiang-assigned' } }],
  [officer, { type: 'AddSource', source: { kind: 'city-prompted' } }],
  [
    system,
    {
      type: 'AttachItem',
      item: { feed: 'f', id: '1', title: '转载' },
      grade: suggestion('orange'),
      flags: ['specificFacts'],
    },
  ],
  [officer, { type: 'SetFlags', add: ['externalEmergency'], remove: [], reason: '核实' }],
  [officer, { type: 'SetFlags', add: [], remove: ['externalEmergency'], reason: '误标' }],
  [head, { type: 'CorrectInstant', instant: 'occurredAt', at: at('03-02 09:00'), reason: '核实' }],
  [head, { type: 'RecordMeeting' }],
  [group, { type: 'StartPlan' }],
  [leader, { type: 'RecordAction', action: 'statementApproved' }],
  [officer, { type: 'RecordPublication', form: 'authoritative' }],
  [leader, { type: 'HoldDuty', duty: 'publicResponse', reason: '生命权优先' }],
  [leader, { type: 'ResumeDuty', duty: 'publicResponse', reason: '恢复' }],
  [group, { type: 'DeclareCalm', reason: '平息' }],
  [officer, { type: 'Rekindle', reason: '再起' }],
  [system, { type: 'ContinueClock', from: 1, reason: '满' }],
  [system, { type: 'RecordFault', execution: 'e', error: 'States.Timeout' }],
  [officer, { type: 'RecordInstruction', from: 'superior', text: '速办' }],
];

type File = ReturnType<typeof caseFile>;
const waitsOf = (file: File) =>
  file
    .schedule()
    .duties.flatMap(({ duty, current, next }) =>
      next === null
        ? []
        : [{ duty, occurrence: current.occurrence, stage: next.stage, index: next.index, at: next.at }],
    );

/** Plays `chosen`, one step every so many minutes, and shows the case to `look` after each entry that a step wrote. */
const play = (
  level: string,
  chosen: readonly [Step, number][],
  look: (
    file: File,
    before: ReturnType<typeof waitsOf>,
    rearms: boolean,
    actor: Actor,
    command: CaseCommand,
  ) => void = () => {},
) => {
  const file = caseFile();
  file.give('03-02 10:30', officer, opening({ level, instants: { occurredAt: at('03-02 08:00') } }));
  let now = Date.parse(at('03-02 10:30'));
  for (const [step, minutes] of chosen) {
    now += minutes * 60_000;
    if (step === 'run') {
      const local = new Date(now + 8 * 3600_000).toISOString();
      file.runTo(`${local.slice(5, 10)} ${local.slice(11, 19)}`);
      continue;
    }
    const [actor, command] = step;
    const before = waitsOf(file);
    const { rearms } = file.give(new Date(now).toISOString(), actor, command);
    look(file, before, rearms, actor, command);
  }
  return file;
};
const scenario = fc.tuple(
  fc.constantFrom('routine', 'blue', 'yellow', 'orange', 'red'),
  fc.array(fc.tuple(fc.constantFrom(...steps), fc.integer({ min: 0, max: 1500 })), { maxLength: 14 }),
);

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

  it('are not armed anew by their own acts unless another duty has to wake earlier', () => {
    for (const level of ['blue', 'yellow', 'orange', 'red']) {
      const file = play(level, [], () => {});
      file.runTo('03-05 12:00');
      const seen = caseFile();
      seen.give('03-02 10:30', officer, opening({ level, instants: { occurredAt: at('03-02 08:00') } }));
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
          scheduleCase(leizhou, replay(file.log.slice(0, entry.version - 1))!).duties.map(
            ({ duty, next }) => [duty, next],
          ),
        );
        const wakes = scheduleCase(leizhou, replay(file.log.slice(0, entry.version))!).duties.some(
          ({ duty, next }) => {
            const old = before.get(duty);
            return duty !== stage?.duty && next !== null && (old == null || next.at < old.at);
          },
        );
        expect(entry.rearms, `${entry.version} ${command}`).toBe(wakes);
      }
    }
  });

  it('start the unit’s report when the last receiver of the warning is reached', () => {
    const file = play('yellow', []);
    file.runTo('03-02 10:30');
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

describe('the record of what a command did to the duties', () => {
  const settled = (file: File) =>
    file.log.map(({ events }) =>
      events.flatMap((event) => (event.type === 'DutiesSettled' ? event.settled : [])),
    );

  it('names each newly owed duty with its due instant at the opening', () => {
    const [first] = settled(play('orange', []));
    expect(first).toEqual(
      expect.arrayContaining([
        { duty: 'warnUnits', occurrence: '1', outcome: 'planned', due: at('03-02 10:30') },
        { duty: 'publicResponse', occurrence: '1', outcome: 'planned', due: at('03-04 08:00') },
        { duty: 'dailyReport', occurrence: '1.1', outcome: 'planned', due: at('03-03 08:00') },
      ]),
    );
  });

  it('says when a due instant moves, and to where', () => {
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
            .flatMap((event) => (event.type === 'DutiesSettled' ? event.settled : []))
            .filter(({ outcome }) => outcome !== 'planned' && outcome !== 'moved')
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
          [[head, { type: 'Conclude', summary: '完', acknowledgeUnmet: '有数' }], 1],
          [[officer, { type: 'RecordAction', action: 'aftermath' }], 1],
          [[system, { type: 'Archive' }], 1],
        ]);
        const concludedAt = file.log.findIndex(
          ({ command, events }) => command === 'Conclude' && events[0]?.type === 'CaseConcluded',
        );
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
