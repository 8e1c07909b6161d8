import type { CaseEvent } from '../../../shared/case/events.ts';
import type { Rehearsed } from './run.ts';
import type { TimelineEntry } from './timeline.ts';

const MARKS: Record<TimelineEntry['kind'], string> = {
  log: '案卷',
  sms: '短信',
  refused: '未受理',
  clock: '流程',
  note: '说明',
};

const line = ({ at, kind, case: caseId, text, data }: TimelineEntry, isOneOfSeveral: boolean): string => {
  const to = kind === 'sms' ? ` → ${String(data?.to ?? '')}` : '';
  const about = isOneOfSeveral && (kind === 'log' || kind === 'refused') ? ` ${caseId}` : '';
  return `${at.slice(0, 10)} ${at.slice(11, 19)}  [${MARKS[kind]}]${about}${to} ${text}`;
};

/** What a message's own line says already; what has to be told by telephone has none. */
const isBookkeeping = ({ data }: TimelineEntry): boolean => {
  const event = data as CaseEvent | undefined;
  if (event?.type === 'NoticesMade') return event.notices.every(({ byTelephone }) => !byTelephone);
  return (
    event?.type === 'NoticesHandedOver' && event.handOvers.every(({ status }) => status === 'handedOver')
  );
};

/** The timeline for people. Bookkeeping that the other lines already say is left out; `--json` has all of it. */
export const printTimeline = ({ title, timeline }: Pick<Rehearsed, 'title' | 'timeline'>): string => {
  const told = timeline.filter((entry) => !isBookkeeping(entry));
  const cases = new Set(told.flatMap(({ case: caseId }) => caseId ?? []));
  return [`推演:${title}`, '', ...told.map((entry) => line(entry, cases.size > 1))].join('\n');
};
