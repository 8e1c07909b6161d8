import type { CaseState } from '../case/state.ts';
import type { OfficeCommand } from '../contracts/commands.ts';
import { isAhead, notAhead } from '../time/instants.ts';
import type { Context } from './context.ts';
import { type Decision, type Refusal, refuse } from './refusal.ts';

export type CommandOf<T extends OfficeCommand['type']> = Extract<OfficeCommand, { type: T }>;
/** What becomes of a person's command on a case that is there. */
export type Decide<T extends OfficeCommand['type']> = (
  context: Context,
  state: CaseState,
  command: CommandOf<T>,
) => Decision;

/** Now when nothing is said; `what`: what the instant is called, for who is refused. */
const dated = ({ now }: Context, at: string = now, what = '办理时间'): string | Refusal =>
  isAhead(at, now) ? refuse('INSTANT_IN_FUTURE', `${what}不能晚于现在`) : notAhead(at, now);

export const withDate = (
  context: Context,
  madeAt: string | undefined,
  decide: (at: string) => Decision,
  what?: string,
): Decision => {
  const at = dated(context, madeAt, what);
  return typeof at === 'string' ? decide(at) : at;
};
