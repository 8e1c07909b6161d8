import type { EventType, LogEntry } from '../../case/events.ts';
import { isSystem } from '../../case/state/act.ts';
import type { Regulation } from '../../regulations/schema.ts';
import { momentInChinese } from '../../time/instants.ts';
import { labelOf } from '../labels/labels.ts';

// What happened to a case since somebody looked at it, as far as he has to know of it before he acts.

/** What a feed, or the bureau's calendar, has brought in: nobody of the bureau did it, and it may change what is owed. */
const BROUGHT: readonly EventType[] = ['ItemAttached', 'SourceAdded', 'FlagsChanged', 'LevelChanged'];

/** Whether an entry has to be known: something was done, or brought in. What the clocks do by themselves has not, nor what was refused. */
const isNews = ({ actor, events }: LogEntry): boolean =>
  isSystem(actor)
    ? events.some(({ type }) => BROUGHT.includes(type))
    : events.some(({ type }) => type !== 'CommandRefused');

/** Why who has decided on an earlier version has to look again, by the entries since; undefined when he need not. */
export const newsIn = (regulation: Regulation, entries: readonly LogEntry[]): string | undefined => {
  const news = entries.filter(isNews);
  const last = news.at(-1);
  if (last === undefined) return undefined;
  const { at, actor, events } = last;
  const what = events
    .filter(({ type }) => type !== 'NoticesMade' && type !== 'DutiesSettled')
    .map((event) => labelOf(regulation, event))
    .join(';');
  return `您查看之后,案卷又有${news.length}条新的办理记录,最近一条为${momentInChinese(at, regulation.zone)}${actor.name}:${what}。请看过后再办理`;
};
