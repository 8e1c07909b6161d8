import type { CaseState } from '../../case/state.ts';
import { factsOf } from '../../deadlines/condition-facts.ts';
import { isTrue } from '../../regulations/conditions.ts';
import { cited, nameIn } from '../../regulations/lookup.ts';
import type { Context } from '../context.ts';
import { type Refusal, refuse } from '../refusal.ts';

/** Why a report or document may not go by this channel: forbidden in this case (register X40). */
export const checkChannel = (
  { regulation }: Context,
  state: CaseState,
  channel: string | undefined,
): Refusal | undefined => {
  if (channel === undefined) return undefined;
  const forbidden = regulation.forbiddenChannels.find(
    ({ channels, when }) => channels.includes(channel) && isTrue(when, factsOf(regulation, state)),
  );
  return (
    forbidden &&
    refuse(
      'CHANNEL_FORBIDDEN',
      `本案不得使用“${nameIn(regulation.channels, channel)}”报送${cited(regulation, forbidden.cite)}`,
    )
  );
};
