import type { BoardPlace, StoredRecord, WriteCondition } from './table.ts';

/** Whether a write may go on, given the record that is there: what DynamoDB's condition expressions say, in memory. */
export const meets = (condition: WriteCondition, old: StoredRecord | undefined): boolean => {
  if ('absent' in condition) return old === undefined;
  if ('below' in condition) {
    const value = old?.[condition.attribute];
    return old === undefined || (typeof value === 'number' && value < condition.below);
  }
  return old !== undefined && old[condition.attribute] === condition.equals;
};

const BEYOND = /[\ud800-\udfff]/;

/**
 * The order in which keys and instants lie in a store: that of their bytes in UTF-8. JavaScript's own is another where one has
 * what lies beyond U+FFFF, an emoji or a rare character of a name.
 */
export const inKeyOrder = (one: string, other: string): number => {
  if (one === other) return 0;
  if (BEYOND.test(one) || BEYOND.test(other)) return Buffer.compare(Buffer.from(one), Buffer.from(other));
  return one < other ? -1 : 1;
};

/** The order of a board; rows of one instant have a fixed one too. */
export const inBoardOrder = (one: BoardPlace, other: BoardPlace): number =>
  inKeyOrder(one.boardAt, other.boardAt) || inKeyOrder(one.pk, other.pk) || inKeyOrder(one.sk, other.sk);

/** Sorts after whatever else a text begins with: no text has it. */
export const LAST = '\u{10ffff}';
