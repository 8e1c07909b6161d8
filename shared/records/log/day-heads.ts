import type { CaseState } from '../../case/state.ts';
import type { Cases } from '../cases.ts';

/** The last entry of a case at some instant: whoever keeps it elsewhere can tell later whether the log has been rewritten. */
export interface DayHead {
  caseId: string;
  version: number;
  hash: string;
}

/** Cases are read so many at a time. */
const AT_ONCE = 16;

/**
 * The heads of all logs as they stood at the end of a day, in the order of the cases' numbers; a case that was opened later has
 * none. `end`: the instant at which the day was over. Throws EntryUnreadable.
 */
export const headsOfDay = async (
  cases: Pick<Cases, 'open' | 'archived' | 'load' | 'log'>,
  end: string,
): Promise<DayHead[]> => {
  const ids = [...(await cases.open()), ...(await cases.archived())].map(({ caseId }) => caseId);
  const headOf = async (caseId: string): Promise<DayHead[]> => {
    const state: CaseState | null = await cases.load(caseId);
    if (state === null) return [];
    if (state.loggedAt < end) return [{ caseId, version: state.version, hash: state.lastHash }];
    const last = (await cases.log(caseId)).findLast(({ at }) => at < end);
    return last === undefined ? [] : [{ caseId, version: last.version, hash: last.hash }];
  };
  const heads: DayHead[] = [];
  const sorted = [...new Set(ids)].sort();
  for (let from = 0; from < sorted.length; from += AT_ONCE)
    heads.push(...(await Promise.all(sorted.slice(from, from + AT_ONCE).map(headOf))).flat());
  return heads;
};
