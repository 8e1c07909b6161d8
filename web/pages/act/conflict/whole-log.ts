import type { LogReply } from '../../../../shared/contracts/replies/log.ts';
import { read } from '../../../api/http.ts';
import type { LogEntry } from '../../../model/forms/case-lists.ts';

/** The log of a case to its end, page by page; `after`: what was entered since that version alone. Throws a Fault. */
export const wholeLog = async (caseId: string, after?: number): Promise<readonly LogEntry[]> => {
  const entries: LogEntry[] = [];
  const query = new URLSearchParams(after === undefined ? {} : { after: `${after}` });
  for (let isMore = true; isMore; ) {
    const page = await read<LogReply>(`/v1/cases/${encodeURIComponent(caseId)}/log?${query}`);
    entries.push(...page.entries);
    isMore = page.next !== null;
    query.set('cursor', page.next ?? '');
  }
  return entries;
};
