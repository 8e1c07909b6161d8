import type { CaseEvent, Notice } from '../../../../shared/case/events.ts';
import { at, caseFile, officer, opening } from '../../../support/case-file.ts';

const assigned = [{ kind: 'zhanjiang-assigned', receivedAt: at('03-02 10:00') }];
export type File = ReturnType<typeof caseFile>;
export const orange = (facts: Parameters<typeof opening>[0] = {}): File => {
  const file = caseFile();
  file.give('03-02 10:30', officer, opening({ level: 'orange', sources: assigned, ...facts }));
  return file;
};
export const eventsOf = (file: File): CaseEvent[] => file.log.flatMap(({ events }) => events);
export const noticesOf = (events: readonly CaseEvent[], duty: string): Notice[] =>
  events.flatMap((event) =>
    event.type === 'NoticesMade' ? event.notices.filter((notice) => notice.duty === duty) : [],
  );
export const told = (events: readonly CaseEvent[], duty: string): string[] =>
  noticesOf(events, duty).map(({ template, role }) => `${template} ${role}`);
