import type { CaseState } from '../case/state.ts';
import type { OfficeCommand } from '../contracts/commands.ts';
import { isAhead } from '../time/instants.ts';
import type { Context } from './context.ts';
import { type Decision, type Refusal, refuse } from './refusal.ts';

export type CommandOf<T extends OfficeCommand['type']> = Extract<OfficeCommand, { type: T }>;
/** What becomes of a person's command on a case that is there. */
export type Decide<T extends OfficeCommand['type']> = (
  context: Context,
  state: CaseState,
  command: CommandOf<T>,
) => Decision;

/** Now when nothing is said; what lies a little ahead is the sender's clock, and now. */
const dated = ({ now }: Context, madeAt: string = now): string | Refusal => {
  if (isAhead(madeAt, now)) return refuse('INSTANT_IN_FUTURE', '办理时间不能晚于现在');
  return madeAt < now ? madeAt : now;
};

export const withDate = (
  context: Context,
  madeAt: string | undefined,
  decide: (at: string) => Decision,
): Decision => {
  const at = dated(context, madeAt);
  return typeof at === 'string' ? decide(at) : at;
};
