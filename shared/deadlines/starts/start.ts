import type { Actor } from '../../case/events.ts';
import type { InstantId } from '../../regulations/schema.ts';
import type { Instant } from '../../time/instants.ts';

/**
 * Where a clock started. `estimated` when something stood in for an instant that nobody supplied (register X2), or when a
 * duty that is still open stands in with its due instant (`due:…`, register X44).
 */
export interface Start {
  /** `recorded`: a duty of this case alone, from when it came into the file. */
  instant: InstantId | `after:${string}` | `due:${string}` | `decision:${string}` | 'recorded';
  at: Instant;
  estimated: boolean;
  /** Only the day is known: the clock counts from its end. */
  dateOnly: boolean;
  /** When the log learned of it: the clock can do nothing before. */
  knownAt: Instant;
  /** When the bureau knew of it: what was due before then is overdue at discovery. */
  foundAt: Instant;
  /** An act from before this instant does not answer: an assignment cannot be answered before it came. */
  answeredFrom: Instant | null;
  /** When a flag, source or rating that makes this owed at all came into the file. */
  saidAt?: Instant;
  /** Who may grant time has put it off: who, when, and from what it counted before. */
  revised?: { by: Actor; at: Instant; from: Instant };
  /** What counts from here is the office's own limit (参照, register X51): it cannot be broken. */
  isOwn: boolean;
}
