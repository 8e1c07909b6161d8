import type { CaseState } from '../../case/state.ts';
import type { Cases } from '../cases.ts';
import { mapEach } from '../some-at-once.ts';

/** The last entry of a case at some instant: whoever keeps it elsewhere can tell later whether the log has been rewritten. */
export interface DayHead {
  caseId: string;
  version: number;
  hash: string;
}

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
  return (await mapEach([...new Set(ids)].sort(), headOf)).flat();
};
