import type { OpeningTriedReply } from '../../../shared/contracts/replies/try.ts';
import { bracketed, openingMarks } from '../limit-marks.ts';
import { spoken } from '../spoken.ts';
import { type Line, wordLines } from './does.ts';
import { hasPassed, lateWord, untilWords } from './guide/late.ts';
import { toldLines } from './guide/told.ts';

// 按橙立案后，开始计时: what a new case would have.

type Duty = OpeningTriedReply['duties'][number];
/** Whether it is counted, or has to be done at once. */
export const isCounted = ({ limitKind, due }: Duty): boolean =>
  due !== null || limitKind === 'within' || limitKind === 'every' || limitKind === 'immediate';

const names = (duties: readonly Duty[]): string => [...new Set(duties.map(({ name }) => name))].join('、');
const some = (duties: readonly Duty[], most: number): string => {
  const all = [...new Set(duties.map(({ name }) => name))];
  return all.length <= most ? all.join('、') : `${all.slice(0, most).join('、')}等${all.length}项`;
};

type Late = OpeningTriedReply['late'];
/** 01:50前 电话报告湛江市局，你（参照）; of what has passed already: 应于13:00前，发现时已逾期：电话报告湛江市局，你. */
const timedText = (duty: Duty, late: Late, now: number, post: string): string => {
  const who = duty.responsible.id === post ? '你' : duty.responsible.name;
  const overdue = late.find((each) => each.duty === duty.duty && each.due === duty.due);
  const until = untilWords(duty.due!, now, overdue && lateWord(overdue));
  return `${until}${hasPassed(duty.due!, now) ? '：' : ' '}${duty.name}，${who}${bracketed(openingMarks(duty))}`;
};

/** The limits that would begin: 立即 in one line, each number with its instant and who, then what has none yet. `post`: whose own duties are his. */
export const beginsOf = (
  tried: Pick<OpeningTriedReply, 'duties' | 'late' | 'texts' | 'textsAtOnce' | 'toConfirm'>,
  now: number,
  post: string,
): Line[] => {
  const { duties, late, toConfirm } = tried;
  const at = duties.filter(({ limitKind, due }) => limitKind === 'immediate' && due !== null);
  const timed = duties
    .filter(({ limitKind, due }) => limitKind !== 'immediate' && due !== null)
    .sort((one, other) => Date.parse(one.due!) - Date.parse(other.due!));
  const others = duties.filter(({ due }) => due === null);
  const lines: Line[] = [
    ...(at.length === 0 ? [] : [{ mark: 'go' as const, text: `立即：${names(at)}` }]),
    ...timed.map((duty) => ({
      mark: 'go' as const,
      text: timedText(duty, late, now, post),
    })),
    ...(others.length === 0 ? [] : [{ mark: 'no' as const, text: `没有数字或尚未起算：${some(others, 4)}` }]),
    ...wordLines({ toConfirm }, (who) => `还须${who}办`),
  ];
  return [...lines.map(({ mark, text }) => ({ mark, text: spoken(text) })), ...toldLines(tried, now)];
};
