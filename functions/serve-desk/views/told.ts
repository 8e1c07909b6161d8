import type { EventOf, LogEntry, Notice } from '../../../shared/case/events.ts';
import type { TextListReply } from '../../../shared/contracts/replies/registers.ts';
import { isPerUnit, nameIn } from '../../../shared/regulations/lookup.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { HANDED_OVER } from '../../../shared/rules/labels/labels.ts';
import { createReplyParts } from '../../reply-parts.ts';

type Row = TextListReply['texts'][number];
type Told = Omit<Row, 'entry'>;
type Event = LogEntry['events'][number];
const ANSWERED = { telephoned: '已电话告知', read: '已读' } as const;
const PLAIN = { detail: null, instead: null, name: null, mobile: null, text: null };

/** Whom a notice was for, and what it was about; `noticeOf`: as it was made, by its key. */
const createAbout = (regulation: Regulation, noticeOf: (key: string) => Notice | undefined) => {
  const { named, role } = createReplyParts(regulation);
  const dutyOf = (id: string | undefined, name?: string): Row['duty'] =>
    id === undefined ? null : { id, name: name ?? nameIn(regulation.duties, id) };
  return {
    dutyOf,
    dutyOfKey: (key: string) => dutyOf(noticeOf(key)?.duty, noticeOf(key)?.variables.duty),
    /** The post, with the unit where it is one of a unit's; `reached`: who stands in for it. */
    post: (key: string, id: string, reached = id) => {
      const unit = noticeOf(key)?.unit;
      const isOfUnit = unit !== undefined && isPerUnit(regulation, reached);
      return { role: role(id), unit: isOfUnit ? named(regulation.units, unit) : null };
    },
    instead: (reached: string | undefined) => (reached === undefined ? null : role(reached)),
  };
};
type About = ReturnType<typeof createAbout>;
type Time = (at: string) => string;

const handedOver = ({ handOvers }: EventOf<'NoticesHandedOver'>, about: About, time: Time): Told[] =>
  handOvers.map((each) => ({
    at: time(each.at),
    status: each.status,
    statusText: HANDED_OVER[each.status],
    detail: each.detail ?? null,
    ...about.post(each.key, each.role, each.reachedRole),
    instead: about.instead(each.reachedRole),
    name: each.to?.name ?? null,
    mobile: each.to?.mobile ?? null,
    text: each.to?.text ?? null,
    duty: about.dutyOfKey(each.key),
  }));

const told = (event: Event, about: About, time: Time): Told[] => {
  switch (event.type) {
    case 'NoticesHandedOver':
      return handedOver(event, about, time);
    case 'NoticeDelivered':
      return [
        {
          ...{ ...PLAIN, ...about.post(event.key, event.role), at: time(event.reportedAt) },
          ...{ status: 'delivered', statusText: '短信已送达' },
          mobile: event.mobile,
          duty: about.dutyOfKey(event.key),
        },
      ];
    case 'NoticeUndelivered':
      return [
        {
          ...{ ...PLAIN, ...about.post(event.notice.key, event.notice.role), at: time(event.reportedAt) },
          ...{ status: 'undelivered', statusText: '短信未送达' },
          detail: event.detail,
          mobile: event.mobile,
          duty: about.dutyOfKey(event.notice.key),
        },
      ];
    case 'NoticeAnswered':
      return [
        {
          ...{ ...PLAIN, ...about.post(event.key, event.role), at: time(event.madeAt) },
          ...{ status: event.how, statusText: ANSWERED[event.how] },
          detail: event.note ?? null,
          duty: about.dutyOf(event.duty, event.about),
        },
      ];
    default:
      return [];
  }
};

/** What was said to whom in a case, as its log has it: one line for each text, call and receipt. */
export const toldIn = (regulation: Regulation, entries: readonly LogEntry[]): Row[] => {
  const { time } = createReplyParts(regulation);
  const notices = new Map<string, Notice>();
  const about = createAbout(regulation, (key) => notices.get(key));
  return entries.flatMap(({ version: entry, events }) => {
    for (const event of events)
      if (event.type === 'NoticesMade') for (const each of event.notices) notices.set(each.key, each);
    return events.flatMap((event) => told(event, about, time)).map((each) => ({ entry, ...each }));
  });
};
