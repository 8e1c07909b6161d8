import type { CaseState } from '../../../case/state.ts';
import { elsewhereOf } from '../../../deadlines/days/owed.ts';
import { scheduleCase } from '../../../deadlines/schedule.ts';
import type { ScheduledDuty } from '../../../deadlines/scheduled-duty.ts';
import { receiptsOf } from '../../../deadlines/starts/receipts.ts';
import type { Duty, Regulation } from '../../../regulations/schema.ts';

// Which time of a duty of the merged case stands for one of a case that it was made of.

const RUNNING: readonly ScheduledDuty['status'][] = ['open', 'held', 'listed'];
/** Whether it is owed now. */
export const isOpen = ({ status, current }: ScheduledDuty): boolean =>
  RUNNING.includes(status) && current.outcome === 'open';

export const isOfReceipts = ({ recurs }: Duty): boolean => recurs === 'eachReceipt';

/** Under which number the merged case owes what a case owed for a receipt; undefined: for none that is there. */
const numberIn = (merged: CaseState, of: CaseState, duty: Duty, occurrence: string): string | undefined => {
  const receipt = receiptsOf(of, duty).find(({ number }) => number === occurrence);
  if (receipt === undefined) return undefined;
  const { at, recordedAt, by } = receipt.stated.at(-1)!;
  const [kind] = receipt.kinds;
  const place = merged.received.findLastIndex(
    (each) =>
      each.kind === kind &&
      (receipt.reference === undefined
        ? each.at === at && each.recordedAt === recordedAt && each.by.id === by.id
        : each.reference === receipt.reference),
  );
  return receiptsOf(merged, duty).find(({ places }) => places.includes(place))?.number;
};

/** The times of the merged case that may stand for one of a case that it was made of. */
export const matchesOf = (
  regulation: Regulation,
  merged: CaseState,
  of: CaseState,
  { duty: id, current: { occurrence }, unit = of.unit ?? undefined }: ScheduledDuty,
): ScheduledDuty[] => {
  const duties = scheduleCase(regulation, merged).duties.filter(
    // What was missed in another case stands for nothing but itself.
    ({ current }) => elsewhereOf(merged, current.occurrence) === undefined,
  );
  const all = duties.filter(({ duty }) => duty === id);
  const duty = regulation.duties.find((each) => each.id === id);
  // At a higher level another duty may stand in its place.
  if (all.length === 0) return duties.filter((each) => duty?.replacedBy.includes(each.duty));
  // What each unit owes for itself it owes in the merged case too.
  if (duty?.recurs === 'eachUnit' && unit !== undefined)
    return all.filter((each) => (each.unit ?? merged.unit) === unit);
  if (duty === undefined || !isOfReceipts(duty)) return all;
  // Owed there without any receipt.
  if (!receiptsOf(of, duty).some((receipt) => receipt.number === occurrence)) return all;
  const number = numberIn(merged, of, duty, occurrence);
  return all.filter(({ current }) => current.occurrence === number);
};
