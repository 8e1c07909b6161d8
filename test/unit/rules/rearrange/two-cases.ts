import { expect } from 'vitest';
import type { CaseState } from '../../../../shared/case/state.ts';
import { caseFile, leader, officer, opening, system } from '../../../support/case-file.ts';

export type File = ReturnType<typeof caseFile>;
type Facts = Parameters<typeof opening>[0];
export const A = 'LZ2026-0001';
export const B = 'LZ2026-0002';
export const REASON = '与该案卷说的是同一件事';
/** A case that the officer opened at a level; `when`: 03-02 10:00 without another. */
export const openedAs = (caseId: string, level: string, facts: Facts = {}, when = '03-02 10:00'): File => {
  const file = caseFile();
  const { refusal } = file.give(when, officer, opening({ level, caseId, ...facts }));
  expect(refusal).toBeNull();
  return file;
};
export const proposing = (other: CaseState | null, into = A) =>
  ({ type: 'MergeCase', into, reason: REASON, other }) as const;
/** Each 督办通知 that nobody had signed comes by an entry of its own. */
export const takeDrafts = (into: File, from: File, when: string): void => {
  const { events } = into.give(when, system, { type: 'TakeDraft', from: from.state });
  if (events.length > 0) takeDrafts(into, from, when);
};
/** Proposes, takes over and ends, as the office does it over both logs; the refusal of the proposal. */
export const merge = (from: File, into: File, when: string): string | undefined => {
  const { refusal } = from.give(when, officer, proposing(into.state));
  if (refusal !== null) return refusal.code;
  expect(into.give(when, leader, { type: 'TakeOver', from: from.state }).refusal).toBeNull();
  takeDrafts(into, from, when);
  expect(from.give(when, leader, { type: 'CloseMerged', other: into.state }).refusal).toBeNull();
  return undefined;
};
export const dueOf = (file: File, duty: string, occurrence?: string) =>
  file
    .schedule()
    .duties.find(
      (each) => each.duty === duty && (occurrence === undefined || each.current.occurrence === occurrence),
    )?.current.due;
