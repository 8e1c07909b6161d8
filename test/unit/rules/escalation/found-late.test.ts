import { describe, expect, it } from 'vitest';
import { at, caseFile, officer, opening } from '../../../support/case-file.ts';
import { eventsOf, told } from './given.ts';

describe('a case that is found late', () => {
  const red = () => {
    const file = caseFile();
    file.give('03-02 18:00', officer, opening({ level: 'red', instants: { occurredAt: at('03-02 08:00') } }));
    return file;
  };

  it('shows the 5 hours as overdue at discovery with the lag, and does not move them', () => {
    const scheduled = red().duty('publicResponse')!;
    expect(scheduled.current.due).toBe(at('03-02 13:00'));
    expect(scheduled.foundLate?.lagMilliseconds).toBe(5 * 3600_000);
    expect(scheduled.next).toMatchObject({ stage: 'overdue', at: at('03-02 18:00'), rung: 0 });
  });

  it('escalates it at once and from the responsible role upwards', () => {
    const file = red();
    const seen = file.runTo('03-02 19:10').filter((line) => line.includes('publicResponse'));
    expect(seen).toEqual([
      '03-02 18:00 publicResponse#1 overdue0',
      '03-02 18:30 publicResponse#1 overdue1',
      '03-02 19:00 publicResponse#1 overdue2',
    ]);
    expect(told(eventsOf(file), 'publicResponse')).toEqual([
      'overdue officeHead',
      'overdueAbove deputyLeader',
      'overdueAbove chiefLeader',
      'overdueAbove deputyLeader',
      'overdue officeHead',
      'overdueAbove chiefLeader',
      'overdue officeHead',
    ]);
    expect(eventsOf(file)).toContainEqual(
      expect.objectContaining({
        type: 'DutyOverdue',
        duty: 'publicResponse',
        index: 0,
        foundLate: 'discovery',
        lagMilliseconds: 5 * 3600_000,
      }),
    );
  });

  it.each([
    ['03-02 12:59:59', undefined, 'due'],
    ['03-02 13:00:00', 0, 'due'],
    ['03-02 13:00:01', 1000, 'overdue'],
  ])('opened at %s has the lag %s', (when, lag, stage) => {
    const file = caseFile();
    file.give(when, officer, opening({ level: 'red', instants: { occurredAt: at('03-02 08:00') } }));
    expect(file.duty('publicResponse')!.foundLate?.lagMilliseconds).toBe(lag);
    expect(file.duty('publicResponse')!.next!.stage).toBe(stage);
  });

  it.each([
    ['a second before it was found', '03-02 01:19:59', { how: 'discovery', lagMilliseconds: 1000 }],
    ['at the instant that it was found', '03-02 01:20:00', { how: 'discovery', lagMilliseconds: 0 }],
    ['a second after it was found', '03-02 01:20:01', null],
    ['hours before', '03-01 20:00:00', { how: 'discovery', lagMilliseconds: 320 * 60_000 }],
    ['between the finding and the entry', '03-02 05:00:00', null],
  ])(
    'found at 06:20 and entered at 10:42, its limit being %s, it counts to the finding alone',
    (_, from, excuse) => {
      const file = caseFile();
      const instants = { occurredAt: at(from), detectedAt: at('03-02 06:20') };
      file.give('03-02 10:42', officer, opening({ level: 'red', instants }));
      expect(file.duty('publicResponse')).toMatchObject({ foundLate: excuse, next: { stage: 'overdue' } });
    },
  );

  it('counts from the first publication, which the opinion begins with', () => {
    const file = caseFile();
    file.give(
      '03-02 12:00',
      officer,
      opening({ level: 'red', instants: { publishedAt: at('03-02 09:00') } }),
    );
    expect(file.duty('publicResponse')).toMatchObject({
      start: { instant: 'publishedAt', estimated: false },
      current: { due: at('03-02 14:00') },
    });
    file.give('03-02 12:10', officer, {
      type: 'CorrectInstant',
      instant: 'occurredAt',
      at: at('03-02 08:30'),
      reason: '核实',
    });
    expect(file.duty('publicResponse')).toMatchObject({
      start: { instant: 'occurredAt', estimated: false },
      current: { due: at('03-02 13:30') },
    });
  });

  it('counts from when the bureau knew at the latest, when neither occurrence nor publication is known', () => {
    const file = caseFile();
    file.give('03-02 12:00', officer, opening({ level: 'red', instants: { detectedAt: at('03-02 11:00') } }));
    expect(file.duty('publicResponse')).toMatchObject({
      start: { instant: 'detectedAt', estimated: true },
      current: { due: at('03-02 16:00') },
      breachable: true,
    });
  });
});
