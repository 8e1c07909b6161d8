import type { REARRANGEMENTS } from '../../case/events/rearrange.ts';
import type { EventOf } from '../../case/events.ts';
import { type Describe, nameOf, note } from './limits.ts';
import type { Words } from './words.ts';

// What the file says of 并案, 移出信息 and 恢复办理.

type Rearrangement = (typeof REARRANGEMENTS)[number]['_zod']['output']['type'];
type TakenOver = EventOf<'CaseTakenOver'>;

const BECAME = {
  met: '按时办结',
  late: '逾期办结或待核实',
  missed: '缺报',
  overdue: '逾期未办',
  due: '已过时限,未办',
  open: '未到时限',
} as const;
/** Where there is no number nothing is in time, or past it. */
const WITHOUT_NUMBER = { ...BECAME, met: '已办', overdue: '未办', due: '未办', open: '未办' } as const;
/** Whose limits hold from now on, each with what it was here. */
const limitsOf = ({ limits }: TakenOver, words: Words): string => {
  const stricter = limits.filter(({ due, before }) => before === null || due < before);
  return stricter.length === 0
    ? ''
    : `;时限从严:${stricter
        .map(
          (limit) =>
            `${nameOf(limit, words)}${words.due(limit.due)}(依案卷${limit.case}${limit.before === null ? '' : `,原${words.due(limit.before)}`})`,
        )
        .join('、')}`;
};
/** What ran in either and stays with its own instant, beside what the other brings. */
const keptIn = ({ kept = [] }: TakenOver, words: Words): string =>
  kept.length === 0
    ? ''
    : `;原时限不变:${kept
        .map((limit) => `${nameOf(limit, words)}${words.due(limit.due)}(依案卷${limit.case})`)
        .join('、')}`;
const answeredIn = ({ answered }: TakenOver, words: Words): string => {
  // What was done here the file says itself.
  const there = answered.filter(({ entry }) => entry === undefined);
  return there.length === 0
    ? ''
    : `;已在该案卷办理:${there
        .map((each) => `${nameOf(each, words)}(${words.time(each.at)}${each.late ? ',未按时' : ''})`)
        .join('、')}`;
};
const becameOf = ({ became }: TakenOver, words: Words): string =>
  became.length === 0
    ? ''
    : `;该案卷各项时限:${became
        .map((each) => {
          const { due, outcome, limitKind } = each;
          return limitKind === undefined
            ? `${nameOf(each, words)}${due === null ? '' : `(时限${words.due(due)})`}${BECAME[outcome]}`
            : `${nameOf(each, words)}${WITHOUT_NUMBER[outcome]}`;
        })
        .join('、')}`;

export const REARRANGEMENT_LABELS: { [T in Rearrangement]: Describe<T> } = {
  MergeProposed: ({ into, reason }) => `提出并入案卷${into},待第二人同意:${reason}`,
  MergeRejected: ({ into, reason, lapsed }) =>
    lapsed ? `并入案卷${into}的提议失效:${reason}` : `不同意并入案卷${into}:${reason}`,
  CaseTakenOver: (event, words) =>
    `案卷${event.case}“${event.title}”并入本案,提出人${event.proposedBy.name}${note(event.reason)}${limitsOf(event, words)}${keptIn(event, words)}${answeredIn(event, words)}${becameOf(event, words)}`,
  CaseMerged: ({ into, entry, reason, proposedBy }) =>
    `并入案卷${into}(见该案卷日志第${entry}条),本案时限终止,提出人${proposedBy.name}${note(reason)}`,
  CaseReopened: ({ concludedAt, reason, between }, words) =>
    `恢复办理(${words.time(concludedAt)}结报):${reason};原有起算时点和时限不变${
      between.length === 0
        ? ''
        : `,结报期间届满的:${between.map((each) => `${nameOf(each, words)}(${words.due(each.due)})`).join('、')}`
    }`,
  ItemDetached: ({ title, to, reason }) =>
    `移出信息“${title}”,${to === 'case' ? '另行立案' : '退回作为信息留存'}:${reason};本案已据以起算的时限和级别不变`,
  ItemPlaced: ({ case: caseId }) =>
    caseId === undefined ? '移出的信息已退回,作为信息留存' : `移出的信息已在案卷${caseId}办理`,
};
