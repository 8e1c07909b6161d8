import { expect, it } from 'vitest';
import { type Act, type Case, IN_TIME_UP_TO_THE_LIMIT, outcomesAround } from '../primitives/bureau-case.ts';
import { at } from '../support/case-file.ts';

/** An act that the case takes; a refusal fails the test. */
export const done = (opened: Case, when: string, role: string, command: Parameters<Case['give']>[2]): void =>
  expect(opened.give(when, role, command)).toBe('done');
export const by =
  (role: string, ...commands: Parameters<Case['give']>[2][]): Act =>
  (opened, when) => {
    for (const command of commands) done(opened, when, role, command);
  };

interface Owed {
  open: () => Case;
  duty: string;
  /** What meets it. */
  meet: Act;
  /** What looks like it and does not. */
  wrong?: Act;
}
/** `leizhou 办法 第六条` → the clause. */
const clauseOf = (title: string): string => title.slice(title.indexOf(' ') + 1);
const restsOn = (opened: Case, duty: string, title: string): void =>
  expect(opened.duty(duty)?.cite).toContain(clauseOf(title));
const wordsOf = (opened: Case, duty: string): string[] =>
  opened.events().flatMap((event) => {
    if (!('duty' in event)) return [];
    const also = event.type === 'DutyReminded' ? (event.also ?? []) : [];
    return event.duty === duty || also.some((other) => other.duty === duty) ? [event.type] : [];
  });

const itIsNotMetBy = ({ open, duty, wrong }: Owed, when: string): void => {
  if (wrong === undefined) return;
  it('is not met by what only looks like it', () => {
    const opened = open();
    wrong(opened, when);
    expect(opened.outcome(duty)).toBe('open');
  });
};

/** A limit in numbers, its due instant counted by hand from the clause: in time up to that second, late after it. */
export const itRunsOut =
  (owed: Owed & { due: string; wrongAt?: string }) =>
  (title: string): void => {
    const { open, duty, due, meet } = owed;
    it('is met up to the last second, and late one second after', () => {
      restsOn(open(), duty, title);
      expect(outcomesAround(due, duty, open, meet)).toEqual(IN_TIME_UP_TO_THE_LIMIT);
    });
    it('falls due in that second when nobody acts, and is overdue after it', () => {
      const opened = open();
      const before = new Date(Date.parse(at(due)) - 1000).toISOString();
      opened.steps(before, duty);
      expect(wordsOf(opened, duty)).not.toContain('DutyFellDue');
      opened.steps(at(due), duty);
      expect(wordsOf(opened, duty)).toContain('DutyFellDue');
      expect(wordsOf(opened, duty)).not.toContain('DutyOverdue');
      opened.steps(new Date(Date.parse(at(due)) + 86_400_000).toISOString(), duty);
      expect(wordsOf(opened, duty)).toContain('DutyOverdue');
    });
    itIsNotMetBy(owed, owed.wrongAt ?? '03-02 10:45');
  };

/** A limit that repeats: the first period to the second, then the next ones. */
export const itRepeats =
  (owed: Owed & { dues: readonly [string, ...string[]]; wrongAt?: string }) =>
  (title: string): void => {
    const { open, duty, meet, dues } = owed;
    itRunsOut({ ...owed, due: dues[0] })(title);
    it('is owed again and again', () => {
      const opened = open();
      for (const due of dues) {
        expect(opened.due(duty)).toBe(at(due));
        meet(opened, due);
      }
    });
  };

/** 立即 and 第一时间: no number, so owed from the first second and chased, and never overdue. */
export const itIsOwedAtOnce =
  (owed: Owed & { since: string; then: string }) =>
  (title: string): void => {
    const { open, duty, since, then, meet } = owed;
    it('is owed from the first second, chased for days, and never overdue', () => {
      const opened = open();
      restsOn(opened, duty, title);
      expect(opened.due(duty)).toBe(at(since));
      opened.steps(new Date(Date.parse(at(then)) + 2 * 86_400_000).toISOString(), duty);
      const words = wordsOf(opened, duty);
      expect(words.filter((word) => word === 'DutyReminded').length).toBeGreaterThan(2);
      expect(words).not.toContain('DutyOverdue');
      expect(words).not.toContain('SupervisionOrderIssued');
      expect(opened.outcome(duty)).toBe('open');
    });
    it('is met by the act that the clause asks for, whenever it comes', () => {
      const opened = open();
      meet(opened, then);
      expect(opened.outcome(duty)).toBe('fulfilled');
    });
    itIsNotMetBy(owed, then);
  };

/** What the system itself does in the first second: the notice to every receiver, handed over. */
export const itIsToldAtOnce =
  ({ open, duty, since, to }: Omit<Owed, 'meet'> & { since: string; to: readonly string[] }) =>
  (title: string): void => {
    it('is told by the system in the first second, to everybody whom the clause names', () => {
      const opened = open();
      restsOn(opened, duty, title);
      expect(opened.due(duty)).toBe(at(since));
      expect(opened.outcome(duty)).toBe('open');
      opened.steps(at(since), duty);
      expect(opened.outcome(duty)).toBe('fulfilled');
      const told = opened
        .events()
        .flatMap((event) => (event.type === 'NoticesMade' ? event.notices : []))
        .filter((notice) => notice.duty === duty);
      expect(told.map(({ role }) => role)).toEqual(expect.arrayContaining([...to]));
    });
  };

/** A warning: who is on duty is asked for its release in the first second; released, it goes to everybody named. */
export const itIsReleasedAtOnce =
  ({
    open,
    duty,
    since,
    to,
    by: role = 'dutyOfficer',
  }: Omit<Owed, 'meet'> & { since: string; to: readonly string[]; by?: string }) =>
  (title: string): void => {
    it('is asked for in the first second, and released it reaches everybody whom the clause names', () => {
      const opened = open();
      restsOn(opened, duty, title);
      expect(opened.due(duty)).toBe(at(since));
      opened.steps(at(since), duty);
      const told = () =>
        opened
          .events()
          .flatMap((event) => (event.type === 'NoticesMade' ? event.notices : []))
          .filter((notice) => notice.duty === duty)
          .map((notice) => notice.role);
      expect(told()).toEqual([role]);
      opened.file.release(since, { id: `p-${role}`, name: role, role });
      expect(opened.outcome(duty)).toBe('fulfilled');
      expect(told().slice(1)).toEqual(expect.arrayContaining([...to]));
    });
  };
