import type { TimelineEntry } from '../../../infra/local/rehearsal/timeline.ts';
import type { HandOver, LogEntry, Notice } from '../../../shared/case/events.ts';
import type { Roster } from '../../../shared/contracts/roster.ts';
import { recipientsOf } from '../../../shared/notices/recipients.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';

// What went out in a run on the virtual clock, whose number it went to, and which notices of which logs it told.

/** A part of a text: the notice that asked for it, and what the log says of it. */
export interface Part {
  caseId: string;
  notice: Notice;
  handOver: HandOver;
}
export interface Text {
  at: number;
  /** Whose number; two ids with one number have one name here. */
  to: string;
  template: string;
  text: string;
  parts: Part[];
}
/** What is looked at of a run: its texts, its logs, and who is told where a post of a unit, or of the bureau, is addressed. */
export interface Told {
  regulation: Regulation;
  texts: Text[];
  logs: readonly LogEntry[][];
  end: number;
  holdersOf: (role: string, unit: string | undefined) => string[];
}

/** Every text of the run, with what it told of each case. */
export const textsOf = (timeline: readonly TimelineEntry[], logs: readonly LogEntry[][]): Text[] => {
  const parts = new Map<string, Part[]>();
  for (const log of logs) {
    const events = log.flatMap((entry) => entry.events);
    const notices = new Map(
      events.flatMap((event) =>
        event.type === 'NoticesMade' ? event.notices.map((notice) => [notice.key, notice] as const) : [],
      ),
    );
    for (const event of events)
      for (const handOver of event.type === 'NoticesHandedOver' ? event.handOvers : []) {
        const id = handOver.to?.messageId;
        const notice = notices.get(handOver.key);
        if (id === undefined || notice === undefined) continue;
        parts.set(id, [...(parts.get(id) ?? []), { caseId: log[0]!.caseId, notice, handOver }]);
      }
  }
  return timeline
    .filter(({ kind }) => kind === 'sms')
    .map(({ at, text, data }, index) => ({
      at: Date.parse(at),
      to: String(data?.to),
      template: String(data?.template),
      text,
      parts: parts.get(`rehearsal-${index + 1}`) ?? [],
    }));
};

/** By the roster of the run, the names that texts bear: two ids with one number have one. */
export const holdersIn = (regulation: Regulation, roster: Roster): Told['holdersOf'] => {
  const names = new Map(
    Object.values(roster.roles).flatMap((people) =>
      people.map(({ mobile, name }) => [mobile, name] as const),
    ),
  );
  return (role, unit) =>
    (recipientsOf(regulation, roster, role, unit)?.people ?? []).map(({ mobile }) => names.get(mobile)!);
};
