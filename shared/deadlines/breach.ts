import type { Segment } from '../case/state/segment.ts';
import type { CaseState } from '../case/state.ts';
import type { Duty } from '../regulations/schema.ts';
import type { Instant } from '../time/instants.ts';
import { isNumeric, type ResolvedLimit, type ResolvedTerm } from './limits.ts';
import type { Start } from './starts/start.ts';

/** A limit in numbers that stands in the law, be it provisional: whatever takes it away or puts it off buys time. */
export const isLimitOfLaw = ({ basis, limit }: { basis: Duty['basis']; limit: ResolvedLimit }): boolean =>
  basis === 'law' && isNumeric(limit);

interface Judged {
  basis: Duty['basis'];
  term: Pick<ResolvedTerm, 'limit' | 'withoutDetermination'>;
  start: Start | null;
  segment: Pick<Segment, 'standing' | 'unitsSince'>;
}

/** Since when the unit's own level makes this law, though nobody has determined it (鄞州 四(二)3, 五1); null: it does not. */
const unitsLevelSince = ({ term, segment }: Pick<Judged, 'term' | 'segment'>): Instant | null =>
  term.withoutDetermination === true ? (segment.unitsSince ?? null) : null;

/** When the level that a limit rests on became binding: determined, or before that the unit's own; null while proposed. */
export const boundSince = (judged: Pick<Judged, 'term' | 'segment'>, state: CaseState): Instant | null => {
  const own = unitsLevelSince(judged);
  const { confirmedAt } = state;
  return own === null || (confirmedAt !== null && confirmedAt < own) ? confirmedAt : own;
};

/** Whether its level is only proposed (初判), and that matters to it. */
export const awaitsGrade = ({ term, segment }: Judged): boolean =>
  segment.standing === 'proposed' && unitsLevelSince({ term, segment }) === null;

/**
 * Whether it runs as 暂定: a duty of the law, with a number or without, at a level that is only proposed (初判). It tells and
 * climbs, and breaks nothing until the level is determined; a limit that another rule gave by hand needs no level.
 */
export const isProvisional = (judged: Judged): boolean =>
  judged.basis === 'law' &&
  judged.term.limit.kind !== 'external' &&
  awaitsGrade(judged) &&
  judged.start?.isOwn !== true;

/**
 * Whether the duty can be broken: only a limit of the law can, with the bureau's settings of the case, and not while it is
 * 暂定. What counts from another duty's due instant is provisional (register X44): chased up the ladder, never overdue by
 * itself; so is what the office has set for itself (register X51).
 */
export const isBreachable = (judged: Judged): boolean => {
  const { basis, term, start } = judged;
  return (
    isLimitOfLaw({ basis, limit: term.limit }) &&
    !isProvisional(judged) &&
    start?.isOwn !== true &&
    !start?.instant.startsWith('due:')
  );
};

/** The office's own target, or what it reads like a rule (参照): done it is 已办, never 按时 or 逾期. */
export const isTarget = ({
  basis,
  isOwn,
  isOfCase,
}: {
  basis: Duty['basis'];
  isOwn: boolean;
  isOfCase: boolean;
}): boolean => isOwn || (basis === 'bureau' && !isOfCase);

interface Owed {
  breachable: boolean;
  status: string;
  current: { due: Instant | null };
}
/** Whether a duty that is still open will be broken by time alone: it has a due instant, which can be. */
export const canBeOverdue = ({ breachable, status, current }: Owed): boolean =>
  breachable && status === 'open' && current.due !== null;

/** Whether a duty that is still open is broken: its due instant, which can be, has passed. */
export const isOverdue = (owed: Owed, now: Instant): boolean => canBeOverdue(owed) && owed.current.due! < now;

/** Whether a limit that can be broken has passed while its duty is held: a hold moves no limit (预案 1.6 ④), and the log says it as soon as that is taken off. */
export const isHeldPast = ({ breachable, status, current }: Owed, now: Instant): boolean =>
  breachable && status === 'held' && current.due !== null && current.due < now;
