import type { CaseReply } from '../../../shared/contracts/replies/case.ts';
import { time } from './lines.ts';

/** Which case is which: where this one goes on, what was merged into it or taken out of it, and when it was opened again. */
export const rearrangedLines = (view: CaseReply): string[] => [
  ...(view.mergedInto === null ? [] : [`已于${time(view.mergedInto.at)}并入案卷${view.mergedInto.case}`]),
  ...(view.awaitingMerge === null
    ? []
    : [
        `待第二人同意:并入案卷${view.awaitingMerge.into}(提出人${view.awaitingMerge.by}):${view.awaitingMerge.reason}`,
      ]),
  ...(view.formerCase === null ? [] : [`疑似案卷${view.formerCase}复燃`]),
  ...view.takenOver.flatMap(({ case: caseId, title, at, limits, done }) => [
    `案卷${caseId}“${title}”于${time(at)}并入本案`,
    ...limits.map(({ name, due }) => `  时限从严:${name} ${time(due)}(依案卷${caseId})`),
    ...done.map((act) => `  已办:${act.name} ${time(act.at)}(案卷${act.case}日志第${act.act}条)`),
  ]),
  ...view.items.flatMap(({ title, outOf }) =>
    outOf === undefined ? [] : [`信息“${title}”由案卷${outOf.case}移出(见该案卷日志第${outOf.act}条)`],
  ),
  ...view.detached.map(({ feed, id, text, act }) => `已移出信息 ${feed}/${id}(案卷日志第${act}条):${text}`),
  ...view.reopenings.map(({ concludedAt, at, by }) => `${time(concludedAt)}结报,${time(at)}由${by}恢复办理`),
];
