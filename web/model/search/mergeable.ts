import type { CaseListReply, CaseReply } from '../../../shared/contracts/replies/case.ts';
import { spoken } from '../spoken.ts';

type Row = CaseListReply['cases'][number];

/** The cases that tell perhaps the same as this one, and why it is only perhaps. */
export const resembling = ({ items }: Pick<CaseReply, 'items'>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    items.flatMap(({ suspected = [] }) =>
      suspected.map(({ case: caseId, why }) => [caseId, `疑似同一舆情：${spoken(why)}`]),
    ),
  );

/** Of what was found the cases that another can be merged into, those that resemble it first. */
export const mergeable = (
  rows: readonly Row[],
  own: string,
  alike: Readonly<Record<string, string>>,
): Row[] => {
  const isOnce = (row: Row, index: number): boolean =>
    rows.findIndex((other) => other.case === row.case) === index;
  const open = rows
    .filter(isOnce)
    .filter(({ case: caseId, state, secret }) => state === 'open' && !secret && caseId !== own);
  return [...open.filter(({ case: id }) => id in alike), ...open.filter(({ case: id }) => !(id in alike))];
};

/** What is said above what was found. */
export const foundWords = ({
  count,
  hasMore,
  isAsked,
}: {
  count: number;
  hasMore: boolean;
  isAsked: boolean;
}): string => {
  if (count === 0)
    return isAsked ? '处置中的案卷里没有找到。已结报的、涉密的不能合并' : '没有其他处置中的案卷可以合并';
  return hasMore ? `较多，先列出最近的${count}件；要找别的，写编号或标题里的词` : `处置中的${count}件`;
};
