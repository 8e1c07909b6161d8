import type { CaseState } from '../case/state.ts';
import { RequestError } from '../contracts/errors.ts';
import type { Cases } from '../records/cases.ts';
import { regulationOfCase } from '../regulations/index.ts';
import { newsIn } from '../rules/reading/since.ts';

/**
 * Throws CASE_CHANGED (412) when somebody has acted between the version that was decided on (undefined: nothing was said) and this
 * state, and INVALID (422) for a version that is still to come. Who then appends to this state, and to no later one, has it whole.
 */
export const createRequireUnchanged =
  (cases: Pick<Cases, 'logAfter'>) =>
  async (state: CaseState, decidedOn: number | undefined): Promise<void> => {
    if (decidedOn === undefined || decidedOn === state.version) return;
    if (decidedOn > state.version)
      throw new RequestError('INVALID', `if-match 案卷还没有第${decidedOn}版,现为第${state.version}版`);
    const since = await cases.logAfter(state.caseId, decidedOn);
    const news = newsIn(
      regulationOfCase(state),
      since.filter(({ version }) => version <= state.version),
    );
    if (news !== undefined) throw new RequestError('CASE_CHANGED', news);
  };
