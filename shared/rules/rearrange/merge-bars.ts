import { unconfirmedActs } from '../../case/standing.ts';
import { type CaseState, calmedAtOf, isPlanRunning, isSecret } from '../../case/state.ts';
import { lateEntries } from '../../deadlines/counted-apart.ts';
import { scheduleCase } from '../../deadlines/schedule.ts';
import { isStanding, nameIn, rankOf } from '../../regulations/lookup.ts';
import type { Regulation } from '../../regulations/schema.ts';
import { type Refusal, refuse } from '../refusal.ts';

const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join('、');

/** Why nothing can be merged into this case, or it into nothing. */
const refuseCase = (regulation: Regulation, state: CaseState): Refusal | undefined => {
  const { caseId, status, mergedInto } = state;
  if (isSecret(state)) return refuse('CASE_SECRET', '涉密案卷不与其他案卷合并');
  if (mergedInto !== null) return refuse('CASE_MERGED', `案卷${caseId}已并入案卷${mergedInto.case}`);
  if (status !== 'open') return refuse('CASE_CONCLUDED', `案卷${caseId}已结报,不能合并`);
  return isStanding(regulation, state.handlingLevel)
    ? refuse('MERGE_BARRED', `案卷${caseId}不是舆情案卷,不能合并`)
    : undefined;
};

/** What has to be brought to its end in the case itself, since it would be answered to nobody any more. */
const unfinished = (regulation: Regulation, state: CaseState): string[] => {
  const { duties } = scheduleCase(regulation, state);
  const namesOf = (status: 'held' | 'open', isOfCase?: boolean): string[] =>
    duties
      .filter((each) => each.status === status && (isOfCase === undefined || each.isOfCase === isOfCase))
      .map(({ name }) => name);
  const held = namesOf('held');
  // A draft that nobody has signed goes on with the case: it is signed there (drafts.ts).
  const demanded = duties
    .filter(({ status, isOfCase, signs }) => status === 'open' && isOfCase && signs === undefined)
    .map(({ name }) => name);
  const words = unconfirmedActs(state);
  const late = [...lateEntries(duties).keys()];
  return [
    ...(held.length === 0 ? [] : [`${quoted(held)}尚在暂缓`]),
    ...(demanded.length === 0 ? [] : [`${quoted(demanded)}尚未办结`]),
    ...(words.length === 0 ? [] : [`案卷日志第${words.join('、')}条代录或外单位意见尚待确认或会签`]),
    ...(late.length === 0 ? [] : [`案卷日志第${late.join('、')}条逾期后补录尚待核实`]),
    ...(isPlanRunning(state) ? ['应急预案尚在执行'] : []),
    ...(state.lowering === null ? [] : ['有降级申请待审批']),
    ...(state.detached.some(({ placed }) => placed === null) ? ['有信息正在移出'] : []),
  ];
};

/** No proposal is taken out of the way by a merge, and no determination by a proposal. */
const refuseUngraded = (regulation: Regulation, from: CaseState, into: CaseState): Refusal | undefined => {
  const isHigher = rankOf(regulation, from.handlingLevel) > rankOf(regulation, into.handlingLevel);
  const undetermined = from.provisional && !into.provisional && isHigher ? from : undefined;
  const proposed = into.provisional && !from.provisional ? into : undefined;
  const first = undetermined ?? proposed;
  return first && refuse('MERGE_NEEDS_GRADE', `案卷${first.caseId}级别尚未确定,请先定级,再合并`);
};

const refuseUnfinished = (regulation: Regulation, from: CaseState): Refusal | undefined => {
  const left = unfinished(regulation, from);
  return left.length > 0
    ? refuse('MERGE_BARRED', `案卷${from.caseId}还不能并入:${left.join(';')}`)
    : undefined;
};
/** What is held in the case that goes on would be held for the other too, which nobody has put off there. */
const refuseHeld = (regulation: Regulation, from: CaseState, into: CaseState): Refusal | undefined => {
  const owed = scheduleCase(regulation, from).duties.filter(
    ({ status, current, foundLate }) => status === 'open' && current.due !== null && foundLate === null,
  );
  const names = scheduleCase(regulation, into)
    .duties.filter(({ status, duty }) => status === 'held' && owed.some((each) => each.duty === duty))
    .map(({ name }) => name);
  return names.length === 0
    ? undefined
    : refuse(
        'MERGE_BARRED',
        `案卷${into.caseId}的${quoted(names)}尚在暂缓,案卷${from.caseId}的没有暂缓:请先恢复该项计时,再合并`,
      );
};

/** What a body outside has agreed to go without it has said to this case: the other would owe it. */
const refuseReleased = (regulation: Regulation, from: CaseState, into: CaseState): Refusal | undefined => {
  const names = from.releases
    .filter(({ confirmed }) => confirmed !== null)
    .map(({ duty }) => nameIn(regulation.duties, duty));
  return names.length === 0
    ? undefined
    : refuse(
        'MERGE_BARRED',
        `案卷${from.caseId}的${quoted(names)}已由收文机关同意免报,并入后不再有效:请改为把案卷${into.caseId}并入案卷${from.caseId}`,
      );
};

const hasBegun = ({ takenOver }: CaseState, { caseId }: CaseState): boolean =>
  takenOver.some((each) => each.case === caseId);
/**
 * No case is merged into one that is itself to end in another: each would wait for the other for ever, be it by way of a third. What has
 * been begun is finished.
 */
const refuseCrossing = (from: CaseState, into: CaseState): Refusal | undefined => {
  if (hasBegun(from, into))
    return refuse('MERGE_BARRED', `案卷${into.caseId}正在并入案卷${from.caseId},不能再反过来合并`);
  return into.merging === null || hasBegun(into, from)
    ? undefined
    : refuse(
        'MERGE_BARRED',
        `案卷${into.caseId}已提出并入案卷${into.merging.into},尚待第二人同意:请先对该项表示同意或者不同意,再合并`,
      );
};

/** Why nothing will ever be merged into the case as it stands: a proposal to do so is void. */
export const refuseGoingOn = refuseCase;

/** Why the case can be merged into none. */
export const refuseEnding = (regulation: Regulation, from: CaseState): Refusal | undefined =>
  refuseCase(regulation, from) ?? refuseUnfinished(regulation, from);

/** Why `from` cannot be merged into `into` as both stand; `into`: null where there is no such case of this bureau. */
export const refuseMerge = (
  regulation: Regulation,
  from: CaseState,
  into: CaseState | null,
): Refusal | undefined => {
  if (into !== null && into.caseId === from.caseId)
    return refuse('MERGE_INTO_ITSELF', '案卷不能并入自己,请填写另一案卷的编号');
  const own = refuseCase(regulation, from);
  if (own !== undefined) return own;
  if (into === null || into.regulation.id !== from.regulation.id)
    return refuse('OTHER_CASE_UNKNOWN', '没有所填的案卷,请核对编号');
  const others = refuseCase(regulation, into);
  if (others !== undefined) return others;
  const left =
    refuseCrossing(from, into) ??
    refuseUnfinished(regulation, from) ??
    refuseHeld(regulation, from, into) ??
    refuseReleased(regulation, from, into);
  if (left !== undefined) return left;
  // What ends with the calm there would end for a story that still runs.
  if (calmedAtOf(into) !== null && calmedAtOf(from) === null)
    return refuse(
      'MERGE_BARRED',
      `案卷${into.caseId}已宣布平息,案卷${from.caseId}尚未平息:请改为把前者并入后者,或先登记再次发酵`,
    );
  return refuseUngraded(regulation, from, into);
};
