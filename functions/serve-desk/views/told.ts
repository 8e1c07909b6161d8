import type { EventOf, LogEntry, Notice } from '../../../shared/case/events.ts';
import type { TextListReply } from '../../../shared/contracts/replies/registers.ts';
import { nameIn } from '../../../shared/regulations/lookup.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { HANDED_OVER } from '../../../shared/rules/labels/labels.ts';
import { createReplyParts } from '../../reply-parts.ts';

type Row = TextListReply['texts'][number];
type Told = Omit<Row, 'entry'>;
const ANSWERED = { telephoned: '已电话告知', read: '已读' } as const;

/** What was said to whom in a case, as its log has it: one line for each text, call and receipt. */
export const toldIn = (regulation: Regulation, entries: readonly LogEntry[]): Row[] => {
  const { role, time } = createReplyParts(regulation);
  const notices = new Map<string, Notice>();
  const dutyOf = (id: string | undefined, name?: string): Row['duty'] =>
    id === undefined ? null : { id, name: name ?? nameIn(regulation.duties, id) };
  const ofKey = (key: string) => dutyOf(notices.get(key)?.duty, notices.get(key)?.variables.duty);
  const handedOver = ({ handOvers }: EventOf<'NoticesHandedOver'>): Told[] =>
    handOvers.map((each) => ({
      at: time(each.at),
      status: each.status,
      statusText: HANDED_OVER[each.status],
      detail: each.detail ?? null,
      role: role(each.role),
      instead: each.reachedRole === undefined ? null : role(each.reachedRole),
      name: each.to?.name ?? null,
      mobile: each.to?.mobile ?? null,
      text: each.to?.text ?? null,
      duty: ofKey(each.key),
    }));
  const told = (event: LogEntry['events'][number]): Told[] => {
    const plain = { detail: null, instead: null, name: null, mobile: null, text: null };
    switch (event.type) {
      case 'NoticesHandedOver':
        return handedOver(event);
      case 'NoticeDelivered':
        return [
          {
            ...plain,
            at: time(event.reportedAt),
            status: 'delivered',
            statusText: '短信已送达',
            role: role(event.role),
            mobile: event.mobile,
            duty: ofKey(event.key),
          },
        ];
      case 'NoticeUndelivered':
        return [
          {
            ...plain,
            at: time(event.reportedAt),
            status: 'undelivered',
            statusText: '短信未送达',
            detail: event.detail,
            role: role(event.notice.role),
            mobile: event.mobile,
            duty: ofKey(event.notice.key),
          },
        ];
      case 'NoticeAnswered':
        return [
          {
            ...plain,
            at: time(event.madeAt),
            status: event.how,
            statusText: ANSWERED[event.how],
            detail: event.note ?? null,
            role: role(event.role),
            duty: dutyOf(event.duty, event.about),
          },
        ];
      default:
        return [];
    }
  };
  return entries.flatMap(({ version: entry, events }) => {
    for (const event of events)
      if (event.type === 'NoticesMade') for (const each of event.notices) notices.set(each.key, each);
    return events.flatMap(told).map((each) => ({ entry, ...each }));
  });
};
