import type { LogEntry } from '../../case/events.ts';
import { isNews } from '../../contracts/desk/news.ts';
import type { Regulation } from '../../regulations/schema.ts';
import { momentInChinese } from '../../time/instants.ts';
import { labelOf } from '../labels/labels.ts';

// What happened to a case since somebody looked at it, as far as he has to know of it before he acts.

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
  return `你查看之后,案卷又有${news.length}条新的办理记录,最近一条为${momentInChinese(at, regulation.zone)}${actor.name}:${what}。请看过后再办理`;
};
