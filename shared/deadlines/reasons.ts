import type { CaseState } from '../case/state.ts';
import { nameIn } from '../regulations/lookup.ts';
import type { Regulation } from '../regulations/schema.ts';
import type { ResolvedLimit, ResolvedTerm } from './limits.ts';
import type { Occurrence } from './occurrences/occurrence.ts';
import type { DutyOfCase } from './starts/duty-of-case.ts';

// Why a duty has no clock, in plain Chinese.

export const CONCLUDED = '案卷已结报';
/** Why a case owes nothing more of its own. */
export const whyClosed = ({ mergedInto }: CaseState): string =>
  mergedInto === null ? CONCLUDED : `已并入案卷${mergedInto.case}`;

/** Why a repetition owes no more: 平息 ended it, or 结报; null while it runs. */
export const whyOver = ({ outbreaks, concludedAt }: CaseState, limit: ResolvedLimit): string | null => {
  if (limit.kind !== 'every') return null;
  if (limit.until === 'calmedAt' && outbreaks.at(-1)?.calmedAt != null) return '舆情已平息';
  return concludedAt === null ? null : CONCLUDED;
};

/** Why a body outside is owed this no more: it has said so, and a second person has confirmed that it did. */
export const releaseOf = (
  { releases }: CaseState,
  duty: string,
  { occurrence, outcome }: Pick<Occurrence, 'occurrence' | 'outcome'>,
): string | undefined => {
  const release = releases.find(
    (each) => each.duty === duty && each.occurrence === occurrence && each.confirmed !== null,
  );
  if (release === undefined || outcome !== 'open') return undefined;
  const { document, call, reason } = release;
  const told = document ?? `${call?.post ?? ''}电话`;
  return `收文机关已同意免报(${told}${document === undefined ? ',待补来文' : ''}):${reason}`;
};

export const withoutNumber = ({ called }: Regulation, limit: ResolvedLimit): string => {
  if (limit.kind === 'external') return `${limit.rule}:须人工录入时限`;
  if (limit.kind === 'ongoing' && limit.unset !== undefined)
    return `${called}没有规定周期,须由本局填写“${limit.unset}”`;
  return 'word' in limit && limit.word !== '' ? `${called}只写“${limit.word}”` : `${called}未规定时限`;
};

export const notBegun = ({ regulation, duty }: DutyOfCase, term: ResolvedTerm): string => {
  const missing = term.start.map((anchor) => {
    if ('after' in anchor) return `“${nameIn(regulation.duties, anchor.after)}”完成`;
    return 'decision' in anchor
      ? `“${nameIn(regulation.decisions, anchor.decision)}”的决定`
      : `“${nameIn(regulation.instants, anchor.instant)}”时点`;
  });
  return `${term.name ?? duty.name}尚未起算:缺少${[...new Set(missing)].join('或')}`;
};
