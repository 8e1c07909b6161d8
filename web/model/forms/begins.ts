import type { OpeningTriedReply } from '../../../shared/contracts/replies/try.ts';
import { spoken } from '../spoken.ts';
import { millisecondsOf, momentOf } from '../wall-clock.ts';
import { type Line, wordLines } from './does.ts';

// 按橙立案后，开始计时: what a new case would have.

type Duty = OpeningTriedReply['duties'][number];
const names = (duties: readonly Duty[]): string => [...new Set(duties.map(({ name }) => name))].join('、');
const some = (duties: readonly Duty[], most: number): string => {
  const all = [...new Set(duties.map(({ name }) => name))];
  return all.length <= most ? all.join('、') : `${all.slice(0, most).join('、')}等${all.length}项`;
};

/** 01:50前; of what has passed before anybody knew: 应于13:00前，已过. */
const untilText = (due: string, now: number): string => {
  const moment = momentOf(due, now, true);
  return millisecondsOf(due) <= now ? `应于${moment}前，已过：` : `${moment}前`;
};

/** The limits that would begin: 立即 in one line, each number with its instant and who, then what has none yet. `post`: whose own duties are his. */
export const beginsOf = (
  { duties, texts, toConfirm }: Pick<OpeningTriedReply, 'duties' | 'texts' | 'toConfirm'>,
  now: number,
  post: string,
): Line[] => {
  const at = duties.filter(({ limitKind, due }) => limitKind === 'immediate' && due !== null);
  const timed = duties
    .filter(({ limitKind, due }) => limitKind !== 'immediate' && due !== null)
    .sort((one, other) => Date.parse(one.due!) - Date.parse(other.due!));
  const others = duties.filter(({ due }) => due === null);
  const told = [...new Set(texts.filter(({ text }) => text !== null).map(({ toText }) => toText))];
  const called = [...new Set(texts.filter(({ text }) => text === null).map(({ toText }) => toText))];
  const lines: Line[] = [
    ...(at.length === 0 ? [] : [{ mark: 'go' as const, text: `立即：${names(at)}` }]),
    ...timed.map(({ due, name, responsible }) => ({
      mark: 'go' as const,
      text: `${untilText(due!, now)} ${name}，${responsible.id === post ? '你' : responsible.name}`,
    })),
    ...(others.length === 0 ? [] : [{ mark: 'no' as const, text: `没有数字或尚未起算：${some(others, 4)}` }]),
    ...wordLines({ toConfirm }, (who) => `还须${who}办`),
    ...(told.length === 0 ? [] : [{ mark: 'no' as const, text: `短信发给：${told.join('、')}` }]),
    ...(called.length === 0 ? [] : [{ mark: 'no' as const, text: `须电话告知：${called.join('、')}` }]),
  ];
  return lines.map(({ mark, text }) => ({ mark, text: spoken(text) }));
};

/** 按橙级立案: the level is in the button's words. */
export const openingLabel = (level: string | undefined): string => {
  if (level === undefined) return '立案';
  return level.length === 1 ? `按${level}级立案` : `按${level}立案`;
};
