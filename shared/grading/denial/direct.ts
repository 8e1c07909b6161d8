import {
  ASKS,
  BEGINS_WITH_NUMBER,
  CLAIMED_ONCE,
  FAILS,
  HAS_NUMBER,
  IS_OF_SOMETHING,
  NOBODY_NOTICES,
  REJECTS,
  RELATES,
  WOULD_HAVE_BEEN,
} from './phrases.ts';

/** A word with what negates it, and what stands around both in their clause. `rest`: up to the end of the sentence. */
export interface Negated {
  before: string;
  negator: string;
  between: string;
  word: string;
  after: string;
  rest: string;
}

const IS_COPULA = /^(并?不是|并非|非)$/;
const IS_ABSENCE = /^(并?没有?|并?无|并?未)$/;
/** Something, and that it brought about the word. */
const CAUSES = /.(导?致|造成|引[发起]).?$/;
const PREVENTS = /防|避免|杜绝|遏制/;
const MAY_COME = /^(不会|不可能)$|避免|防止|杜绝/;

/** On which ground a negator before a word leaves the word as a fact. When in doubt it does. */
const GROUNDS: readonly ((negated: Negated) => boolean)[] = [
  // 并非一人死亡而是五人, 不是死亡一人: a number against a number.
  ({ negator, between, after }) =>
    IS_COPULA.test(negator) && (HAS_NUMBER.test(between) || BEGINS_WITH_NUMBER.test(after)),
  // 不是有人死亡就了事, 不是死亡,就是重伤
  ({ negator, after, rest }) =>
    IS_COPULA.test(negator) && (/[就才]/.test(after) || /^[^,:]*,就是/.test(rest)),
  ({ negator, between }) => IS_ABSENCE.test(negator) && NOBODY_NOTICES.test(between),
  // 人没了,…: gone, not none.
  ({ negator, between }) => IS_ABSENCE.test(negator) && between.startsWith('了'),
  ({ after }) => IS_OF_SOMETHING.test(after) || RELATES.test(after),
  // 否认学生死亡系他杀: of what it comes is denied.
  ({ negator, after }) => !IS_ABSENCE.test(negator) && /^(系|因|由|缘于|源于)/.test(after),
  // 不是食物中毒致死: what it came of is denied.
  ({ negator, between, word }) => /非|是|排除|否认/.test(negator) && CAUSES.test(`${between}${word[0]}`),
  ({ negator, before }) => MAY_COME.test(negator) && WOULD_HAVE_BEEN.test(before),
  ({ negator, after }) => PREVENTS.test(negator) && FAILS.test(after),
  ({ before, negator }) => CLAIMED_ONCE.test(before + (negator === '否认' ? negator : '')),
  // 编号零零一人: a figure among figures.
  ({ negator, before }) => /^[零〇]$/.test(negator) && /[0-9〇零一二三四五六七八九十]$/.test(before),
  ({ before, between, after, negator }) => ASKS.test(`${before}${negator}${between}…${after}`),
  ({ before, rest }) => REJECTS.test(before) || REJECTS.test(rest),
];

/** Whether the negator denies the word, and not its number, its cause or who noticed it. */
export const isPlain = (negated: Negated): boolean => !GROUNDS.some((isGround) => isGround(negated));
