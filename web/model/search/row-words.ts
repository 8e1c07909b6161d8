import type { CaseRow } from '../../../shared/contracts/replies/case.ts';
import { left, type Run, textOf } from '../duration.ts';
import { taskMarks, withMarks } from '../limit-marks.ts';
import { millisecondsOf, momentOf } from '../wall-clock.ts';

/** A row of the list, as far as it is words. */
export interface RowWords {
  /** Who handles it, and what state it is in where it is not being handled. */
  place: string;
  /** 逾期2件; empty where there is none. */
  overdue: string;
  /** What is next, and until when; empty where nothing is. */
  next: string;
}

type Next = NonNullable<CaseRow['next']>;

const nextWords = (next: Next, now: number): string => {
  const { name, due, at, stageText } = next;
  if (due !== null && millisecondsOf(due) > now) {
    const rest: Run[] = left(millisecondsOf(due) - now);
    return `下一时限：${name}，${textOf(rest)}（${withMarks(`${momentOf(due, now, true)}前`, taskMarks(next))}）`;
  }
  return `下次提醒：${name}，${momentOf(at, now)}${stageText}`;
};

const stateWords = ({ state, stateText }: CaseRow): string[] => (state === 'open' ? [] : [stateText]);

/** What a row of the list says at `now`. */
export const rowWords = (row: CaseRow, now: number): RowWords => {
  const { unit, jointUnits, overdueDuties, next } = row;
  const joint = jointUnits.map(({ name }) => name).join('、');
  return {
    place: [
      unit === null ? '尚未转办' : unit.name,
      ...(joint === '' ? [] : [`${joint}会办`]),
      ...stateWords(row),
    ].join('，'),
    overdue: overdueDuties.length === 0 ? '' : `逾期${overdueDuties.length}件`,
    next: next === null ? '' : nextWords(next, now),
  };
};
