import { lastDecision } from '../../case/standing.ts';
import type { Act } from '../../case/state/act.ts';
import type { CaseState } from '../../case/state.ts';
import type { Duty, Fulfilment } from '../../regulations/schema.ts';
import type { Instant } from '../../time/instants.ts';
import { allTold } from './by-notice.ts';
import {
  type Completion,
  compareAt,
  completionOf,
  inOrder,
  keyOf,
  type OwedTo,
  single,
  together,
} from './completion.ts';

const within = (wanted: readonly string[] | undefined, value: string): boolean =>
  wanted === undefined || wanted.includes(value);

/** The role whose act it is: of whom it was entered for (代录), else of who entered it. */
export const makerRole = (state: CaseState, { entry, by }: Act): string => {
  const { of, role } = state.confirmations[entry] ?? {};
  return of === 'onBehalf' && role !== undefined ? role : by.role;
};

/** The unit whose act it is. */
const makerUnit = (state: CaseState, { entry, by }: Act): string | undefined =>
  state.confirmations[entry]?.unit ?? by.unit;

type By = readonly string[] | undefined;
/** A unit that never had the case, and was only asked for something (批示、督办通知), answers that and nothing else. */
const isOfCase = (state: CaseState, act: Act): boolean => {
  const own = makerUnit(state, act);
  return own === undefined || state.units.some(({ unit }) => unit === own);
};
/** Whether an act is by whom the way asks for, and counts for what is owed. */
const counts = (state: CaseState, act: Act, by: By, { from, unit }: OwedTo): boolean =>
  within(by, makerRole(state, act)) &&
  act.madeAt >= from &&
  (unit === null ? isOfCase(state, act) : makerUnit(state, act) === unit);
/** The acts that may answer, by whom the way asks for and under one of its ids, as what they are worth. */
const answersIn =
  (state: CaseState, owed: OwedTo) =>
  (acts: readonly (Act & { id?: string })[], by: By, ids?: readonly string[]): Completion[] =>
    acts
      .filter((act) => counts(state, act, by, owed) && (ids === undefined || within(ids, act.id ?? '')))
      .map(completionOf(state));

type ReportWay = Extract<Fulfilment, { act: 'report' }>;
/** Whom a report has to reach, one of each group, and from when on: what was decided later is not answered before; null: never. */
const groupsOf = (
  state: CaseState,
  { to = [], toAnyOf, toDecided }: ReportWay,
  { receivers }: OwedTo,
): { groups: readonly (readonly string[])[]; since: Instant | null } => {
  const fixed = [...to.map((role) => [role]), ...(toAnyOf === undefined ? [] : [toAnyOf])];
  if (toDecided === undefined) return { groups: fixed, since: '' };
  const decided = lastDecision(state, toDecided);
  // Before the decision, or where it chose nobody, no report is the one that it asks for.
  if (decided === undefined || decided.to?.length === 0) return { groups: fixed, since: null };
  const chosen = decided.to?.map((role) => [role]) ?? [receivers];
  return { groups: [...fixed, ...chosen], since: decided.madeAt };
};

/**
 * The reports of this way, oldest first: each time all its receivers were reached, and who is left since. Several papers may
 * reach them one after another; together they complete it, unless one of them reaches all.
 */
const reportsOf = (state: CaseState, duty: Duty, way: ReportWay, owed: OwedTo) => {
  const passed = state.passed[keyOf(duty, owed)]?.due;
  const { groups, since } = groupsOf(state, way, owed);
  const done: Completion[] = [];
  let left = groups;
  let papers: Completion[] = [];
  const reports = state.reports
    .filter(
      (report) =>
        within(way.forms, report.form) &&
        within(way.kinds, report.kind) &&
        since !== null &&
        report.madeAt >= since &&
        counts(state, report, way.by, owed),
    )
    .map((report) => ({ to: report.to, paper: completionOf(state)(report) }))
    .sort((one, other) => compareAt(one.paper, other.paper));
  for (const { to, paper } of reports) {
    const isReached = (group: readonly string[]): boolean => group.some((role) => to.includes(role));
    if (left.some(isReached)) papers.push(paper);
    left = left.filter((group) => !isReached(group));
    if (left.length > 0) continue;
    done.push(groups.every(isReached) ? paper : together(papers, passed));
    left = groups;
    papers = [];
  }
  return { done, left, isPartly: left.length < groups.length, isPlural: groups.length > 1 };
};

const actsOf = (state: CaseState, duty: Duty, way: Fulfilment, owed: OwedTo): Completion[] => {
  const answers = answersIn(state, owed);
  switch (way.act) {
    case 'report':
      return reportsOf(state, duty, way, owed).done;
    case 'publication':
      return answers(state.publications, way.by, way.forms);
    case 'action':
      return answers(state.actions, way.by, [way.action]);
    case 'decision':
      return answers(state.decisions, way.by, [way.decision]);
    case 'document':
      return answers(state.documents, way.by, [way.document]);
    case 'meeting':
      return answers(state.meetings, way.by);
    case 'planRequest':
      return answers(state.planRequests, way.by);
    case 'planStart':
      return answers(state.planStarts, way.by);
    case 'opening':
      return answers([state.opening], way.by);
    case 'unitAssigned':
      return single(state.unitAssignedAt);
    case 'gradeConfirmed':
      return single(state.confirmedAt);
    case 'gradeReviewed':
      return single(state.regrades.at(-1)?.answeredAt ?? null);
    case 'calm':
      return [state.outbreaks.at(-1)?.calm]
        .filter((calm) => calm !== null && calm !== undefined)
        .map(completionOf(state));
    case 'review':
      return single(state.reviewedAt);
    case 'rated':
      return (state.ratings[way.scale]?.given ?? []).flatMap(single);
    case 'notice':
      return allTold(state, keyOf(duty, owed), owed, way.says !== undefined).whole;
  }
};

/** Who of several receivers is left, one of each group, and whether others were reached. */
interface Receiving {
  missingReceivers: string[][];
  isPartlyDone: boolean;
}
/** By the reports made so far, or by the notices handed over. */
export const receivingOf = (
  state: CaseState,
  duty: Duty,
  ways: readonly Fulfilment[],
  owed: OwedTo,
): Receiving => {
  const way = ways.find(({ act }) => act === 'report' || act === 'notice');
  if (way?.act === 'report') {
    const { left, isPartly, isPlural } = reportsOf(state, duty, way, owed);
    return { missingReceivers: isPlural ? left.map((group) => [...group]) : [], isPartlyDone: isPartly };
  }
  if (way?.act !== 'notice' || owed.receivers.length < 2)
    return { missingReceivers: [], isPartlyDone: false };
  const { left } = allTold(state, keyOf(duty, owed), owed, way.says !== undefined);
  const isPartlyDone = left.length > 0 && left.length < owed.receivers.length;
  return { missingReceivers: left.map((role) => [role]), isPartlyDone };
};

/** Every time, oldest first, at which something was done that meets `duty` (one of `ways` suffices). */
export const completionsOf = (
  state: CaseState,
  duty: Duty,
  ways: readonly Fulfilment[],
  owed: OwedTo,
): Completion[] => inOrder(ways.flatMap((way) => actsOf(state, duty, way, owed)));
