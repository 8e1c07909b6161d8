import type { LogEntry } from '../../../shared/case/events.ts';
import { isSystem } from '../../../shared/case/state/act.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { labelOf } from '../../../shared/rules/labels/labels.ts';
import { withOffset } from '../../../shared/time/instants.ts';

export interface TimelineEntry {
  /** With the bureau's offset. */
  at: string;
  kind: 'log' | 'sms' | 'refused' | 'clock' | 'note';
  case: string | null;
  text: string;
  /** For programs: event types of a log entry, receivers of a message. */
  data?: Record<string, unknown>;
}

/** Within one second: what came in, what the log says, then what was sent because of it. */
const ORDER: Record<TimelineEntry['kind'], number> = { note: 0, log: 1, refused: 1, sms: 2, clock: 3 };

/** By instant, then by kind; what is equal in both stays in the order in which it was written. */
const inOrder = (entries: readonly TimelineEntry[]): TimelineEntry[] =>
  [...entries].sort((one, other) =>
    one.at === other.at ? ORDER[one.kind] - ORDER[other.kind] : one.at < other.at ? -1 : 1,
  );

export interface Timeline {
  note: (
    kind: TimelineEntry['kind'],
    caseId: string | null,
    text: string,
    data?: Record<string, unknown>,
  ) => void;
  /** The cases that have been followed so far. */
  followed: () => string[];
  /** Writes what a case's log has gained since the last look. */
  follow: (caseId: string, log: readonly LogEntry[]) => void;
  entries: () => TimelineEntry[];
}

/** What a rehearsal tells, at the instants of its clock (`now`) or of the log. */
export const createTimeline = (regulation: Regulation, now: () => string): Timeline => {
  const entries: TimelineEntry[] = [];
  const seen = new Map<string, number>();
  return {
    note: (kind, caseId, text, data) => {
      const at = withOffset(now(), regulation.zone);
      entries.push({ at, kind, case: caseId, text, ...(data === undefined ? {} : { data }) });
    },
    followed: () => [...seen.keys()],
    follow: (caseId, log) => {
      for (const { at, actor, events } of log.slice(seen.get(caseId) ?? 0)) {
        const by = isSystem(actor) ? '系统' : actor.name;
        for (const event of events)
          entries.push({
            at: withOffset(at, regulation.zone),
            kind: event.type === 'CommandRefused' ? 'refused' : 'log',
            case: caseId,
            text: `${by}:${labelOf(regulation, event)}`,
            data: { ...event },
          });
      }
      seen.set(caseId, log.length);
    },
    entries: () => inOrder(entries),
  };
};
