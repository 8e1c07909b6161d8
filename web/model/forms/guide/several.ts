import type { FormField } from '../../../../shared/contracts/desk/forms.ts';
import type { TriedReply } from '../../../../shared/contracts/replies/try.ts';
import { spoken } from '../../spoken.ts';
import { isMet } from '../does.ts';

/** Where an act says whom it reached and what it answers: fewer there are fewer limits that it meets. */
const NARROWS: readonly string[] = ['to', 'answers'];

/**
 * That one act, such as one telephone call, would meet several limits, and where to leave out what was another; undefined: it meets one,
 * or there is nothing to leave out.
 */
export const severalWords = (
  { wouldBe, limits }: Pick<TriedReply, 'wouldBe' | 'limits'>,
  fields: readonly FormField[],
): string | undefined => {
  const met = wouldBe === 'done' ? limits.filter(isMet) : [];
  const where = fields.filter(({ name }) => NARROWS.includes(name)).map(({ title }) => `“${spoken(title)}”`);
  if (met.length < 2 || where.length === 0) return undefined;
  // Several receipts of one body are owed the same report, each for itself.
  const all = met.map(({ name }) => spoken(name));
  const names = [...new Set(all)].map((name) => {
    const times = all.filter((each) => each === name).length;
    return times === 1 ? name : `${name}（${times}次）`;
  });
  return `这一次登记同时办结${met.length}项：${names.join('、')}。不是同一次的，在${where.join('、')}里只选这一次的，其余另行登记`;
};
