import type { Actor } from '../../../shared/case/events.ts';
import { giversOf } from '../../../shared/regulations/lookup.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import type { CaseCommand } from '../../../shared/rules/decide.ts';
import { actorsOf } from '../random-case.ts';
import type { tell } from '../telling.ts';
import { takeDrafts } from './nothing-lost.ts';

type File = ReturnType<typeof tell>['file'];

/** Given by the first whom the rules let, but for those who may not. */
export const giveBy = (
  file: File,
  now: string,
  actors: readonly Actor[],
  command: CaseCommand,
): Actor | undefined =>
  actors.find((actor) => {
    const { refusal, events } = file.give(now, actor, command);
    return refusal === null && events.length > 0;
  });
export const mayGive = (regulation: Regulation, command: string): Actor[] =>
  actorsOf(regulation).filter(({ role }) => giversOf(regulation, command).includes(role));

/** Merges the one into the other; whether that came about. */
export const merge = (regulation: Regulation, from: File, into: File, now: string): boolean => {
  const reason = '同一舆情,合并办理';
  const proposal = { type: 'MergeCase', into: into.state.caseId, reason, other: into.state } as const;
  const first = giveBy(from, now, mayGive(regulation, 'MergeCase'), proposal);
  if (first === undefined) return false;
  const others = mayGive(regulation, 'ApproveMerge').filter(({ id }) => id !== first.id);
  if (giveBy(into, now, others, { type: 'TakeOver', from: from.state }) === undefined) {
    giveBy(from, now, others, { type: 'RejectMerge', reason: '随机写下的一条理由' });
    return false;
  }
  takeDrafts(into, from, now);
  return giveBy(from, now, others, { type: 'CloseMerged', other: into.state }) !== undefined;
};
