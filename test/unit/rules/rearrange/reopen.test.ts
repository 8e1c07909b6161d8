import { describe, expect, it } from 'vitest';
import { at, chief, head, leader, officer, system } from '../../../support/case-file.ts';
import { concludeCase } from '../../../support/conclude.ts';
import { open, points } from '../commands/given.ts';

const REASON = '结报后当事人提出新的证据';
const reopen = { type: 'Reopen', reason: REASON } as const;
/** A yellow case that was concluded with what is left undone, at `when`. */
const concluded = (when: string) => {
  const file = open('blue');
  concludeCase(file, when, head);
  expect(file.state.status).toBe('concluded');
  return file;
};

describe('a case that is opened again', () => {
  it('runs from its own starts: every limit stands where it stood', () => {
    const file = open('blue');
    const before = file.schedule().duties.map(({ duty, current, start }) => [duty, current.due, start?.at]);
    concludeCase(file, '03-02 10:40', head);
    const { events, refusal, rearms } = file.give('03-02 10:50', head, reopen);
    expect(refusal).toBeNull();
    expect(rearms).toBe(true);
    expect(events).toContainEqual({
      type: 'CaseReopened',
      concludedAt: at('03-02 10:40'),
      reason: REASON,
      between: [],
    });
    expect(file.state).toMatchObject({ status: 'open', concludedAt: null, generation: 2 });
    const after = file.schedule().duties.map(({ duty, current, start }) => [duty, current.due, start?.at]);
    expect(after).toEqual(before);
  });

  it('says what fell due in between, which is late as of its own instant', () => {
    const file = open('blue');
    const limits = file
      .schedule()
      .duties.filter(({ current, breachable }) => current.due !== null && breachable)
      .map(({ duty, current }) => ({ duty, due: current.due! }))
      .sort((one, other) => (one.due < other.due ? -1 : 1));
    const [first] = limits;
    concludeCase(file, '03-02 10:40', head);
    const { events } = file.give('03-20 10:40', head, reopen);
    const [reopened] = events.filter(({ type }) => type === 'CaseReopened');
    expect(reopened).toMatchObject({ between: expect.arrayContaining([expect.objectContaining(first!)]) });
    expect(file.state.passed[`${first!.duty}#1`]).toMatchObject({ due: first!.due });
  });

  it.each(['leizhou', 'nanning', 'petition'])(
    'is refused while it is open, and a repeat is a success',
    () => {
      const file = open('blue');
      expect(file.give('03-02 10:41', head, reopen).refusal?.code).toBe('CASE_NOT_CONCLUDED');
      concludeCase(file, '03-02 10:42', head);
      expect(file.give('03-02 10:43', head, reopen).events.length).toBeGreaterThan(0);
      expect(file.give('03-02 10:44', head, reopen)).toMatchObject({ events: [], refusal: null });
    },
  );

  it('is refused once it is archived', () => {
    const file = concluded('03-02 10:40');
    file.give('03-02 10:41', system, { type: 'Archive' });
    expect(file.state.status).toBe('archived');
    expect(file.give('03-02 10:42', head, reopen).refusal?.code).toBe('CASE_ARCHIVED');
  });

  it('is not for who may not conclude', () => {
    const file = concluded('03-02 10:40');
    expect(file.give('03-02 10:41', officer, reopen).refusal?.code).toBe('ROLE_NOT_ALLOWED');
  });

  it('has its review before it again', () => {
    const file = open('orange');
    file.give('03-02 10:36', chief, { type: 'DeclareCalm', reason: '平息' });
    file.give('03-02 10:37', officer, { type: 'FileReview', points });
    concludeCase(file, '03-02 10:40', leader);
    expect(file.state).toMatchObject({ status: 'concluded', reviewedAt: expect.any(String) });
    file.give('03-02 10:42', leader, reopen);
    expect(file.state).toMatchObject({ status: 'open', reviewedAt: null });
  });
});
