import { withoutCountry } from '../../../shared/contracts/roster-table/numbers.ts';
import type { Line } from './lines.ts';
import { type BureauNames, placeName } from './names.ts';

/** What is done to one line; `key`: of the line before, or where it is new its own. */
export interface Difference {
  key: string;
  text: string;
}

const numberWords = (number: string): string => (number === '' ? '无' : withoutCountry(number));
const isThere = ({ available }: Line): string => (available ? '在岗' : '不在岗');

/** What is written otherwise of a line that stayed: 手机13800000001改为13800000002. */
const changeWords = (names: BureauNames, before: Line, after: Line): string[] => [
  ...(before.role === after.role && before.unit === after.unit ? [] : [`调到${placeName(names, after)}`]),
  ...(before.name === after.name ? [] : [`姓名改为${after.name}`]),
  ...(before.mobile === after.mobile
    ? []
    : [`手机${numberWords(before.mobile)}改为${numberWords(after.mobile)}`]),
  ...(before.landline === after.landline
    ? []
    : [`固定电话${numberWords(before.landline)}改为${numberWords(after.landline)}`]),
  ...(before.available === after.available ? [] : [`改为${isThere(after)}`]),
];

const lineWords = (names: BureauNames, line: Line): string =>
  `${placeName(names, line)}：${line.name}，${numberWords(line.mobile)}${line.available ? '' : '，不在岗'}`;

/** What would be changed, a sentence each: first what stays and is written otherwise, then what is new, then what goes. */
export const differences = (
  names: BureauNames,
  before: readonly Line[],
  after: readonly Line[],
): Difference[] => {
  const was = new Map(before.map((line) => [line.key, line]));
  const is = new Set(after.map(({ key }) => key));
  const changed = after.flatMap((line) => {
    const old = was.get(line.key);
    const words = old === undefined ? [] : changeWords(names, old, line);
    return old === undefined || words.length === 0
      ? []
      : [{ key: line.key, text: `${placeName(names, old)}：${old.name}，${words.join('，')}` }];
  });
  const added = after
    .filter(({ key }) => !was.has(key))
    .map((line) => ({ key: line.key, text: `增加${lineWords(names, line)}` }));
  const removed = before
    .filter(({ key }) => !is.has(key))
    .map((line) => ({ key: line.key, text: `移除${lineWords(names, line)}` }));
  return [...changed, ...added, ...removed];
};
