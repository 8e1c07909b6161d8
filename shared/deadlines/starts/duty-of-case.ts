import type { CaseState } from '../../case/state.ts';
import type { Duty, Regulation } from '../../regulations/schema.ts';
import type { Instant } from '../../time/instants.ts';
import type { Receipt } from './receipts.ts';

/** What became of the duties that others count from, as far as the schedule is computed. */
interface Others {
  /** When each was first completed. */
  completions: Readonly<Record<string, Instant | null>>;
  /** What each is due at now. */
  dues: Readonly<Record<string, Instant | null>>;
}
/** One duty of one case, with what became of the duties that it may count from. */
export interface DutyOfCase {
  regulation: Regulation;
  state: CaseState;
  duty: Duty;
  others: Others;
  /** Of a duty that is owed for every receipt: which of them. */
  receipt?: Receipt;
  /** Of a duty that each unit owes for itself: which of them. */
  unit?: string;
}
