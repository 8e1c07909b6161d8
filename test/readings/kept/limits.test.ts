import { describe, expect, it } from 'vitest';
import type { CaseCommand } from '../../../shared/rules/decide.ts';
import { at, head, leader, officer, system } from '../../support/case-file.ts';
import { confirm, correct, type File, give, item, open, person, pushed } from '../given.ts';

// A limit that ran stays with its own instant, beside what an earlier beginning brings that is entered later.

const SECOND = 1000;
const moved = (instant: string, milliseconds: number): string =>
  new Date(Date.parse(instant) + milliseconds).toISOString();
const rate: CaseCommand = { type: 'RateCase', scale: 'sensitivity', level: 'grave', reason: '重新评估' };
const yinzhou = (): File => {
  const file = open({ bureau: 'yinzhou', level: 'major', when: '03-02 10:00' });
  give(file, '03-02 10:01', leader, confirm('major'));
  return file;
};

/** What is entered, by whom, in which bureau; `duty`: what is owed then; `early`: by when it would have been. */
const ENTERED = {
  '雷州: an old item that is attached by hand': {
    file: () => open({ level: 'red', when: '03-02 10:00', instants: { publishedAt: '03-02 09:30' } }),
    ...{ due: at('03-02 14:30'), duty: 'publicResponse', by: officer, early: at('03-01 17:00') },
    enter: item('old', 'red', { publishedAt: '03-01 12:00' }),
  },
  '雷州: an old item that a feed brings': {
    file: () => open({ level: 'red', when: '03-02 10:00', instants: { publishedAt: '03-02 09:30' } }),
    ...{ due: at('03-02 14:30'), duty: 'publicResponse', by: system, early: at('03-01 17:00') },
    enter: item('old', 'red', { publishedAt: '03-01 12:00' }),
  },
  '雷州: an earlier beginning that is stated': {
    file: () => open({ level: 'red', when: '03-02 10:00', instants: { publishedAt: '03-02 09:30' } }),
    ...{ due: at('03-02 14:30'), duty: 'publicResponse', by: officer, early: at('03-01 17:00') },
    enter: correct('occurredAt', '03-01 12:00'),
  },
  '鄞州: an old item, of a limit from 事发': {
    file: yinzhou,
    ...{ due: at('03-02 10:15'), duty: 'oralReport', by: officer, early: at('03-01 12:15') },
    enter: item('old', 'major', { publishedAt: '03-01 12:00' }),
  },
  '南宁: a graver rating': {
    file: () =>
      open({
        bureau: 'nanning',
        level: 'major',
        when: '03-02 09:00',
        instants: { detectedAt: '03-02 09:00' },
      }),
    ...{ due: at('03-02 13:00'), duty: 'reportGrave', by: head, early: at('03-02 11:00') },
    enter: rate,
  },
};

describe.each(Object.entries(ENTERED))('%s', (_, { file: opened, due, duty, by, early, enter }) => {
  const stage = (file: File) => {
    const { next } = file.duty(duty)!;
    return next && [next.stage, next.at, next.due];
  };

  it.each([-SECOND, 0])('entered at the limit %i ms: it is missed at its own instant', (milliseconds) => {
    const file = opened();
    file.runTo(moved(due, -2 * SECOND));
    expect(give(file, moved(due, milliseconds), by, enter)).toBe('done');
    // What the earlier beginning brings stands beside it, and is chased at once.
    expect(file.duty(duty)).toMatchObject({
      status: 'open',
      keptDue: due,
      current: { due: early, outcome: 'open' },
    });
    expect(file.duty(duty)?.foundLate).not.toBeNull();
    file.runTo(moved(due, -SECOND));
    expect(Object.keys(file.state.passed).filter((key) => key.startsWith(`${duty}#`))).toEqual([]);
    file.runTo(due);
    if (milliseconds < 0) expect(stage(file)?.[0]).toBe('overdue');
    give(file, moved(due, SECOND), officer, {
      type: 'RecordInstruction',
      from: 'bureau',
      text: '抓紧',
    } as CaseCommand);
    file.runTo(moved(due, 3600 * SECOND));
    const key = Object.keys(file.state.passed).find((each) => each.startsWith(`${duty}#`));
    expect(file.state.passed[key!]?.due).toBe(due);
    expect(file.duty(duty)).toMatchObject({ foundLate: null, current: { due: early } });
    expect(
      file.log
        .flatMap(({ events }) => events)
        .filter((event) => event.type === 'DutyOverdue' && event.duty === duty && event.due === due).length,
    ).toBeGreaterThan(0);
  });

  it('entered a second after the limit it was missed already', () => {
    const file = opened();
    file.runTo(due);
    give(file, moved(due, SECOND), by, enter);
    const passed = Object.values(file.state.passed).map((each) => each.due);
    expect(passed).toContain(due);
  });
});

describe('what ran as 暂定 when an old item came', () => {
  const proposed = () =>
    pushed({ proposed: 'red', when: '03-02 10:00', instants: { publishedAt: '03-02 09:30' } });
  it.each([
    ['determined in time, a second before it', '03-02 10:20', '03-02 14:29:59', false],
    ['determined in time, at it', '03-02 10:20', '03-02 14:30:00', false],
    ['determined in time, a second after it', '03-02 10:20', '03-02 14:30:01', true],
  ])('%s', (_, graded, when, isMissed) => {
    const file = proposed();
    for (const [id, publishedAt] of [
      ['one', '03-01 12:00'],
      ['two', '03-01 08:00'],
    ] as const)
      give(file, '03-02 10:10', officer, item(id, 'red', { publishedAt }));
    expect(give(file, graded, officer, confirm('red'))).toBe('done');
    expect(file.duty('publicResponse')).toMatchObject({ keptDue: at('03-02 14:30') });
    give(file, when, officer, { type: 'AssignUnit', unit: 'drugs' });
    expect(file.state.passed['publicResponse#1']?.due).toBe(isMissed ? at('03-02 14:30') : undefined);
  });
});

describe('a limit that was kept', () => {
  const entered = (): File => {
    const file = open({ level: 'red', when: '03-02 10:00', instants: { publishedAt: '03-02 09:30' } });
    give(file, '03-02 12:00', officer, item('old', 'red', { publishedAt: '03-01 12:00' }));
    return file;
  };
  it('holds no more when who may grant time puts off what it counts from', () => {
    const file = entered();
    expect(give(file, '03-02 12:10', person('leadingGroup'), correct('occurredAt', '03-02 09:50'))).toBe(
      'done',
    );
    expect(file.duty('publicResponse')).toMatchObject({
      keptDue: null,
      foundLate: null,
      current: { due: at('03-02 14:50') },
    });
    expect(file.log.at(-1)?.events.map(({ type }) => type)).toContain('LimitsKept');
  });

  it.each([
    ['03-02 10:14:59', undefined],
    ['03-02 10:15:00', undefined],
    ['03-02 10:15:01', at('03-02 10:15')],
  ])('鄞州: done at %s it was missed: %s', (when, passed) => {
    const file = yinzhou();
    give(file, '03-02 10:05', officer, item('old', 'major', { publishedAt: '03-01 12:00' }));
    const unit = { ...person('unitLiaison'), unit: 'welfareHome' };
    const to = ['deputyLeader', 'chiefLeader'];
    expect(give(file, when, unit, { type: 'FileReport', kind: 'first', form: 'oral', to })).toBe('done');
    expect(file.state.passed['oralReport#1']?.due).toBe(passed);
    // Late by the law all the same; nobody's fault where what could be kept was kept.
    expect(file.duty('oralReport')?.current.outcome).toBe('fulfilledLate');
    expect(file.duty('oralReport')?.foundLate?.how).toBe(passed === undefined ? 'discovery' : undefined);
  });
});
