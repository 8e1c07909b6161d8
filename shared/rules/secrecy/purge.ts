import { contentIn } from '../../case/events/map-content.ts';
import type { LogEntry } from '../../case/events.ts';
import { MASKED } from '../../case/secret.ts';
import { type CaseState, isSecret } from '../../case/state.ts';
import type { Context } from '../context.ts';
import { type Decision, refuse } from '../refusal.ts';

/** What people wrote is cleared from these entries of the log; which they are is looked up before the rules see the command. */
export interface PurgeContent {
  type: 'PurgeContent';
  entries: number[];
}

/** The entries of a 涉密 case, as its log is read, that still have content: what says nothing (where the paper lies) stays. */
export const entriesToPurge = (entries: readonly LogEntry[]): number[] =>
  entries.flatMap(({ version, events }) => (contentIn(events).includes(MASKED) ? [version] : []));

/** The head of the office orders what was written of a 涉密 case to be cleared (reading R26). Nothing left to clear is a repeat. */
export const purgeContent = (_context: Context, state: CaseState, { entries }: PurgeContent): Decision => {
  if (!isSecret(state)) return refuse('NOT_SECRET', '只有涉密案卷的内容可以清除:请先标记“涉密”');
  const left = entries.filter((entry) => entry <= state.version && !state.purged.includes(entry));
  return left.length === 0 ? [] : [{ type: 'ContentPurged', entries: left }];
};
