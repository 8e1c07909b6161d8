import type { DeskForms } from '../../../../shared/contracts/desk/forms.ts';
import type { OpeningTriedReply } from '../../../../shared/contracts/replies/try.ts';
import { isCounted } from '../begins.ts';
import { type Values, wordsIn } from '../values.ts';

type Tried = Pick<OpeningTriedReply, 'wouldBe' | 'proposal' | 'duties' | 'after'>;

/** What somebody should look at again before he opens a case at this level. */
export const levelWarnings = (
  { wouldBe, proposal, duties, after }: Tried,
  values: Values,
  { lists }: Pick<DeskForms, 'lists'>,
): string[] => {
  if (wouldBe === 'refused' || after === null) return [];
  const holds = after.handlingLevel;
  const regarded = wordsIn(values['sources.regardedAs']);
  const called = lists.level?.find(({ id }) => id === regarded)?.name;
  const isUncounted = proposal?.level.id === holds.id && !duties.some(isCounted);
  return [
    ...(isUncounted ? ['按此立案不计时限，请核对是否应定得更高'] : []),
    ...(called !== undefined && regarded !== holds.id
      ? [`上级认定为${called}，照这样填，立案后为${holds.name}，请核对`]
      : []),
  ];
};
