import type { RegulationView } from '../../contracts/regulation-view/view.ts';
import { levelDuties, type Row, rowsOf } from './rows.ts';

/** Rows under one heading. */
export interface Lane {
  title: string;
  kind: 'time' | 'word' | 'bureau';
  rows: Row[];
}

const lengthOf = ({ mark, from }: Row): number => {
  if (mark.kind === 'at') return from;
  if (mark.kind === 'span') return mark.due;
  return mark.kind === 'every' ? Number.MAX_SAFE_INTEGER : Number.POSITIVE_INFINITY;
};

/** At once first, then by due instant, then repetitions; what counts from another duty right behind that. */
const inOrder = (rows: readonly Row[]): Row[] => {
  const ids = new Set(rows.map(({ view }) => view.duty));
  const isRoot = ({ after }: Row): boolean => after === null || !ids.has(after);
  const sorted = [...rows].sort((one, other) => lengthOf(one) - lengthOf(other));
  const placed: Row[] = [];
  const put = (row: Row): void => {
    if (placed.includes(row)) return;
    placed.push(row);
    for (const each of sorted) if (each.after === row.view.duty) put(each);
  };
  sorted.filter(isRoot).forEach(put);
  sorted.forEach(put);
  return placed;
};

/** The duties of a level: a lane for each instant that time runs from, one for those without a number, one of the bureau's own. */
export const lanesOf = (view: RegulationView, level: string): Lane[] => {
  const { law, bureau } = levelDuties(view, level);
  const rows = rowsOf(law);
  const timed = rows.filter(({ mark }) => mark.kind !== 'word');
  const order = (start: string): number => {
    const found = view.instants.findIndex(({ name }) => start.startsWith(name));
    return found < 0 ? view.instants.length : found;
  };
  const starts = [...new Set(timed.map(({ start }) => start))].sort(
    (one, other) => order(one) - order(other),
  );
  const words = rows.filter(({ mark }) => mark.kind === 'word');
  const lanes: Lane[] = [
    ...starts.map(
      (start): Lane => ({
        title: `自${start}起`,
        kind: 'time',
        rows: inOrder(timed.filter((row) => row.start === start)),
      }),
    ),
    { title: `未定时限(${view.called}没有写数字,或由其他规定确定)`, kind: 'word', rows: words },
    {
      title: `本局自设的提示(不是${view.called}规定)`,
      kind: 'bureau',
      rows: rowsOf(bureau),
    },
  ];
  return lanes.filter((lane) => lane.rows.length > 0);
};
