import type { CaseState } from '../../case/state.ts';
import { factsOf } from '../../deadlines/condition-facts.ts';
import { isTrue } from '../../regulations/conditions.ts';
import type { Context } from '../context.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { named, unknown } from '../refusing.ts';

/** Why a report or document may not go by this channel: unknown to the regulation, or forbidden in this case (register X40). */
export const checkChannel = (
  { regulation }: Context,
  state: CaseState,
  channel: string | undefined,
): Refusal | undefined => {
  if (channel === undefined) return undefined;
  const name = named(regulation.channels, channel);
  if (name === undefined) return unknown('CHANNEL_UNKNOWN', '渠道', channel);
  const forbidden = regulation.forbiddenChannels.find(
    ({ channels, when }) => channels.includes(channel) && isTrue(when, factsOf(regulation, state)),
  );
  return forbidden && refuse('CHANNEL_FORBIDDEN', `本案不得使用“${name}”报送(${forbidden.cite[0]})`);
};
