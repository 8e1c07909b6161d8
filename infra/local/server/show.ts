interface Named {
  name: string;
}
interface DutyView {
  duty: string;
  name: string;
  statusText: string;
  limit: string;
  limitKind: string;
  due: string | null;
  late: boolean;
  completedAt: string | null;
  clauses: { clause: string }[];
  next: { stageText: string; at: string; to: Named } | null;
  reason: string | null;
  start: { name: string; estimated: boolean } | null;
  responsible: Named;
}
interface CaseView {
  case: string;
  title: string;
  stateText: string;
  warningLevel: Named;
  handlingLevel: Named;
  provisional: boolean;
  unit: Named | null;
  grade: { score: number | null; reasons: { text: string }[] };
  awaitingSecondPerson: { to: Named; by: string } | null;
  telephone: { notice: string; tell: Named; about: Named | null }[];
  duties: DutyView[];
  cancelled: { name: string; reason: string }[];
}
interface RowView {
  case: string;
  title: string;
  handlingLevel: Named;
  provisional: boolean;
  overdue: Named[];
  next: { name: string; at: string | null; stage: string | null } | null;
}

const time = (at: string | null): string => (at === null ? '' : at.slice(5, 19).replace('T', ' '));
const dutyLine = ({
  duty,
  name,
  statusText,
  limit,
  limitKind,
  due,
  late,
  completedAt,
  clauses,
  next,
  reason,
  start,
  responsible,
}: DutyView): string => {
  const done = completedAt === null ? '' : `;${time(completedAt)}办理${late ? '(逾期)' : ''}`;
  const then = next === null ? '' : `;${time(next.at)} ${next.stageText}→${next.to.name}`;
  return `  ${statusText.padEnd(6, ' ')} ${name}(${duty})  ${limit}${due === null ? '' : limitKind === 'immediate' ? ` 自${time(due)}起` : ` 时限${time(due)}${start?.estimated ? `(按${start.name}估计)` : ''}`}${done}${then}${reason === null ? '' : `;${reason}`}  责任:${responsible.name}  依据:${clauses.map(({ clause }) => clause).join('、')}`;
};

/** A case for the console: what is owed, by when, by whom, on which clause. */
export const printCase = (view: CaseView): string =>
  [
    `${view.case} ${view.title}`,
    `${view.stateText}  级别:${view.warningLevel.name}${view.provisional ? '(初判,待确认)' : ''}  处置级别:${view.handlingLevel.name}  责任单位:${view.unit?.name ?? '未转办'}`,
    `定级理由(得分${view.grade.score ?? '—'}):`,
    ...view.grade.reasons.map(({ text }) => `  ${text}`),
    ...(view.awaitingSecondPerson === null
      ? []
      : [`待第二人审批:降为${view.awaitingSecondPerson.to.name}(申请人${view.awaitingSecondPerson.by})`]),
    ...view.telephone.map(
      ({ notice, tell, about }) =>
        `须电话通知:${tell.name}${about === null ? '' : `,${about.name}`}  (${notice})`,
    ),
    '职责:',
    ...view.duties.map(dutyLine),
    ...(view.cancelled.length === 0
      ? []
      : ['已不适用:', ...view.cancelled.map(({ name, reason }) => `  ${name}:${reason}`)]),
  ].join('\n');

export const printList = ({ cases }: { cases: RowView[] }): string =>
  cases.length === 0
    ? '没有在办案卷'
    : cases
        .map(
          ({ case: id, title, handlingLevel, provisional, overdue, next }) =>
            `${id} ${handlingLevel.name}${provisional ? '(初判)' : ''} ${title}${overdue.length > 0 ? `  逾期:${overdue.map(({ name }) => name).join('、')}` : ''}${next === null ? '' : `  下一步:${time(next.at)} ${next.name}${next.stage ?? ''}`}`,
        )
        .join('\n');
