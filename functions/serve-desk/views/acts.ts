import type { CaseState } from '../../../shared/case/state.ts';
import { COMMAND_NAMES } from '../../../shared/contracts/api/words/command-names.ts';
import type { ActsReply } from '../../../shared/contracts/replies/acts.ts';
import type { Context } from '../../../shared/rules/context.ts';
import type { Refusal } from '../../../shared/rules/refusal.ts';
import { possibleActs } from '../../../shared/rules/trying/acts.ts';

/** What somebody may do to a case, as the API shows it; `outside`: why he may do nothing whatever. */
export const actsView = (context: Context, state: CaseState, outside: Refusal | undefined): ActsReply => ({
  case: state.caseId,
  version: state.version,
  acts: possibleActs(context, state).map(({ type, refusal, duties }) => {
    const why = outside ?? refusal;
    return {
      type,
      name: COMMAND_NAMES[type],
      may: why === undefined,
      reason: why?.message ?? null,
      duties,
    };
  }),
});
